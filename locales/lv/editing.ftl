# Pakalpojumu aprakstu redaktors un redakciju vēsture.
web-removed = dzēsts:
web-added = pievienots:
web-change-end = – izmaiņas beigas.

language-lv = latviešu
language-en = angļu
language-uk = ukraiņu
language-ru = krievu
language-de = vācu
language-fr = franču
language-pl = poļu
language-lt = lietuviešu

edit-new = Jauns pakalpojums
edit-new-lead = Sāciet ar nosaukumu. Pakalpojums uzreiz saņems kodu, un pārējo varēsiet aprakstīt pa sadaļām, kad vien ērti. Publiski to neredzēs, kamēr apraksts nebūs publicēts.
edit-new-lv = Nosaukums latviešu valodā
edit-new-en = Nosaukums angļu valodā
edit-new-send = Reģistrēt pakalpojumu
edit-copies = Darba versijas
edit-copies-none = Pašlaik nevienam aprakstam nav darba versijas.
edit-copy = Darba versija
edit-all-institutions = Visas iestādes
edit-all-states = Visi
edit-find = Meklēt pakalpojumu
edit-find-words = Nosaukums vai kods
edit-nothing-found = Tādu pakalpojumu neatradām. Pamēģiniet citu vārdu vai stāvokli.
edit-state-editing = Tiek rakstīts
edit-state-in_review = Tiek izskatīts
edit-state-returned = Atdots labošanai
edit-code = Kods { $code }
edit-checked = Turētājs pārbaudījis { $day }
edit-somebody = sistēma

edit-sections = Apraksta sadaļas
edit-section-basics = Pamatziņas
edit-section-steps = Soļi
edit-section-documents = Dokumenti un veidlapas
edit-section-conditions = Nosacījumi un rezultāts
edit-section-law = Tiesiskais pamats
edit-section-channels = Kanāli
edit-section-providers = Sniedzēji un saziņa
edit-section-digital = Pieslēgšanās un pazīmes
edit-section-links = Saites un atslēgvārdi
edit-section-plan = Publicēšanas plāns
edit-lead-basics = Kas šis par pakalpojumu un kam tas domāts. Šīs ziņas cilvēks redz vispirms – gan sarakstos, gan lapas augšā.
edit-lead-steps = Kas klientam jādara un kas notiks pēc tam, īstajā secībā. Viena darbība – viens solis.
edit-lead-documents = Kas klientam būs vajadzīgs. Neprasiet to, kas jau ir valsts reģistros.
edit-lead-conditions = Kādi nosacījumi jāizpilda, un ko klients beigās saņem.
edit-lead-law = Uz kādiem tiesību aktiem pakalpojums balstās, un ko darīt, ja klients nepiekrīt lēmumam.
edit-lead-channels = Kur pakalpojumu var pieprasīt un saņemt. Katram kanālam ir sava maksa, termiņš un darba laiks.
edit-lead-providers = Kas kuru posmu sniedz un kā ar sniedzēju sazināties. Pieteikumus saņem iestāde, kas norādīta izpildes posmā. Ja tur ir vairākas iestādes, tos saņem turētājs. Turētājs atbild par visu arī tad, ja posmu sniedz cits.
edit-lead-digital = Kā klients pierāda, kas viņš ir, cik tālu pakalpojums ir digitāls, un kādas pazīmes tam ir.
edit-lead-links = Kā cilvēks šo pakalpojumu atrod: dzīves situācijas, saistītie pakalpojumi un vārdi, ko viņš pats lietotu.
edit-lead-plan = No kuras dienas jaunais teksts ir spēkā un kas tajā mainīts. Ja dienu nenorādīsiet, teksts būs spēkā uzreiz pēc publicēšanas.
edit-complete = Kārtībā
edit-count-wrong = { $count ->
    [zero] { $count } kļūdu
    [one] { $count } kļūda
   *[other] { $count } kļūdas
    }
edit-count-missing = { $count ->
    [zero] Trūkst { $count } ziņu
    [one] Trūkst { $count } ziņas
   *[other] Trūkst { $count } ziņu
    }
edit-count-warnings = { $count ->
    [zero] { $count } brīdinājumu
    [one] { $count } brīdinājums
   *[other] { $count } brīdinājumi
    }
edit-count-advice = { $count ->
    [zero] { $count } ieteikumu
    [one] { $count } ieteikums
   *[other] { $count } ieteikumi
    }
edit-warned = Publicēt var, bet šīs vietas maldina klientus:
edit-warned-besides = Arī šīs vietas maldina klientus:
edit-warned-more = { $count ->
    [zero] Vēl ir { $count } brīdinājumi; skatiet pie sadaļām.
    [one] Vēl ir { $count } brīdinājums; skatiet pie sadaļām.
   *[other] Vēl ir { $count } brīdinājumi; skatiet pie sadaļām.
    }
edit-changed-by = Pēdējais mainīja: { $who }, { $when }
edit-example = Piemērs:
edit-up = Augstāk
edit-down = Zemāk
edit-remove = Noņemt

edit-remark-wrong = Kļūda: { $what }
edit-remark-missing = Pirms publicēšanas: { $what }
edit-remark-warning = Brīdinājums: { $what }
edit-remark-advice = Ieteikums: { $what }
edit-saved-at = Saglabāts { $time }
edit-saved-by = Pēdējo reizi saglabāja { $who }, { $when }
edit-untouched = Te vēl nekas nav mainīts. Viss, ko rakstīsiet, saglabāsies pats.
edit-not-saved = Pašlaik nevar saglabāt. Neaizveriet lapu – mēģināsim vēlreiz.
edit-refused-now = Šo sadaļu pa to laiku mainīja kāds cits. Jūsu teksts ir saglabāts atsevišķi.
edit-see-both = Apskatīt abus tekstus
edit-save-next = Saglabāt un tālāk
edit-copy-preview = Priekšskatīt publisko lapu
edit-kept-with-errors = Viss, ko ierakstījāt, ir saglabāts tieši tā, kā rakstījāt. Kļūdas varat labot arī vēlāk, bet publicēt varēs, kad tās būs izlabotas.
edit-in-review-note = Šo darba versiju izskata kolēģis, tāpēc tagad tajā nevar rakstīt. Ja jāmaina, pārskata lapā paņemiet to atpakaļ.
edit-only-contact = Aprakstu maina iestādes kontaktpersona. Jūs varat to lasīt.
edit-languages = Citas valodas
edit-languages-hint = Latviešu un angļu valoda ir vienmēr. Ja pakalpojumu bieži izmanto cilvēki, kas runā citā valodā, pievienojiet arī to.
edit-language-new = Pievienot valodu
edit-language-other = Cita valoda (kods, piemēram, es)
edit-language-add = Pievienot šo valodu

