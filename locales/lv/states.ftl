# Words for case states, outcomes, channels and roles.
state-submitted = Iesniegts
state-accepted = Pieņemts
state-in_progress = Izskatām
state-waiting_for_client = Gaidām jūsu atbildi
state-decided = Lēmums pieņemts
state-delivered = Rezultāts izsniegts
state-closed = Pabeigts
state-withdrawn = Atsaukts

outcome-granted = Apmierināts
outcome-refused = Atteikts
outcome-partly = Daļēji apmierināts

channel-electronic = Elektroniski
channel-phone = Pa tālruni
channel-post = Pa pastu
channel-centre = Valsts un pašvaldību vienotajā klientu apkalpošanas centrā
channel-institution = Iestādē klātienē
channel-not-told = kanāls nav norādīts

role-anonymous = Apmeklētājs
role-client = Klients
role-specialist = Speciālists
role-officer = Amatpersona
role-contact_person = Kontaktpersona
role-institution_administrator = Iestādes administrators
role-auditor = Auditors
role-platform_administrator = Platformas administrators
role-api_client = Iestādes sistēma
role-engine = Automātiski
