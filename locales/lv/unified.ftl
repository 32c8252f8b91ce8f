# Vienotie pakalpojumi: iedzīvotāju lapas.
unified-title = Vienotie pakalpojumi
unified-lead = Pakalpojumi, kas visās pašvaldībās ir vienādi. Izlasiet vienu aprakstu un izvēlieties savu pašvaldību: maksa, termiņš un kontakti katrā ir savi.
unified-none = Vienoto pakalpojumu vēl nav.
unified-holders = { $count ->
    [zero] { $count } iestādēs
    [one] { $count } iestādē
   *[other] { $count } iestādēs
    }
unified-choose = Jūsu pašvaldība
unified-choose-any = Jūsu pašvaldība vai cita iestāde
unified-show = Rādīt
unified-unknown = Šādas pašvaldības sarakstā nav. Izvēlieties no saraksta.
unified-between = { $from } līdz { $to }
unified-own-name = Šeit pakalpojumu sauc „{ $name }”.
unified-closed = Šeit pakalpojumu pašlaik pieprasīt nevar.
unified-conditions = Nosacījumi tieši šeit
unified-documents = Dokumenti tieši šeit
unified-steps = Soļi tieši šeit
unified-laws = Noteikumi tieši šeit
unified-online = Pieteikties vietnē { $site }
unified-whole = Viss iestādes apraksts
unified-not-there = { $name } šo pakalpojumu vienotajā aprakstā vēl nav pievienojusi. Tas nenozīmē, ka pakalpojuma nav: jautājiet iestādē.
unified-ask-desk = Vaicājiet pašvaldības klientu apkalpošanas centrā vai zvaniet uz pašvaldības tālruni.
unified-holder = Iestāde
unified-compare = Maksa un termiņš citur
unified-compare-all = Maksa un termiņš pēc iestādes
unified-compare-hint = Ja maksa vai termiņš atšķiras pēc kanāla vai gadījuma, rādām no mazākā līdz lielākajam.
unified-absent = Kas vēl nav pievienojies
unified-absent-text = Šīs pašvaldības pakalpojumu, visticamāk, sniedz, bet vienotajam aprakstam to vēl nav pievienojušas. Izvēlieties pašvaldību, lai redzētu, kur jautāt.
unified-absent-count = { $count ->
    [zero] { $count } pašvaldību
    [one] { $count } pašvaldība
   *[other] { $count } pašvaldības
    }
unified-what = Kas ir vienots pakalpojums?
unified-what-text = Nosaukums, soļi un likumi visur ir vieni. Maksu, termiņu, darba laiku un kontaktus nosaka katra iestāde pati.
unified-part = Vienots pakalpojums
unified-part-text = Šo pakalpojumu vienādi apraksta vairākas iestādes: „{ $name }”.
unified-part-compare = Salīdzināt maksu un termiņu
