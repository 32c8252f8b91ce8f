# Texts of the API.

error-bad-json = The body is not valid JSON: { $reason }.
    .next = Correct the body; /openapi.json has an example.
error-json-place = Line { $line }, column { $column }
error-bad-form-body = The body cannot be read: { $reason }.
error-body-type = The body must be of type { $wanted }.
error-bad-if-match = The header “If-Match” must hold a value of “ETag”, for instance "7".
