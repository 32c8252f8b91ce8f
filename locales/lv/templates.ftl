# Vienoto pakalpojumu paraugi: darbavietas lapas.
work-nav-templates = Vienotie pakalpojumi
template-tabs = Vienoto pakalpojumu lapas
template-tab-list = Paraugi
template-tab-coverage = Pārklājums
template-tab-similar = Līdzīgi pakalpojumi
template-title = Vienoto pakalpojumu paraugi
template-lead = Paraugs vienu reizi apraksta to, kas visur ir vienāds. Iestādes pievieno savus pakalpojumus ar savu maksu, termiņu un kontaktiem.
template-none = Paraugu vēl nav.
template-new = Jauns paraugs
template-name = Nosaukums
template-scope = Kam paredzēts
template-scope-municipalities = Pašvaldībām
template-scope-state = Valsts iestādēm
template-scope-both = Pašvaldībām un valsts iestādēm
template-state-draft = Melnraksts
template-state-published = Lietošanā
template-state-withdrawn = Vairs nelieto
template-attached = Pievienotie pakalpojumi
template-members = { $count ->
    [zero] { $count } pakalpojumu
    [one] { $count } pakalpojums
   *[other] { $count } pakalpojumi
    }
template-public = Lapa iedzīvotājiem
template-edit = Labot
template-publish = Sākt lietot
template-withdraw = Pārtraukt lietošanu
template-own = Jūsu iestādes pakalpojums
template-own-attached = Šim paraugam ir pievienots jūsu iestādes pakalpojums:
template-own-text = Pievienojiet jau aprakstītu pakalpojumu vai sāciet jaunu no parauga. Vienam paraugam iestāde pievieno vienu pakalpojumu.
template-own-unfit = Šis paraugs nav paredzēts jūsu iestādes pakalpojumiem: kam tas domāts, rakstīts lapas augšā.
template-own-closed = Šim paraugam pakalpojumus pašlaik nepievieno.
template-own-service = Pakalpojums
template-words = Nosaukums un īsais apraksts
template-words-harmonised = Pārņemt no parauga
template-words-harmonised-hint = Tiek publicēta jauna apraksta redakcija. Ja paraugs mainīsies, mainīsies arī šie teksti.
template-words-own = Paturēt savus
template-words-own-hint = Atšķirību redzēs iedzīvotāji un platformas administrators.
template-deviation = Kas pie jums ir citādi
template-attach = Pievienot
template-detach = Atvienot
template-begin-text = Pakalpojums vēl nav aprakstīts? Sāciet ar melnrakstu, kurā parauga teksts jau ir ierakstīts.
template-begin = Sākt jaunu no parauga
template-steps = Ieteicamie soļi
template-nothing = Nekas nav norādīts.
template-local = Kas jāapraksta katrai iestādei
template-documents = Ieteicamie dokumenti
template-laws = Kopīgie tiesību akti
template-holder = Iestāde
template-fee = Maksa
template-deadline = Termiņš
template-differs = Kas atšķiras
template-fee-free = Bez maksas
template-fee-unsaid = Summa nav norādīta
template-between = { $from } līdz { $to }
template-compare-hint = Termiņš un maksa salīdzināti ar vidējo vērtību (mediānu) starp visiem pievienotajiem pakalpojumiem.
template-members-none = Neviens pakalpojums vēl nav pievienots.
template-deviates-name = Cits nosaukums
template-deviates-summary = Cits īsais apraksts
template-quoted = „{ $name }”
template-deviates-steps = Nav aprakstīti soļi: { $names }
template-deviates-documents = Nav minēti dokumenti: { $names }
template-deviates-deadline = Garāks termiņš: { $own ->
    [zero] { $own } darba dienu
    [one] { $own } darba diena
   *[other] { $own } darba dienas
    }, parasti { $median }
template-deviates-fee = Lielāka maksa: { $own }, parasti { $median }
template-history = Parauga redakcijas
template-version = { $version }. redakcija, { $day }

template-edit-title = Paraugs { $code }
template-edit-lead = Rakstiet tikai to, kas visur ir vienāds. Vietējo katra iestāde aprakstīs pati.
template-back = Atpakaļ
template-in-lv = latviski
template-in-en = angliski
template-part-words = Vienotais apraksts
template-part-class = Klasifikācija
template-part-local = Norādes iestādēm
template-part-local-text = Šo redz iestāžu kontaktpersonas, kad pievieno pakalpojumu.
template-summary = Īsais apraksts
template-audience = Kam pakalpojums paredzēts
template-conditions = Nosacījumi
template-appeal = Kā apstrīdēt un pārsūdzēt
template-one-a-line = Katru savā rindā, abās valodās vienā secībā
template-commas = Atdaliet ar komatiem
template-circle = Klientu loks
template-cofog = Valsts funkcija (COFOG)
template-cofog-hint = Izvēlieties jomu, kurai pakalpojums kalpo.
template-life-events = Dzīves situācijas
template-life-events-hint = Atzīmējiet tās, kurās cilvēks šo pakalpojumu meklē.
template-keywords = Citi vārdi, ar kuriem meklē
template-step = { $number }. solis
template-stage = Posms
template-filled = Aizpildīts: { $filled } no { $all }
template-filled-local = { $count ->
    [0] Norāžu vēl nav
    [zero] { $count } norāžu
    [one] { $count } norāde
   *[other] { $count } norādes
    }
