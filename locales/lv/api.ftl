# Texts of the API.

error-bad-json = Ziņojuma saturs nav derīgs JSON: { $reason }.
    .next = Izlabojiet saturu; paraugs ir /openapi.json.
error-json-place = { $line }. rinda, { $column }. zīme
error-bad-form-body = Ziņojuma saturu nevar nolasīt: { $reason }.
error-body-type = Ziņojuma tipam jābūt { $wanted }.
error-bad-if-match = Galvenē „If-Match” jābūt vērtībai no „ETag”, piemēram, "7".
