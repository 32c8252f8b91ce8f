# Darba dienas, svētku dienas un termiņi (modulis worktime)

holiday-new-year = Jaungada diena
holiday-good-friday = Lielā Piektdiena
holiday-easter-sunday = Pirmās Lieldienas
holiday-easter-monday = Otrās Lieldienas
holiday-labour-day = Darba svētki, Latvijas Republikas Satversmes sapulces sasaukšanas diena
holiday-independence-restored = Latvijas Republikas Neatkarības atjaunošanas diena
holiday-mothers-day = Mātes diena
holiday-pentecost = Vasarsvētki
holiday-midsummer-eve = Līgo diena
holiday-midsummer-day = Jāņu diena
holiday-proclamation-day = Latvijas Republikas proklamēšanas diena
holiday-christmas-eve = Ziemassvētku vakars
holiday-christmas-day = Pirmie Ziemassvētki
holiday-second-christmas-day = Otrie Ziemassvētki
holiday-new-years-eve = Vecgada diena
holiday-song-celebration = Vispārējo latviešu Dziesmu un deju svētku noslēguma diena
holiday-papal-visit = Pāvesta Franciska vizītes diena
holiday-ice-hockey-bronze = Diena par godu Latvijas hokeja izlases bronzas medaļai

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