edit-next = Ko darīt tālāk
edit-no-draft = Publicētais apraksts ir spēkā. Sāciet rakstīt jebkurā sadaļā: izveidosies darba versija, un publiskā lapa nemainīsies, kamēr jauno tekstu nepublicēsiet.
edit-no-draft-yet = Šis apraksts vēl nekad nav publicēts, un publiski to neredz. Sāciet rakstīt jebkurā sadaļā: izveidosies darba versija, un klienti to redzēs, kad to publicēsiet.
edit-sent = Ir atsūtīts teksts, kas nav publicēts. Atšķirīgās sadaļas ir atzīmētas. Izlasiet atšķirības un pārņemiet tekstu darba versijā: tad to varēs labot, izskatīt un publicēt.
edit-take = Pārņemt darba versijā
edit-take-read = Izlasīt un pārņemt
edit-take-title = Teksts, kas gaida pārņemšanu
edit-take-lead = Šo tekstu atsūtīja iestādes sistēma, vai arī tas ir no tabulas. Publicēts tas nav. Vārdu pa vārdam redzams, ar ko tas atšķiras no { $version }. redakcijas.
edit-take-new = Šis apraksts vēl nekad nav publicēts. Pirms pārņemšanas izlasiet to priekšskatījumā.
edit-take-what = Pārņemtais teksts kļūs par darba versiju, ko varēs labot, nodot izskatīšanai un publicēt. Kamēr to nepublicēsiet, publiskā lapa nemainīsies.
edit-begin = Sākt labot
edit-planned = Paredzēts no { $day }
edit-copy-note = Piezīme
edit-submitted = Izskatīšanai nodeva: { $who }, { $when }
edit-read-changes = { $count ->
    [zero] Atšķirības ({ $count })
    [one] Atšķirības ({ $count })
   *[other] Atšķirības ({ $count })
    }
edit-copy-publish-now = Publicēt tagad
edit-publish-on = Publicēt no { $day }
edit-comment = Kas jāmaina
edit-comment-hint = Autors to redzēs pārskata lapā.
edit-return = Atdot labošanai
edit-take-back = Paņemt atpakaļ
edit-submit = Nodot izskatīšanai
edit-alone-note = Jūs drīkstat publicēt bez otra lasītāja. Notikumu žurnālā tas būs redzams.
edit-four-eyes-note = Pirms publicēšanas tekstu izlasa otra kontaktpersona vai platformas redaktors.
edit-blocking = { $count ->
    [zero] Pirms publicēšanas jāizlabo { $count } vietas. Tās redzamas pie sadaļām.
    [one] Pirms publicēšanas jāizlabo { $count } vieta. Tā redzama pie sadaļas.
   *[other] Pirms publicēšanas jāizlabo { $count } vietas. Tās redzamas pie sadaļām.
    }
edit-public-page = Publiskā lapa
edit-history = Redakciju vēsture
edit-returned-by = Atdeva labošanai: { $who }
edit-refused-title = Ir teksti, kas gaida jūsu izvēli
edit-refused-line = rakstīja { $who }, { $when }
edit-beside-title = Pa to laiku ir atsūtīts cits teksts
edit-beside = To atsūtīja iestādes sistēma vai tabula, un tas nav publicēts. No publicētā tas atšķiras šajās sadaļās: { $sections }. Jūsu darba versija nav mainīta. Kad to publicēsiet, atsūtītais teksts paliks blakus un varēsiet izvēlēties.
edit-beside-read = Izlasīt, kas atsūtīts
edit-overtaken-title = Pa to laiku ir publicēta jauna redakcija
edit-overtaken = Tā mainīja arī sadaļas, kurās te ir jūsu teksts: { $sections }. Apskatiet atšķirības; ja jūsu vārdi ir pareizie, paturiet tos.
edit-overtaken-keep = Paturēt manus vārdus
edit-published-now = { $version }. redakcija ir publicēta. Tā ir spēkā no { $day }
edit-published-waits = { $version }. redakcija gaida savu dienu: tā stāsies spēkā { $day } un līdz tam publiski nav redzama.
edit-scheduled = Gaida savu dienu
edit-scheduled-line = { $version }. redakcija, spēkā no { $day }
edit-scheduled-without = Tajā nav visa, kas publicēts pēc tās uzrakstīšanas, jo tā tās pašas vietas saka citādi: { $sections }. Rakstiet to tālāk vai atsauciet; citādi tā stāsies spēkā, kā plānots, un tagadējie vārdi gaidīs jūsu izvēli.
edit-scheduled-show = Skatīt
edit-scheduled-changes = Atšķirības
edit-scheduled-rewrite = Rakstīt tālāk
edit-copy-withdraw = Atsaukt
edit-discard = Atmest darba versiju
edit-discard-ask = Vai atmest darba versiju?
edit-discard-what = { $count ->
    [zero] Pazudīs visi šeit ierakstītie, vēl nepublicētie teksti ({ $count } atšķirības).
    [one] Pazudīs visi šeit ierakstītie, vēl nepublicētie teksti ({ $count } atšķirība).
   *[other] Pazudīs visi šeit ierakstītie, vēl nepublicētie teksti ({ $count } atšķirības).
    }
