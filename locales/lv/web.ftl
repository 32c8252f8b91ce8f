# Texts of the common frame: header, footer, fields, tables.
web-brand = Durvis
web-brand-sub = Valsts pakalpojumi vienuviet
web-brand-sub-work = Klientu apkalpošanas darbavieta
web-skip = Pāriet uz saturu
web-demo = Paraugs: visi cilvēki, lietas un iestāžu atbildes šeit ir izdomātas.
web-demo-label = Paraugs
web-language = Valoda
web-language-lv = latviešu valoda
web-language-en = English
web-menu = Izvēlne
web-menu-main = Galvenā izvēlne
web-crumbs = Navigācijas ceļš
web-sign-in = Pieslēgties
web-sign-out = Iziet
web-session = Jūsu sesija
web-session-who = Pieslēdzies lietotājs:
web-acting-self = Rīkojaties savā vārdā
web-acting-for = Rīkojaties cita vārdā:

nav-services = Pakalpojumi
nav-cases = Mani iesniegumi
nav-drafts = Melnraksti
nav-documents = Dokumenti
nav-views = Kas skatījis manus datus
nav-profile = Profils
nav-home = Sākums

web-footer-help = Palīdzība
web-footer-services = Visi pakalpojumi
web-footer-sign-in = Pieslēgties
web-footer-rights = Jūsu tiesības
web-footer-views = Kas skatījis manus datus
web-footer-accessibility = Piekļūstamības paziņojums
web-footer-about = Par Durvīm
web-footer-source = Atvērtā pirmkoda platforma (EUPL-1.2)
web-footer-developers = Izstrādātājiem: API apraksts
web-footer-open-data = Atvērtie dati un programmsaskarne

web-error-prefix = Kļūda:
web-error-summary = Izlabojiet { $count ->
    [zero] { $count } kļūdu
    [one] { $count } kļūdu
   *[other] { $count } kļūdas
    }, lai turpinātu
web-optional = (neobligāti)
web-day = Diena
web-month = Mēnesis
web-year = Gads
web-choose = Izvēlieties
web-yes = Jā
web-no = Nē
web-file-most = { $max ->
    [one] Var pievienot līdz { $max } datnei.
   *[other] Var pievienot līdz { $max } datnēm.
    }
web-file-hint = Der PDF, JPG, PNG, DOCX, ODT, TXT vai eDOC datne, ne lielāka par { $size }.
size-kilobytes = { $size } KB
size-megabytes = { $size } MB
web-file-attached = Pievienots:
web-source = Avots: { $source }
web-continue = Turpināt
web-back = Atpakaļ
web-save = Saglabāt
web-cancel = Atcelt
web-change = Mainīt
web-search = Meklēt
web-next-page = Nākamā lapa
web-first-page = Uz sākumu
web-pages = Lapas
web-not-given = Nav norādīts
web-done = pabeigts
web-now = tagad
web-later = vēl nav sākts
web-stars = { $count ->
    [zero] { $count } zvaigžņu
    [one] { $count } zvaigzne
   *[other] { $count } zvaigznes
    } no 5
web-required-note = Visi lauki ir obligāti, ja nav norādīts citādi.
web-opens = (atvērsies { $where })


web-error-happened = Kas notika
web-error-kept = Kas ir saglabāts
web-error-next = Ko darīt tālāk
web-error-incident = Ja rakstāt mums, nosauciet kļūdas numuru:
web-problem-title = Kļūdas skaidrojums
web-problem-lead = Lapas un programmu saskarne (API) par šo kļūdu ziņo ar apzīmējumu „{ $key }”. Kur kļūdas tekstā ir konkrēta vērtība, šeit ir „…”.
web-error-home = Uz sākumu
web-error-services = Visi pakalpojumi
web-banner-label = Paziņojums
web-file-remove = Noņemt datni
nav-work = Darbavieta
web-acting-change = Mainīt, kā vārdā rīkojos

