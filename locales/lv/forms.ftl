# Veidlapas un melnraksti: kļūdu teksti. Lauka kļūda pasaka, kas jādara; atbilde laukā paliek, kā ievadīta.
error-answers = Dažas atbildes jāizlabo vai jāpapildina.
    .title = Iesniegums vēl nav pilnīgs
    .kept = Visas atbildes ir saglabātas, nekas nav iesniegts.
    .next = Izlabojiet norādītos laukus un iesniedziet vēlreiz.
error-form = Šādas veidlapas nav.
error-form-step = Šādas lapas veidlapā nav.
    .title = Lapa nav atrasta
    .kept = Jūsu atbildes ir saglabātas.
    .next = Atgriezieties pie melnraksta un turpiniet no tā.
error-form-field = Šajā veidlapā nav lauka, kurā pievienot šo datni.
error-form-definition = Veidlapu neizdevās nolasīt.
error-draft = Šāda melnraksta nav, vai arī tas nav jūsu.
    .title = Melnraksts nav atrasts
    .kept = Jūsu melnraksti ir sadaļā „Melnraksti”, iesniegtie iesniegumi – sadaļā „Mani iesniegumi”.
    .next = Atveriet sadaļu „Melnraksti” vai sāciet jaunu iesniegumu.
error-draft-expired = Melnraksts ir dzēsts, jo { $days } dienas tajā nekas nav mainīts.
    .title = Melnraksta termiņš ir beidzies
    .kept = Iesniegtie iesniegumi nav skarti. Melnraksta atbildes un datnes ir dzēstas.
    .next = Atveriet pakalpojuma lapu un sāciet jaunu iesniegumu.
    .way = Uz pakalpojuma lapu
error-draft-submitted = Šis iesniegums jau ir iesniegts, tāpēc melnrakstu vairs nevar mainīt.
    .title = Iesniegums jau ir iesniegts
    .kept = Iesniegums ir saņemts tā, kā jūs to iesniedzāt.
    .next = Atveriet sadaļu „Mani iesniegumi”, lai redzētu, kas ar to notiek.
error-draft-begun = Šis iesniegums tikko sākts citā logā.
    .title = Iesniegums jau ir sākts
    .kept = Sāktais melnraksts ir saglabāts.
    .next = Atveriet pakalpojuma lapu no jauna un turpiniet sākto melnrakstu.
error-draft-row = Melnrakstu neizdevās nolasīt.

error-field-required = Aizpildiet šo lauku
error-field-choose = Izvēlieties vienu no piedāvātajām atbildēm
error-field-must-agree = Lai iesniegtu, apstipriniet šo apliecinājumu
error-field-date = Ievadiet īstu datumu, piemēram, 22 11 2026
error-field-date-future = Datums nedrīkst būt vēlāks par šodienu
error-field-date-after = Datums nedrīkst būt vēlāks par { $limit }
error-field-date-before = Datums nedrīkst būt agrāks par { $limit }
error-field-date-early = Datums nedrīkst būt agrāks par { $limit }; pārbaudiet gadu
error-field-email = Ievadiet e-pasta adresi, piemēram, vards@piemers.lv
error-field-iban = Pārbaudiet konta numuru (IBAN): tas sākas ar diviem valsts burtiem; Latvijas kontam tie ir LV, un pavisam tajā ir 21 rakstzīme
error-field-personal-code = Pārbaudiet personas kodu: tajā ir 11 cipari
error-field-phone = Ievadiet tālruņa numuru ar 8 cipariem vai ārvalstu numuru, kas sākas ar +
error-field-postal-code = Ievadiet pasta indeksu, piemēram, LV-1050
error-field-registration-number = Pārbaudiet reģistrācijas numuru: tajā ir 11 cipari
error-field-number = Ievadiet skaitli
error-field-too-small = Ievadiet skaitli, kas nav mazāks par { $min }
error-field-too-large = Ievadiet skaitli, kas nav lielāks par { $max }
error-field-too-short = { $min ->
    [one] Ierakstiet vismaz { $min } rakstzīmi
   *[other] Ierakstiet vismaz { $min } rakstzīmes
    }
error-field-too-long = { $max ->
    [one] Saīsiniet tekstu līdz { $max } rakstzīmei
   *[other] Saīsiniet tekstu līdz { $max } rakstzīmēm
    }
error-field-too-few = Norādiet vismaz { $min }
error-field-too-many = Norādiet ne vairāk kā { $max }
error-field-settled = To nosaka tas, kas piesaka: šeit var būt tikai „{ $answer }”
error-field-not-asked = Uz šo jautājumu ar pārējām atbildēm nav jāatbild
error-field-unknown = Šajā veidlapā šāda lauka nav
error-field-invalid = Pārbaudiet šo atbildi

# Reģistri un citas sistēmas
error-register-person = Personu reģistrā šādas personas nav.
error-register-unreachable = { $register } pašlaik neatbild.
    .title = Reģistrs neatbild
    .kept = Jūsu atbildes ir saglabātas.
    .next = Ziņas, ko parasti ņemam no reģistra, šoreiz ierakstiet jūs; iesniegumu tik un tā varat iesniegt.
error-register-not-connected = Personu reģistrs nav pieslēgts.
error-outbound-unreachable = Sistēma { $host } neatbild.
error-outbound-resting = Sistēma { $host } atkārtoti neatbildēja, tāpēc to brīdi nevaicājam.
error-outbound-refused = Sistēma { $host } pieprasījumu nepieņēma (kods { $status }).
error-outbound-not-found = Sistēmā { $host } prasītā nav.
error-outbound-answer = Cita sistēma atbildēja nesaprotami.
error-outbound-too-long = Sistēmas { $host } atbilde ir pārāk gara.
error-outbound-address = Citas sistēmas adrese nav izmantojama.
error-outbound-header = Pieprasījumu citai sistēmai neizdevās sagatavot.
error-outbound-client = Savienojumus ar citām sistēmām neizdevās sagatavot.
error-outbound-not-public = Adrese nav publiskā internetā, tāpēc to neatver.
error-outbound-redirects = Adrese pārvirza uz citām adresēm bez gala.
