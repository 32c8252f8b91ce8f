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
