# Kvalitātes noteikumi: kas ir nepareizi, kāpēc tas ir svarīgi, kā izlabot.

quality-text-missing = Trūkst teksta
quality-text-missing-why = Noteikumi prasa šo ziņu katram pakalpojumam. Bez tās klients nezina, kas viņu sagaida.
quality-text-missing-fix = Ierakstiet tekstu latviešu valodā.

quality-latvian-missing = Teksts ir tikai angliski
quality-latvian-missing-why = Piezīme angliski ir, latviski nav. Valsts valodā lasītājam tās trūkst.
quality-latvian-missing-fix = Ierakstiet to pašu latviski vai izdzēsiet angļu tekstu.

quality-english-missing = Nav angļu teksta
quality-english-missing-why = Aprakstu lasa arī cilvēki, kas latviski neprot; ES vienotā digitālā vārteja prasa angļu valodu.
quality-english-missing-fix = Ierakstiet to pašu angliski.

quality-english-detail-missing = Piezīmei nav angļu teksta
quality-english-detail-missing-why = Piezīme latviski ir, angliski nav. Angļu lappusē lasītājs redz latviešu tekstu.
quality-english-detail-missing-fix = Pārtulkojiet piezīmi.

quality-list-missing = Saraksts ir tukšs
quality-list-missing-why = Katram pakalpojumam vajag soļus, dokumentus, nosacījumus un tiesību aktus.
quality-list-missing-fix = Pievienojiet vismaz vienu ierakstu. Ja tiešām nekas nav vajadzīgs, pasakiet to vārdos.

quality-territory-missing = Nav norādīta teritorija
quality-territory-missing-why = Klients nezina, vai pakalpojumu var saņemt viņa pašvaldībā.
quality-territory-missing-fix = Izvēlieties visu Latviju vai vismaz vienu pašvaldību.

quality-validity-order = Beigu datums ir pirms sākuma datuma
quality-validity-order-why = Ar šādiem datumiem pakalpojums nebūtu pieejams nevienu dienu.
quality-validity-order-fix = Izlabojiet vienu no datumiem.

quality-cofog-unknown = Funkcijas kods nav klasifikatorā
quality-cofog-unknown-why = Pēc valsts funkcijas koda (COFOG) pakalpojumus grupē un skaita visā Eiropā.
quality-cofog-unknown-fix = Izvēlieties kodu no klasifikatora, piemēram, 10.4.0.

quality-stage-without-channel = Posmam nav kanāla
quality-stage-without-channel-why = Pakalpojums ir kaut kā jāpieprasa un rezultāts kaut kā jāsaņem.
quality-stage-without-channel-fix = Norādiet vismaz vienu kanālu pieprasīšanai un vienu saņemšanai.

quality-channel-twice = Kanāls norādīts divreiz
quality-channel-twice-why = Ja vienam kanālam ir divas maksas vai divi termiņi, klients nezina, kurš ir spēkā.
quality-channel-twice-fix = Atstājiet katru kanālu vienu reizi.

quality-stage-without-provider = Posmam nav sniedzēja
quality-stage-without-provider-why = Klientam jāzina, kura iestāde pieņem pieprasījumu, izpilda to un izsniedz rezultātu.
quality-stage-without-provider-fix = Norādiet sniedzēju katram posmam.

quality-joint-alone = Kopīgam pakalpojumam norādīta tikai viena iestāde
quality-joint-alone-why = Kopīgam pakalpojumam nav viena turētāja; klientam jāredz, kuras iestādes to sniedz kopā.
quality-joint-alone-fix = Norādiet pie posmiem vismaz divas iestādes vai noņemiet atzīmi.

quality-stage-without-contact = Nav norādīts, kā sazināties
quality-stage-without-contact-why = Ja rodas jautājums, klientam jāzina, kur zvanīt vai rakstīt.
quality-stage-without-contact-fix = Pievienojiet tālruni, e-pastu, adresi vai tīmekļvietni.

quality-outputs-missing = Nav pateikts, ko klients saņems
quality-outputs-missing-why = Klientam svarīgākais ir rezultāts: lēmums, izziņa, maksājums.
quality-outputs-missing-fix = Pievienojiet pakalpojuma rezultātu.

quality-digital-missing = Nav norādīts digitālais veids
quality-digital-missing-why = Noteikumi prasa pateikt, cik tālu pakalpojums ir digitāls un kas palīdz tiem, kuri internetu nelieto.
quality-digital-missing-fix = Norādiet digitālo veidu un atbalstu klātienē.

