# Texts of the workplace: requests that came to the institution another way.

work-register = Register a received application
work-register-lead = For an application that came to the institution in person, by post, by phone, by e-mail or in another system. It becomes a case like all others.
work-register-channel = How the application came
work-register-day = Day on which it came
work-register-day-hint = For instance, 23.11.2026. The term counts from this day.
work-register-client = Who the client is
work-register-client-person = A person who has signed in to the platform before
work-register-client-person-hint = Give the personal code and the family name.
work-register-client-company = A company that somebody has acted for on the platform
work-register-client-company-hint = Give the registration number.
work-register-client-unknown = The platform does not know the client
work-register-client-unknown-hint = For instance, a foreigner or somebody who does not use the portal. The client does not see such a case in an account.
work-register-family-name = Family name
work-register-number = Registration number
work-register-note = Note
work-register-note-hint = What is asked and how to answer. The client sees the note. Write no personal codes, health or other special data.
work-register-file = Scanned application
work-register-file-hint = It can be added when the platform knows the client.
work-register-send = Register the application
error-work-register-client = Choose who the client is
done-case-registered = The application is registered and waits in the queue.
work-register-kept = The application is registered under the number { $number }
work-register-kept-text = Tell the client the number. { $institution } handles the case; its term is already counted. A client whom the platform knows sees the case in the account; you cannot open it any more.

work-intake = Application received by the institution
work-intake-no-answers = The application was registered by the institution; no answers were entered.
work-intake-answers = The application was registered by the institution together with the answers.
work-received-on = received { $day }
work-recorded-with-company = This viewing is recorded with the case and visible to those who act for the company and to auditors.
