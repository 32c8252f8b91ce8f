# Darba dienas un termiņi (modulis worktime)

sla-late = { $days ->
    [0] Nokavēts
    [one] Nokavēts par { $days } darba dienu
   *[other] Nokavēts par { $days } darba dienām
}
sla-today = Šodien
sla-soon = { $days ->
    [one] Atlikusi { $days } darba diena
   *[other] Atlikušas { $days } darba dienas
}
sla-later = { $days ->
    [one] Atlikusi { $days } darba diena
   *[other] Atlikušas { $days } darba dienas
}
sla-paused = Termiņš apturēts
sla-done = Pabeigts
# Kamēr gaida klienta atbildi, termiņš stāv: kas no tā paliek, skaitot no atbildes dienas.
deadline-stands = līdz atbildei
deadline-stands-left = { $days ->
    [0] pēc atbildes beigsies tajā pašā dienā
    [one] pēc atbildes atliks { $days } darba diena
   *[other] pēc atbildes atliks { $days } darba dienas
}
deadline-stands-late = { $days ->
    [one] jau bija nokavēts par { $days } darba dienu
   *[other] jau bija nokavēts par { $days } darba dienām
}

deadline-working-days = { $days ->
    [one] { $days } darba diena
   *[other] { $days } darba dienas
}
deadline-months = { $months ->
    [one] { $months } mēnesis
   *[other] { $months } mēneši
}
