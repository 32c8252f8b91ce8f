# Templates of unified services: pages of the workplace.
work-nav-templates = Unified services
template-tabs = Pages about unified services
template-tab-list = Templates
template-tab-coverage = Coverage
template-tab-similar = Similar services
template-title = Templates of unified services
template-lead = A template describes once what is the same everywhere. Institutions attach their own services with their own fee, deadline and contacts.
template-none = There are no templates yet.
template-new = New template
template-name = Name
template-scope = For whom
template-scope-municipalities = Municipalities
template-scope-state = State institutions
template-scope-both = Municipalities and state institutions
template-state-draft = Draft
template-state-published = In use
template-state-withdrawn = No longer used
template-attached = Attached services
template-members = { $count ->
    [one] { $count } service
   *[other] { $count } services
    }
template-public = Page for residents
template-edit = Edit
template-publish = Take into use
template-withdraw = Take out of use
template-own = Your institution's service
template-own-attached = Your institution's service attached to this template:
template-own-text = Attach a service that you have described, or begin a new one from the template. An institution attaches one service to a template.
template-own-unfit = This template is not meant for services of your institution: the top of the page says whom it is for.
template-own-closed = Services are not attached to this template at present.
template-own-service = Service
template-words = Name and short description
template-words-harmonised = Take over those of the template
template-words-harmonised-hint = A new version of the service is published. When the template changes, these words change too.
template-words-own = Keep our own
template-words-own-hint = Residents and the platform administrator will see the difference.
template-deviation = What is different with you
template-attach = Attach
template-detach = Detach
template-begin-text = Not described yet? Begin with a draft in which the words of the template are already written.
template-begin = Begin a new one from the template
template-steps = Recommended steps
template-nothing = Nothing is given.
template-local = What each institution must describe
template-documents = Recommended documents
template-laws = Common legal basis
template-holder = Institution
template-fee = Fee
template-deadline = Deadline
template-differs = What differs
template-fee-free = Free of charge
template-fee-unsaid = Amount not given
template-between = { $from } to { $to }
template-compare-hint = Deadline and fee are compared with the median of all attached services.
template-members-none = No service is attached yet.
template-deviates-name = Another name
template-deviates-summary = Another short description
template-quoted = “{ $name }”
template-deviates-steps = Steps not described: { $names }
template-deviates-documents = Documents not mentioned: { $names }
template-deviates-deadline = Longer deadline: { $own ->
    [one] { $own } working day
   *[other] { $own } working days
    }, usually { $median }
template-deviates-fee = Higher fee: { $own }, usually { $median }
template-history = Versions of the template
template-version = Version { $version }, { $day }

template-edit-title = Template { $code }
template-edit-lead = Write only what is the same everywhere. Each institution describes what is local.
template-back = Back
template-in-lv = in Latvian
template-in-en = in English
template-part-words = The harmonised description
template-part-class = Classification
template-part-local = Guidance for institutions
template-part-local-text = Contact persons see this when they attach a service.
template-summary = Short description
template-audience = For whom the service is
template-conditions = Conditions
template-appeal = How to contest and appeal
template-one-a-line = One a line, in the same order in both languages
template-commas = Separate with commas
template-circle = Client circle
template-cofog = Function of the state (COFOG)
template-cofog-hint = Choose the field that the service serves.
template-life-events = Life situations
template-life-events-hint = Tick those in which people look for this service.
template-keywords = Other words people search with
template-step = Step { $number }
template-stage = Stage
template-filled = Filled in: { $filled } of { $all }
template-filled-local = { $count ->
    [0] Nothing yet
    [one] { $count } thing to describe
   *[other] { $count } things to describe
    }
template-filled-steps = { $count ->
    [0] No steps yet
    [one] { $count } step
   *[other] { $count } steps
    }
template-filled-documents = { $count ->
    [0] No documents yet
    [one] { $count } document
   *[other] { $count } documents
    }
template-filled-laws = { $count ->
    [0] No legal acts yet
    [one] { $count } legal act
   *[other] { $count } legal acts
    }
