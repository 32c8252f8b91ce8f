# Texts of the API.

error-bad-json = Ziņojuma saturs nav derīgs JSON.
    .next = Izlabojiet saturu; paraugs ir /openapi.json.
error-json-place = { $line }. rinda, { $column }. zīme: šeit teksts ir pārtraukts vai ir zīme, ko JSON šajā vietā neatļauj.
error-body-not-utf8 = Ziņojuma saturs nav teksts UTF-8 kodējumā.
    .kept = Nekas nav mainīts.
    .next = Nosūtiet to UTF-8 kodējumā.
error-json-data = Ziņojuma saturs ir JSON, taču ne tāds, kāds šeit vajadzīgs.
    .kept = Nekas nav mainīts.
    .next = Izlabojiet norādītās vietas; paraugs ir /openapi.json.
error-json-field-missing = Trūkst lauka „{ $name }”.
error-json-field-unknown = Lauks „{ $name }” šeit nav paredzēts; paredzētie lauki: { $known }.
error-json-field-surplus = Lauks „{ $name }” šeit nav paredzēts.
error-json-value-unknown = Vērtība „{ $value }” šeit nav paredzēta; paredzētās vērtības: { $known }.
error-json-value = Šo vērtību nevar pieņemt: tā ir ārpus robežām vai nav rakstīta tā, kā norādīts /openapi.json.
error-json-type = Vajadzīgais vērtības veids: { $expected ->
    [text] teksts
    [number] skaitlis
    [boolean] „true” vai „false”
    [nothing] „null”
    [list] saraksts
    [object] objekts
   *[other] cits
 }; nosūtītais: { $found ->
    [text] teksts
    [number] skaitlis
    [boolean] „true” vai „false”
    [nothing] „null”
    [list] saraksts
    [object] objekts
   *[other] cits
 }.
error-file-base64 = Saturs nav base64 kodējumā (RFC 4648).
error-bad-form-body = Ziņojuma saturu nevar nolasīt: { $reason }.
error-body-type = Ziņojuma tipam jābūt { $wanted }.
error-bad-if-match = Galvenē „If-Match” jābūt vērtībai no „ETag”, piemēram, "7".
error-bad-query = Adreses parametru nevar nolasīt.
    .kept = Nekas nav mainīts.
    .next = Izlabojiet nosauktos parametrus; kas katrā drīkst būt, norādīts /openapi.json.
error-query-number = Parametrā „{ $name }” jābūt veselam skaitlim, kas nav mazāks par 0.
error-query-boolean = Parametrā „{ $name }” jābūt „true” vai „false”.
error-query-date = Parametrā „{ $name }” jābūt dienai, piemēram, 2026-01-31.
error-query-id = Parametrā „{ $name }” jābūt identifikatoram (UUID).
error-query-twice = Parametru „{ $name }” drīkst norādīt tikai vienreiz.
error-query-value = Parametrā „{ $name }” ir vērtība, ko nevar pieņemt.
