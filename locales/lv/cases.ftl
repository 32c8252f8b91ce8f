# Texts of the module cases: errors.

error-case = Šāda iesnieguma nav, vai arī tas nav jūsu.
    .next = Pārbaudiet numuru vai atveriet sarakstu „Mani iesniegumi”.
error-case-changed = Iesniegums { $number } pa šo laiku ir mainījies. Jūsu rakstītais nav pazudis.
    .next = Apskatiet, kas mainījies, un sūtiet vēlreiz.
error-case-state = Iesniegumam { $number } to tagad nevar izdarīt: tā stāvoklis jau ir cits.
    .next = Atveriet iesniegumu un apskatiet, kas ar to notiek.
error-case-taken = Iesniegumu { $number } jau ir paņēmis kolēģis.
    .next = Ņemiet nākamo no rindas.
error-case-has-no-client = Šim iesniegumam nav zināms klients, tāpēc datni tam pievienot nevar.
error-case-not-over = Novērtēt varēs tad, kad iesniegums { $number } būs pabeigts.
error-case-rated = Iesniegumu { $number } jūs jau esat novērtējis. Paldies!
error-changed-meanwhile = Dati pa šo laiku ir mainījušies. Nekas nav pazudis.
    .next = Ielādējiet lapu no jauna un mēģiniet vēlreiz.
error-report-in-future = Notikuma laiks ir nākotnē.
error-time-in-future = Norādiet laiku, kas jau ir bijis
error-report-before-case = Notikuma laiks ir agrāks nekā iesnieguma { $number } saņemšana. Notikums nav saglabāts.
    .next = Sūtiet notikumu vēlreiz ar laiku, kad tas noticis, vai bez laika – tad par notikuma laiku tiks uzskatīts saņemšanas brīdis.
error-time-before-case = Norādiet laiku, kas nav agrāks par iesnieguma saņemšanu
error-text-needed = Ierakstiet tekstu
error-answer-days = Norādiet veselu darba dienu skaitu no 1 līdz 60
error-words-too-long = Saīsiniet tekstu līdz { $most } rakstzīmēm
error-answer-needed = Ierakstiet atbildi vai pievienojiet datni
error-rating-needed = Izvēlieties vērtējumu no 1 līdz 5
error-bad-idempotency-key = Galvenē „Idempotency-Key” jābūt vienai atslēgai, kurā ir 1–200 redzamas ASCII rakstzīmes (latīņu burti bez garumzīmēm un mīkstinājuma zīmēm, cipari, pieturzīmes; bez atstarpēm). Nekas nav saglabāts.
error-key-reused = Šī atslēga jau izmantota citam pieprasījumam. Nekas nav saglabāts otrreiz.
    .next = Sūtiet ar jaunu atslēgu.
error-service-has-no-form = Šo pakalpojumu elektroniski šeit pieteikt nevar.
    .next = Pakalpojuma lapā ir norādīti citi veidi, kā to saņemt.
error-service-of-another-holder = Šis pakalpojums pieder citai iestādei.
error-consultation-kept = Konsultāciju vairs nevar atsaukt: pagājušas vairāk nekā 30 sekundes, vai to reģistrējis cits.
    .title = Konsultāciju vairs nevar atsaukt
    .kept = Konsultācija paliek reģistrēta.
    .next = Atveriet rindu un turpiniet darbu.
error-unknown-word = Vērtība „{ $word }” nav zināma.