quality-digital-date-missing = Nav norādīts, kopš kura datuma pakalpojums ir digitāls
quality-digital-date-missing-why = Noteikumi prasa digitālo veidu kopā ar datumu, no kura tas ir spēkā.
quality-digital-date-missing-fix = Norādiet datumu pie digitālā veida.

quality-keywords-few = Maz meklēšanas vārdu ({ $count })
quality-keywords-few-why = Cilvēki meklē saviem vārdiem, ne likuma vārdiem. Jo vairāk vārdu, jo vieglāk atrast.
quality-keywords-few-fix = Pievienojiet vismaz { $least } vārdus, kurus lietotu klients.

quality-name-too-long = Nosaukums ir garš (rakstzīmju skaits: { $count })
quality-name-too-long-why = Sarakstos un meklēšanā garu nosaukumu neizlasa līdz galam.
quality-name-too-long-fix = Saīsiniet līdz { $most } rakstzīmēm; sīkāk pastāstiet īsajā aprakstā.

quality-summary-too-long = Īsais apraksts ir garš (rakstzīmju skaits: { $count })
quality-summary-too-long-why = Īsajam aprakstam uzreiz jāatbild: kas tas ir un kam.
quality-summary-too-long-fix = Saīsiniet līdz { $most } rakstzīmēm; pārējo pārnesiet uz soļiem un nosacījumiem.

quality-title-too-long = Virsraksts ir garš (rakstzīmju skaits: { $count })
quality-title-too-long-why = Virsrakstu izlasa vienā acu uzmetienā, ja tas ir īss.
quality-title-too-long-fix = Saīsiniet līdz { $most } rakstzīmēm.

quality-text-too-long = Teksts ir garš (rakstzīmju skaits: { $count })
quality-text-too-long-why = Garu tekstu cilvēki pārskrien un palaiž garām svarīgāko.
quality-text-too-long-fix = Saīsiniet līdz { $most } rakstzīmēm vai sadaliet vairākos soļos.

quality-summary-too-short = Īsais apraksts ir pārāk īss (rakstzīmju skaits: { $count })
quality-summary-too-short-why = No dažiem vārdiem klients nesaprot, vai pakalpojums ir domāts viņam.
quality-summary-too-short-fix = Pastāstiet vienā vai divos teikumos, kas tas ir un kam; vismaz { $least } rakstzīmes.

quality-step-too-short = Solis nav paskaidrots (rakstzīmju skaits: { $count })
quality-step-too-short-why = Klients redz, ka kaut kas notiks, bet nezina, kas.
quality-step-too-short-fix = Pastāstiet, ko dara klients un ko iestāde; vismaz { $least } rakstzīmes.

quality-sentences-long = Gari teikumi (vidēji vārdu teikumā: { $words })
quality-sentences-long-why = Teikumu, kas garāks par { $most } vārdiem, daudzi lasa divreiz.
quality-sentences-long-fix = Sadaliet: viens teikums, viena doma.

quality-words-long = Daudz garu vārdu ({ $percent } %)
quality-words-long-why = Vārdi ar { $letters } un vairāk burtiem tekstu padara smagu.
quality-words-long-fix = Lietojiet īsākus vārdus un darbības vārdus: „pārbauda”, nevis „pārbaudes nodrošināšana”.

quality-officialese = Kancelejas valoda: „{ $phrase }”
quality-officialese-why = Šādi cilvēki nerunā, un ne visi to saprot.
quality-officialese-fix = Rakstiet vienkāršāk: { $plain }.

quality-passive = Nav pateikts, kurš dara (vietu skaits: { $count })
quality-passive-why = „Tiek izskatīts” neatbild, kurš izskata. Klients nezina, kam jautāt.
quality-passive-fix = Nosauciet darītāju: „VSAA izskata iesniegumu”.

quality-abbreviation = Nepaskaidrots saīsinājums „{ $text }”
quality-abbreviation-why = Ne visi zina, ko saīsinājums nozīmē.
quality-abbreviation-fix = Pirmajā reizē uzrakstiet pilnu nosaukumu un saīsinājumu iekavās.

quality-capitals = Lielie burti: „{ $text }”
quality-capitals-why = Tekstu tikai lielajiem burtiem ir grūti lasīt, un ekrāna lasītāji to mēdz lasīt pa burtam.
quality-capitals-fix = Rakstiet mazajiem burtiem; svarīgo sakiet pirmajā teikumā.

quality-spacing = Liekas atstarpes
quality-spacing-why = Liekas atstarpes paliek, kad tekstu kopē no dokumenta.
quality-spacing-fix = Izdzēsiet liekās atstarpes.

