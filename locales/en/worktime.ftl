# Working days and deadlines (module worktime)

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
