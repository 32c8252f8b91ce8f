# Meklēšanas noteikumi un pārskats platformas redaktoriem.
work-nav-search = Meklēšana
work-search = Meklēšanas noteikumi
work-search-lead = Sinonīmi un vietas sarakstā sāk darboties uzreiz pēc saglabāšanas.
work-search-report = Ko cilvēki meklē
work-search-try = Izmēģināt vaicājumu
work-search-query = Vaicājums
work-search-try-send = Izmēģināt
work-search-with = Ar noteikumiem
work-search-without = Bez tiem
work-search-moved = Izmaiņa
work-search-moved-up = Augstāk
work-search-moved-down = Zemāk
work-search-moved-new = Klāt
work-search-moved-gone = Prom
work-search-moved-same = Nemainās
work-search-nothing = Meklējot „{ $q }”, nekas nav atrodams ne ar noteikumiem, ne bez tiem.
work-search-empty = Noteikumu vēl nav. Var sākt ar sinonīmiem, kas nāk līdzi programmai, un pēc tam tos mainīt.
work-search-install = Pievienot sākuma sinonīmus
work-search-find = Atrast noteikumu
work-search-find-send = Atlasīt
work-search-synonyms = Sinonīmi
work-search-boosts = Vietas sarakstā
work-search-words = Ko cilvēki raksta
work-search-words-hint = Vārdi vai frāzes; starp tiem komats vai jauna rinda. Galotnes un garumzīmes nav svarīgas.
work-search-means = Ko vēl meklēt
work-search-means-hint = Vārdi, kas lietoti pakalpojumu aprakstos.
work-search-way = Virziens
work-search-way-one = Vienā virzienā
work-search-way-both = Abos virzienos
work-search-for = Kādiem vārdiem
work-search-for-hint = Atstājiet tukšu, ja noteikums darbojas vienmēr.
work-search-always = Vienmēr
work-search-percent = Atbilstība, %
work-search-percent-hint = 200 dubulto, 50 samazina uz pusi. No 10 līdz 500.
work-search-boost-code = Pakalpojuma kods
work-search-set = Noteikumu veidlapas
work-search-synonym-add = Pievienot sinonīmu
work-search-synonym-change = Mainīt sinonīmu
work-search-boost-add = Pacelt vai nolaist pakalpojumu
work-search-boost-change = Mainīt vietu sarakstā
work-search-save = Saglabāt
work-search-cancel = Atcelt
work-search-remove = Dzēst
work-search-no-rules = Šādu noteikumu nav.
work-search-more = { $count ->
    [zero] Vēl { $count } noteikumu. Atrodiet tos, ierakstot vārdu.
    [one] Vēl { $count } noteikums. Atrodiet to, ierakstot vārdu.
   *[other] Vēl { $count } noteikumi. Atrodiet tos, ierakstot vārdu.
}
work-search-report-lead = Skaitām vaicājumus pa dienām, bez ziņām par cilvēku. Vaicājumus ar gariem skaitļiem un e-pasta adresēm neglabājam; pārējos glabājam 400 dienas.
work-search-period = Laikposms
work-search-days = { $count ->
    [zero] { $count } dienu
    [one] { $count } diena
   *[other] { $count } dienas
}
work-search-empty-queries = Neko neatrada
work-search-frequent = Meklē visbiežāk
work-search-none = Šajā laikposmā nav datu.
work-search-times = Reizes
work-search-found-nothing = Neko neatrada
work-search-feedback = „Vai atradāt meklēto?”
work-search-when = Kad
work-search-answer = Atbilde
work-search-yes = Atrada
work-search-no = Neatrada
work-search-results = Rezultāti
work-search-opened = Atvērtais pakalpojums
work-search-comment = Ko meklēja
work-search-places = Tuvākās vietas meklēšana
work-search-places-lead = Cik reižu pēdējos 12 mēnešos meklēta tuvākā vieta klātienē un apvienoti kanāli.
work-search-month = Mēnesis
work-search-by-municipality = Pēc pašvaldības
work-search-by-position = Pēc ierīces vietas
work-search-combined = Apvienoti kanāli
done-search-rule = Noteikums ir saglabāts un jau darbojas.
done-search-rule-removed = Noteikums ir dzēsts.
error-search-rule = Šāda noteikuma nav.
error-search-rule-changed = Šo noteikumu pa to laiku ir mainījis kāds cits, un jūsu izmaiņas nav saglabātas. Atveriet to vēlreiz.
error-search-rules-full = Noteikumu ir tik daudz, cik drīkst būt: { $most }. Dzēsiet kādu, pirms pievienojat jaunu.
error-search-phrases-missing = Ierakstiet vismaz vienu vārdu.
error-search-phrases-many = Var būt līdz 20 frāzēm, katra līdz 80 rakstzīmēm.
error-search-boost-service = Šāda pakalpojuma koda nav.
error-search-boost-percent = Ierakstiet veselu skaitli no 10 līdz 500.