edit-discard-stays = Publicētais apraksts nemainīsies.
edit-discard-unpublished = Apraksts nav publicēts; paliks teksts, ar kuru pakalpojums reģistrēts.
edit-discard-yes = Jā, atmest
edit-discard-no = Nē, paturēt
edit-close = Slēgt pakalpojumu
edit-close-what = Jaunus iesniegumus vairs nepieņems, un redakcijas, kas gaida savu dienu, tiks atsauktas. Lapa un visas tās redakcijas paliks lasāmas, un agrāk saņemtos iesniegumus izskatīs līdz galam.
edit-reopen = Atvērt pakalpojumu no jauna
edit-reopen-what = Spēkā esošais apraksts tiks publicēts no jauna, un pakalpojumu atkal varēs pieprasīt.
edit-reason = Iemesls
edit-reason-hint = To redzēs ikviens redakciju vēsturē. Līdz 500 rakstzīmēm.

edit-two-texts = Divi teksti
edit-two-texts-lead = Kamēr rakstījāt, šo sadaļu saglabāja kāds cits. Nekas nav pazudis: te ir abi teksti. Izvēlieties katrai atšķirībai, kuri vārdi paliek.
edit-two-texts-agree = Kamēr rakstījāt, šo sadaļu saglabāja kāds cits, bet jūs mainījāt dažādas vietas. Nekas nav pretrunā: saglabājiet, un paliks abu izmaiņas.
edit-agreed = Nav pretrunā
edit-agreed-why = Šīs vietas mainīja tikai viens no jums, tāpēc saglabāsies jaunie vārdi.
edit-agreed-theirs = Paliks tas, kas jau saglabāts: atliktajā tekstā šī vieta nebija mainīta.
edit-agreed-mine = Saglabāsies atliktā teksta vārdi: otrs šo vietu nemainīja.
edit-choose-agreed = Saglabāt abu izmaiņas
edit-two-texts-review = Šis teksts nonāca te, kamēr darba versiju izskata. Tas ir saglabāts; izvēlēties varēs, kad darba versija būs atpakaļ pie autora.
edit-two-texts-settled = Šis teksts jau ir izvēlēts vai atlikts malā. Te to var pārlasīt.
edit-standing = Paliek spēkā
edit-refused-text = Atlikts malā
edit-published-text = publicētais teksts
edit-pick-theirs = Tas, kas jau saglabāts
edit-pick-mine = Tas, kas atlikts malā
edit-pick-both = Savi vārdi no abiem
edit-own-words = Abu teksts kopā – pārrakstiet, kā vajag
edit-empty = (tukšs)
edit-choose-merged = Saglabāt izvēlēto
edit-choose-theirs = Atstāt visu, kas saglabāts
edit-choose-mine = Ņemt visu, kas atlikts
edit-to-overview = Uz pakalpojuma pārskatu

edit-changes = Kas mainīts
edit-changes-lead = Darba versija salīdzinājumā ar { $version }. redakciju, vārds pa vārdam.
edit-changes-none = Darba versija ne ar ko neatšķiras no tās redakcijas, no kuras tā sākta.

edit-item-steps = { $number }. solis
edit-item-documents = { $number }. dokuments
edit-item-conditions = { $number }. nosacījums
edit-item-outputs = { $number }. rezultāts
edit-item-legal_basis = { $number }. tiesību akts
edit-item-channels = { $number }. kanāls
edit-item-channels-opening = { $number }. rinda
edit-item-channels-tiers = { $number }. maksa
edit-item-channels-elsewhere = { $number }. vieta
edit-item-providers = { $number }. sniedzējs
edit-add-steps = Pievienot soli
edit-add-documents = Pievienot dokumentu
edit-add-conditions = Pievienot nosacījumu
edit-add-outputs = Pievienot rezultātu
edit-add-legal_basis = Pievienot tiesību aktu
edit-add-channels = Pievienot kanālu
edit-add-channels-opening = Pievienot darba laiku
edit-add-channels-tiers = Pievienot maksu
edit-add-channels-elsewhere = Pievienot vietu
edit-add-providers = Pievienot sniedzēju
edit-none-steps = Soļu vēl nav.
edit-none-documents = Dokumentu vēl nav.
edit-none-conditions = Nosacījumu vēl nav.
edit-none-outputs = Rezultātu vēl nav.
edit-none-legal_basis = Tiesību aktu vēl nav.
edit-none-channels = Kanālu vēl nav.
edit-none-providers = Sniedzēju vēl nav.

edit-territory-whole_country = Visā Latvijā
edit-territory-municipalities = Tikai šajās pašvaldībās
edit-required-yes = Vajadzīgs visiem
edit-required-no = Tikai dažos gadījumos
edit-output-decision = Lēmums
edit-output-payment = Maksājums klientam
edit-output-document = Dokuments
edit-output-registration = Ieraksts reģistrā
edit-output-assistance = Palīdzība natūrā
edit-output-information = Atbilde uz jautājumu
edit-fee-free = Bez maksas
edit-fee-amount = Noteikta summa
edit-fee-stated = Maksa ir, bet summa atkarīga no gadījuma
edit-fee-added-no = Nē, šajā gadījumā maksā tikai šo summu
edit-fee-added-yes = Jā, šo summu pieskaita
edit-deadline-none = Viens mēnesis, kā nosaka Administratīvā procesa likums
edit-deadline-working_days = Darba dienas
edit-deadline-months = Mēneši
edit-digital-none = Nav noteikts
edit-weekday-monday = Pirmdiena
edit-weekday-tuesday = Otrdiena
edit-weekday-wednesday = Trešdiena
edit-weekday-thursday = Ceturtdiena
edit-weekday-friday = Piektdiena
edit-weekday-saturday = Sestdiena
edit-weekday-sunday = Svētdiena

