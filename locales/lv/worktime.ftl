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
sla-paused = Gaida klientu
sla-done = Pabeigts

deadline-working-days = { $days ->
    [one] { $days } darba diena
   *[other] { $days } darba dienas
}
deadline-months = { $months ->
    [one] { $months } mēnesis
   *[other] { $months } mēneši
}