template-step-more = Add a step
template-document-more = Add a document
template-law-more = Add a legal act
template-step-title = Name of the step
template-step-text = What happens
template-document = Document { $number }
template-kind = Kind
template-document-name = Name of the document
template-document-note = Explanation
template-document-required = Everybody needs it
template-law = Legal act { $number }
template-law-title = Title of the act
template-law-link = Address
template-note = What has changed
template-note-hint = Briefly, so that it can be understood in a year
template-save = Save
edit-f-scope = Who the template is for
edit-f-local = Guidance for institutions
edit-item-local = Guidance { $number }

template-confirm-title = Before template { $code } changes
template-confirm-lead = Nothing has been saved yet. Read what will change, then confirm or go on editing: all that you typed stays.
template-confirm-count = Saving changes { $count ->
    [one] { $count } description
   *[other] { $count } descriptions
    } of { $attached } attached ones at once.
template-confirm-what = Each of them is published as a new version with the name and the short description of the template. The other attached services keep their own words.
template-confirm-nobody = Saving changes no description of an attached service. Attached services: { $attached }.
template-confirm-alone = No service is attached to the template, so no description changes.
template-confirm-page = The page of the unified service shows the new text at once.
template-confirm = Confirm and save
template-confirm-back = Go on editing
template-confirm-changes = What changes in the template
template-confirm-services = Services whose descriptions change
template-confirm-more = { $count ->
    [one] And { $count } more service.
   *[other] And { $count } more services.
    }
template-confirm-moved = While you were reading, the descriptions that saving changes became others. Nothing has been saved, and all that you typed is kept. Read again and confirm.
template-confirm-plan-count = On { $day } the saved text changes { $count ->
    [one] { $count } description
   *[other] { $count } descriptions
    } of { $attached } attached ones, if nothing changes until then.
template-confirm-plan-what = On that day each of them is published as a new version with the name and the short description of the template. The other attached services keep their own words.
template-confirm-plan-page = The page of the unified service shows the new text from { $day }.
template-confirm-plan = Confirm and save from { $day }
template-confirm-joins = This change is also written into the text that takes effect on { $day }, so that it is not lost on that day.

template-plan-day = In force from
template-plan-day-hint = Day, month, year, such as 01.03.2027: tomorrow or later. Empty: at once.
template-plan-day-hint-waits = Day, month, year, such as 01.03.2027: tomorrow or later.
template-plan-title = A new text takes effect on { $day }
template-plan-text = Until that day the present text is in force. Then the new one takes effect by itself, and the attached services change as they do after a change at once. If you take the template out of use, the waiting text is taken back.
template-plan-nothing = It says nothing different from the text in force.
template-plan-edit = Edit the waiting text
template-plan-withdraw = Take back the waiting text
template-plan-refused-title = The text meant from { $day } has not taken effect
template-plan-refused = When the day came, something in the template did not meet the requirements any more. The text before it stayed in force, and the one that waited is kept. Open it, correct it and give a new day, or take it back.
template-plan-editing = This is the text that takes effect on { $day }. Saved, it takes the place of the waiting one; the text in force now does not change.
template-plan-editing-refused = This text was meant from { $day } and did not take effect. Correct it and give a new day.
template-plan-beside = This is the text in force. Another one waits and takes effect on { $day }: what you change now is written into it too, unless it says the same things differently.
template-plan-beside-refused = This is the text in force. Another one was meant from { $day } and did not take effect; it is kept.
template-plan-open = Open the waiting text
template-plan-taken-back = Texts taken back
template-plan-taken-back-line = Write on in the text meant from { $day }

template-coverage = Coverage
template-coverage-lead = Which institution has attached a service to which template.
template-coverage-caption = Institutions and templates: the code of the attached service
template-coverage-total = { $sum } attached
template-coverage-part = This page holds a part of the templates, and its sums are of that part alone. The others are on other pages, all of them together in the CSV file.
template-coverage-total-part = { $sum } attached to the templates on this page
template-coverage-pages = Pages of templates
template-coverage-none = No template is in use.
template-sum = { $attached } of { $of }
template-sum-head = Sum
template-sum-head-part = Sum on this page
template-csv = Download CSV
template-missing = missing
template-not-for = does not apply
template-not-open = not available
template-alone = Services attached to nothing
template-alone-text = Published services that are attached to no template: those of municipalities and, while a template for state institutions is in use, those of the other institutions too. Internal services are left out.
template-alone-none = Every published service is attached.
template-all-holders = All institutions