template-filled-steps = { $count ->
    [0] Soļu vēl nav
    [zero] { $count } soļu
    [one] { $count } solis
   *[other] { $count } soļi
    }
template-filled-documents = { $count ->
    [0] Dokumentu vēl nav
    [zero] { $count } dokumentu
    [one] { $count } dokuments
   *[other] { $count } dokumenti
    }
template-filled-laws = { $count ->
    [0] Tiesību aktu vēl nav
    [zero] { $count } tiesību aktu
    [one] { $count } tiesību akts
   *[other] { $count } tiesību akti
    }
template-step-more = Pievienot soli
template-document-more = Pievienot dokumentu
template-law-more = Pievienot tiesību aktu
template-step-title = Soļa nosaukums
template-step-text = Kas notiek
template-document = { $number }. dokuments
template-kind = Veids
template-document-name = Dokumenta nosaukums
template-document-note = Paskaidrojums
template-document-required = Vajadzīgs visiem
template-law = { $number }. tiesību akts
template-law-title = Tiesību akta nosaukums
template-law-link = Adrese
template-note = Kas mainīts
template-note-hint = Īsi, lai pēc gada var saprast
template-save = Saglabāt
edit-f-scope = Kam paraugs paredzēts
edit-f-local = Norādes iestādēm
edit-item-local = { $number }. norāde

template-confirm-title = Pirms paraugs { $code } mainās
template-confirm-lead = Nekas vēl nav saglabāts. Izlasiet, kas mainīsies, un apstipriniet vai turpiniet labot: viss ierakstītais paliks.
template-confirm-count = Saglabāšana uzreiz { $count ->
    [one] mainīs { $count } aprakstu
   *[other] mainīs { $count } aprakstus
    } no { $attached } pievienotajiem.
template-confirm-what = Katrs no tiem tiks publicēts kā jauna redakcija ar parauga nosaukumu un īso aprakstu. Pārējie pievienotie pakalpojumi paturēs savus vārdus.
template-confirm-nobody = Saglabāšana nemainīs nevienu pievienotā pakalpojuma aprakstu. Pievienoto pakalpojumu skaits: { $attached }.
template-confirm-alone = Paraugam nav pievienots neviens pakalpojums, tāpēc aprakstus tas nemainīs.
template-confirm-page = Vienotā pakalpojuma lapā jaunais teksts būs redzams uzreiz.
template-confirm = Apstiprināt un saglabāt
template-confirm-back = Turpināt labot
template-confirm-changes = Kas paraugā mainās
template-confirm-services = Kuru pakalpojumu apraksti mainās
template-confirm-more = { $count ->
    [zero] Un vēl { $count } pakalpojumu.
    [one] Un vēl { $count } pakalpojums.
   *[other] Un vēl { $count } pakalpojumi.
    }
template-confirm-moved = Kamēr lasījāt, mainījās, kurus aprakstus saglabāšana skar. Nekas nav saglabāts, un viss ierakstītais ir paturēts. Izlasiet vēlreiz un apstipriniet.
template-confirm-plan-count = { $day } saglabātais teksts { $count ->
    [one] mainīs { $count } aprakstu
   *[other] mainīs { $count } aprakstus
    } no { $attached } pievienotajiem, ja līdz tam nekas nemainās.
template-confirm-plan-what = Tajā dienā katrs no tiem tiks publicēts kā jauna redakcija ar parauga nosaukumu un īso aprakstu. Pārējie pievienotie pakalpojumi paturēs savus vārdus.
template-confirm-plan-page = Vienotā pakalpojuma lapā jaunais teksts būs redzams no { $day }
template-confirm-plan = Apstiprināt un saglabāt no { $day }
template-confirm-joins = Šī maiņa tiks ierakstīta arī tekstā, kas stāsies spēkā { $day }, tāpēc tajā dienā tā nepazudīs.