session-title = Vai turpināsiet?
session-more = Jūsu sesija drīz beigsies, jo kādu laiku nekas nav darīts.
session-last = Jūsu sesija drīz beigsies: kopš pieslēgšanās būs pagājušas 12 stundas, un ilgāk to turpināt nevar. Nosūtiet iesākto un pieslēdzieties no jauna.
session-left-120 = Atlikušas nepilnas 2 minūtes.
session-left-60 = Atlikusi nepilna minūte.
session-left-30 = Atlikušas nepilnas 30 sekundes.
session-saved = Viss, kas jau ir saglabāts, paliek: melnraksti, iesniegumi un darba versijas.
session-kept = Arī šajā lapā ierakstīto saglabāsim melnrakstā.
session-lost = Šajā lapā ierakstītais vēl nav nosūtīts un netiks saglabāts.
session-returned = Šajā lapā ierakstītais vēl nav nosūtīts. Ja sesija beigsies, pēc pieslēgšanās varēsiet to atgūt.
session-failed = Neizdevās sazināties ar sistēmu. Mēģiniet vēlreiz.
session-stay = Turpināt

late-title = Veidlapa nav nosūtīta
late-happened-out = Jūsu sesija bija beigusies, kad nosūtījāt veidlapu, tāpēc nekas nav izdarīts un nekas nav mainīts.
late-happened-by-itself = Sesija beidzās, pirms veidlapa tika nosūtīta. Nekas nav izdarīts un nekas nav mainīts.
late-happened-other = Lomā, kurā tagad rīkojaties, šo veidlapu nosūtīt nevar. Nekas nav mainīts.
late-happened-foreign = Šo veidlapu aizpildīja kāds cits vai arī jūs, rīkojoties cita vārdā, tāpēc tajā ierakstīto nerādām. Nekas nav mainīts.
late-happened-ready = Veidlapa bija atvērta sesijā, kas ir beigusies, tāpēc tā vēl nav pieņemta. Nekas nav mainīts.
late-kept-shown = Viss, ko ierakstījāt, ir šajā lapā un nekur citur: sistēmā tas nav saglabāts. Neaizveriet lapu, kamēr teksts nav nosūtīts vai nokopēts.
late-kept-hidden = Ierakstītais ir šajā lapā un nekur citur; to parādīsim pēc pieslēgšanās. Neaizveriet lapu.
late-kept-foreign = Ierakstītais ir tikai tajā lapā, no kuras šeit nonācāt; sistēmā tas nav saglabāts.
late-files = Datnes nav saglabātas: tās būs jāpievieno no jauna.
late-typed = Ko ierakstījāt
late-text = { $number }. teksts
late-values = Pārējie lauki
late-next-sign-in = Pieslēdzieties jaunā cilnē
late-next-role = Jaunā cilnē nomainiet, kā vārdā rīkojaties
late-next-continue = Pēc tam atgriezieties šajā cilnē un nospiediet „Turpināt”.
late-next-foreign = Ja rakstījāt jūs, jaunā cilnē pieslēdzieties tāpat kā rakstot un rīkojieties tās pašas personas vārdā. Tad šajā cilnē atgriezieties par vienu lapu atpakaļ un vēlreiz nospiediet „Turpināt”. Ja pārlūks lapu nerāda, ielādējiet to no jauna un piekrītiet, ka veidlapa jāsūta vēlreiz: nekas netiks izdarīts, kamēr nenospiedīsiet „Nosūtīt vēlreiz”. Ja rakstījāt nevis jūs, aizveriet šo cilni.
late-next-again = Pārbaudiet ierakstīto un nosūtiet vēlreiz.
late-next-copy = Atveriet lapu, kurā bija veidlapa, pārnesiet uz to šeit redzamo tekstu, pievienojiet datnes, ja tādas bija, un nosūtiet.
late-continue = Turpināt
late-send = Nosūtīt vēlreiz
late-open = Nesūtīt un atvērt lapu
late-open-new = Atvērt lapu jaunā cilnē
