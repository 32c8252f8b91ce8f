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
finding-by-sdg = Vienotā digitālā vārteja
finding-sdg-yes = Ir aprakstīts portālā Your Europe
finding-sdg-no = Nav aprakstīts portālā Your Europe
finding-show = Rādīt
finding-more = Vēl { $count }
finding-own-place = Rādīt tikai to, kas pieejams: { $place } un visa Latvija
finding-with-country = Rādīt arī pakalpojumus, kas pieejami visā Latvijā
finding-everywhere = Rādīt pakalpojumus visās pašvaldībās
finding-picked = Izvēlētais
finding-take-back = Noņemt:
finding-clear = Noņemt visu
finding-found = { $count ->
    [zero] Meklējot „{ $q }”, atradām { $count } pakalpojumus.
    [one] Meklējot „{ $q }”, atradām { $count } pakalpojumu.
   *[other] Meklējot „{ $q }”, atradām { $count } pakalpojumus.
}
finding-all = { $count ->
    [zero] { $count } pakalpojumu
    [one] { $count } pakalpojums
   *[other] { $count } pakalpojumi
}
finding-relaxed = Tieši tādu vārdu kā „{ $q }” neatradām. Šie pakalpojumi ir līdzīgi meklētajam.
finding-none-perhaps = Pakalpojumu, kas atbilst meklētajam „{ $q }”, neatradām. Iespējams, jums noderēs kāda no šīm dzīves situācijām.
finding-pages-only = { $count ->
    [zero] Meklējot „{ $q }”, atradām { $count } lapas, kas var noderēt. Pakalpojuma, kas atbilstu meklētajam, nav.
    [one] Meklējot „{ $q }”, atradām { $count } lapu, kas var noderēt. Pakalpojuma, kas atbilstu meklētajam, nav.
   *[other] Meklējot „{ $q }”, atradām { $count } lapas, kas var noderēt. Pakalpojuma, kas atbilstu meklētajam, nav.
}
finding-pages-relaxed = { $count ->
    [zero] Meklējot „{ $q }”, atradām { $count } lapas, kas var noderēt. Zem tām ir līdzīgi pakalpojumi.
    [one] Meklējot „{ $q }”, atradām { $count } lapu, kas var noderēt. Zem tās ir līdzīgi pakalpojumi.
   *[other] Meklējot „{ $q }”, atradām { $count } lapas, kas var noderēt. Zem tām ir līdzīgi pakalpojumi.
}
finding-none-picked = Nav pakalpojumu, kuriem atbilst viss izvēlētais. Noņemiet kādu izvēli.
finding-helped = Vai atradāt meklēto?
finding-comment = Pateikt ko vairāk
finding-comment-label = Ko meklējāt?
finding-comment-hint = Nerakstiet vārdu, personas kodu, tālruņa numuru un citas ziņas par sevi. Līdz 500 rakstzīmēm.
finding-searched = Jūs meklējāt „{ $q }”.
finding-back = Atpakaļ pie saraksta
done-feedback = Paldies! Jūsu atbilde palīdz uzlabot meklēšanu.
error-search-comment-long = Komentārā var būt līdz 500 rakstzīmēm.
error-search-comment-personal = Komentārā nerakstiet personas kodu, tālruņa numuru, e-pasta adresi un citus garus skaitļus.

places-link = Atrast tuvāko vietu klātienē
places-title = Tuvākā vieta klātienē
places-lead = Izvēlieties pašvaldību, un mēs parādīsim tuvākās vietas, kur šim pakalpojumam pieteikties klātienē.
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
places-approximate = Attālums ir taisnā līnijā, dažām vietām – līdz pilsētas centram. Pirms došanās pārbaudiet darba laiku.
places-none = Šim pakalpojumam tuvumā nav vietas, kuras adresi mēs zinātu. Sazinieties ar pakalpojuma sniedzēju.
places-not-in-person = Šo pakalpojumu klātienē nesniedz.
places-back = Atpakaļ pie pakalpojuma
error-places-municipality = Izvēlieties pašvaldību no saraksta.
error-places-position = Atrašanās vietu neizdevās nolasīt. Izvēlieties pašvaldību.
error-position = Šāda vieta uz Zemes nav atrodama.

