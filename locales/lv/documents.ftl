# Datnes: kļūdu teksti
error-file-too-large = Datne „{ $name }” ir pārāk liela: tai jābūt ne lielākai par { $bytes }.
    .title = Datne ir pārāk liela
    .kept = Jūsu atbildes un iepriekš pievienotās datnes ir saglabātas.
    .next = Samaziniet datni, piemēram, saglabājiet attēlu mazākā izmērā, un pievienojiet vēlreiz.
error-file-empty = Datne „{ $name }” ir tukša.
    .title = Datne ir tukša
    .kept = Jūsu atbildes un iepriekš pievienotās datnes ir saglabātas.
    .next = Pārbaudiet, vai izvēlējāties pareizo datni, un pievienojiet vēlreiz.
error-file-type = Datnes „{ $name }” veidu nepieņemam. Pieņemam: { $types }.
    .title = Datnes veids nav pieņemts
    .kept = Jūsu atbildes un iepriekš pievienotās datnes ir saglabātas.
    .next = Saglabājiet dokumentu vienā no pieņemtajiem veidiem, piemēram, PDF, un pievienojiet vēlreiz.
error-file-content = Datnes „{ $name }” saturs neatbilst tās nosaukumam, vai arī datne ir bojāta. Saglabājiet to savā ierīcē no jauna vai kā PDF.
    .title = Datni neizdevās atpazīt
    .kept = Jūsu atbildes un iepriekš pievienotās datnes ir saglabātas.
    .next = Atveriet datni savā ierīcē, saglabājiet to no jauna un pievienojiet vēlreiz.
error-file-archive = Datnes „{ $name }” iekšējā uzbūve nav droša, tāpēc to nepieņemam. Saglabājiet dokumentu kā PDF.
    .title = Datne nav droša
    .kept = Jūsu atbildes un iepriekš pievienotās datnes ir saglabātas.
    .next = Saglabājiet dokumentu kā PDF un pievienojiet vēlreiz.
error-file-protected = Datne „{ $name }” ir aizsargāta ar paroli, tāpēc to nevar izlasīt. Saglabājiet dokumentu bez paroles.
    .title = Datne ir aizsargāta ar paroli
    .kept = Jūsu atbildes un iepriekš pievienotās datnes ir saglabātas.
    .next = Saglabājiet dokumentu bez paroles un pievienojiet vēlreiz.
error-file-macros = Datnē „{ $name }” ir programmas (makro), tāpēc to nepieņemam. Saglabājiet dokumentu bez makro vai kā PDF.
    .title = Datnē ir makro
    .kept = Jūsu atbildes un iepriekš pievienotās datnes ir saglabātas.
    .next = Saglabājiet dokumentu bez makro vai kā PDF un pievienojiet vēlreiz.
error-file-image = Attēls „{ $name }” ir pārāk liels: pieņemam līdz { $max } megapikseļiem.
    .title = Attēls ir pārāk liels
    .kept = Jūsu atbildes un iepriekš pievienotās datnes ir saglabātas.
    .next = Saglabājiet attēlu mazākā izmērā un pievienojiet vēlreiz.
error-file-virus = Datnē „{ $name }” atrasta kaitīga programma, tāpēc to nepieņemam.
    .title = Datne ir kaitīga
    .kept = Datne nav saglabāta. Jūsu atbildes un iepriekš pievienotās datnes ir saglabātas.
    .next = Pārbaudiet savu ierīci ar pretvīrusu programmu.
error-file-too-many = { $max ->
    [1] Datne „{ $name }” nav pievienota: šeit var pievienot tikai vienu datni. Noņemiet iepriekšējo vai apvienojiet vairākas vienā PDF.
    [one] Datne „{ $name }” nav pievienota: šeit var pievienot ne vairāk kā { $max } datni. Noņemiet kādu datni vai apvienojiet vairākas vienā PDF.
   *[other] Datne „{ $name }” nav pievienota: šeit var pievienot ne vairāk kā { $max } datnes. Noņemiet kādu datni vai apvienojiet vairākas vienā PDF.
    }
    .title = Pārāk daudz datņu
    .kept = Iepriekš pievienotās datnes ir saglabātas.
    .next = Noņemiet kādu datni vai apvienojiet vairākas vienā PDF.
error-file = Datne nav atrasta.
error-document = Šādas datnes nav, vai arī tā jums nav redzama.
    .title = Datne nav atrasta
    .kept = Nekas nav mainīts.
    .next = Atgriezieties pie iesnieguma un izvēlieties datni tur.
error-document-kept = Datne ir iesnieguma daļa, tāpēc to vairs nevar noņemt.
    .title = Datni nevar noņemt
    .kept = Datne ir saglabāta.
    .next = Ja datne pievienota kļūdas dēļ, rakstiet iestādei, kas izskata iesniegumu.
error-document-damaged = Datnes saturs glabātavā ir bojāts.
error-document-size = Datnes apjomu neizdevās nolasīt.
error-document-subject = Datne piesaistīta nezināmam priekšmetam.
