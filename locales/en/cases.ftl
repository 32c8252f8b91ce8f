# Texts of the module cases: errors.

error-case = There is no such application, or it is not yours.
    .next = Check the number or open the list “My applications”.
error-case-changed = Application { $number } has changed meanwhile. What you wrote is not lost.
    .next = See what has changed and send again.
error-case-state = This cannot be done with application { $number } now: its state is another.
    .next = Open the application and see what is happening to it.
error-case-taken = A colleague has already taken application { $number }.
    .next = Take the next one from the queue.
error-case-has-no-client = The client of this application is not known, so no file can be added to it.
error-case-not-over = You can rate application { $number } when it is finished.
error-case-rated = You have already rated application { $number }. Thank you!
error-changed-meanwhile = The data have changed meanwhile. Nothing is lost.
    .next = Load the page again and try once more.
error-report-in-future = The time of the event lies in the future.
error-time-in-future = Give a time that has already been
error-report-before-case = The time of the event lies before application { $number } was received. The event was not kept.
    .next = Send the event again with the time when it happened, or without a time: then it counts as of now.
error-time-before-case = Give a time that is not before the application was received
error-text-needed = Write a text
error-answer-days = Give a whole number of working days from 1 to 60
error-words-too-long = Shorten the text: no more than { $most } characters
error-answer-needed = Write an answer or add a file
error-rating-needed = Choose a rating from 1 to 5
error-bad-idempotency-key = The header “Idempotency-Key” must have one key of 1 to 200 visible ASCII characters (letters without marks, digits, signs; no spaces). Nothing was kept.
error-key-reused = This key was already used for another request. Nothing was kept twice.
    .next = Send it with a new key.
error-service-has-no-form = This service cannot be requested electronically here.
    .next = The page of the service names other ways to get it.
error-service-of-another-holder = This service belongs to another institution.
error-consultation-kept = The consultation can no longer be taken back: more than 30 seconds have passed, or somebody else registered it.
    .title = The consultation can no longer be taken back
    .kept = The consultation stays registered.
    .next = Open the queue and go on.
error-unknown-word = The value “{ $word }” is not known.

