# Uzņēmuma pārstāvji: kas rīkojas uzņēmuma vārdā un kurus pakalpojumus katrs drīkst izmantot.

error-service-not-assigned = Uzņēmuma vadība šo pakalpojumu jums nav piešķīrusi.
    .kept = Iepriekš saglabātās ziņas nav mainītas.
    .next = Lūdziet uzņēmuma vadību (valdes locekli vai prokūristu) to jums piešķirt lapā „Uzņēmuma pārstāvji”. Tas darbojas uzreiz.
error-company-management-only = Uzņēmuma pārstāvjus redz un maina tikai uzņēmuma vadība, kad tā rīkojas uzņēmuma vārdā.
    .next = Ja esat valdes loceklis vai prokūrists, profilā izvēlieties rīkoties uzņēmuma vārdā. Citādi lūdziet to uzņēmuma vadībai.
error-representation-of-management = Vadības tiesības nāk no Uzņēmumu reģistra, tāpēc šeit tās nevar mainīt.
    .next = Izmaiņas valdē vai prokūrā piesakiet Uzņēmumu reģistrā.
error-representative-invalid = Cilvēks nav pievienots, jo daži lauki nav aizpildīti pareizi.
error-representative-name = Ierakstiet cilvēka uzvārdu.
error-representative-unknown = Cilvēku ar šādu personas kodu un uzvārdu neatradām. Pārbaudiet abus. Cilvēkam vismaz reizi jābūt pieslēgušamies šajā portālā.
error-representative-known = Šis cilvēks jau rīkojas uzņēmuma vārdā. Atrodiet viņu sarakstā.
error-representative-too-many = Pēdējā stundā uzņēmuma vārdā ir meklēts ļoti daudz cilvēku. Mēģiniet vēlreiz pēc stundas.
error-representative-scope = Izvēlieties, vai piešķirat visus pakalpojumus vai tikai izvēlētus.
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
represent-add-text = Pēc tam izvēlēsieties, kurus pakalpojumus šis cilvēks drīkst izmantot. Līdz tam uzņēmuma vārdā viņš neko pieprasīt nevar.
represent-personal-code = Personas kods
represent-personal-code-hint = Piemēram, 320000-12345
represent-family-name = Uzvārds
represent-add-send = Pievienot
represent-fixed = Vadība drīkst visu. Šīs tiesības nāk no Uzņēmumu reģistra, un šeit tās nevar mainīt.
represent-services = Ko drīkst izmantot
represent-scope = Pakalpojumi
represent-scope-all = Visi pakalpojumi
represent-scope-all-hint = Arī tie, kas parādīsies vēlāk. Pārstāvjus mainīt nevarēs.
represent-scope-chosen = Tikai izvēlēti pakalpojumi
represent-scope-chosen-hint = Citus pakalpojumus uzņēmuma vārdā šis cilvēks nevarēs pieteikt, un to lietas neredzēs.
represent-assigned = Piešķirtie pakalpojumi
represent-assigned-none = Vēl neviens. Atrodiet pakalpojumu un piešķiriet to.
represent-remove = Noņemt
represent-find = Piešķirt vēl kādu pakalpojumu
represent-find-label = Pakalpojuma kods vai vārdi
represent-find-none = Pēc „{ $q }” neko neatradām. Pamēģiniet citus vārdus vai pakalpojuma kodu.
represent-has = Jau piešķirts
represent-assign = Piešķirt
represent-end = Beigt pārstāvību
represent-end-text = Šis cilvēks uzreiz vairs nevarēs rīkoties uzņēmuma vārdā. Jau iesniegtie iesniegumi paliek uzņēmumam.
represent-end-send = Beigt pārstāvību
done-representative-added = Cilvēks ir pievienots. Tagad piešķiriet pakalpojumus.
done-services-assigned = Pakalpojumi ir saglabāti. Tas darbojas uzreiz.
done-representative-ended = Pārstāvība ir beigta.

# Tam, kas rīkojas uzņēmuma vārdā
home-assigned = Jūsu uzņēmuma pakalpojumi
home-assigned-text = Tikai tie, ko uzņēmuma vadība ir piešķīrusi jums.
home-assigned-all = Visi jums piešķirtie pakalpojumi
home-assigned-none = Uzņēmuma vadība jums vēl nav piešķīrusi nevienu pakalpojumu. Lūdziet to valdes loceklim vai prokūristam.
browse-clients-assigned = Jums piešķirtie uzņēmuma pakalpojumi
services-unassigned = Jums nav piešķirts
service-unassigned = Šo pakalpojumu uzņēmuma vārdā ({ $company }) pieteikt nevarat: vadība to jums nav piešķīrusi. Lūdziet to valdes loceklim vai prokūristam.
