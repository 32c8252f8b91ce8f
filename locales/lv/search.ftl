# Meklēšana.
error-search-unavailable = Meklēšana pašlaik nedarbojas.
    .kept = Pārējais darbojas kā parasti.
    .next = Izvēlieties pakalpojumu sarakstā vai mēģiniet vēlāk.
