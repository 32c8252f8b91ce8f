# Unified services: pages for residents.
unified-title = Unified services
unified-lead = Services that are the same in every municipality. Read one description and choose your municipality: fee, deadline and contacts are its own.
unified-none = There are no unified services yet.
unified-holders = { $count ->
    [one] At { $count } institution
   *[other] At { $count } institutions
    }
unified-choose = Your municipality
unified-choose-any = Your municipality or another institution
unified-show = Show
unified-unknown = There is no such municipality in the list. Choose from the list.
unified-between = { $from } to { $to }
unified-own-name = Here the service is called “{ $name }”.
unified-closed = The service cannot be requested here at present.
unified-conditions = Conditions that hold here
unified-documents = Documents needed here
unified-steps = Steps here
unified-laws = Laws that hold here
unified-online = Apply at { $site }
unified-whole = The institution's whole description
unified-not-there = { $name } has not joined the unified description of this service yet. That does not mean there is no such service: ask the institution.
unified-ask-desk = Ask at the municipality's customer service centre or call the municipality.
unified-holder = Institution
unified-compare = Fees and deadlines elsewhere
unified-compare-all = Fees and deadlines by institution
unified-compare-hint = Where fee or deadline differ by channel or case, the lowest and the highest are shown.
unified-absent = Who has not joined yet
unified-absent-text = These municipalities most likely provide the service but have not joined its unified description yet. Choose one to see where to ask.
unified-absent-count = { $count ->
    [one] { $count } municipality
   *[other] { $count } municipalities
    }
unified-what = What is a unified service?
unified-what-text = Name, steps and laws are the same everywhere. Each institution sets its own fee, deadline, hours and contacts.
unified-part = A unified service
unified-part-text = Several institutions describe this service in the same way: “{ $name }”.
unified-part-compare = Compare fees and deadlines