combine-link = Izvēlēties savu ceļu: kur prasīt padomu, kā pieteikties un saņemt rezultātu
combine-title = Izvēlieties savu ceļu
combine-lead = Prasīt padomu, pieteikties un saņemt rezultātu var dažādos veidos. Izvēlieties, un parādīsim, cik tas maksā, cik ilgi jāgaida un kas jādara.
combine-advice = Kur prasīt padomu
combine-advice-hint = Neizvēlieties neko, ja padoms nav vajadzīgs.
combine-request = Kā pieteikties
combine-receipt = Kā saņemt rezultātu
combine-municipality-hint = Pēc tās parādīsim tuvāko vietu, kur varat ierasties.
combine-show = Rādīt
combine-way = Jūsu ceļš
combine-advice-phone = Zvaniet un prasiet padomu
combine-advice-phone-text = Iestāde pastāstīs, kas jums pienākas un kas būs vajadzīgs.
combine-advice-electronic = Uzrakstiet jautājumu
combine-advice-electronic-text = Iestāde atbildēs rakstveidā; atbildi redzēsiet portālā.
combine-advice-centre = Prasiet padomu vienotajā klientu apkalpošanas centrā
combine-advice-centre-text = Darbinieks pastāstīs par pakalpojumu un palīdzēs to pieteikt.
combine-advice-institution = Prasiet padomu iestādē
combine-advice-institution-text = Darbinieks pastāstīs par pakalpojumu. Pirms došanās pārbaudiet darba laiku.
combine-request-electronic = Piesakieties internetā
combine-request-electronic-text = Aizpildiet iesniegumu jebkurā laikā; ziņas, kas jau ir reģistros, nav jāraksta.
combine-request-phone = Piesakieties pa tālruni
combine-request-phone-text = Iestāde pieņems iesniegumu sarunas laikā.
combine-request-post = Nosūtiet iesniegumu pa pastu
combine-request-post-text = Parakstiet iesniegumu un pievienojiet vajadzīgos dokumentus.
combine-request-centre = Piesakieties vienotajā klientu apkalpošanas centrā
combine-request-centre-text = Paņemiet līdzi personu apliecinošu dokumentu un citus vajadzīgos dokumentus.
combine-request-institution = Piesakieties iestādē
combine-request-institution-text = Paņemiet līdzi personu apliecinošu dokumentu un citus vajadzīgos dokumentus.
combine-receipt-electronic = Saņemiet rezultātu internetā
combine-receipt-electronic-text = Rezultātu redzēsiet portālā, sadaļā „Mani iesniegumi”.
combine-receipt-phone = Uzziniet rezultātu pa tālruni
combine-receipt-phone-text = Iestāde zvanīs uz numuru, ko norādījāt iesniegumā.
combine-receipt-post = Saņemiet rezultātu pa pastu
combine-receipt-post-text = Iestāde nosūtīs vēstuli uz adresi, ko norādījāt iesniegumā.
combine-receipt-centre = Saņemiet rezultātu vienotajā klientu apkalpošanas centrā
combine-receipt-centre-text = Iesniegumā norādiet, ka rezultātu saņemsiet centrā. Paņemiet līdzi personu apliecinošu dokumentu.
combine-receipt-institution = Saņemiet rezultātu iestādē
combine-receipt-institution-text = Iesniegumā norādiet, ka rezultātu saņemsiet klātienē. Paņemiet līdzi personu apliecinošu dokumentu.
error-combine-channel = Izvēlieties vienu no veidiem, ko šis pakalpojums piedāvā.

# Life situations and articles above the services
guides-title = Var noderēt arī
guides-perhaps = Iespējams, attiecas uz jums
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
    [zero] Meklējot „{ $q }”, atradām { $count } ierakstus.
    [one] Meklējot „{ $q }”, atradām { $count } ierakstu.
   *[other] Meklējot „{ $q }”, atradām { $count } ierakstus.
}
search-none = Meklējot „{ $q }”, šeit neko neatradām. Pamēģiniet citu vārdu vai meklējiet citā sadaļā.
search-empty = Šeit vēl nekā nav.
search-relaxed = Tieši tādu vārdu kā „{ $q }” neatradām. Šie ieraksti ir līdzīgi meklētajam.
search-own-say = Ievadiet pakalpojuma nosaukumu, iesnieguma numuru, stāvokli vai dokumenta nosaukumu.
search-own-more = { $count ->
    [zero] Vēl atbilst { $count } iesniegumi, kas šeit nav redzami. Ierakstiet vēl kādu vārdu.
    [one] Vēl atbilst { $count } iesniegums, kas šeit nav redzams. Ierakstiet vēl kādu vārdu.
   *[other] Vēl atbilst { $count } iesniegumi, kas šeit nav redzami. Ierakstiet vēl kādu vārdu.
}
search-own-older = Meklējām 500 jaunākajos iesniegumos. Vecāku atradīsiet pēc pilna numura vai iesniegumu sarakstā.
guides-institution = Iestāde
