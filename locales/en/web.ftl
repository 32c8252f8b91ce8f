# Texts of the common frame: header, footer, fields, tables.
web-brand = Durvis
web-brand-sub = Public services in one place
web-brand-sub-work = Customer service workplace
web-skip = Skip to content
web-demo = Demonstration: all people, cases and answers of institutions here are invented.
web-demo-label = Demonstration
web-language = Language
web-language-lv = latviešu valoda
web-language-en = English
web-menu = Menu
web-menu-main = Main menu
web-crumbs = Breadcrumbs
web-sign-in = Sign in
web-sign-out = Sign out
web-session = Your session
web-session-who = Signed in:
web-acting-self = Acting for yourself
web-acting-for = Acting for:

nav-services = Services
nav-cases = My applications
nav-drafts = Drafts
nav-documents = Documents
nav-views = Who viewed my data
nav-profile = Profile
nav-home = Home

web-footer-help = Help
web-footer-services = All services
web-footer-sign-in = Sign in
web-footer-rights = Your rights
web-footer-views = Who viewed my data
web-footer-accessibility = Accessibility statement
web-footer-about = About Durvis
web-footer-source = Open-source platform (EUPL-1.2)
web-footer-developers = For developers: API description
web-footer-open-data = Open data and programming interface

web-error-prefix = Error:
web-error-summary = Correct { $count ->
    [one] { $count } error
   *[other] { $count } errors
    } to continue
web-optional = (optional)
web-day = Day
web-month = Month
web-year = Year
web-choose = Choose
web-yes = Yes
web-no = No
web-file-most = You may attach up to { $max } files.
web-file-hint = PDF, JPG, PNG, DOCX, ODT, TXT or eDOC; each file at most { $size }.
size-kilobytes = { $size } KB
size-megabytes = { $size } MB
web-file-attached = Attached:
web-source = Source: { $source }
web-continue = Continue
web-back = Back
web-save = Save
web-cancel = Cancel
web-change = Change
web-search = Search
web-next-page = Next page
web-first-page = To the beginning
web-pages = Pages
web-not-given = Not given
web-done = done
web-now = now
web-later = not started yet
web-stars = { $count ->
    [one] { $count } star
   *[other] { $count } stars
    } of 5
web-required-note = All fields are required unless stated otherwise.
web-opens = (opens { $where })


web-error-happened = What happened
web-error-kept = What was kept
web-error-next = What to do next
web-error-incident = If you write to us, give the incident number:
web-problem-title = About this problem
web-problem-lead = Pages and the interface for programs (API) tell this problem under the name “{ $key }”. Where it mentions a value of yours, there is “…” here.
web-error-home = To the home page
web-error-services = All services
web-banner-label = Notice
web-file-remove = Remove the file
nav-work = Workplace
web-acting-change = Change for whom I act

session-title = Do you want to go on?
session-more = Your session ends soon because nothing has been done for a while.
session-last = Your session ends soon: 12 hours will have passed since you signed in, and it cannot be made longer. Send what you have begun and sign in again.
session-left-120 = Less than 2 minutes are left.
session-left-60 = Less than a minute is left.
session-left-30 = Less than 30 seconds are left.
session-saved = Everything that is saved already stays: drafts, applications and working copies.
session-kept = What you have typed on this page will be kept in the draft as well.
session-lost = What you have typed on this page is not sent yet and will not be kept.
session-returned = What you have typed on this page is not sent yet. If the session ends, you can have it back after signing in.
session-failed = The system could not be reached. Try again.
session-stay = Go on

late-title = The form was not sent
late-happened-out = Your session was over when you sent the form, so nothing was done and nothing has changed.
late-happened-by-itself = The session ended before the form was sent. Nothing was done and nothing has changed.
late-happened-other = The role in which you act now may not send this form. Nothing has changed.
late-happened-foreign = This form was filled in by somebody else, or by you on behalf of somebody else, so what was typed is not shown. Nothing has changed.
late-happened-ready = The form was opened in a session that is over, so it is not accepted yet. Nothing has changed.
late-kept-shown = Everything you typed is on this page and nowhere else: the system has not kept it. Do not close the page until the text is sent or copied.
late-kept-hidden = What you typed is on this page and nowhere else; it will be shown after signing in. Do not close the page.
late-kept-foreign = What was typed is only on the page from which you came here; the system has not kept it.
late-files = Files are not kept: they have to be attached again.
late-typed = What you typed
late-text = Text { $number }
late-values = Other fields
late-next-sign-in = Sign in in a new tab
late-next-role = In a new tab, change on whose behalf you act
late-next-continue = Then come back to this tab and press “Continue”.
late-next-foreign = If it was you who wrote it, sign in in a new tab as you did when writing, and act on behalf of the same person. Then go one page back in this tab and press “Continue” again. If the browser does not show the page, reload it and agree that the form is sent again: nothing is done before you press “Send again”. If it was not you, close this tab.
late-next-again = Check what you typed and send it again.
late-next-copy = Open the page that the form was on, carry the text shown here over to it, attach the files if there were any, and send it.
late-continue = Continue
late-send = Send again
late-open = Do not send, open the page
late-open-new = Open the page in a new tab
