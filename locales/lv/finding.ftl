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
