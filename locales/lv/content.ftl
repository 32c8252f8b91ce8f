# Portāla saturs: dzīves situācijas, pārlūkošana, raksti, tulkojumi.
error-situation = Šādas dzīves situācijas nav, vai arī tā vairs nav publicēta.
    .next = Izvēlieties citu dzīves situāciju sarakstā.
error-situation-coordinator-only = Publicēt, noņemt un citai iestādei nodot dzīves situāciju var tikai iestāde, kas to koordinē.
    .next = Saglabājiet tekstu: koordinators redzēs, ka tas gaida publicēšanu.
error-situation-responsible-only = Pārbaudi apstiprina iestāde, kas atbild par šo dzīves situāciju.
    .next = Atgādiniet par pārbaudi atbildīgajai iestādei.
error-situation-branch-not-yours = Jaunas dzīves situācijas sāk, to secību nosaka un ziņojumus par kļūdām nodod tālāk iestāde, kas tās koordinē.
    .next = Sazinieties ar koordinējošo iestādi.
error-situation-branch-changed = Kāds cits pa to laiku ir mainījis koordinatoru vai secību. Jūsu ievadītais ir palicis šajā lapā, un redzat arī to, kā ir tagad. Salīdziniet un saglabājiet vēlreiz, ja tas joprojām der.
error-situation-responsible-same = Šī iestāde par dzīves situāciju atbild jau tagad. Izvēlieties citu.
error-situation-place = Ierakstiet veselu skaitli.
error-situation-changed = Dzīves situāciju pa to laiku ir mainījis kāds cits.
error-situation-unchanged = Jaunākais teksts jau ir publicēts.
error-situation-not-published = Šī dzīves situācija nav publicēta.
error-situation-incomplete = Tekstā vēl trūkst obligātu ziņu.
error-situation-branch = Izvēlieties, kam dzīves situācija domāta.
error-situation-responsible = Izvēlieties atbildīgo iestādi.
error-situation-slug = Adresē lietojiet 2–60 mazos latīņu burtus, ciparus un defises, piemēram, job-loss.
error-situation-slug-taken = Šāda adrese jau ir.
error-situation-text-missing = Ierakstiet šo tekstu.
error-situation-text-long = Šis teksts ir par garu. Sakiet to īsāk.
error-situation-step-missing = Vajadzīgs vismaz viens solis.
error-situation-steps-many = Soļu ir par daudz. Sadaliet divās dzīves situācijās.
error-situation-service-unknown = Kāda no šiem pakalpojumiem nav, vai arī tas nav publicēts. Teksts ir saglabāts: izlabojiet kodu vai publicējiet pakalpojumu.
error-correction = Šāda ziņojuma nav.
    .next = Atveriet ziņojumu sarakstu.
error-correction-length = Uzrakstiet, kas nav pareizi: vismaz 10 un ne vairāk kā 2000 rakstzīmes.
error-correction-personal-data = Tekstā ir personas kods. Izdzēsiet to: personas datus mums nevajag.
error-correction-too-many = Par šo lapu tikko ir saņemts ļoti daudz ziņojumu, tāpēc šis nav nosūtīts. Jūsu teksts ir palicis veidlapā: mēģiniet vēlreiz pēc stundas.
    .next = Pamēģiniet vēlreiz pēc stundas.
error-correction-not-received = Šis ziņojums jau ir nodots tālāk vai izskatīts.
error-correction-not-open = Šis ziņojums jau ir izskatīts.
error-correction-nothing-newer = Kopš ziņojuma jaunāks teksts nav publicēts. Ziņojums nav pabeigts, un jūsu atbilde ir saglabāta šajā lapā: vispirms publicējiet izlaboto tekstu vai izvēlieties „Kļūda ir izlabota citur” un uzrakstiet, kur.
error-correction-elsewhere = Uzrakstiet, kas un kur ir izlabots.
error-correction-reason = Uzrakstiet, kāpēc tekstu nemaināt.
error-category = Šādas kategorijas nav.
    .next = Izvēlieties citu veidu, kā pārlūkot pakalpojumus.
error-article = Šāda raksta nav, vai arī to vairs nerāda.
    .next = Aplūkojiet rakstu sarakstu.