template-plan-day = Spēkā no
template-plan-day-hint = Diena, mēnesis, gads, piemēram, 01.03.2027: rīt vai vēlāk. Tukšs – uzreiz.
template-plan-day-hint-waits = Diena, mēnesis, gads, piemēram, 01.03.2027: rīt vai vēlāk.
template-plan-title = Jauns teksts stāsies spēkā { $day }
template-plan-text = Līdz tai dienai spēkā ir tagadējais teksts. Tad jaunais stāsies spēkā pats, un pievienotie pakalpojumi mainīsies tāpat kā pēc tūlītējas maiņas. Ja parauga lietošanu pārtrauksiet, gaidošais teksts tiks atsaukts.
template-plan-nothing = No spēkā esošā teksta tas ne ar ko neatšķiras.
template-plan-edit = Labot gaidošo tekstu
template-plan-withdraw = Atsaukt gaidošo tekstu
template-plan-refused-title = Teksts, kas bija paredzēts no { $day }, nav stājies spēkā
template-plan-refused = Pienākot dienai, paraugā kaut kas vairs neatbilda prasībām. Spēkā palika iepriekšējais teksts, un gaidījušais ir saglabāts. Atveriet to, izlabojiet un norādiet jaunu dienu vai atsauciet to.
template-plan-editing = Šis ir teksts, kas stāsies spēkā { $day } Saglabāts tas aizstās gaidošo; tagad spēkā esošais nemainīsies.
template-plan-editing-refused = Šis teksts bija paredzēts no { $day }, bet nestājās spēkā. Izlabojiet to un norādiet jaunu dienu.
template-plan-beside = Šis ir spēkā esošais teksts. Cits gaida savu dienu un stāsies spēkā { $day } Ko tagad mainīsiet, tiks ierakstīts arī tajā, ja vien tas to pašu nesaka citādi.
template-plan-beside-refused = Šis ir spēkā esošais teksts. Cits bija paredzēts no { $day }, bet nestājās spēkā; tas ir saglabāts.
template-plan-open = Atvērt gaidošo tekstu
template-plan-taken-back = Atsauktie teksti
template-plan-taken-back-line = Rakstīt tālāk tekstu, kas bija paredzēts no { $day }

template-coverage = Pārklājums
template-coverage-lead = Kura iestāde kuram paraugam ir pievienojusi pakalpojumu.
template-coverage-caption = Iestādes un paraugi: pievienotā pakalpojuma kods
template-coverage-total = Pievienoti { $sum }
template-coverage-part = Šajā lapā ir tikai daļa paraugu, un arī summas ir tikai par tiem. Pārējie ir citās lapās, visi kopā – CSV datnē.
template-coverage-total-part = Šīs lapas paraugiem pievienoti { $sum }
template-coverage-pages = Paraugu lapas
template-coverage-none = Nav neviena lietošanā esoša parauga.
template-sum = { $attached } no { $of }
template-sum-head = Kopā
template-sum-head-part = Kopā šajā lapā
template-csv = Lejupielādēt CSV
template-missing = nav
template-not-for = neattiecas
template-not-open = nav pieejams
template-alone = Nekam nepievienotie pakalpojumi
template-alone-text = Publicētie pakalpojumi, kas nav pievienoti nevienam paraugam: pašvaldību pakalpojumi un, ja lietošanā ir kāds paraugs valsts iestādēm, arī pārējo iestāžu pakalpojumi. Iekšējo pakalpojumu šeit nav.
template-alone-none = Visi publicētie pakalpojumi ir pievienoti.
template-all-holders = Visas iestādes

similar-title = Līdzīgi pakalpojumi
similar-lead = Pakalpojumi, kuriem ir kopīgi vārdi, likumi, dokumenti vai joma. Izlemiet, vai tie ir viens un tas pats.
similar-none = Šādu pāru nav.
similar-state = Stāvoklis
similar-state-open = Jāizlemj
similar-state-dismissed = Nav tas pats
similar-state-merged = Vienā paraugā
similar-kind = Veids
similar-kind-all = Visi veidi
similar-kind-permit = Atļaujas un licences
similar-kind-benefit = Pabalsti un atlaides
similar-kind-certificate = Izziņas un apliecības
similar-kind-registration = Reģistrācija un pieteikumi
similar-score = Līdzība { $percent } %
similar-reason-name = nosaukums
similar-reason-law = likums
similar-reason-documents = dokumenti
similar-reason-summary = īsais apraksts
similar-reason-cofog = joma
similar-reason-kind = veids
similar-family = paraugs { $code }
similar-make = Veidot paraugu no abiem
similar-join = Pievienot { $service } paraugam { $template }
similar-aside = Nav tas pats
similar-back = Izlemt no jauna

