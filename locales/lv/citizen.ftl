# Texts of the residents' portal.
home-title = Valsts un pašvaldību pakalpojumi
home-lead = Atrodiet pakalpojumu, nosūtiet iesniegumu un sekojiet līdzi, līdz saņemat rezultātu.
home-mine = Mana darbvieta
home-all = Skatīt visus pakalpojumus
home-how = Kā tas darbojas
home-how-once = Neprasām to, ko valsts jau zina: aizpildām no reģistriem un norādām avotu.
home-how-follow = Katra iesnieguma gaita ir redzama soli pa solim ar termiņu.
home-how-seen = Jūs redzat, kurš un kāpēc ir skatījis jūsu datus.

services-title = Pakalpojumi
services-search-label = Meklēt pakalpojumu
services-none = Meklējot „{ $q }”, neko neatradām. Pamēģiniet citu vārdu vai īsāku tā daļu.
services-show-all = Rādīt visus pakalpojumus
services-code = Kods { $code }
services-online = Var pieteikt internetā
services-closed = Slēgts

service-start = Pieteikties
service-save-note = Varat saglabāt un turpināt 30 dienu laikā, arī citā ierīcē.
service-continue-draft = Turpināt saglabāto melnrakstu
service-closed-title = Šis pakalpojums ir slēgts.
service-closed-since = Kopš { $day } pakalpojumam vairs nevar pieteikties. Agrāk saņemtos iesniegumus iestāde izskata līdz galam.
service-some-places = Ne visās vietās: skatiet, kura ir tuvākā.
service-from-title = Pieteikt varēs no { $day }
service-from-text = Līdz tam pieteikumus nepieņem; aprakstu varat izlasīt jau tagad.
service-again = Atkal pieteikt varēs no { $day }
service-instead = Tā vietā skatiet:
service-start-elsewhere = Pieteikties iestādes vietnē
service-elsewhere-note = Pieteikums ir vietnē { $site }. Tur, iespējams, būs jāpieslēdzas vēlreiz.
service-elsewhere-signed-in = Pieteikums ir vietnē { $site }. Otrreiz tur nebūs jāpieslēdzas.
service-not-online = Šo pakalpojumu internetā pieteikt vēl nevar. Zemāk redzat, kā to saņemt citādi.
service-documents = Kas būs vajadzīgs
service-once-only = Ziņas, kas jau ir valsts reģistros, neprasīsim: aizpildīsim tās jūsu vietā.
service-who = Kas var pieteikties
service-steps = Kas notiks pēc pieteikšanās
service-channels = Kā pieteikties, cik tas maksā un cik ilgi jāgaida
service-channel = Veids
service-fee = Maksa
service-fee-free = Bez maksas
service-deadline = Termiņš
service-appeal = Ja nepiekrītat lēmumam
service-law = Tiesiskais regulējums
service-side = Iestāde un saziņa
service-provider = Atbildīgā iestāde
service-together = Iestādes, kas sniedz kopā
service-together-about = Pakalpojumam nav viena turētāja. Aprakstu un kārtību kopā ar šīm iestādēm veido { $holder }.
service-contacts = Saziņa
service-fact-fee = Maksa
service-fact-deadline = Termiņš
service-fact-form = Kā pieteikties
service-fact-online = Internetā un citādi
service-fact-offline = Klātienē vai rakstiski
service-fact-sign-in = Pieslēgšanās
service-fact-code = Pakalpojuma kods
service-fact-cofog = Funkcija (COFOG)
service-fact-territory = Teritorija
service-fact-clients = Klienti
service-fact-updated = Apraksts spēkā no

apply-back = Atpakaļ uz pakalpojuma aprakstu
apply-for = Iesniegumu aizpilda { $name }.
apply-steps = Soļi
apply-registers = Kad sāksiet, jūsu vārdu, personas kodu un citas zināmās ziņas paņemsim no reģistra. Avotu norādīsim pie katra lauka, un ziņas varēsiet labot.
apply-start = Sākt
apply-draft = Jums ir iesākts iesniegums
apply-draft-text = Saglabāts { $saved }. Melnrakstu glabājam līdz { $expires }
apply-draft-continue = Turpināt iesākto

step-progress = Iesnieguma soļi
step-of = { $number }. solis no { $total }
step-later = Saglabāt un turpināt vēlāk
step-saved = Melnraksts saglabāts { $at }
step-help = Vajadzīga palīdzība?
step-help-text = Iesniegumu izskatīs { $holder }. Melnrakstu redzat tikai jūs; iestāde to saņem pēc iesniegšanas.
step-register-unreachable = Reģistrs pašlaik neatbild, tāpēc lūdzam šo ziņu ierakstīt pašiem. Pie atbildes tas būs norādīts.
step-source-unreachable = { $register } (neatbildēja { $at }; ierakstījis iesniedzējs)
step-source-register = { $register }, { $at }
step-source-changed = { $register }, { $at } (iesniedzējs labojis)