edit-f-other = Cita ziņa
edit-f-name = Nosaukums
edit-f-name-hint = Līdz { $most } rakstzīmēm. Bez iestādes nosaukuma un saīsinājumiem.
edit-f-name-why = Nosaukums pasaka, ko klients saņem, viņa paša vārdiem (MK noteikumu Nr. 399 9.1. punkts).
edit-f-name-example = Bērna piedzimšanas pabalsts
edit-f-summary = Īss apraksts
edit-f-summary-hint = Viens divi teikumi, līdz { $most } rakstzīmēm.
edit-f-summary-why = Pēc tā cilvēks sarakstā saprot, vai tas ir viņam. Sāciet ar to, ko var saņemt (399 9.1.).
edit-f-summary-example = Vienreizējs valsts pabalsts ģimenei par katru jaundzimušo bērnu. Piesakās viens no vecākiem vai aizbildnis.
edit-f-client_circle = Klientu loks
edit-f-client_circle-why = Kam pakalpojumu drīkst sniegt (399 9.7.). Pēc tā to atlasa meklēšanā.
edit-f-audience = Kam tas domāts
edit-f-audience-hint = Vārdos: kurš un kādā situācijā.
edit-f-audience-why = Klientam jāsaprot, vai runa ir par viņu, nelasot likumu.
edit-f-audience-example = Bērna māte, tēvs vai aizbildnis, kurš pastāvīgi dzīvo Latvijā.
edit-f-cofog = Valsts funkcija (COFOG)
edit-f-cofog-hint = Izvēlieties jomu, kurai pakalpojums kalpo.
edit-cofog-none = Izvēlieties funkciju
edit-f-cofog-why = Valsts funkcija, kuras izpildi pakalpojums nodrošina, pēc OECD klasifikatora (399 9.6.).
edit-f-cofog-example = 10.4.0 – ģimenes un bērni
edit-f-territory = Teritorija
edit-f-territory-why = Kur pakalpojumu sniedz (399 9.8.). Cilvēki redz, vai tas attiecas uz viņu pašvaldību.
edit-f-territory-codes = Pašvaldības
edit-f-territory-codes-hint = Atzīmējiet, ja pakalpojumu nesniedz visā Latvijā.
edit-f-minutes_to_fill = Aizpildīšanas ilgums minūtēs
edit-f-minutes_to_fill-why = Cik ilgi vidēji jāraksta elektroniskais iesniegums. Cilvēks zina, vai paspēs tagad.
edit-f-notice = Paziņojums lapas augšā
edit-f-notice-why = Īslaicīga ziņa, piemēram, par pārtraukumu. Kad tā vairs nav vajadzīga, izdzēsiet.
edit-f-notice-example = No 23. līdz 27. decembrim iesniegumus izskata ilgāk.
edit-f-valid_from = Pakalpojumu sniedz no
edit-f-valid_from-hint = Diena, mēnesis, gads, piemēram, 01.03.2027. Pirms tās pakalpojumu nevar pieprasīt.
edit-f-valid_from-why = Tikai tad, ja pakalpojums pats sākas vai beidzas noteiktā dienā. Kad stājas spēkā apraksts, norāda publicēšanas plānā.
edit-f-valid_to = Pakalpojumu sniedz līdz
edit-f-valid_to-hint = Ieskaitot šo dienu. Nākamajā dienā pakalpojums slēgsies pats.
edit-f-steps = Soļi
edit-f-steps-why = Visi soļi pakalpojuma pieprasīšanai un saņemšanai (399 9.4.). Rakstiet uzrunas formā un pasakiet arī, ko dara iestāde un cik ilgi.
edit-f-steps-example = Piesakieties → Iestāde izskata iesniegumu 10 darba dienās → Saņemiet lēmumu
edit-f-steps-stage = Posms
edit-f-steps-title = Soļa nosaukums
edit-f-steps-title-hint = Daži vārdi, līdz { $most } rakstzīmēm.
edit-f-steps-text = Kas notiek
edit-f-steps-text-hint = Teikums vai divi.
edit-f-documents = Dokumenti un veidlapas
edit-f-documents-why = Viss, kas jāiesniedz vai jāuzrāda (399 9.3.). Ja dokumentu vajag tikai kādā kanālā, atzīmējiet to.
edit-f-documents-example = Dzimšanas apliecība – tikai tad, ja bērns dzimis ārvalstī.
edit-f-documents-name = Nosaukums
edit-f-documents-kind = Veids
edit-f-documents-required = Kam vajadzīgs
edit-f-documents-note = Kad vajadzīgs un kur to saņem
edit-f-documents-link = Saite uz veidlapu
edit-f-documents-channels = Tikai šajos kanālos
edit-f-documents-channels-hint = Neatzīmējiet nevienu, ja vajadzīgs visos.
edit-f-documents-evidence_type = Pierādījuma veids
edit-f-documents-evidence_type-hint = Izvēlieties no kopīgā saraksta. Ja tajā veida nav, ierakstiet saviem vārdiem.
edit-f-documents-proves = Kuru nosacījumu pierāda
edit-f-documents-proves-hint = Nosacījuma kārtas numurs.
edit-f-conditions = Nosacījumi
edit-f-conditions-why = Kas jāizpilda, lai pakalpojumu saņemtu (399 9.4.). Viens nosacījums – viens teikums.
edit-f-conditions-example = Jūs un bērns pastāvīgi dzīvojat Latvijā.
edit-f-outputs = Rezultāts
edit-f-outputs-why = Ko klients beigās saņem. Pēc tā pakalpojumus atpazīst arī citas valstis.
edit-f-outputs-example = Lēmums par pabalstu; pabalsta izmaksa
edit-f-outputs-name = Nosaukums
edit-f-outputs-kind = Veids
edit-f-legal_basis = Tiesību akti
edit-f-legal_basis-why = Akti, uz kuriem pakalpojums balstās (399 9.5.). Saite ved uz spēkā esošo redakciju likumi.lv.
edit-f-legal_basis-example = Valsts sociālo pabalstu likums, https://likumi.lv/ta/id/68483
edit-f-legal_basis-title = Nosaukums
edit-f-legal_basis-link = Saite
edit-f-appeal = Apstrīdēšana un pārsūdzēšana
edit-f-appeal-hint = Kam, cik ilgā laikā, kādā veidā.
edit-f-appeal-why = Kā klients var apstrīdēt un pārsūdzēt iestādes rīcību (399 9.5.).
edit-f-appeal-example = Mēneša laikā lēmumu var apstrīdēt iestādes vadītājam, pēc tam pārsūdzēt Administratīvajā rajona tiesā.
edit-f-channels = Kanāli
edit-f-channels-why = Visi pieprasīšanas un saņemšanas kanāli ar darba laiku (399 9.4., 17.) un izvēles iemeslu (16.). Ja elektroniski ir ātrāk vai lētāk, norādiet to šeit.
edit-f-channels-example = Elektroniski: bez maksas, 10 darba dienas. Pa pastu: 3,00 €, viens mēnesis.
edit-f-channels-channel = Kanāls
edit-f-channels-stages = Ko tajā var izdarīt
edit-f-channels-fee = Parastā maksa
edit-f-channels-fee-amount = Summa eiro
edit-f-channels-fee-amount-hint = Piemēram, 12,50. Aizpildiet, ja maksa ir noteikta summa.
edit-f-channels-tiers = Maksa citos gadījumos
edit-f-channels-tiers-hint = Piemēram, bērniem, par steidzamību, par dublikātu vai nodeva, kas jāmaksā papildus. Tiem, kam nekas nav jāmaksā, izvēlieties „Bez maksas”.
edit-f-channels-tiers-fee = Maksa
edit-f-channels-tiers-fee-amount = Summa eiro
edit-f-channels-tiers-fee-amount-hint = Piemēram, 14,25. Visa summa, kas šajā gadījumā jāmaksā, vai summa, ko pieskaita.
edit-f-channels-tiers-added = Papildus pārējai maksai
edit-f-channels-tiers-condition = Par ko, kam vai kādā gadījumā
edit-f-payment = Kā samaksāt
edit-f-payment-why = Kur, kad un uz kuru kontu jāmaksā un kas jānorāda maksājumā (399 9.1.). Ja viss ir bez maksas, atstājiet tukšu.
edit-f-payment-example = Maksājiet internetbankā pirms pieteikšanās. Kontu un saņēmēju skatiet iestādes lapā; maksājumā norādiet savu vārdu, uzvārdu un personas kodu.
edit-f-channels-deadline = Termiņš
edit-f-channels-deadline-count = Cik dienu vai mēnešu
edit-f-channels-hours = Darba laiks vārdos
edit-f-channels-opening = Darba laiks pa dienām
edit-f-channels-opening-hint = Lai to saprastu arī citas sistēmas un kartes.
edit-f-channels-opening-days = Dienas
edit-f-channels-opening-opens = No
edit-f-channels-opening-opens-hint = Piemēram, 8:30.
edit-f-channels-opening-closes = Līdz
edit-f-channels-opening-closes-hint = Piemēram, 17:00.
edit-f-channels-link = Kur tas notiek
edit-f-channels-link-hint = E-pakalpojuma vai klātienes vietas lapas adrese.
edit-f-channels-sign_in = Pieslēgšanās sākuma adrese
edit-f-channels-sign_in-hint = Ja e-pakalpojumā pieslēdzas ar to pašu identitātes apliecinātāju kā portālā: adrese, kas sāk pieslēgšanos (OpenID Connect „initiate login”); tai jāsākas ar https://. Tad otrreiz nav jāpieslēdzas.
edit-f-channels-places = Vietas
edit-f-channels-places-hint = Atzīmējiet vietas, kurās šis kanāls ir pieejams. Ja tas ir pieejams visās, neatzīmējiet nevienu.
edit-f-channels-elsewhere = Vietas citās iestādēs
edit-f-channels-elsewhere-hint = Piemēram, klientu apkalpošanas centrs. Sāciet rakstīt iestādes nosaukumu un izvēlieties no saraksta; filiālei ierakstiet tās kodu.
edit-f-channels-elsewhere-code = Iestādes vai filiāles kods
edit-f-channels-reason = Kāpēc izvēlēts šis kanāls
edit-f-channels-note = Paskaidrojums
edit-f-form = Portāla veidlapa
edit-f-form-hint = Lieto veidlapas jaunāko versiju. Bez veidlapas uz e-pakalpojumu ved kanāla adrese.
edit-f-form-why = Ar veidlapu pakalpojumu var pieprasīt turpat portālā (400 2.1.). Elektroniskajam kanālam jāpieņem pieteikumi.
edit-form-none = Šeit veidlapas nav
edit-form-version = { $title } ({ $version }. versija)
edit-f-providers = Sniedzēji
edit-f-providers-why = Katra posma sniedzējs un saziņas ziņas (399 9.2., 13.). Visu sniedzēju saziņu rāda publiskajā lapā.
edit-f-providers-example = Pieprasīšana – VSAA, +371 64507020, pasts@vsaa.gov.lv
edit-f-providers-stage = Posms
edit-f-providers-institution = Iestāde
edit-f-providers-institution-hint = Ja vajadzīgās iestādes sarakstā nav, sameklējiet to lapas sākumā.
edit-f-providers-contact = Saziņa
edit-f-providers-contact-phone = Tālrunis
edit-f-providers-contact-email = E-pasts
edit-f-providers-contact-address = Adrese
edit-f-providers-contact-website = Tīmekļvietne
edit-f-identification = Identifikācija
edit-f-identification-why = Zemākais līmenis, ar kuru drīkst pieprasīt elektroniski. Neprasiet augstāku, nekā vajag.
edit-f-signature = Paraksts
edit-f-signature-why = Vai iesniegums jāparaksta. Lielākoties pietiek ar pieslēgšanos.
edit-f-digital = Digitālais veids
edit-f-digital-why = Cik tālu pakalpojums ir pārgājis uz elektronisko vidi, un no kuras dienas.
edit-f-digital-since = Kopš
edit-f-digital-since-hint = Diena, mēnesis, gads, piemēram, 01.03.2027.
edit-f-digital-support = Palīdzība tiem, kas nevar elektroniski
edit-f-digital-support-why = Arī digitālam pakalpojumam jābūt pieejamam visiem.
edit-f-digital-support-example = Ja nevarat pieteikties internetā, palīdzēsim klātienē vai pa tālruni.
edit-f-flags = Pazīmes
edit-f-flags-why = Pēc tām pakalpojumu atlasa portāls, klientu centri un Eiropas vienotā vārteja.
edit-f-related = Saistītie pakalpojumi
edit-f-related-hint = Saistīti ir tie, kas atzīmēti.
edit-f-find = Meklēt saistīto pakalpojumu
edit-f-find-hint = Pakalpojuma kods vai vārdi no nosaukuma. Atrastos varēsiet atzīmēt.
edit-f-find-providers = Meklēt citu iestādi
edit-f-find-providers-hint = Iestādes nosaukums vai kods. Atrasto iestādi varēsiet izvēlēties pie katra sniedzēja.
edit-found-providers = Pēc „{ $words }” atrastās iestādes: { $count }. Tās ir pie katra sniedzēja sarakstā „Iestāde”: atveriet sniedzēju, izvēlieties vajadzīgo iestādi un saglabājiet.
edit-found-providers-more = Pēc „{ $words }” atrasts vairāk, nekā var parādīt; pirmās { $count } iestādes ir pie katra sniedzēja sarakstā „Iestāde”. Atveriet sniedzēju un izvēlieties vajadzīgo iestādi vai ierakstiet vairāk vārdu.
edit-found-providers-nothing = Pēc „{ $words }” neviena iestāde nav atrasta. Pārbaudiet kodu vai meklējiet ar citiem vārdiem; pārējais ierakstītais ir saglabāts.
edit-f-find-places = Meklēt vietu citā iestādē
edit-f-find-places-hint = Iestādes nosaukums vai kods, vai filiāles kods. Atrastās vietas varēsiet atzīmēt pie klātienes kanāliem.
edit-found-places = Pēc „{ $words }” atrastās vietas: { $count }. Tās ir pie klātienes kanāliem sarakstā „Vietas”: atveriet kanālu, atzīmējiet vajadzīgās un saglabājiet.
edit-found-places-more = Pēc „{ $words }” atrasts vairāk, nekā var parādīt; pirmās { $count } vietas ir pie klātienes kanāliem sarakstā „Vietas”. Atveriet kanālu un atzīmējiet vajadzīgās vai ierakstiet vairāk vārdu.
edit-found-places-nothing = Pēc „{ $words }” neviena iestāde vai filiāle nav atrasta. Pārbaudiet kodu vai meklējiet ar citiem vārdiem; pārējais ierakstītais ir saglabāts.
edit-found = Pēc „{ $words }” atrasti: { $count }. Zemāk atzīmējiet vajadzīgos un saglabājiet.
edit-found-more = Pēc „{ $words }” atrasts vairāk, nekā var parādīt; redzami pirmie { $count }. Zemāk atzīmējiet vajadzīgos vai ierakstiet vairāk vārdu.
edit-found-nothing = Pēc „{ $words }” neviens pakalpojums nav atrasts. Pārbaudiet kodu vai meklējiet ar citiem vārdiem; pārējais ierakstītais ir saglabāts.
edit-f-related-why = Ko klientam parasti vajag vēl, arī no citām iestādēm. Saite parādās abās lapās.
edit-f-life_events = Dzīves situācijas
edit-f-life_events-why = Dzīves situācijas, kurās cilvēks šo pakalpojumu meklē.
edit-f-keywords-lv = Atslēgvārdi latviski
edit-f-keywords-lv-hint = Katrs savā rindā.
edit-f-keywords-lv-why = Vārdi, ko cilvēki lieto sarunā, ja oficiālais nosaukums ir cits.
edit-f-keywords-lv-example = mazulis, dzemdības, bērna nauda
edit-f-keywords-en = Atslēgvārdi angliski
edit-f-keywords-en-hint = Katrs savā rindā.
edit-f-plan-from = Spēkā no
edit-f-plan-from-hint = Diena, mēnesis, gads, piemēram, 01.03.2027. Tukšs – uzreiz.
edit-f-plan-from-why = Apraksts mainās tajā dienā, kad stājas spēkā tiesību akta grozījumi (399 10.).
edit-f-plan-note = Kas mainīts un kāpēc
edit-f-plan-note-hint = Līdz 500 rakstzīmēm.
edit-f-plan-note-why = To redzēs redakciju vēsturē: cilvēkiem ir tiesības zināt, kas bija rakstīts agrāk.
edit-f-plan-note-example = No 1. marta mainīts izskatīšanas termiņš (grozījumi likumā).
edit-f-checked_on = Pārbaudīts
edit-f-only_language = Vienīgā valoda

