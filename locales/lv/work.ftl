# Darbavieta: texts of the pages of those who work in institutions.
work-nav-desk = Rinda
work-nav-indicators = Pārskats
work-nav-services = Pakalpojumi
work-nav-institution = Darbinieki
work-nav-audit = Pārbaude
work-nav-operations = Platformas darbība
work-nav-more = Vēl
work-nav-shortcuts = Taustiņu saraksts
work-skip-consultation = Pāriet uz konsultācijas reģistrēšanu
work-skip-client = Pāriet uz klienta ziņām
work-find = Meklēt lietu pēc numura
work-find-hint = Lietas numurs, piemēram, 1007 42

work-figure-team = Gaida komandā
work-figure-late = Nokavēti
work-figure-today = Termiņš šodien
work-figure-closed = Pabeigti šodien
work-tabs = Rindas daļas
work-tab-mine = Mana rinda
work-tab-team = Komanda
work-tab-unassigned = Nepiešķirtie
work-tab-waiting = Gaida klientu
work-tab-done = Pabeigtie
work-take-next = Ņemt nākamo
work-take = Ņemt
work-take-this = Ņemt darbā
work-open = Atvērt
work-filters = Filtri
work-filter = Filtrēt
work-filter-clear = Noņemt filtrus
work-all = Visi
work-all-services = Visi pakalpojumi
work-table = Tabula: { $of }
work-all-holders = Visas iestādes
work-channel = Kanāls
work-channel-electronic = Elektroniski
work-channel-phone = Tālrunis
work-channel-post = Pasts
work-channel-centre = Klientu centrs
work-channel-institution = Iestādē
work-service = Pakalpojums
work-due = Termiņš
work-due-late = Nokavēti
work-due-today = Līdz šodienas beigām
work-due-week = Septiņu dienu laikā
work-due-on = termiņš { $day }
work-case = Lieta
work-assignee = Izpildītājs
work-state = Statuss
work-action = Darbība
work-you = Jūs
work-nobody = Nav piešķirts
work-queue-caption = { $tab }: lietas, kārtotas pēc termiņa, steidzamākās vispirms
work-queue-caption-done = { $tab }: lietas, jaunākās vispirms
work-queue-none = Šajā rindas daļā pašlaik nav nevienas lietas.
work-queue-none-filtered = Izvēlētajiem filtriem neatbilst neviena lieta.
work-queue-no-names = Rindā klientu vārdi nav redzami. Tie atveras kopā ar lietu, un katrs skatījums tiek reģistrēts.
work-keys-move = pārvietojas pa rindu
work-keys-open = atver
work-keys-next = ņem nākamo
work-keys-consultation = reģistrē konsultāciju

work-sla-late = { $days ->
    [0] Nokavēts
   *[other] Nokavēts { $days } d.
    }
work-sla-today = Šodien
work-sla-soon = { $days ->
    [zero] { $days } darba dienu
    [one] { $days } darba diena
   *[other] { $days } darba dienas
    }
work-sla-later = { $days ->
    [zero] { $days } darba dienu
    [one] { $days } darba diena
   *[other] { $days } darba dienas
    }
work-sla-paused = Apturēts
work-sla-done = Pabeigts

work-state-submitted = Jauns
work-state-accepted = Pieņemts
work-state-in_progress = Izskatīšanā
work-state-waiting_for_client = Gaida klientu
work-state-decided = Jāizsniedz
work-state-delivered = Izsniegts
work-state-closed = Pabeigts
work-state-withdrawn = Atsaukts

work-consultation = Reģistrēt konsultāciju
work-consultation-service = Pakalpojums
work-consultation-service-hint = Ierakstiet kodu vai vārdus no nosaukuma.
work-consultation-outcome = Iznākums
work-consultation-note = Piezīme
work-consultation-note-hint = Nerakstiet vārdus, personas kodus, veselības vai citus īpašus datus.
work-consultation-send = Reģistrēt
work-consultation-recent = Manas pēdējās konsultācijas
work-consulted-answered = Atbildēts uzreiz
work-consulted-requested = Pieprasīts pakalpojums
work-consulted-forwarded = Nodots turētājam
work-consulted-unresolved = Neizdevās palīdzēt
work-undo = Atsaukt
error-work-consultation-service = Norādiet pakalpojumu
error-work-consultation-unknown = Pakalpojums ar šādu kodu vai nosaukumu nav atrasts
error-work-consultation-channel = Izvēlieties kanālu
error-work-consultation-outcome = Izvēlieties iznākumu
error-work-due = Nezināms termiņa filtrs: { $word }.
error-work-period = Nezināms periods: { $word }.

