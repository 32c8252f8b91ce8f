# Persons, sign-in, sessions, systems (module identity)

mandate-board-member = board member
mandate-procurator = procurator
mandate-authorised = authorised person

assurance-none = not checked
assurance-low = low
assurance-substantial = substantial
assurance-high = high

scope-cases-read = Read the institution's cases and their progress
scope-cases-write = Report progress and results of the institution's cases
scope-consultations-write = Register consultations
scope-indicators-read = Read indicators

error-personal-code-length = A personal code has 11 digits, for example 320000-12345.
error-personal-code-date = A personal code begins with the birth date, but there is no such date. Check the first six digits.
error-personal-code-check = There is a typing error in the personal code. Check the digits.
error-person-code-form = A stored personal code is not valid.
error-person-code-lost = The personal code could not be kept.
error-person-codes-differ = The personal codes belong to two different persons.
    .kept = Nothing was changed.
    .next = Ask the support of the platform: somebody must look at the records.
error-person-lost = The record of the person cannot be found.
error-registration-number-form = A registration number has 11 digits, the first of them 4 to 9.
error-registration-number-check = There is a typing error in the registration number. Check the digits.
error-client-name = Write the family name of the client
error-client-unknown = Nobody with this code and family name has signed in to the platform yet. Check both; if they are right, register the application without a known client.
error-client-company-unknown = The platform knows no company with this number. Check the number; if it is right, register the application without a known client.
error-iban-form = The bank account number (IBAN) is not right. A Latvian one has 21 characters, for example LV80 BANK 0000 4351 9500 1.
error-iban-check = There is a typing error in the bank account number (IBAN). Check it.
error-email-form = The e-mail address is not right. It should look like name@example.lv.
error-phone-form = The telephone number is not right. Write 8 digits or a number with its country code, for example +371 20000000.
error-text-too-long = The text is too long: at most 300 characters.

error-person = There is no such person, or you may not see their data.
error-organisation = There is no such organisation.
error-representation = There is no such right to represent.
error-representation-ground = A stored ground of representation is not known.
error-session = There is no such session, or it is over.
error-profile-invalid = The data were not saved, because some fields are not right.
    .kept = What you typed is kept on this page.
    .next = Correct the fields that are named and save again.
error-stale-revision = Somebody changed these data meanwhile, so your changes were not saved.
    .kept = What you typed is kept on this page.
    .next = Open the page again, compare and save again.
error-unknown-profile = There is no such profile. Choose one from the list.
error-profile-not-yours = You may not act in this profile, or the right has ended.
    .kept = Your present profile is unchanged.
    .next = Choose another profile from the list.

error-return-path = The address to return to is not an address of this site.
error-sign-in-expired = The sign-in was not finished in time, or it was used already.
    .kept = Saved drafts are not lost.
    .next = Begin to sign in again.
error-sign-in-refused = The sign-in failed: the identity provider did not confirm it.
    .kept = Saved drafts are not lost.
    .next = Try again or choose another way to sign in.
error-sign-in-unavailable = Signing in does not work at present: the identity provider does not answer.
    .kept = Saved drafts are not lost.
    .next = Try again in a few minutes. Service descriptions can be read without signing in.
error-sign-in-no-code = The identity provider gave no valid personal code, so you cannot be signed in.
    .next = Sign in with a means that proves a Latvian personal code.
error-sign-in-no-name = The identity provider gave no name, so you cannot be signed in.
    .next = Sign in with another means.
error-oidc-settings = Sign-in is not set up correctly ({ $key }).

error-api-client = There is no such system, or it was revoked.
error-api-client-invalid = The system was not registered, because some fields are not right.
error-api-client-name = Give the system a name of at most 100 characters.
error-api-client-scopes = Choose at least one permission.
error-invalid-client = The client id or secret is not right, or the client was revoked.
error-invalid-scope = The client cannot have the permission { $scope }.
error-token-without-holder = The access token has no holder.
error-persona-missing = The field "persona" is missing.
    .title = No demonstration person is named
    .kept = Nothing was changed.
    .next = Send the field persona in a form; /demo/personas lists the persons.
error-persona = There is no such demonstration person.
    .title = Demonstration person not found
    .kept = Nothing was changed, and nobody was signed in.
    .next = Choose a person on the sign-in page or in the list /demo/personas.
error-persona-code-taken = The personal code of the demonstration person { $persona } belongs to somebody else.
    .title = The code of a demonstration person is taken
    .kept = Nothing was changed.
    .next = Give this person another invented code and start the demonstration again.
