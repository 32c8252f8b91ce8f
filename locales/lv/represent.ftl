# Uzņēmuma pārstāvji: kas rīkojas uzņēmuma vārdā un kurus pakalpojumus katrs drīkst izmantot.

error-service-not-assigned = Uzņēmuma vadība šo pakalpojumu jums nav piešķīrusi.
    .kept = Iepriekš saglabātās ziņas nav mainītas.
    .next = Lūdziet uzņēmuma vadībai (valdes loceklim vai prokūristam) to jums piešķirt lapā „Uzņēmuma pārstāvji”. Tas stājas spēkā uzreiz.
error-company-management-only = Uzņēmuma pārstāvjus redz un maina tikai uzņēmuma vadība, kad tā rīkojas uzņēmuma vārdā.
    .next = Ja esat valdes loceklis vai prokūrists, profilā izvēlieties rīkoties uzņēmuma vārdā. Citādi lūdziet to uzņēmuma vadībai.
error-representation-of-management = Vadības tiesības ir ierakstītas Uzņēmumu reģistrā, tāpēc šeit tās nevar mainīt.
    .next = Izmaiņas valdē vai prokūrā piesakiet Uzņēmumu reģistrā.
error-representative-invalid = Cilvēks nav pievienots, jo daži lauki nav aizpildīti pareizi.
error-representative-changed = Šī cilvēka tiesības rīkoties pa šo laiku kāds ir mainījis, tāpēc jūsu darbība nav izpildīta.
    .kept = Spēkā ir tas, kas saglabāts pirms tam; jūsu darbība tur neko nav mainījusi.
    .next = Lapā „Uzņēmuma pārstāvji” vēlreiz atveriet šo cilvēku, apskatiet, kas viņam piešķirts tagad, un, ja vajag, atkārtojiet darbību.
error-representative-name = Ierakstiet cilvēka uzvārdu.
error-representative-unknown = Cilvēku ar šādu personas kodu un uzvārdu neatradām. Pārbaudiet abus. Pirms cilvēku pievienojat, viņam vismaz vienu reizi ir jāpieslēdzas šajā portālā.
error-representative-known = Šis cilvēks jau rīkojas uzņēmuma vārdā. Atrodiet viņu sarakstā.
error-representative-too-many = Pēdējā stundā uzņēmuma vārdā ir meklēts ļoti daudz cilvēku. Mēģiniet vēlreiz pēc stundas.
error-representative-scope = Izvēlieties, vai piešķirat visus pakalpojumus vai tikai atsevišķus.
error-representative-services-many = Pa vienam var piešķirt ne vairāk kā { $most } pakalpojumus. Ja vajag vairāk, piešķiriet visus.

represent-title = Uzņēmuma pārstāvji
represent-lead = Nosakiet, kas rīkojas uzņēmuma vārdā un kurus pakalpojumus katrs drīkst izmantot.
represent-open = Skatīt un mainīt pārstāvjus
represent-people = Kas rīkojas uzņēmuma vārdā
represent-you = jūs
represent-all = Visi pakalpojumi
represent-nothing = Neviens pakalpojums vēl nav piešķirts
represent-count = { $count ->
    [zero] { $count } pakalpojumu
    [one] { $count } pakalpojums
   *[other] { $count } pakalpojumi
    }
represent-code = personas kods
represent-since = kopš { $day }
represent-add = Pievienot cilvēku
represent-add-text = Pēc tam izvēlēsieties, kurus pakalpojumus šis cilvēks drīkst izmantot. Līdz tam uzņēmuma vārdā neko pieprasīt nevarēs.
represent-personal-code = Personas kods
represent-personal-code-hint = Piemēram, 320000-12345
represent-family-name = Uzvārds
represent-add-send = Pievienot
represent-fixed = Vadība drīkst izmantot visus pakalpojumus. Šīs tiesības ir ierakstītas Uzņēmumu reģistrā, tāpēc šeit tās nevar mainīt.
represent-services = Ko drīkst izmantot
represent-scope = Pakalpojumi
represent-scope-all = Visi pakalpojumi
represent-scope-all-hint = Arī tie, kas parādīsies vēlāk. Pārstāvjus mainīt nevarēs.
represent-scope-chosen = Tikai atsevišķi pakalpojumi
represent-scope-chosen-hint = Citus pakalpojumus uzņēmuma vārdā šis cilvēks nevarēs pieteikt, un to lietas neredzēs.
represent-assigned = Piešķirtie pakalpojumi
represent-assigned-none = Vēl neviens. Atrodiet pakalpojumu un piešķiriet to.
represent-remove = Noņemt
represent-find = Piešķirt vēl kādu pakalpojumu
represent-find-label = Pakalpojuma kods vai meklējamie vārdi
represent-find-none = Meklējot „{ $q }”, neko neatradām. Pamēģiniet citus vārdus vai pakalpojuma kodu.
represent-has = Jau piešķirts
represent-assign = Piešķirt
represent-end = Izbeigt pārstāvību
represent-end-text = Šis cilvēks uzņēmuma vārdā vairs nevarēs rīkoties; tas stājas spēkā uzreiz. Jau nosūtītie iesniegumi paliek uzņēmumam.
represent-end-send = Izbeigt pārstāvību
done-representative-added = Cilvēks ir pievienots. Tagad piešķiriet pakalpojumus.
done-services-assigned = Piešķirtie pakalpojumi ir saglabāti. Izmaiņas ir spēkā uzreiz.
done-representative-ended = Pārstāvība ir izbeigta.

# Tam, kas rīkojas uzņēmuma vārdā
home-assigned = Pakalpojumi, ko varat izmantot uzņēmuma vārdā
home-assigned-text = Tikai tie, ko uzņēmuma vadība ir piešķīrusi jums.
home-assigned-all = Visi jums piešķirtie pakalpojumi
home-assigned-none = Uzņēmuma vadība jums vēl nav piešķīrusi nevienu pakalpojumu. Lūdziet to valdes loceklim vai prokūristam.
browse-clients-assigned = Jums piešķirtie uzņēmuma pakalpojumi
services-unassigned = Jums nav piešķirts
service-unassigned = Šo pakalpojumu uzņēmuma vārdā ({ $company }) pieteikt nevarat: vadība to jums nav piešķīrusi. Lūdziet to valdes loceklim vai prokūristam.
