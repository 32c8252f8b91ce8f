# Words of indicators: measures, their explanations, errors.
indicator-requested = Pieprasīti gadījumi
    .help = Pieprasītie pakalpojumu gadījumi (MK noteikumi Nr. 399, 23. punkts).
indicator-delivered = Sniegti gadījumi
    .help = Gadījumi, kuros rezultāts klientam ir nodots.
indicator-closed = Pabeigti gadījumi
    .help = Gadījumi, kas ir pabeigti. Citas sistēmas žurnāls norāda tikai beigas, tāpēc tā gadījumi ir ieskaitīti šeit, nevis pie sniegtajiem.
indicator-overdue = Kavējumi
    .help = Gadījumi, kas nav izpildīti noteiktajā termiņā.
indicator-complaints = Sūdzības
    .help = Saņemtās sūdzības par pakalpojumiem.
indicator-starts = Sāktas veidlapas
    .help = Elektroniskās veidlapas, ko klienti sākuši aizpildīt.
indicator-completions = Iesniegtas veidlapas
    .help = Elektroniskās veidlapas, kas aizpildītas līdz galam un iesniegtas.
indicator-success = Sekmīgums
    .help = Iesniegto veidlapu daļa no sāktajām.
indicator-uptake-requested = Elektronizācija pēc pieprasījumiem
    .help = Elektroniski pieprasīto gadījumu daļa no visiem pieprasītajiem.
indicator-uptake-delivered = Elektronizācija pēc sniegtajiem
    .help = Elektroniski sniegto gadījumu daļa no visiem sniegtajiem.
indicator-decided = Lēmumi
    .help = Lēmumi pēc iznākuma.
indicator-rated = Vērtējumi
    .help = Klientu vērtējumi no 1 līdz 5 punktiem.
indicator-rating-average = Vidējais vērtējums
    .help = Visu šā perioda vērtējumu vidējais, no 1 līdz 5.
indicator-consulted = Konsultācijas
    .help = Reģistrētās konsultācijas pēc kanāla.
indicator-hidden = Mazāk par 5
    .help = Par 5 mazāki skaitļi publiski netiek rādīti, lai nevienu nevarētu atpazīt.
error-bad-month = „{ $month }” nav neviens 1900.–2200. gada mēnesis.
    .next = Norādiet mēnesi kā gadu un mēneša numuru, piemēram, 2026-11.
error-indicator-months = Pēdējais mēnesis ({ $to }) ir pirms pirmā ({ $from }).
    .next = Samainiet mēnešus vietām un mēģiniet vēlreiz.
error-indicator-cell = Rādītāju tabulā ir nezināms ieraksts.
    .kept = Notikumu žurnāls, no kura rādītāji tiek skaitīti, nav mainīts.
    .next = Palaidiet „durvis rebuild indicators”.
portal-title = Portāla rādītāji
portal-lead = Cik daudz portālu lieto un ko par to saka tā lietotāji: { $from } – { $to }.
portal-year = Pēdējie divpadsmit mēneši
portal-months = Pa mēnešiem
portal-month = Mēnesis
portal-total = Kopā
portal-hidden = nerādām
portal-small = Skaitļus no 1 līdz 4 nerādām, lai nevienu nevarētu atpazīt. Zvaigznīte (*) stāv arī tur, kur tik mazu skaitli varētu aprēķināt no pārējiem. Pēdējais mēnesis vēl nav beidzies.
portal-data = Tie paši dati citām programmām:
portal-requested = Pakalpojumu pieprasījumi
portal-requested-part = Elektroniski
portal-requested-full = Pakalpojumi pieprasīti { $shown } { $count ->
    [zero] reižu
    [one] reizi
   *[other] reizes
    }, elektroniski – { $share } gadījumu.
portal-searches = Meklējumi
portal-searches-part = Kaut kas atrasts
portal-searches-full = Portālā meklēts { $shown } { $count ->
    [zero] reižu
    [one] reizi
   *[other] reizes
    }, un { $share } gadījumu kaut kas ir atrasts.
portal-answers = Atbildes, vai atrada meklēto
portal-answers-part = Atrada
portal-answers-full = Uz jautājumu, vai atrada meklēto, atbildēts { $shown } { $count ->
    [zero] reižu
    [one] reizi
   *[other] reizes
    }; { $share } atbilžu ir „jā”.
portal-articles = Atbildes, vai raksts noderēja
portal-articles-part = Noderēja
portal-articles-full = Uz jautājumu, vai ziņa vai palīdzības raksts noderēja, atbildēts { $shown } { $count ->
    [zero] reižu
    [one] reizi
   *[other] reizes
    }; { $share } atbilžu ir „jā”.
portal-rated = Pabeigto lietu vērtējumi
portal-rated-part = Vidēji no 5
portal-rated-full = Pabeigtās lietas novērtētas { $shown } { $count ->
    [zero] reižu
    [one] reizi
   *[other] reizes
    }, vidēji ar { $average } no 5.
portal-none = { $what }: šajos mēnešos nekas nav uzskaitīts.
portal-few = { $what }: skaits ir pārāk mazs, lai to rādītu.
portal-part-hidden = { $what }: { $shown }. Sadalījumu nerādām, jo kāds no skaitļiem ir pārāk mazs.