work-case-number = Lieta
work-submitted-at = iesniegts { $at }
work-handled-by = Izpildītājs: { $name }
work-handled-by-you = Lieta ir jūsu darbā.
work-handled-by-nobody = Lieta nevienam nav piešķirta.
work-flag = Šaubas par ievestajiem datiem: { $flag }
work-actions = Darbības
work-decide = Pieņemt lēmumu
work-outcome = Lēmums
work-decision-text = Lēmuma teksts
work-decision-hint = Klients to redzēs pēc izsniegšanas. Norādiet pamatojumu un pārsūdzēšanas kārtību.
work-decision-file = Lēmums kā datne
work-decide-send = Pieņemt lēmumu
work-ask = Jautāt klientam
work-question = Jautājums
work-question-hint = Rakstiet klienta valodā: kas vajadzīgs un kāpēc. Kamēr klients atbild, termiņš neskrien.
work-days = Darba dienas atbildei
work-days-hint = No 1 līdz 60; parasti 5.
work-ask-send = Nosūtīt jautājumu
work-deliver = Izsniegt rezultātu
work-deliver-channel = Izsniegšanas kanāls
work-deliver-hint = No šī brīža klients redz lēmumu savā kontā neatkarīgi no kanāla.
work-close = Pabeigt lietu
work-give-back = Atdot rindā
work-decision = Lēmums
work-requests = Jautājumi klientam
work-asked-at = Jautāts { $at }, atbilde līdz { $until }
work-answered-at = Klients atbildēja { $at }
work-no-answer-yet = Klients vēl nav atbildējis.
work-unanswered = Atbildes laiks beidzās bez atbildes.
work-answers = Iesniegtās ziņas
work-answers-none = Lieta ir bez veidlapas: tā saņemta no citas sistēmas vai citā kanālā.
work-source-register = Avots: { $register }, { $at }
work-source-changed = Klients mainīja reģistra ziņas ({ $register }, { $at })
work-source-unreachable = Ierakstīja klients: { $register } neatbildēja ({ $at })
work-documents = Dokumenti
work-kilobytes = { $count } KB
work-feedback = Klienta vērtējums
work-client-panel = Klients un lietas gaita
work-client-unknown = Klients nav zināms
work-registration-number = Reģistrācijas nr.
work-applicant = Iesniedza
work-personal-code = Personas kods
work-contact = Saziņa
work-purpose = Mērķis
work-purpose-of = Lieta { $number }
work-recorded = Skatījums ir reģistrēts un redzams klientam.
work-recorded-with-case = Klients nav zināms. Skatījums ir reģistrēts lietā un redzams auditoram.
work-not-recorded = Klients nav zināms, un lietā nav neviena datu, tāpēc skatījums nav jāreģistrē.
work-reveal = Rādīt pilnu personas kodu
work-reveal-reason = Kāpēc tas vajadzīgs
work-reveal-hint = Iemesls tiek reģistrēts un ir redzams klientam.
work-reveal-send = Rādīt pilnu
work-course = Lietas gaita
work-changed-title = Kamēr rakstījāt, lieta ir mainījusies
work-changed-next = Jūsu ievadītais ir saglabāts šajā lapā. Pārbaudiet izmaiņas un nosūtiet vēlreiz, ja tas joprojām der.
work-kept-title = Jūsu ievadītais teksts
work-doer-client = Klients
work-doer-system = sistēma
work-doer-platform = Automātiski
work-doer-source = Pārņemts no citas sistēmas
work-doer-source-named = { $doer } (kā norāda cita sistēma)
work-source-unit = Struktūrvienība: { $unit } (kā norāda cita sistēma)
work-identity = Klienta identitāte
work-back-to-case = Atpakaļ uz lietu { $number }
work-name = Vārds, uzvārds
work-identity-recorded = Skatījums ir reģistrēts un redzams klientam. Iemesls: { $reason }.
purpose-verify-identity = Klienta identitātes pārbaude
purpose-compare-registers = Datu salīdzināšana ar reģistriem
purpose-prepare-decision = Lēmuma sagatavošana
viewed-personal-code = Pilns personas kods
error-work-reason = Izvēlieties iemeslu
error-work-outcome = Izvēlieties, kāds ir lēmums
error-work-deliver-channel = Izvēlieties izsniegšanas kanālu