done-section-saved = Sadaļa ir saglabāta.
done-text-chosen = Izvēlētais teksts ir saglabāts.
done-service-registered = Pakalpojums ir reģistrēts un saņēmis kodu. Aprakstiet to pa sadaļām.
done-draft-submitted = Darba versija ir nodota izskatīšanai.
done-draft-taken-back = Darba versija ir atkal pie jums.
done-draft-returned = Darba versija ir atdota autoram ar jūsu piezīmi.
done-draft-kept = Jūsu vārdi paliek. Pārskatiet atšķirības pirms publicēšanas.
done-sent-taken = Teksts ir pārņemts darba versijā. Publicēts tas vēl nav.
done-draft-given-up = Darba versija ir atmesta. Nekas cits nav mainījies.
done-version-withdrawn = Redakcija ir atsaukta; spēkā paliek iepriekšējā.
done-version-rewritten = Redakcija ir atsaukta, un tās teksts tagad ir darba versija ar to pašu dienu.
done-service-closed = Pakalpojums ir slēgts.
done-service-opened = Pakalpojums atkal ir atvērts.

error-edit-too-long = Teksts ir pārāk garš: līdz 6000 rakstzīmēm.
error-edit-characters = Tekstā ir rakstzīmes, kas nav redzamas. Ierakstiet to no jauna.
error-edit-too-many = Sarakstā ir pārāk daudz ierakstu: līdz 100.
error-edit-language = Šādas valodas apzīmējuma nav; derīgs ir, piemēram, „uk” vai „de”.
error-edit-municipality = Pašvaldības ar šādu ATVK kodu reģistrā nav.
error-edit-choice = Izvēlieties vienu no piedāvātajām iespējām.
error-edit-day = Norādiet dienu kā 31.12.2026.
error-edit-last-day-past = Šī diena jau ir pagājusi: ar to pakalpojums tiktu slēgts, tiklīdz tekstu publicēsiet. Norādiet šodienu vai vēlāku dienu. Ja pakalpojumu vairs nesniedz, atstājiet tukšu un slēdziet to pakalpojuma lapā.
error-edit-plan-past = Šī diena jau ir pagājusi, tāpēc tekstu ar to nevar publicēt. Norādiet šodienu vai vēlāku dienu; ja tekstam jābūt spēkā uzreiz pēc publicēšanas, atstājiet tukšu.
error-edit-number = Norādiet veselu skaitli no 1.
error-edit-link = Norādiet pilnu tīmekļa adresi, piemēram, https://likumi.lv/ta/id/68483.
error-edit-amount = Norādiet summu eiro, piemēram, 12,50.
error-edit-amount-missing = Norādiet summu eiro.
error-edit-time = Norādiet laiku kā 8:30.
error-edit-time-order = Beigu laikam jābūt pēc sākuma laika.
error-edit-opening = Norādiet dienas un abus laikus.
error-edit-email = Norādiet e-pasta adresi, piemēram, pasts@iestade.gov.lv.
error-edit-phone = Norādiet tālruņa numuru ar cipariem.
error-edit-institution = Iestāde nav izvēlēta, vai tādas reģistrā nav. Izvēlieties to sarakstā.
error-edit-service-unknown = Kāda no šiem kodiem reģistrā nav.
error-edit-link-safe = Adresei jāsākas ar https://.
error-edit-sign-in-channel = Pieslēgšanās sākuma adresi norāda tikai elektroniskajam kanālam.
error-edit-sign-in-link = Norādiet arī e-pakalpojuma adresi, kas sākas ar https://: tur cilvēks nonāk pēc pieslēgšanās.
error-edit-place-unknown = Kādas no šīm vietām nav, vai arī tā ir slēgta. Kodus skatiet sadaļā „Vietas”.
edit-place-elsewhere = Portāls klientiem nerāda visas šeit norādītās vietas
edit-place-elsewhere-fix = Uz šīm vietām portāls nevienu nesūtīs: { $codes }. Iestādes kanālam norādiet pakalpojuma sniedzēju vietas (ja iestāde to sniedz, pievienojiet to sadaļā „Sniedzēji un saziņa”), centra kanālam – pakalpojuma teritorijas klientu apkalpošanas centrus.
error-edit-place-channel = Vietas norāda tikai klātienes kanāliem.
error-edit-form-unknown = Šādas veidlapas portālā nav.
error-edit-pick = { $field }: izvēlieties, kuri vārdi paliek.
error-edit-name = Ierakstiet pakalpojuma nosaukumu.
error-service-draft = Šim pakalpojumam nav darba versijas.
    .next = Atveriet pakalpojumu vēlreiz: iespējams, darba versiju kāds tikko publicēja vai atmeta.
