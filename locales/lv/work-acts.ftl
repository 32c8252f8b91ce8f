# Spēkā neesošie tiesību akti: lapa platformas administratoram.
work-nav-acts = Spēkā neesoši akti
work-acts = Spēkā neesoši tiesību akti
work-acts-lead = Ja apraksts atsaucas uz kādu no šiem aktiem, kvalitātes pārbaude brīdina un pasaka, kas tagad ir spēkā. Pēc izmaiņām aprakstus, kas atsaucas uz aktu, pārvērtējam pakāpeniski.
work-acts-find = Atrast aktu
work-acts-find-send = Atlasīt
work-acts-act = Tiesību akts
work-acts-number = Numurs likumi.lv
work-acts-set = Akta veidlapa
work-acts-add = Pievienot aktu
work-acts-change = Mainīt aktu
work-acts-address = Akta adrese vai numurs
work-acts-address-hint = Adrese vietnē likumi.lv vai numurs tajā, piemēram, 57255.
work-acts-title = Akta nosaukums
work-acts-successor = Kas ir tā vietā
work-acts-successor-hint = Tā akta nosaukums, kas tagad ir spēkā.
work-acts-link = Spēkā esošā akta adrese vai numurs
work-acts-link-hint = Adrese tīmeklī vai numurs vietnē likumi.lv.
work-acts-save = Saglabāt
work-acts-cancel = Atcelt
work-acts-remove = Dzēst
work-acts-none = Sarakstā vēl nav neviena akta.
work-acts-none-found = Šāda akta sarakstā nav.
work-acts-more = { $count ->
    [zero] Vēl { $count } aktu. Atrodiet tos, ierakstot nosaukumu vai numuru.
    [one] Vēl { $count } akts. Atrodiet to, ierakstot nosaukumu vai numuru.
   *[other] Vēl { $count } akti. Atrodiet tos, ierakstot nosaukumu vai numuru.
}
done-act = Akts ir saglabāts. Aprakstus, kas uz to atsaucas, pārvērtējam.
done-act-removed = Akts ir dzēsts no saraksta. Aprakstus, kas uz to atsaucas, pārvērtējam.
error-act = Šāda akta sarakstā nav.
error-act-changed = Šo aktu pa to laiku ir mainījis kāds cits, un jūsu izmaiņas nav saglabātas. Atveriet to vēlreiz.
error-act-known = Šis akts sarakstā jau ir. Atrodiet to un mainiet.
error-act-other = Akta numurs nemainās. Pievienojiet otru aktu un šo dzēsiet.
error-act-address = Ierakstiet adresi vietnē likumi.lv vai numuru tajā.
error-act-title = Ierakstiet akta nosaukumu, ne garāku par 300 rakstzīmēm.
error-act-successor = Ierakstiet tā akta nosaukumu, kas tagad ir spēkā, ne garāku par 300 rakstzīmēm.
error-act-link = Ierakstiet adresi tīmeklī, ne garāku par 300 rakstzīmēm, vai numuru vietnē likumi.lv.
error-act-itself = Te jābūt citam aktam, nevis tam pašam.
error-acts-full = Aktu ir tik daudz, cik drīkst būt: { $most }. Dzēsiet kādu, pirms pievienojat jaunu.