done-template-begun = Paraugs ir sākts. Pārbaudiet tekstu un sāciet to lietot.
done-template-saved = Paraugs ir saglabāts. Pievienoto pakalpojumu turētāji izmaiņas redzēs uzreiz.
done-template-planned = Teksts ir saglabāts un gaida savu dienu. Līdz tai spēkā ir tagadējais.
done-template-plan-withdrawn = Gaidošais teksts ir atsaukts; spēkā paliek tagadējais. Atsaukto varat atvērt lapas beigās un rakstīt tālāk.
done-template-published = Paraugs ir lietošanā.
done-template-withdrawn = Parauga lietošana ir pārtraukta. Pakalpojumi atkal ir atsevišķi.
done-template-attached = Pakalpojums ir pievienots.
done-template-detached = Pakalpojums ir atvienots.
done-template-service-begun = Jauna pakalpojuma melnraksts ir sākts un pievienots. Papildiniet maksu, termiņu un kanālus.
done-similar-aside = Pāris ir atlikts malā kā dažādi pakalpojumi.
done-similar-back = Pāris atkal gaida lēmumu.

error-template-name-long = Nosaukums ir garāks par 120 rakstzīmēm.
error-template-summary-long = Īsais apraksts ir garāks par 400 rakstzīmēm.
error-template-link = Adresei jāsākas ar https:// vai http://.
error-template-incomplete = Paraugā kaut kā trūkst.
error-template-changed = Kāds cits šo paraugu pa to laiku ir mainījis. Jūsu teksts šeit ir saglabāts; jaunāko skatiet parauga lapā.
error-template-withdrawn = Šo paraugu vairs nelieto.
error-template-published = Paraugs jau ir lietošanā.
error-template-not-published = Paraugs nav lietošanā.
error-template-plan-early = Šī diena jau ir sākusies vai pagājusi. Norādiet rītdienu vai vēlāku dienu; ja tekstam jābūt spēkā uzreiz, atstājiet tukšu.
error-template-plan-draft = Šis paraugs nav lietošanā, tāpēc tekstam nav dienas, ko gaidīt. Atstājiet tukšu: teksts tiks saglabāts uzreiz.
error-template-plan-same = Ierakstītais ne ar ko neatšķiras no spēkā esošā teksta, tāpēc nav, kam gaidīt šo dienu. Izmainiet tekstu; ja gaidošais vairs nav vajadzīgs, atsauciet to parauga lapā.
error-template-plan-no-day = Šis teksts gaida savu dienu: norādiet rītdienu vai vēlāku dienu. Ja tam jābūt spēkā uzreiz, vispirms parauga lapā atsauciet gaidošo tekstu, tad atveriet to pie atsauktajiem, izdzēsiet dienu un saglabājiet.
error-template-plan-waits = Šim paraugam jau ir teksts, kas paredzēts no { $day }; gaidīt var tikai viens. Nekas nav saglabāts, un ierakstītais ir paturēts veidlapā. Labojiet gaidošo tekstu vai vispirms atsauciet to parauga lapā.
error-template-plan-disputes = Teksts, kas stāsies spēkā { $day }, to pašu saka citādi, tāpēc tūlītēja maiņa tajā dienā pazustu. Nekas nav saglabāts, un ierakstītais ir paturēts veidlapā. Ierakstiet maiņu gaidošajā tekstā vai vispirms atsauciet to parauga lapā.
error-template-plan-none = Šim paraugam neviens teksts vairs negaida savu dienu: tas ir atsaukts vai jau stājies spēkā. Spēkā esošo skatiet parauga lapā.
error-template-plan = Šāda gaidoša teksta nav.
error-template-scope = Šis paraugs nav paredzēts šādām iestādēm.
error-template-service-attached = Pakalpojums { $code } jau ir pievienots paraugam. Lai to pievienotu citam, vispirms atvienojiet parauga lapā.
error-template-holder-twice = Iestādei šajā paraugā jau ir pakalpojums.
error-template-deviation-long = Paskaidrojums ir garāks par 500 rakstzīmēm.
error-template-life-event = Šādas publicētas dzīves situācijas nav: { $words }. Noņemiet tai atzīmi vai izvēlieties citu; pārējais ierakstītais ir paturēts.
error-template-choose = Izvēlieties kādu no piedāvātajām vērtībām.
error-template-choose-service = Izvēlieties pakalpojumu.
error-template-service = Šis pakalpojums paraugam nav pievienots.
error-service-template = Šāda parauga nav.
error-similar = Šāda pāra nav.
error-similar-none = Nav izvēlēts neviens pakalpojums.
error-similar-merged = Šie pakalpojumi jau ir vienā paraugā.

error-service-cofog = Norādiet valsts funkcijas kodu pēc COFOG, piemēram, 10.4.0.
error-service-element-missing = Šī ziņa ir obligāta.
