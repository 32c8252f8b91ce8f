# Texts of the API.

error-bad-json = The body is not valid JSON.
    .next = Correct the body; /openapi.json has an example.
error-json-place = Line { $line }, column { $column }: the text breaks off or holds a character that JSON does not allow there.
error-body-not-utf8 = The body is not text in UTF-8.
    .kept = Nothing was changed.
    .next = Send it in UTF-8.
error-json-data = The body is JSON, but not what is asked for here.
    .kept = Nothing was changed.
    .next = Correct the places that are named; /openapi.json has an example.
error-json-field-missing = The field "{ $name }" is missing.
error-json-field-unknown = There is no field "{ $name }" here; there are: { $known }.
error-json-field-surplus = There is no field "{ $name }" here.
error-json-value-unknown = "{ $value }" is none of the values that there are: { $known }.
error-json-value = This value cannot be taken: it is out of range or not written as /openapi.json says.
error-json-type = { $found ->
    [text] Text
    [number] A number
    [boolean] "true" or "false"
    [nothing] "null"
    [list] A list
    [object] An object
   *[other] A value of this kind
 } was sent; { $expected ->
    [text] text
    [number] a number
    [boolean] "true" or "false"
    [nothing] "null"
    [list] a list
    [object] an object
   *[other] a value of another kind
 } is wanted.
error-file-base64 = The content is not base64 (RFC 4648).
error-bad-form-body = The body cannot be read: { $reason }.
error-body-type = The body must be of type { $wanted }.
error-bad-if-match = The header “If-Match” must hold a value of “ETag”, for instance "7".
error-bad-query = A parameter of the address cannot be read.
    .kept = Nothing was changed.
    .next = Correct the parameters that are named; /openapi.json says what each may hold.
error-query-number = The parameter "{ $name }" must be a whole number that is not below 0.
error-query-boolean = The parameter "{ $name }" must be "true" or "false".
error-query-date = The parameter "{ $name }" must be a day, for instance 2026-01-31.
error-query-id = The parameter "{ $name }" must be an identifier (UUID).
error-query-twice = The parameter "{ $name }" may be given once only.
error-query-value = The parameter "{ $name }" holds a value that cannot be taken.