check-title = Pārbaude un iesniegšana
check-lead = Pārbaudiet atbildes. Pēc iesniegšanas tās saņems { $holder }.
check-truth = Apliecinu, ka sniegtās ziņas ir patiesas.
check-truth-hint = Par nepatiesu ziņu sniegšanu var būt likumā noteikta atbildība.
check-submit = Iesniegt
error-truth-needed = Apliecināt, ka ziņas ir patiesas, ir nepieciešams, lai iesniegtu

drafts-title = Melnraksti
drafts-lead = Melnrakstus glabājam 30 dienas pēc pēdējām izmaiņām.
drafts-none = Jums nav iesāktu iesniegumu.
drafts-saved = Saglabāts { $at }. Glabājam līdz { $expires }
drafts-discard = Dzēst melnrakstu
done-draft-saved = Melnraksts ir saglabāts. Varat turpināt jebkurā ierīcē.
done-draft-discarded = Melnraksts ir dzēsts.

submitted-title = Iesniegums ir saņemts
submitted-lead = { $service }. Saņemts { $at }.
submitted-next = Kas notiks tālāk
submitted-next-1 = Iesniegumu izskatīs { $holder }.
submitted-next-2 = Lēmumu pieņems līdz { $day }
submitted-next-3 = Ja būs vajadzīgas papildu ziņas, tās lūgsim iesnieguma lapā, un termiņš tikmēr apstāsies.
submitted-open = Skatīt iesnieguma gaitu

cases-title = Mani iesniegumi
cases-none = Jums vēl nav iesniegumu.
case-number = Numurs
case-submitted-on = Iesniegts { $day }
case-all = Visi iesniegumi
case-course = Iesnieguma gaita
case-answers = Iesniegtās ziņas
case-documents = Pievienotie dokumenti
case-views = Kas skatījis šī iesnieguma datus
case-handler = Izskata
case-due = Termiņš: { $day }
case-actions = Darbības
case-service = Pakalpojuma apraksts
case-withdraw = Atsaukt iesniegumu
case-side = Iestāde un darbības
case-next-office = Tālāk rīkojas iestāde: { $holder }.
case-next-client = Tālāk jārīkojas jums: atbildiet uz iestādes lūgumu.
case-next-done = Jums vairs nekas nav jādara.
case-ask-title = Iestāde lūdz papildu ziņas līdz { $day }
case-ask-late = Kamēr gaidām jūsu atbildi, termiņš ir apturēts. Ja līdz šai dienai neatbildēsiet, iestāde turpinās ar tām ziņām, kas tai ir.
case-answer = Jūsu atbilde
case-answer-text = Atbildes teksts
case-answer-file = Dokuments
case-answer-send = Nosūtīt atbildi
case-decision = Lēmums
case-decision-appeal = Ja nepiekrītat, lēmumu var apstrīdēt.
case-rate = Novērtējiet pakalpojumu
case-rate-legend = Cik apmierināts esat ar pakalpojumu? 1 ir ļoti neapmierināts, 5 ļoti apmierināts
case-rate-comment = Komentārs
case-rate-hint = Nerakstiet personas datus.
case-rate-send = Nosūtīt vērtējumu
case-rated = Jūsu vērtējums
case-complain = Iesniegt sūdzību par apkalpošanu
case-complain-text = Par ko sūdzaties?
case-complain-hint = Sūdzība par apkalpošanu neaizstāj lēmuma apstrīdēšanu.
case-complain-send = Nosūtīt sūdzību
done-answered = Atbilde ir nosūtīta iestādei.
done-rated = Paldies! Vērtējums ir saņemts.
done-complained = Sūdzība ir saņemta.
done-withdrawn = Iesniegums ir atsaukts.

withdraw-title = Vai atsaukt iesniegumu?
withdraw-text = Iestāde iesniegumu vairs neizskatīs. Pēc atsaukšanas to nevar atjaunot, bet varat iesniegt jaunu.
withdraw-confirm = Jā, atsaukt iesniegumu
withdraw-back = Atpakaļ uz iesniegumu

documents-title = Dokumenti
documents-none = Jums vēl nav dokumentu.
documents-name = Dokuments
documents-case = Iesniegums
documents-when = Pievienots
documents-size = Lielums

views-title = Kas skatījis manus datus
views-lead = Katra reize, kad iestādes darbinieks ir atvēris jūsu datus. Jaunākās ir augšā.
views-none = Neviens vēl nav skatījis jūsu datus.
views-when = Kad
views-who = Kas
views-what = Ko
views-why = Kāpēc
views-case = Iesniegums

