# People who act for a company: who acts in its name, and which services each may use.

error-service-not-assigned = The management of the company has not assigned this service to you.
    .kept = What was saved before is unchanged.
    .next = Ask the management of the company (a board member or the procurator) to assign it to you on the page “People who act for the company”. It takes effect at once.
error-company-management-only = Only the management of the company sees and changes who acts for it, while acting for the company.
    .next = If you are a board member or the procurator, choose in your profile to act for the company. Otherwise ask the management of the company.
error-representation-of-management = The rights of the management are entered in the Register of Enterprises, so they cannot be changed here.
    .next = Report changes of the board or the procuration to the Register of Enterprises.
error-representative-invalid = The person was not added, because some fields are not right.
error-representative-changed = Somebody has changed what this person may do meanwhile, so what you asked for was not done.
    .kept = What was saved before stands; nothing of it was changed by you.
    .next = Open this person again on the page “People who act for the company”, see what is assigned now and, if it is still needed, do it again.
error-representative-name = Write the family name of the person.
error-representative-unknown = We found nobody with this personal code and family name. Check both. The person must have signed in to this portal at least once.
error-representative-known = This person acts for the company already. Find them in the list.
error-representative-too-many = Very many people were looked for on behalf of the company within the last hour. Try again in an hour.
error-representative-scope = Choose whether you assign all services or only chosen ones.
error-representative-services-many = At most { $most } services can be assigned one by one. If more are needed, assign all.

represent-title = People who act for the company
represent-lead = Decide who acts in the name of the company, and which services each of them may use.
represent-open = See and change who acts for the company
represent-people = Who acts for the company
represent-you = you
represent-all = All services
represent-nothing = No service is assigned yet
represent-count = { $count ->
    [one] { $count } service
   *[other] { $count } services
    }
represent-code = personal code
represent-since = since { $day }
represent-add = Add a person
represent-add-text = Next you choose which services they may use. Until then they can request nothing in the name of the company.
represent-personal-code = Personal code
represent-personal-code-hint = For example, 320000-12345
represent-family-name = Family name
represent-add-send = Add
represent-fixed = The management may use all services. These rights are entered in the Register of Enterprises, so they cannot be changed here.
represent-services = What they may use
represent-scope = Services
represent-scope-all = All services
represent-scope-all-hint = Also those that come later. They cannot change who acts for the company.
represent-scope-chosen = Chosen services only
represent-scope-chosen-hint = In the name of the company this person cannot apply for other services and does not see their cases.
represent-assigned = Assigned services
represent-assigned-none = None yet. Find a service and assign it.
represent-remove = Take away
represent-find = Assign another service
represent-find-label = Code of the service, or words to search for
represent-find-none = We found nothing for “{ $q }”. Try other words or the code of the service.
represent-has = Assigned already
represent-assign = Assign
represent-end = End the right to act
represent-end-text = This person can no longer act for the company; it takes effect at once. Applications that they sent stay with the company.
represent-end-send = End the right to act
done-representative-added = The person was added. Now assign services.
done-services-assigned = The assigned services are saved. The change takes effect at once.
done-representative-ended = The right to act has ended.

# For who acts for a company
home-assigned = Services you may use for your company
home-assigned-text = Only those that the management of the company assigned to you.
home-assigned-all = All services assigned to you
home-assigned-none = The management of the company has not assigned any service to you yet. Ask a board member or the procurator.
browse-clients-assigned = Services of the company assigned to you
services-unassigned = Not assigned to you
service-unassigned = You cannot apply for this service in the name of { $company }: the management of the company has not assigned it to you. Ask a board member or the procurator.
