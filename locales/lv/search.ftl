# Meklēšana.
error-search-unavailable = Meklēšana pašlaik nedarbojas.
    .kept = Pārējais darbojas kā parasti.
    .next = Izvēlieties pakalpojumu sarakstā vai mēģiniet vēlāk.
error-search-building = Meklēšana vēl tiek sagatavota.
    .kept = Pārējais darbojas kā parasti.
    .next = Mēģiniet pēc dažām sekundēm vai lasiet sarakstu bez meklēšanas vārdiem.
