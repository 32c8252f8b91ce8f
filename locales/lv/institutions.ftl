# Iestādes un to darbinieki.
institution-kind-state_institution = Valsts iestāde
institution-kind-municipality = Pašvaldība
institution-kind-service_centre = Klientu apkalpošanas centrs
institution-kind-ministry = Ministrija
institution-kind-operator = Platformas uzturētājs
institution-origin-reference = Publiskas ziņas
institution-origin-example = Izdomāts paraugs
institution-origin-imported = Ievesti testa dati

error-institution = Šādas iestādes nav, vai arī tās ziņas jums nav redzamas.
error-institution-parent = Iestāžu sarakstā ir kļūda: iestāde { $code } nav atrodama.
error-membership = Šādas lomas nav, vai arī tā jums nav redzama.
error-membership-not-yours = Šo lomu jūs piešķirt vai atņemt nevarat: lomas piešķirat tikai savā iestādē, bet auditora un platformas administratora lomu piešķir platformas administrators.
error-membership-role = Lomu { $role } iestādē piešķirt nevar.
error-membership-dates = Lomas beigām jābūt pēc tās sākuma.

# Iestādes lapa portālā
institution-contacts = Kontakti
institution-contacts-none = Šīs iestādes kontaktu portālā nav.
institution-write = Rakstīt iestādei
institution-places = Apkalpošanas vietas
institution-services = Iestādes pakalpojumi
institution-services-none = Šai iestādei portālā nav pakalpojumu, ko pieteikt.
institution-about = Par iestādi
institution-code = Kods
institution-number = Reģistrācijas numurs
institution-above = Pakļautībā
institution-content = Kas atbild par saturu
institution-content-text = Par iestādes pakalpojumu aprakstiem un citu saturu portālā atbild iestādes kontaktpersona. Ja tajā ir kļūda vai kas nav skaidrs, izmantojiet iestādes kontaktus.