quality-markup = Tekstā ir HTML kods
quality-markup-why = Portāls kodu neizpilda: klients to redz kā zīmes.
quality-markup-fix = Izdzēsiet kodu un atstājiet tikai tekstu.

quality-english-identical = Angļu teksts ir tāds pats kā latviešu
quality-english-identical-why = Izskatās, ka teksts ir nokopēts, nevis iztulkots.
quality-english-identical-fix = Iztulkojiet tekstu.

quality-law-repealed = Atsauce uz spēkā neesošu aktu: { $act }
quality-law-repealed-why = Klients, kas atver saiti, lasa noteikumus, kuri vairs neder.
quality-law-repealed-fix = Tagad spēkā ir { $successor } ({ $link }). Pārbaudiet, vai arī saturs ir mainījies.

quality-law-link-missing = Tiesību aktam nav saites
quality-law-link-missing-why = Ar saiti klients var izlasīt pašu normu.
quality-law-link-missing-fix = Pievienojiet akta saiti vietnē likumi.lv.

quality-law-elsewhere = Saite neved uz oficiālo publikāciju
quality-law-elsewhere-why = Kopijas citās vietnēs noveco, un to neviens neuzrauga.
quality-law-elsewhere-fix = Lietojiet likumi.lv vai, ES aktiem, eur-lex.europa.eu.

quality-fee-without-amount = Maksa bez summas
quality-fee-without-amount-why = Klients redz, ka jāmaksā, bet nezina, cik.
quality-fee-without-amount-fix = Norādiet summu, maksu katrā gadījumā vai, ja pakalpojums ir bez maksas, izvēlieties to.

quality-fee-added-free = Maksa, ko pieskaita, ir bez maksas
quality-fee-added-free-why = Klients lasa par papildu maksājumu, kura nav, un nesaprot, cik jāmaksā kopā.
quality-fee-added-free-fix = Norādiet pieskaitāmo summu. Ja šajā gadījumā nekas nav jāmaksā, izvēlieties, ka šī maksa ir pārējās vietā; ja nekas nemainās, svītrojiet šo gadījumu.

quality-deadline-not-stated = Kanālam nav norādīts termiņš
quality-deadline-not-stated-why = Bez termiņa spēkā ir likuma mēnesis, bet klients to nezina.
quality-deadline-not-stated-fix = Norādiet termiņu.

quality-online-slower = Elektroniski ilgāk nekā citā kanālā
quality-online-slower-why = Noteikumi ļauj elektroniskajam kanālam īsāku termiņu. Garāks parasti ir kļūda.
quality-online-slower-fix = Pārbaudiet termiņus elektroniskajā un citos kanālos.

quality-online-dearer = Elektroniski dārgāk nekā citā kanālā
quality-online-dearer-why = Noteikumi ļauj elektroniskajam kanālam zemāku maksu. Augstāka parasti ir kļūda.
quality-online-dearer-fix = Pārbaudiet maksu elektroniskajā un citos kanālos.

quality-identification-missing = Elektroniskajam kanālam nav norādīts, kā klients apliecina identitāti
quality-identification-missing-why = Bez tā klients nevar sagatavoties, un iestāde nezina, kurš pieprasījumu iesniedza.
quality-identification-missing-fix = Norādiet vajadzīgo identifikācijas līmeni.

quality-digital-only-in-person = „Tikai digitāli”, bet to var pieprasīt arī citādi
quality-digital-only-in-person-why = Viena no ziņām ir nepareiza, un klients nezina, kura.
quality-digital-only-in-person-fix = Mainiet digitālo veidu vai izņemiet pārējos pieprasīšanas kanālus.

quality-digital-without-channel = Digitāls pakalpojums bez elektroniska kanāla
quality-digital-without-channel-why = Aprakstā teikts, ka pakalpojums ir digitāls, bet elektroniska kanāla nav.
quality-digital-without-channel-fix = Pievienojiet elektronisko kanālu vai mainiet digitālo veidu.

quality-form-not-offered = Veidlapa ir, bet elektroniski pieprasīt nevar
quality-form-not-offered-why = Pakalpojumam portālā ir veidlapa, bet elektroniskā kanāla pieprasīšanai nav, tāpēc pogu „Pieteikties” nerāda.
quality-form-not-offered-fix = Pievienojiet elektronisko kanālu ar posmu „pieprasīšana”.

quality-electronic-nowhere = Elektroniskais kanāls nekur neved
quality-electronic-nowhere-why = Aprakstā teikts, ka pieteikties var elektroniski, bet nav ne veidlapas, ne saites.
quality-electronic-nowhere-fix = Pievienojiet e-pakalpojuma adresi vai izvēlieties portāla veidlapu. Ja internetā pieteikties nevar, noņemiet elektroniskajam kanālam pieprasīšanu.