error-refused-text = Šāda teksta nav.
error-draft-in-review = Darba versiju jau izskata kolēģis.
error-draft-not-in-review = Darba versija vairs netiek izskatīta.
error-draft-own-review = Savu tekstu izskata kāds cits.
    .kept = Darba versija ir saglabāta.
    .next = Palūdziet, lai to izskata otra kontaktpersona.
error-draft-needs-reviewer = Pirms publicēšanas tekstam jābūt izskatītam: nododiet to otrai kontaktpersonai.
error-draft-overtaken = Pa to laiku ir publicēta redakcija, kas mainīja tās pašas sadaļas. Apskatiet atšķirības un izlemiet, kuri vārdi paliek.
error-copy-begun = Pakalpojumam { $code } jau ir darba versija. Vispirms publicējiet vai atmetiet to.
error-draft-comment = Ierakstiet, kas jāmaina (līdz 2000 rakstzīmēm).
error-service-reason = Ierakstiet iemeslu (līdz 500 rakstzīmēm).
error-service-not-closed = Pakalpojums { $code } nav slēgts.
error-service-last-day = Aprakstā teikts, ka pakalpojuma pēdējā diena bija { $day }. Vispirms publicējiet aprakstu ar citu pēdējo dienu: līdz ar to pakalpojums atvērsies.