profile-title = Profils
profile-changed = Jūsu dati pa šo laiku ir mainīti citā logā. Šeit ir tas, ko ierakstījāt: pārbaudiet un saglabājiet vēlreiz.
profile-person = Par jums
profile-name = Vārds, uzvārds
profile-code = Personas kods
profile-birth-date = Dzimšanas datums
profile-act = Kā vārdā rīkojaties
profile-act-text = Iesniegumi un melnraksti katram ir atsevišķi.
profile-act-self = Savā vārdā
profile-contact = Saziņa un izmaksas
profile-email = E-pasts
profile-phone = Tālrunis
profile-iban = Bankas konts (IBAN)
profile-iban-hint = Piemēram, LV80BANK0000435195001
profile-address = Saziņas adrese
profile-language = Saziņas valoda
profile-language-lv = Latviešu
profile-language-en = Angļu
done-profile-saved = Profils ir saglabāts.

sign-in-title = Pieslēgšanās
sign-in-oidc = Ar elektronisko identitāti
sign-in-oidc-text = Jūs pāriesiet uz drošu pieslēgšanās lapu un pēc tam atgriezīsieties šeit.
sign-in-oidc-button = Pieslēgties
sign-in-none = Pieslēgšanās šajā sistēmā vēl nav iestatīta.
sign-in-failed = Pieslēgties neizdevās. Jūs neesat pieslēgts; mēģiniet vēlreiz.
sign-in-ended-yes = Jūsu sesija ir beigusies: parasti tas notiek, ja kādu laiku nekas netiek darīts. Viss, kas bija saglabāts, ir saglabāts. Pieslēdzieties, un atgriezīsieties tajā pašā lapā.
sign-in-ended-unsent = Jūsu sesija bija beigusies, tāpēc pēdējā veidlapa netika nosūtīta un tajā ierakstītais nav saglabāts. Agrāk saglabātais nav mainījies. Pieslēdzieties, un atgriezīsieties tajā pašā lapā.
sign-in-ended-kept = Jūsu sesija bija beigusies. Ierakstītais ir saglabāts melnrakstā, bet iesniegums nav nosūtīts. Pieslēdzieties, un turpināsiet tajā pašā lapā.
sign-in-personas = Izdomātās personas
sign-in-personas-text = Šī ir demonstrācija. Izvēlieties, kā vārdā to apskatīt.
done-signed-out = Jūs esat izgājis no sistēmas.

event-case-submitted = Iesniegts
event-case-accepted = Pieņemts izskatīšanai
event-case-claimed = Iestādes darbinieks sācis izskatīt
event-case-returned = Nodots atpakaļ rindā
event-case-information_requested = Lūgtas papildu ziņas
event-case-information_provided = Saņemta klienta atbilde
event-case-decided = Pieņemts lēmums
event-case-delivered = Rezultāts izsniegts
event-case-closed = Pabeigts
event-case-withdrawn = Atsaukts
event-case-overdue = Nokavēts termiņš
event-case-stage_reported = Iestāde ziņo par gaitu
event-case-corrected = Dati laboti pēc avota
event-case-rated = Saņemts vērtējums
event-case-complaint_filed = Saņemta sūdzība
event-case-document_attached = Pievienots dokuments
event-next-decision = Lēmums
event-next-result = Rezultāts

service-circle-any = Ikviens
service-circle-natural_person = Fiziskas personas
service-circle-legal_person = Juridiskas personas
service-territory-country = Visa Latvija
service-territory-municipalities = { $count ->
    [zero] { $count } pašvaldību
    [one] { $count } pašvaldība
   *[other] { $count } pašvaldības
    }
service-fee-stated = Maksu nosaka iestāde
service-minutes = { $count ->
    [zero] Apmēram { $count } minūšu
    [one] Apmēram { $count } minūte
   *[other] Apmēram { $count } minūtes
    }
service-fact-fill = Aizpildīšana
viewed-case = Iesniegums
purpose-handle-case = Iesnieguma izskatīšana
purpose-consult-client = Klienta konsultēšana
purpose-audit = Apkalpošanas pārbaude
viewed-document = Iesnieguma dokuments
viewed-profile = Kontaktinformācija
doer-client = Jūs
doer-platform = Automātiski
doer-system = { $institution } (sistēma)
viewed-viewings = Skatījumu saraksts
home-services = Pakalpojumi
service-related = Saistītie pakalpojumi
step-changed = Šo iesniegumu pa to laiku esat mainījis citā logā. Zemāk ir tas, ko ierakstījāt šeit: pārbaudiet un nosūtiet vēlreiz. Datnes izvēlieties no jauna.
