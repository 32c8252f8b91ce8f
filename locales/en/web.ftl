# Texts of the common frame: header, footer, fields, tables.
web-brand = Durvis
web-brand-sub = Public services in one place
web-brand-sub-work = Customer service workplace
web-skip = Skip to content
web-demo = Demonstration: all people, matters and answers of institutions here are invented.
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
web-footer-about = About Durvis
web-footer-source = Open-source platform (EUPL-1.2)
web-footer-developers = For developers: API description

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
web-file-hint = PDF, JPG, PNG, DOCX, ODT, TXT or eDOC, at most { $size }.
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
web-shortcuts-switch = Keyboard shortcuts


web-error-happened = What happened
web-error-kept = What was kept
web-error-next = What to do next
web-error-incident = If you write to us, give the incident number:
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
session-failed = The system could not be reached. Try again.
session-stay = Go on
