# Working days, public holidays and deadlines (module worktime)

holiday-new-year = New Year's Day
holiday-good-friday = Good Friday
holiday-easter-sunday = Easter Sunday
holiday-easter-monday = Easter Monday
holiday-labour-day = Labour Day and Constitutional Assembly Convocation Day
holiday-independence-restored = Restoration of Independence Day
holiday-mothers-day = Mother's Day
holiday-pentecost = Pentecost
holiday-midsummer-eve = Midsummer Eve
holiday-midsummer-day = Midsummer Day
holiday-proclamation-day = Proclamation Day of the Republic of Latvia
holiday-christmas-eve = Christmas Eve
holiday-christmas-day = Christmas Day
holiday-second-christmas-day = Second Day of Christmas
holiday-new-years-eve = New Year's Eve
holiday-song-celebration = Closing day of the General Latvian Song and Dance Celebration
holiday-papal-visit = Day of the visit of Pope Francis
holiday-ice-hockey-bronze = Day in honour of the ice hockey team's bronze medal

sla-late = { $days ->
    [0] Late
    [one] Late by { $days } working day
   *[other] Late by { $days } working days
}
sla-today = Due today
sla-soon = { $days ->
    [one] { $days } working day left
   *[other] { $days } working days left
}
sla-later = { $days ->
    [one] { $days } working day left
   *[other] { $days } working days left
}
sla-paused = Waiting for the client
sla-done = Finished

deadline-working-days = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}
deadline-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
