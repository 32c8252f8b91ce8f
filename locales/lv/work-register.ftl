# Texts of the workplace: requests that came to the institution another way.

work-register = Reģistrēt saņemtu iesniegumu
work-register-lead = Iesniegumam, kas iestādē saņemts klātienē, pa pastu, pa tālruni, e-pastā vai citā sistēmā. Tas kļūst par lietu kā visi citi.
work-register-channel = Kā iesniegums saņemts
work-register-day = Saņemšanas diena
work-register-day-hint = Piemēram, 23.11.2026. No šīs dienas skaita termiņu.
work-register-client = Kas ir klients
work-register-client-person = Persona, kas platformai jau ir pieslēgusies
work-register-client-person-hint = Norādiet personas kodu un uzvārdu.
work-register-client-company = Uzņēmums, kura vārdā platformā jau kāds ir rīkojies
work-register-client-company-hint = Norādiet reģistrācijas numuru.
work-register-client-unknown = Klients platformai nav zināms
work-register-client-unknown-hint = Piemēram, ārvalstnieks vai cilvēks, kas portālu nelieto. Šādu lietu klients savā kontā neredz.
work-register-family-name = Uzvārds
work-register-number = Reģistrācijas numurs
work-register-note = Piezīme
work-register-note-hint = Kas lūgts un kā atbildēt. Klients piezīmi redz. Nerakstiet personas kodus, veselības vai citus īpašus datus.
work-register-file = Ieskenēts iesniegums
work-register-file-hint = Var pievienot, ja klients platformai ir zināms.
work-register-send = Reģistrēt iesniegumu
error-work-register-client = Izvēlieties, kas ir klients
done-case-registered = Iesniegums ir reģistrēts un gaida rindā.
work-register-kept = Iesniegums reģistrēts ar numuru { $number }
work-register-kept-text = Nosauciet numuru klientam. Lietu izskata { $institution }; termiņš jau tiek skaitīts. Ja klients platformai ir zināms, viņš lietu redz savā kontā; jums tā vairs nav pieejama.

work-intake = Iestādē saņemts iesniegums
work-intake-no-answers = Iesniegums reģistrēts iestādē; atbildes nav ievadītas.
work-intake-answers = Iesniegums reģistrēts iestādē kopā ar atbildēm.
work-received-on = saņemts { $day }
work-recorded-with-company = Skatījums ir reģistrēts lietā un redzams uzņēmuma pārstāvjiem un auditoram.