done-case-taken = Lieta ir jūsu darbā.
done-nothing-to-take = Pašlaik nav nevienas brīvas lietas, ko ņemt.
done-case-given-back = Lieta ir atdota rindā.
done-client-asked = Jautājums ir nosūtīts klientam; termiņš ir apturēts.
done-case-decided = Lēmums ir pieņemts. Klients to redzēs, kad rezultāts būs izsniegts.
done-case-delivered = Rezultāts ir izsniegts; klients to redz savā kontā.
done-case-closed = Lieta ir pabeigta.
done-consultation-registered = Konsultācija ir reģistrēta. 30 sekunžu laikā to var atsaukt.
done-consultation-undone = Konsultācija ir atsaukta.
done-role-given = Loma ir piešķirta.
done-role-revoked = Loma ir atņemta. Tā vairs nedarbojas no nākamā pieprasījuma.

work-indicators = Darbības pārskats
work-indicators-period = { $from } – { $to }
work-indicators-cut = Pakalpojumu ir vairāk, nekā rāda šīs lapas tabula: tajā ir pirmie 500. Kopsummās un diagrammās ir ietverti visi. Lai redzētu pārējos, izvēlieties iestādi vai pakalpojumu; CSV datnē ir viss.
work-indicators-none = Šajā periodā nav neviena gadījuma.
work-csv = Lejupielādēt CSV
work-period = Periods
work-period-until = Pēdējais mēnesis
work-last-months = { $count ->
    [zero] Pēdējie { $count } mēneši
    [one] Pēdējais { $count } mēnesis
   *[other] Pēdējie { $count } mēneši
    }
work-holder = Turētājs
work-show = Rādīt
work-pick-hint = Kods vai vārdi no nosaukuma
work-pick-holders = Iestādes, kurām atbilst „{ $words }”
work-pick-services = Pakalpojumi, kuriem atbilst „{ $words }”
work-pick-more = Redzami pirmie { $count }; ierakstiet vēl kādu vārdu.
work-pick-until = Kamēr neviens nav izvēlēts, skaitļi zemāk ir par visiem.
work-pick-until-queue = Kamēr neviens nav izvēlēts, rindā zemāk ir visi pakalpojumi.
work-pick-fits = Ierakstītajam („{ $words }”) atbilst:
error-work-pick-holder = Iestāde ar šādu kodu vai nosaukumu nav atrasta
error-work-pick-service = Pakalpojums ar šādu kodu vai nosaukumu nav atrasts
error-work-pick-several = Izvēlieties vienu no tiem, kas atbilst, vai ierakstiet vēl kādu vārdu
work-of-five = no 5
work-more = Par { $by } % vairāk nekā iepriekšējā periodā
work-less = Par { $by } % mazāk nekā iepriekšējā periodā
work-higher = Par { $by } augstāk nekā iepriekšējā periodā
work-lower = Par { $by } zemāk nekā iepriekšējā periodā
work-same = Tikpat, cik iepriekšējā periodā
work-chart-months = Gadījumi pa mēnešiem: saņemti un sniegti
work-chart-words = Periodā saņemti { $requested } gadījumi, sniegti { $delivered }.
work-chart-channels = Pieprasījumi pa kanāliem
work-received = Saņemti
work-delivered = Sniegti
work-month = Mēnesis
work-as-table = Rādīt kā tabulu
work-by-service = Pa pakalpojumiem
work-electronic-share = Elektroniski

work-services = Iestādes pakalpojumi
work-services-none = Iestādei vēl nav reģistrētu pakalpojumu.
work-code = Kods
work-online = Piesakāms tiešsaistē
work-imported = ievests
work-service-draft = Melnraksts
work-service-open = Publicēts
work-service-closed = Slēgts

work-institution = Iestādes darbinieki
work-role = Loma
work-unit = Struktūrvienība
work-valid = Spēkā
work-valid-from = no { $day }
work-valid-to = līdz { $day }
work-ended = Beigusies
work-revoke = Atņemt lomu
work-add-member = Piešķirt lomu
work-add-member-hint = Darbiniekam vismaz vienu reizi jābūt pieslēgušamies platformai.
work-add-member-send = Piešķirt
work-personal-code-hint = Vienpadsmit cipari, ar defisi vai bez tās.
error-work-role = Izvēlieties lomu
error-work-unit = Struktūrvienības nosaukumā drīkst būt līdz 200 zīmēm
error-work-person-unknown = Persona ar šādu kodu platformai vēl nav pieslēgusies. Lūdziet kolēģi vienu reizi pieslēgties un mēģiniet vēlreiz.