edit-copy-version = { $number }. redakcija
bulk-title = Mainīt daudzos aprakstos
bulk-lead = Ja mainījies tālrunis, adrese vai darba laiks, nevajag labot katru aprakstu atsevišķi. Vispirms parādīsim visas vietas, tad izvēlēsieties, kur mainīt.
bulk-what = Ko mainīt
bulk-channel = Kanāls, kuram mainās darba laiks
bulk-all-channels = Visi kanāli
bulk-kind-phone = Tālrunis
bulk-kind-email = E-pasts
bulk-kind-address = Adrese
bulk-kind-website = Tīmekļvietne
bulk-kind-hours = Darba laiks vārdos
bulk-kind-notice = Paziņojums lapas augšā
bulk-choose-value = Kura vērtība ir mainījusies?
bulk-in-services = { $count ->
    [zero] { $count } pakalpojumos
    [one] { $count } pakalpojumā
   *[other] { $count } pakalpojumos
    }
bulk-no-values = Aprakstos nav nevienas šādas vērtības.
bulk-nowhere = Šāda vērtība vairs nekur neparādās.
bulk-not-here = Šajos pakalpojumos šādas vērtības nav, bet vēl nav pārlūkoti visi.
bulk-values-cut = Te nav visu vērtību, jo pakalpojumu vai vērtību ir ļoti daudz. Ja meklētās vērtības sarakstā nav, ierakstiet to, kā tā rakstīta aprakstā.
bulk-old = Vērtība, kas mainījusies
bulk-find = Meklēt
bulk-places = Kur tas parādās
bulk-now = Tagad rakstīts:
bulk-copy = Ir darba versija
bulk-more = Meklēt pārējos pakalpojumos
bulk-part = Te nav visu pakalpojumu: vienā reizē maināmi ne vairāk kā { $most }. Pārējos atradīsiet pēc šiem.
bulk-rest = Pārējos pakalpojumos vēl nekas nav mainīts.
bulk-change = Jaunā vērtība
bulk-new = Jaunā vērtība
bulk-new-lv = Latviešu valodā
bulk-new-en = Angļu valodā
bulk-notice-hint = Abi lauki tukši – paziņojumu noņems.
bulk-clear-opening = Izņemt darba laiku pa dienām
bulk-clear-opening-hint = Aprakstos ar atzīmi „Darba laiks pa dienām” tas ierakstīts arī atsevišķi: to rāda klientiem un lasa citas sistēmas. Jaunie vārdi to nemaina, un, ja to atstāsiet, tas var būt pretrunā ar vārdiem. Jauno laiku pa dienām ierakstīsiet katra apraksta sadaļā „Kanāli”.
bulk-send = Publicēt izmaiņas
bulk-send-note = Katram atzīmētajam pakalpojumam izveidosies jauna redakcija. Ja tā ir spēkā uzreiz, izmainīsim arī darba versiju un redakcijas, kas gaida savu dienu.
bulk-report = Kas izdarīts
bulk-report-lead = { $count ->
    [0] Neviens pakalpojums nav izmainīts.
    [zero] Izmainīti { $count } pakalpojumi.
    [one] Izmainīts { $count } pakalpojums.
   *[other] Izmainīti { $count } pakalpojumi.
    }