similar-title = Similar services
similar-lead = Services that share words, laws, documents or field. Decide whether they are the same.
similar-none = There are no such pairs.
similar-state = State
similar-state-open = To decide
similar-state-dismissed = Not the same
similar-state-merged = In one template
similar-kind = Kind
similar-kind-all = All kinds
similar-kind-permit = Permits and licences
similar-kind-benefit = Benefits and reliefs
similar-kind-certificate = Certificates and statements
similar-kind-registration = Registration and applications
similar-score = { $percent }% alike
similar-reason-name = name
similar-reason-law = law
similar-reason-documents = documents
similar-reason-summary = short description
similar-reason-cofog = field
similar-reason-kind = kind
similar-family = template { $code }
similar-make = Make a template from both
similar-join = Attach { $service } to template { $template }
similar-aside = Not the same
similar-back = Decide anew

done-template-begun = The template is begun. Check its words and take it into use.
done-template-saved = The template is saved. Holders of the attached services see the changes at once.
done-template-planned = The text is saved and waits for its day. Until then the present one is in force.
done-template-plan-withdrawn = The waiting text is taken back; the present one stays in force. You can open the one taken back at the end of the page and write on in it.
done-template-published = The template is in use.
done-template-withdrawn = The template is out of use. Its services stand alone again.
done-template-attached = The service is attached.
done-template-detached = The service is detached.
done-template-service-begun = The draft of a new service is begun and attached. Add fee, deadline and channels.
done-similar-aside = The pair is set aside as different services.
done-similar-back = The pair waits for a decision again.

error-template-name-long = The name is longer than 120 characters.
error-template-summary-long = The short description is longer than 400 characters.
error-template-link = The address must begin with https:// or http://.
error-template-incomplete = Something is missing in the template.
error-template-changed = Somebody else changed this template meanwhile. Your words are kept here; see the newest on the page of the template.
error-template-withdrawn = This template is no longer used.
error-template-published = The template is in use already.
error-template-not-published = The template is not in use.
error-template-plan-early = This day has begun already or is over. Enter tomorrow or a later day; leave it empty if the text is to be in force at once.
error-template-plan-draft = This template is not in use, so its text has no day to wait for. Leave it empty: the text is saved at once.
error-template-plan-same = What you typed says nothing different from the text in force, so nothing is left to wait for this day. Change the text; if the waiting one is not needed any more, take it back on the page of the template.
error-template-plan-no-day = This text waits for its day: enter tomorrow or a later day. If it is to be in force at once, first take back the waiting text on the page of the template, then open it among those taken back, empty the day and save.
error-template-plan-waits = This template already has a text meant from { $day }; only one can wait. Nothing was saved, and what you typed is kept in the form. Edit the waiting text, or first take it back on the page of the template.
error-template-plan-disputes = The text that takes effect on { $day } says the same things differently, so a change at once would be lost on that day. Nothing was saved, and what you typed is kept in the form. Put the change into the waiting text, or first take that one back on the page of the template.
error-template-plan-none = No text of this template waits for its day any more: it was taken back or has taken effect. See the one in force on the page of the template.
error-template-plan = There is no such waiting text.
error-template-scope = This template is not for institutions of this kind.
error-template-service-attached = Service { $code } is attached to a template already. To attach it to another one, detach it first on the page of its template.
error-template-holder-twice = The institution has a service in this template already.
error-template-deviation-long = The explanation is longer than 500 characters.
error-template-life-event = There is no such published life situation: { $words }. Untick it or choose another; everything else that you typed is kept.
error-template-choose = Choose one of the values offered.
error-template-choose-service = Choose a service.
error-template-service = This service is not attached to the template.
error-service-template = There is no such template.
error-similar = There is no such pair.
error-similar-none = No service is chosen.
error-similar-merged = These services are in one template already.

error-service-cofog = Give the COFOG code of the state function, for example 10.4.0.
error-service-element-missing = This element is required.