work-audit = Lietas pārbaude
work-audit-lead = Pārrēķina lietas notikumu ķēdi un rāda, kas skatījis klienta datus šajā lietā.
work-audit-hint = Piemēram, 1007 42
error-work-audit-number = Lieta ar šādu numuru nav atrasta
work-audit-check = Pārbaudīt
work-audit-chain = Lietas { $number } notikumu ķēde
work-audit-whole = { $count ->
    [zero] Ķēde ir vesela: pārrēķināti { $count } notikumu.
    [one] Ķēde ir vesela: pārrēķināts { $count } notikums.
   *[other] Ķēde ir vesela: pārrēķināti { $count } notikumi.
    }
work-audit-broken = Ķēde ir pārtraukta: { $sequence }. ieraksts nav tāds, kāds tika pierakstīts.
work-audit-sequence = Nr.
work-audit-event = Notikums
work-audit-at = Laiks
work-audit-recorded = Pierakstīts
work-audit-doer = Kas
work-audit-hash = Kontrolsumma
work-audit-views = Kas skatījis klienta datus šajā lietā
work-audit-views-none = Klienta datus šajā lietā neviens nav skatījis.
work-audit-what = Ko skatīja
work-audit-open = Atvērt lietu (skatījums tiks reģistrēts)

work-viewings = Skatījumu meklēšana
work-viewings-lead = Uzziniet, kas ir skatījis klienta datus vai kad datus skatījusi iestāde vai viens darbinieks. Meklējiet pēc viena no trim; jūsu skatījums tiks reģistrēts pie personas, par kuru meklējat.
work-viewings-code = Klienta personas kods
work-viewings-institution = Iestāde, kas skatījusi
work-viewings-official = Darbinieka personas kods
work-viewings-from = No dienas
work-viewings-to = Līdz dienai
work-viewings-day-hint = Piemēram, 01.03.2026.
work-viewings-find = Meklēt
work-viewings-found = Atrastie skatījumi
work-viewings-none = Tādu skatījumu nav.
work-viewings-further = Jaunākajā žurnāla daļā tādu skatījumu nav. Meklējiet tālāk senākajos ierakstos.
work-viewings-next = Senāki skatījumi
error-work-viewings-one = Aizpildiet tieši vienu: klienta personas kodu, iestādi vai darbinieka personas kodu
error-work-viewings-nobody = Personas ar šādu kodu platformā nav
error-work-viewings-order = Pēdējai dienai jābūt ne agrākai par pirmo

work-operations = Platformas darbība
work-version = Versija
work-log-end = Pēdējais notikums žurnālā
work-dead-letters = Atliktie notikumi
work-dead-timers = Apstājušies taimeri
work-readers = Žurnāla lasītāji
work-readers-lead = Katrs lasītājs notikumus apstrādā pēc kārtas; atpalicībai pēc brīža jāizzūd.
work-readers-none = Neviens lasītājs vēl nav darbojies.
work-reader = Lasītājs
work-behind = Atpaliek par
work-reader-current = Kārtībā
work-reader-behind = Lasa
work-reader-retrying = Mēģina vēlreiz ({ $count })
work-last-error = Pēdējā kļūda
work-letters-lead = Šos notikumus lasītājs vairākkārt nespēja apstrādāt un gāja tālāk bez tiem. Žurnālā tie ir saglabāti; kad kļūda ir novērsta, pārrēķiniet tabulu ar „durvis rebuild”.
work-letters-none = Neviens notikums nav atlikts.
work-letter-position = Vieta žurnālā
work-letter-kind = Notikums
work-letter-at = Atlikts
work-timer = Taimeris
work-subject = Kam
work-timers-none = Neviens taimeris nav apstājies.

work-shortcuts-lead = Taustiņi darbojas, kad kursors nav ievades laukā.
work-shortcuts-off = Ja taustiņi traucē, piemēram, balss vadībai, izslēdziet tos ar pogu „Īsceļu taustiņi” lapas augšā. Izvēle tiek saglabāta šajā pārlūkā. Taustiņi Ctrl un Enter kopā darbojas vienmēr.
work-key = Taustiņš
work-key-does = Ko dara
work-key-down = Nākamā lieta rindā
work-key-up = Iepriekšējā lieta rindā
work-key-open = Atver izvēlēto lietu
work-key-next = Ņem nākamo lietu
work-key-consultation = Sāk konsultācijas reģistrēšanu
work-key-page = Nākamā rindas lapa
work-key-find = Meklēšana pēc lietas numura
work-key-help = Šī lapa
work-key-send = Nosūta veidlapu, kurā rakstāt
