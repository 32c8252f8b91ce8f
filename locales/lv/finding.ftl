# Pakalpojumu meklēšana, sašaurināšana un tuvākās vietas.
finding-suggestions = Ieteikumi
finding-by = Sašaurināt sarakstu
finding-by-client = Kam
finding-by-channel = Kā pieteikties
finding-by-online = Internetā
finding-by-life = Dzīves situācija
finding-by-holder = Iestāde
finding-by-territory = Kur
finding-online-yes = Var pieteikt internetā
finding-online-no = Internetā pieteikt nevar
finding-show = Rādīt
finding-picked = Izvēlētais
finding-take-back = Noņemt:
finding-clear = Noņemt visu
finding-found = { $count ->
    [zero] Meklējot „{ $q }”, atradām { $count } pakalpojumu.
    [one] Meklējot „{ $q }”, atradām { $count } pakalpojumu.
   *[other] Meklējot „{ $q }”, atradām { $count } pakalpojumus.
}
finding-all = { $count ->
    [zero] { $count } pakalpojumu
    [one] { $count } pakalpojums
   *[other] { $count } pakalpojumi
}
finding-relaxed = Tieši tādu vārdu kā „{ $q }” neatradām. Šie pakalpojumi ir līdzīgi meklētajam.
finding-none-picked = Nav pakalpojumu, kuriem atbilst viss izvēlētais. Noņemiet kādu izvēli.
finding-helped = Vai atradāt meklēto?
finding-comment = Pateikt ko vairāk
finding-comment-label = Ko Jūs meklējāt?
finding-comment-hint = Nerakstiet vārdu, personas kodu, tālruņa numuru un citas ziņas par sevi. Līdz 500 rakstzīmēm.
finding-searched = Jūs meklējāt „{ $q }”.
finding-back = Atpakaļ pie saraksta
done-feedback = Paldies! Jūsu atbilde palīdz uzlabot meklēšanu.
error-search-comment-long = Komentārā var būt līdz 500 rakstzīmēm.
error-search-comment-personal = Komentārā nerakstiet personas kodu, tālruņa numuru, e-pasta adresi un citus garus skaitļus.

places-link = Atrast tuvāko vietu, kur pieteikties klātienē
places-title = Tuvākā vieta klātienē
places-lead = Izvēlieties pašvaldību, un mēs parādīsim tuvākās vietas, kur pieteikt šo pakalpojumu klātienē.
places-municipality = Pašvaldība
places-show = Rādīt vietas
places-locate = Izmantot manu atrašanās vietu
places-locate-hint = Atrašanās vietu izmantosim tikai šai atbildei un nesaglabāsim.
places-refused = Pārlūks atrašanās vietu nepateica. Izvēlieties pašvaldību.
places-your-position = Jūsu atrašanās vieta
places-near = Tuvākās vietas: { $from }
places-km = { $km } km
places-under-km = mazāk par 1 km
places-open = Atvērts līdz { $time }
places-later = Slēgts, atvērs { $time }
places-closed = Šobrīd slēgts
places-unknown = Darba laiku jautājiet iestādē
places-approximate = Attālums ir taisnā līnijā, līdz pilsētas centram. Pirms došanās pārbaudiet darba laiku.
places-none = Šim pakalpojumam tuvumā nav vietas, kuras adresi mēs zinātu. Sazinieties ar pakalpojuma sniedzēju.
places-not-in-person = Šo pakalpojumu klātienē nesniedz.
places-back = Atpakaļ pie pakalpojuma
error-places-municipality = Izvēlieties pašvaldību no saraksta.
error-places-position = Atrašanās vietu neizdevās nolasīt. Izvēlieties pašvaldību.
error-position = Šāda vieta uz Zemes nav atrodama.

# Life situations and articles above the services
guides-title = Var noderēt arī
guides-life = Dzīves situācija
guides-news = Ziņas
guides-help = Palīdzība

# Search by category
search-title = Meklēšana
search-categories = Kur meklēt
search-all = Viss
search-services = Pakalpojumi
search-life = Dzīves situācijas
search-articles = Ziņas un palīdzība
search-institutions = Iestādes
search-own = Mani iesniegumi un dokumenti
search-in = Meklēt: { $where }
search-found = { $count ->
    [zero] Meklējot „{ $q }”, atradām { $count } ierakstu.
    [one] Meklējot „{ $q }”, atradām { $count } ierakstu.
   *[other] Meklējot „{ $q }”, atradām { $count } ierakstus.
}
search-none = Meklējot „{ $q }”, šeit neko neatradām. Pamēģiniet citu vārdu vai meklējiet citā sadaļā.
search-empty = Šeit vēl nekā nav.
search-relaxed = Tieši tādu vārdu kā „{ $q }” neatradām. Šie ieraksti ir līdzīgi meklētajam.
search-own-say = Ievadiet pakalpojuma nosaukumu, iesnieguma numuru, stāvokli vai dokumenta nosaukumu.
search-own-more = { $count ->
    [zero] Vēl atbilst { $count } iesniegumu, kas šeit nav redzami. Ierakstiet vēl kādu vārdu.
    [one] Vēl atbilst { $count } iesniegums, kas šeit nav redzams. Ierakstiet vēl kādu vārdu.
   *[other] Vēl atbilst { $count } iesniegumi, kas šeit nav redzami. Ierakstiet vēl kādu vārdu.
}
search-own-older = Meklējām 500 jaunākajos iesniegumos. Vecāku atradīsiet pēc pilna numura vai iesniegumu sarakstā.
guides-institution = Iestāde
