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
sla-paused = Deadline paused
sla-done = Finished
# While the client is asked, the deadline stands still: what is left of it, counted from the day of the answer.
deadline-stands = until the answer
deadline-stands-left = { $days ->
    [0] ends on the day of the answer
    [one] { $days } working day left after the answer
   *[other] { $days } working days left after the answer
}
deadline-stands-late = { $days ->
    [one] was late by { $days } working day already
   *[other] was late by { $days } working days already
}

deadline-working-days = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}
deadline-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
