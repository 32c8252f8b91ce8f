# Institutions and their staff.
institution-kind-state_institution = State institution
institution-kind-municipality = Municipality
institution-kind-service_centre = Customer service centre
institution-kind-ministry = Ministry
institution-kind-operator = Platform operator
institution-origin-reference = Public facts
institution-origin-example = Invented example
institution-origin-imported = Imported test data

error-institution = There is no such institution, or you may not see its data.
error-institution-parent = The list of institutions is faulty: institution { $code } is not in it.
error-membership = There is no such role, or you may not see it.
error-membership-not-yours = You cannot give or take this role: you give roles in your own institution only, and a platform administrator gives the roles of auditor and platform administrator.
error-membership-role = The role { $role } cannot be given in an institution.
error-membership-dates = A role must end after it begins.

# The page of an institution
institution-contacts = Contact
institution-contacts-none = The portal has no contact details of this institution.
institution-write = Write to the institution
institution-places = Places to go to
institution-services = Services of the institution
institution-services-none = This institution has no services on the portal that can be requested.
institution-about = About the institution
institution-code = Code
institution-number = Registration number
institution-above = Under
institution-content = Who answers for the content
institution-content-text = The institution's contact person answers for its descriptions of services and other content on the portal. If something is wrong or unclear, use the contact details of the institution.