quality-opening-times = Darba laiks nav iespējams
quality-opening-times-why = Beigas ir pirms sākuma, nav dienu vai laiku nevar nolasīt.
quality-opening-times-fix = Norādiet dienas un laiku, piemēram, 08:30–17:00.

quality-link-faulty = Saiti nevar atvērt: { $link }
quality-link-faulty-why = Saites sākas ar https:// un satur vietnes nosaukumu.
quality-link-faulty-fix = Nokopējiet visu adresi no pārlūka.

quality-link-dead = Saite vairs nedarbojas: { $link }
quality-link-dead-why = Saite pārbaudīta vairākās dienās, un lapa neatveras.
quality-link-dead-fix = Atrodiet jauno adresi vai izņemiet saiti.

quality-email-faulty = E-pasta adrese nav pareiza
quality-email-faulty-why = Uz šādu adresi vēstuli nevar nosūtīt.
quality-email-faulty-fix = Izlabojiet adresi.

quality-evidence-for-nothing = Dokuments apliecina nosacījumu, kura nav
quality-evidence-for-nothing-why = Saite starp dokumentu un nosacījumu ir pazudusi, kad mainīja sarakstu.
quality-evidence-for-nothing-fix = Izvēlieties nosacījumu no jauna.

quality-document-channel-missing = Dokuments vajadzīgs kanālā, kura pakalpojumam nav: { $channel }
quality-document-channel-missing-why = Klients redz, ka dokuments vajadzīgs tikai šajā kanālā, bet pieteikt pakalpojumu tajā nevar.
quality-document-channel-missing-fix = Dokumentam atzīmējiet tikai tos kanālus, kas pakalpojumam ir, vai pievienojiet trūkstošo kanālu sadaļā „Kanāli”.

quality-duplicate = Tāds pats nosaukums ir citam pakalpojumam ({ $codes })
quality-duplicate-why = Divi pakalpojumi ar vienu nosaukumu mulsina: klients nezina, kurš ir viņējais.
quality-duplicate-fix = Ja tas ir tas pats pakalpojums, atstājiet vienu; ja cits, nosaukumā pasakiet, ar ko tas atšķiras.

quality-alike = Jums ir cits ļoti līdzīgs pakalpojums ({ $codes })
quality-alike-why = Tajā ir gandrīz tie paši vārdi, tiesību akti un dokumenti. Klients, kas atrod abus, nezina, kuru pieteikt.
quality-alike-fix = Ja tas ir tas pats pakalpojums, atstājiet vienu un otru slēdziet; ja cits, nosaukumā un īsajā aprakstā pasakiet, ar ko tas atšķiras.

quality-not-confirmed = Apraksts šajā ceturksnī nav apstiprināts ({ $quarter })
quality-not-confirmed-why = Noteikumi prasa katru aprakstu pārbaudīt reizi ceturksnī.
quality-not-confirmed-fix = Izlasiet aprakstu un apstipriniet to sarakstā „Ceturkšņa pārbaude”.

# Kas stāv pie lauka, kad aprakstu nevar publicēt.
error-quality-text-missing = Ierakstiet tekstu latviešu valodā.
error-quality-latvian-missing = Ierakstiet to pašu latviski vai izdzēsiet angļu tekstu.
error-quality-english-missing = Ierakstiet to pašu angliski.
error-quality-list-missing = Pievienojiet vismaz vienu ierakstu. Ja tiešām nekas nav vajadzīgs, pasakiet to vārdos.
error-quality-territory-missing = Izvēlieties visu Latviju vai vismaz vienu pašvaldību.
error-quality-validity-order = Izlabojiet vienu no datumiem.
error-quality-cofog-unknown = Izvēlieties kodu no klasifikatora, piemēram, 10.4.0.
error-quality-stage-without-channel = Norādiet vismaz vienu kanālu pieprasīšanai un vienu saņemšanai.
error-quality-channel-twice = Atstājiet katru kanālu vienu reizi.
error-quality-digital-only-in-person = Pakalpojums ir „tikai digitāls”, bet to var pieprasīt arī citādi. Mainiet digitālo veidu vai izņemiet pārējos pieprasīšanas kanālus.
error-quality-stage-without-provider = Norādiet sniedzēju katram posmam.
error-quality-joint-alone = Kopīgam pakalpojumam norādiet vismaz divas iestādes.
error-quality-stage-without-contact = Pievienojiet tālruni, e-pastu, adresi vai tīmekļvietni.