error-article-not-yours = Rakstu raksta un maina tās iestādes kontaktpersona, kurai tas pieder.
error-article-changed = Rakstu pa to laiku ir mainījis kāds cits.
error-article-not-published = Šis raksts netiek rādīts.
error-article-incomplete = Rakstā vēl trūkst teksta.
error-article-audience = Publisku rakstu nevar padarīt iekšēju. Noņemiet to un uzrakstiet jaunu.
error-article-times = Beigām jābūt pēc sākuma.
error-article-kind = Izvēlieties raksta veidu.
error-article-readers = Izvēlieties, kas rakstu lasīs.
error-article-slug = Adresē lietojiet 2–80 mazos latīņu burtus, ciparus un defises.
error-article-slug-taken = Raksts ar šādu adresi jau ir.
error-article-text-missing = Ierakstiet šo tekstu.
error-article-text-long = Šis teksts ir par garu.
error-translation-unreachable = Tulkošanas dzinējs neatbild.
error-translation-answer = Tulkošanas dzinējs atbildēja ar citu tekstu skaitu.
error-municipality-unknown = Izvēlieties pašvaldību no saraksta.

# Ietvars
nav-life = Dzīves situācijas
nav-news = Jaunumi
nav-help = Palīdzība
web-footer-articles = Palīdzības raksti
web-footer-browse = Pārlūkot pēc kategorijas
web-footer-institutions = Iestādes un to kontakti

# Sākumlapa
home-search-hint = Piemēram, bez darba
home-residents = Dzīves situācijas iedzīvotājiem
home-businesses = Dzīves situācijas uzņēmumiem
home-own = Jūsu pašvaldībā
home-own-none = Šī pašvaldība savus pakalpojumus šeit vēl nav aprakstījusi. Jums der visi valsts pakalpojumi.
home-own-all = Visi pakalpojumi, kas pieejami visā Latvijā
home-themes = Pārlūkojiet pēc nozares
home-popular = Visbiežāk pieprasītie
home-company = Uzņēmumam
home-company-none = Uzņēmumiem paredzētu pakalpojumu katalogā vēl nav.
home-company-all = Visi pakalpojumi uzņēmumiem

# Pašvaldība
place-title = Izvēlieties savu pašvaldību
place-lead = Rādīsim pakalpojumus, kas der visā Latvijā, un tos, ko sniedz jūsu pašvaldība.
place-declared = Pašvaldība vēl nav izvēlēta, tāpēc iesakām to, kurā deklarēta jūsu dzīvesvieta. Saglabāsim to tikai tad, kad nospiedīsiet „Saglabāt”.
place-label = Mana pašvaldība
place-hint-profile = Izvēli saglabāsim jūsu profilā. Lai to noņemtu, izvēlieties tukšo rindu.
place-hint-cookie = Izvēli atcerēsies šī pārlūkprogramma. Lai to noņemtu, izvēlieties tukšo rindu.
place-own = Jūsu pašvaldība:
place-choose = Izvēlieties savu pašvaldību
done-place-kept = Pašvaldība ir saglabāta.
done-place-dropped = Pašvaldība nav izvēlēta.

# Pārlūkošana
browse-title = Pakalpojumi pēc kategorijas
browse-lead = Nav jāzina, kā pakalpojumu sauc: izvēlieties, kas jums ir svarīgi.
browse-channels = Kā pieteikties
browse-clients = Kam
browse-clients-person = Pakalpojumi iedzīvotājiem
browse-clients-company = Pakalpojumi uzņēmumiem
browse-lists = Saraksti
browse-institution = Iestādes
browse-municipality = Pašvaldības
browse-none = Šajā kategorijā pakalpojumu pašlaik nav.
browse-count = { $count ->
    [zero] { $count } pakalpojumu
    [one] { $count } pakalpojums
   *[other] { $count } pakalpojumi
    }
browse-place-lead = Pakalpojumi, ko sniedz tieši šī pašvaldība.
browse-view = Redzat tikai to, kas der: { $view }.
browse-view-whole = Rādīt visu
browse-view-everything = Redzat visus šīs kategorijas pakalpojumus.
browse-view-narrow = Rādīt tikai: { $view }
browse-view-persons = iedzīvotājiem
browse-view-companies = uzņēmumiem
browse-channel-electronic = Pakalpojumi internetā
browse-channel-phone = Pakalpojumi, kuriem var pieteikties pa tālruni
browse-channel-post = Pakalpojumi, kuriem var pieteikties pa pastu
browse-channel-centre = Pakalpojumi valsts un pašvaldību vienotajos klientu apkalpošanas centros
browse-channel-institution = Pakalpojumi iestādē klātienē
browse-way-online = Internetā
browse-way-companies = Uzņēmumiem
browse-way-institutions = Pēc iestādes
browse-way-municipalities = Pēc pašvaldības

