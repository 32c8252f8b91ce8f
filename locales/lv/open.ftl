# Reģistrs abos virzienos: atvērtie dati, izmaiņu plūsma, saņemtie apraksti, tabulas, kartīte citām vietnēm.

open-role-request = Sniedz pakalpojumu pieprasīšanas posmā
open-role-execution = Izpilda pakalpojumu
open-role-receipt = Izsniedz pakalpojuma rezultātu
open-document-required = Vajadzīgs visiem
open-document-optional = Vajadzīgs atsevišķos gadījumos
open-output-decision = Lēmums
open-output-payment = Maksājums
open-output-document = Dokuments
open-output-registration = Ieraksts reģistrā
open-output-assistance = Palīdzība
open-output-information = Informācija
open-rule-law = Tiesiskais pamats
open-rule-procedure = Kā saņemt pakalpojumu
open-rule-appeal = Kā apstrīdēt un pārsūdzēt
open-rule-audience = Kam pakalpojums paredzēts

open-data-catalogue = Durvju atvērtie dati
open-data-catalogue-about = Valsts un pašvaldību pakalpojumu reģistra atvērto datu katalogs.
open-data-services = Valsts un pašvaldību pakalpojumu reģistrs
open-data-services-about = Visu publisko pakalpojumu apraksti: turētājs, sniedzēji, kanāli ar maksu un termiņu, nosacījumi, dokumenti, tiesiskais pamats, pārsūdzēšana. Latviski un angliski.
open-data-turtle = Visi pakalpojumi kā saistītie dati (Turtle, CPSV-AP 3.2)
open-data-turtle-about = Viena datne ar visiem publiskajiem pakalpojumiem; atbilst CPSV-AP 3.2.
open-data-jsonl = Visi pakalpojumi JSON rindās
open-data-jsonl-about = Katrā rindā viens pakalpojums tādā pašā formā, kādā to sniedz saskarne.
open-data-csv = Visi pakalpojumi CSV tabulā
open-data-csv-about = Katrā rindā viens pakalpojums ar nosaukumu, turētāju un katra kanāla maksu un termiņu.
open-data-api = Pakalpojumu reģistra saskarne
open-data-api-about = Pakalpojumi pa vienam, to redakcijas un izmaiņu plūsma; aprakstīta kā OpenAPI 3.1.

error-feed-cursor = Šādas vietas izmaiņu plūsmā nav.
    .next = Lejupielādējiet visus pakalpojumus no jauna un turpiniet no vietas, ko norāda tās atbildes galvene „Link”.
error-date-ahead = { $date } vēl nav pienācis; kas būs spēkā, uzzināsiet tajā dienā.

error-service-external-id = Norādiet pakalpojuma apzīmējumu savā sistēmā: 1–200 rakstzīmes bez rindu pārnesumiem.
error-service-name-taken = Šis apzīmējums jau pieder pakalpojumam { $code }.
    .kept = Nekas nav mainīts.
    .next = Izmantojiet citu apzīmējumu vai sūtiet aprakstu bez pakalpojuma koda.
