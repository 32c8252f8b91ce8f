# Personas, pieslēgšanās, sesijas, sistēmas (modulis identity)

mandate-board-member = valdes loceklis
mandate-procurator = prokūrists
mandate-authorised = pilnvarota persona

assurance-none = nav pārbaudīta
assurance-low = zema
assurance-substantial = būtiska
assurance-high = augsta

scope-cases-read = Lasīt iestādes lietas un to gaitu
scope-cases-write = Ziņot par iestādes lietu gaitu un rezultātu
scope-consultations-write = Reģistrēt konsultācijas
scope-indicators-read = Lasīt rādītājus

error-personal-code-length = Personas kodā jābūt 11 cipariem, piemēram, 320000-12345.
error-personal-code-date = Personas koda sākumā jābūt dzimšanas datumam, bet tāda datuma nav. Pārbaudiet pirmos sešus ciparus.
error-personal-code-check = Personas kodā ir pārrakstīšanās kļūda. Pārbaudiet ciparus.
error-person-code-form = Glabātajās ziņās ir nederīgs personas kods.
error-person-code-lost = Personas kodu neizdevās saglabāt.
error-person-codes-differ = Norādītie personas kodi pieder divām dažādām personām.
    .kept = Nekas nav mainīts.
    .next = Sazinieties ar platformas atbalstu: ieraksti jāpārbauda cilvēkam.
error-person-lost = Personas ieraksts nav atrodams.
error-registration-number-form = Reģistrācijas numurā jābūt 11 cipariem, un pirmais ir no 4 līdz 9.
error-registration-number-check = Reģistrācijas numurā ir pārrakstīšanās kļūda. Pārbaudiet ciparus.
error-client-name = Ierakstiet klienta uzvārdu
error-client-unknown = Persona ar šādu kodu un uzvārdu platformai vēl nav pieslēgusies. Pārbaudiet abus; ja tie ir pareizi, reģistrējiet iesniegumu bez zināma klienta.
error-client-company-unknown = Uzņēmums ar šādu numuru platformai nav zināms. Pārbaudiet numuru; ja tas ir pareizs, reģistrējiet iesniegumu bez zināma klienta.
error-iban-form = Bankas konta numurs (IBAN) nav pareizs. Latvijas kontam ir 21 zīme, piemēram, LV80 BANK 0000 4351 9500 1.
error-iban-check = Bankas konta numurā (IBAN) ir pārrakstīšanās kļūda. Pārbaudiet to.
error-email-form = E-pasta adrese nav pareiza. Tai jābūt, piemēram, vards@example.lv.
error-phone-form = Tālruņa numurs nav pareizs. Rakstiet 8 ciparus vai numuru ar valsts kodu, piemēram, +371 20000000.
error-text-too-long = Teksts ir par garu: drīkst būt līdz 300 rakstzīmēm.

error-person = Šādas personas nav, vai arī tās dati jums nav redzami.
error-organisation = Šādas organizācijas nav.
error-representation = Šāda pārstāvības ieraksta nav.
error-representation-ground = Glabātajās ziņās ir nezināms pārstāvības pamats.
error-session = Šādas sesijas nav, vai arī tā jau ir beigusies.
error-profile-invalid = Dati nav saglabāti, jo daži lauki nav aizpildīti pareizi.
    .kept = Ievadītais ir saglabāts šajā lapā.
    .next = Izlabojiet norādītos laukus un saglabājiet vēlreiz.
error-stale-revision = Kāds pa to laiku šos datus ir mainījis, tāpēc jūsu izmaiņas nav saglabātas.
    .kept = Ievadītais ir saglabāts šajā lapā.
    .next = Atveriet lapu no jauna, salīdziniet un saglabājiet vēlreiz.
error-unknown-profile = Šāda profila nav. Izvēlieties profilu no saraksta.
error-profile-not-yours = Šajā profilā jūs darboties nevarat, vai arī tiesības ir beigušās.
    .kept = Jūsu pašreizējais profils nav mainīts.
    .next = Izvēlieties citu profilu no saraksta.

error-return-path = Atgriešanās adrese nav šīs vietnes adrese.
error-sign-in-expired = Pieslēgšanās nav pabeigta laikā, vai arī tā jau ir izmantota.
    .kept = Saglabātie melnraksti nav zuduši.
    .next = Sāciet pieslēgšanos no jauna.
error-sign-in-refused = Pieslēgšanās nav izdevusies: identitātes apliecinātājs to neapstiprināja.
    .kept = Saglabātie melnraksti nav zuduši.
    .next = Mēģiniet vēlreiz vai izvēlieties citu pieslēgšanās veidu.
error-sign-in-unavailable = Pieslēgšanās pašlaik nedarbojas: identitātes apliecinātājs neatbild.
    .kept = Saglabātie melnraksti nav zuduši.
    .next = Mēģiniet vēlreiz pēc dažām minūtēm. Pakalpojumu aprakstus var lasīt arī bez pieslēgšanās.
error-sign-in-no-code = Identitātes apliecinātājs nenosauca derīgu personas kodu, tāpēc pieslēgties nevar.
    .next = Pieslēdzieties ar līdzekli, kas apliecina Latvijas personas kodu.
error-sign-in-no-name = Identitātes apliecinātājs nenosauca vārdu un uzvārdu, tāpēc pieslēgties nevar.
    .next = Pieslēdzieties ar citu līdzekli.
error-oidc-settings = Pieslēgšanās nav pareizi iestatīta ({ $key }).

error-api-client = Šādas sistēmas nav, vai arī tā ir atsaukta.
error-api-client-invalid = Sistēma nav reģistrēta, jo daži lauki nav aizpildīti pareizi.
error-api-client-name = Norādiet sistēmas nosaukumu, ne garāku par 100 rakstzīmēm.
error-api-client-scopes = Izvēlieties vismaz vienu atļauju.
error-invalid-client = Sistēmas identifikators vai parole nav pareiza, vai arī sistēma ir atsaukta.
error-invalid-scope = Sistēmai nevar dot atļauju { $scope }.
error-token-without-holder = Piekļuves zīmei nav īpašnieka.
error-persona-missing = Trūkst lauka „persona”.
    .title = Nav nosaukta izmēģinājuma persona
    .kept = Nekas nav mainīts.
    .next = Nosūtiet veidlapā lauku „persona”; personas uzskaitītas adresē /demo/personas.
error-persona = Šādas izmēģinājuma personas nav.
    .title = Izmēģinājuma persona nav atrasta
    .kept = Nekas nav mainīts, un neviens nav pieslēgts.
    .next = Izvēlieties personu pieslēgšanās lapā vai sarakstā /demo/personas.
error-persona-code-taken = Izmēģinājuma personas { $persona } kods jau pieder citai personai.
    .title = Izmēģinājuma personas kods ir aizņemts
    .kept = Nekas nav mainīts.
    .next = Norādiet šai personai citu izdomātu kodu un palaidiet demonstrāciju no jauna.