# Nozares (COFOG)
theme-01 = Nodokļi un valsts pārvalde
theme-01-hint = Nodokļi, deklarācijas, vēlēšanas
theme-02 = Aizsardzība
theme-02-hint = Militārais dienests, zemessardze
theme-03 = Drošība un tieslietas
theme-03-hint = Dokumenti, policija, tiesas, mantojums
theme-04 = Darbs, uzņēmumi un satiksme
theme-04-hint = Uzņēmējdarbība, lauksaimniecība, transports
theme-05 = Vide
theme-05-hint = Atkritumi, daba, dzīvnieki
theme-06 = Mājoklis un zeme
theme-06-hint = Būvniecība, īre, komunālie pakalpojumi
theme-07 = Veselība
theme-07-hint = Ārsti, zāles, slimnīcas
theme-08 = Kultūra, sports un atpūta
theme-08-hint = Pasākumi, pulciņi, bibliotēkas
theme-09 = Izglītība
theme-09-hint = Bērnudārzs, skola, studijas
theme-10 = Ģimene un sociālā palīdzība
theme-10-hint = Pabalsti, pensijas, bezdarbs, aprūpe

# Dzīves situācijas
life-title = Dzīves situācijas
life-lead = Izvēlieties, kas ar jums notiek: izstāstīsim, kas jādara un kādā secībā.
life-none = Dzīves situāciju vēl nav.
life-all = Visas dzīves situācijas
life-residents = Iedzīvotājiem
life-residents-text = Kas jūsu dzīvē mainās? Pateiksim, kas jādara un kurš palīdz.
life-businesses = Uzņēmumiem
life-businesses-text = No dibināšanas līdz slēgšanai.
life-steps = Kas jādara
life-where = Kur vērsties:
life-terms = Termiņi
life-advice = Labi zināt
life-side = Termiņi un atbildīgā iestāde
life-responsible = Par tekstu atbild
life-checked = Pārbaudīts { $day }
life-sdg = Informācija Vienotajai digitālajai vārtejai (Your Europe).
life-draft = Melnraksts: publiski to neredz.
life-on = { $day } šeit bija rakstīts tā.
life-now = Lasīt pašreizējo tekstu
life-history-title = Dzīves situācijas redakcijas
life-history-lead = Te var izlasīt visu, kas par šo dzīves situāciju jebkad ir bijis publicēts. Uz to, kas bija rakstīts dienā, kad rīkojāties, varat paļauties.
life-history-on-none = { $day } šī dzīves situācija nebija publicēta.
life-withdrawn-title = Šī dzīves situācija vairs nav publicēta.
life-withdrawn-since = Kopš { $day } tās portālā vairs nav. Visu, kas tajā bija rakstīts, var izlasīt redakcijās.
life-wrong = Šeit kaut kas nav pareizi?
life-correct = Ziņot par kļūdu
correct-title = Ziņot par kļūdu
correct-lead = Pastāstiet, kas nav pareizi vai kā trūkst. Atbildīgā iestāde tekstu izlabos trīs darba dienās.
correct-label = Kas nav pareizi?
correct-hint = Personas datus nerakstiet: mēs neprasām, kas jūs esat, un nevarēsim atbildēt personīgi.
correct-send = Nosūtīt
done-correction-sent = Paldies! Ziņojums ir saņemts, un tekstu pārbaudīs trīs darba dienās.
service-situations = Dzīves situācijas

# Raksti
news-title = Jaunumi
news-lead = Kas valsts un pašvaldību pakalpojumos ir mainījies.
news-all = Visi jaunumi
news-feed = Jaunumu plūsma (Atom)
help-title = Palīdzība
help-lead = Kā lietot portālu un saņemt palīdzību citādi.
articles-none = Rakstu vēl nav.
articles-staff = Iestāžu darbiniekiem
article-draft = Melnraksts: lasītāji to neredz.
article-helpful = Vai šī lapa bija noderīga?
done-voted = Paldies par atbildi!

# Tulkojumi
spoken-label = Citas valodas
spoken-also = Lasīt arī:
spoken-machine = Mašīntulkojums, nav pārbaudīts.
spoken-machine-text = Tulkojis: { $engine }. Spēkā ir teksts latviešu valodā.
spoken-engine-demo = paraugs, kas aizstāj atsevišķus vārdus
spoken-human = Teksts šajā valodā: { $language }.
spoken-back = Lasīt oriģinālu