bulk-was = Bija
bulk-is = Ir
bulk-taken-away = noņemts
bulk-outcome-published = Publicēts
bulk-outcome-copied = Izmainīta darba versija
bulk-outcome-nothing = Te vairs nekas nebija jāmaina
bulk-outcome-closed = Slēgts, atstāts kā bija
bulk-outcome-refused = Nav izmainīts
bulk-left-behind = { $version }. redakcijā, kas gaida savu dienu, šo izmaiņu nav, jo tā tās pašas vietas saka citādi: { $sections }
bulk-opening-stays = Darba laiks pa dienām palika nemainīts: { $channels }. Pārbaudiet to sadaļā „Kanāli”
bulk-opening-cleared = Darba laiks pa dienām izņemts: { $channels }. Jauno ierakstiet sadaļā „Kanāli”
bulk-again = Ja kaut kas nav izmainīts, izlabojiet to un atkārtojiet: jau izmainītajos aprakstos nekas otrreiz nemainīsies.
error-bulk-empty = Ierakstiet jauno vērtību.
error-bulk-none-chosen = Atzīmējiet vismaz vienu pakalpojumu.
error-bulk-too-many = Vienā reizē maināmi ne vairāk kā { $most } pakalpojumi, bet atzīmēti { $count }. Nekas nav mainīts: atzīmējiet mazāk un pārējos mainiet nākamajā reizē.

approval-title = Pakalpojumu saraksts
approval-lead = Iestāde apstiprina, par kuriem pakalpojumiem tā atbild (MK noteikumu Nr. 399 4. un 5. punkts). Te redzams, kas mainījies kopš pēdējās apstiprināšanas.
approval-last = Pēdējo reizi apstiprināja { $who }, { $when }
approval-never = Saraksts vēl nav apstiprināts.
approval-same = Kopš apstiprināšanas nekas nav mainījies.
approval-added = Jauni sarakstā
approval-removed = Vairs nav sarakstā
approval-changed = Mainīts apraksts
approval-compare = Kas mainīts kopš apstiprināšanas
approval-count = { $count ->
    [0] Sarakstā nav neviena pakalpojuma.
    [zero] Sarakstā ir { $count } pakalpojumi.
    [one] Sarakstā ir { $count } pakalpojums.
   *[other] Sarakstā ir { $count } pakalpojumi.
    }
approval-approve = Apstiprināt sarakstu
approval-not-yours = Sarakstu apstiprina iestādes administrators.
approval-rule = Otrs lasītājs
approval-four-eyes-on = Pirms publicēšanas tekstu izlasa otra kontaktpersona, ja tāda ir.
approval-four-eyes-off = Kontaktpersona drīkst publicēt bez otra lasītāja.
approval-four-eyes-drop = Atļaut publicēt bez otra lasītāja
approval-four-eyes-ask = Prasīt otru lasītāju
done-list-approved = Saraksts ir apstiprināts.
done-rule-saved = Noteikums ir saglabāts.
error-list-changed = Kamēr lasījāt, saraksts mainījās. Te ir jaunais; apstipriniet to.
error-list-empty = Sarakstā nav neviena pakalpojuma, ko apstiprināt.
error-list-too-long = Sarakstā ir vairāk nekā 5000 pakalpojumu.
    .title = Saraksts ir pārāk garš
    .kept = Nekas nav mainīts.
    .next = Sazinieties ar platformas administratoru.

proposal-title = Priekšlikumi
proposal-lead = Ko pakalpojuma sniedzēji iesaka uzlabot. Atbilde nonāk pie sūtītāja.
proposal-lead-about = Pastāstiet turētājam, ko klienti nesaprot vai kas jālabo. Turētājs atbildēs šeit.
proposal-which = Kurus priekšlikumus rādīt
proposal-waiting = Gaida atbildi
proposal-answered = Atbildētie
proposal-text = Priekšlikums
proposal-text-hint = Bez klientu personas datiem. Līdz 2000 rakstzīmēm.
proposal-send = Nosūtīt turētājam
proposal-answer = Turētāja atbilde
proposal-your-answer = Jūsu atbilde
proposal-answer-send = Atbildēt
proposal-no-answer = Atbildes vēl nav.
proposal-none = Šeit nav neviena priekšlikuma.
done-proposal-sent = Priekšlikums ir nosūtīts turētājam.
done-proposal-answered = Atbilde ir nosūtīta.
error-proposal = Šāda priekšlikuma nav.
error-proposal-text = Ierakstiet tekstu (līdz 2000 rakstzīmēm).
error-proposal-answered = Uz šo priekšlikumu jau ir atbildēts. Spēkā ir agrākā atbilde, jūsējā nav saglabāta. Agrāko var izlasīt sadaļā „Atbildētie”.
error-proposal-not-provider = Turētāja norādījumus lasa un priekšlikumus tam sūta iestāde, kas šo pakalpojumu sniedz turētāja vietā.
