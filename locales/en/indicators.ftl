# Words of indicators: measures, their explanations, errors.
indicator-requested = Cases requested
    .help = Cases of services that were requested (Cabinet Regulation 399, point 23).
indicator-delivered = Cases delivered
    .help = Cases whose result reached the client.
indicator-closed = Cases closed
    .help = Closed cases. Another system's log tells ends only, so its cases are counted here and not as delivered.
indicator-overdue = Delays
    .help = Cases not done by their deadline.
indicator-complaints = Complaints
    .help = Complaints about services that were received.
indicator-starts = Forms begun
    .help = Electronic forms that clients began to fill in.
indicator-completions = Forms sent
    .help = Electronic forms filled in to the end and sent.
indicator-success = Success
    .help = Share of begun forms that were sent.
indicator-uptake-requested = Electronic uptake by requests
    .help = Share of all requested cases that were requested electronically.
indicator-uptake-delivered = Electronic uptake by deliveries
    .help = Share of all delivered cases that were delivered electronically.
indicator-decided = Decisions
    .help = Decisions by outcome.
indicator-rated = Ratings
    .help = Clients' ratings from 1 to 5 points.
indicator-rating-average = Average rating
    .help = Average of all ratings of the period, 1 to 5.
indicator-consulted = Consultations
    .help = Registered consultations by channel.
indicator-hidden = Fewer than 5
    .help = Figures under 5 are not shown in public, so that nobody can be recognised.
error-bad-month = “{ $month }” is not a month of the years 1900 to 2200.
    .next = Give the month as year and number, for example 2026-11.
error-indicator-months = The last month ({ $to }) is before the first ({ $from }).
    .next = Swap the months and try again.
error-indicator-cell = The table of indicators has an unknown entry.
    .kept = The event log, from which indicators are counted, has not changed.
    .next = Run “durvis rebuild indicators”.
portal-title = Indicators of the portal
portal-lead = How much the portal is used and what its users say of it: { $from } to { $to }.
portal-year = The last twelve months
portal-months = Month by month
portal-month = Month
portal-total = Total
portal-hidden = not shown
portal-small = Figures from 1 to 4 are not shown, so that nobody can be recognised. An asterisk (*) also stands where such a figure could be calculated from the others. The last month is not over.
portal-data = The same data for other programs:
portal-requested = Services requested
portal-requested-part = Electronically
portal-requested-full = Services were requested { $shown } { $count ->
    [one] time
   *[other] times
    }, { $share } of them electronically.
portal-searches = Searches
portal-searches-part = Something found
portal-searches-full = People searched the portal { $shown } { $count ->
    [one] time
   *[other] times
    }, and { $share } of the searches found something.
portal-answers = Answers: found it?
portal-answers-part = Yes
portal-answers-full = The question whether they found what they were looking for was answered { $shown } { $count ->
    [one] time
   *[other] times
    }; { $share } of the answers are “yes”.
portal-articles = Answers: was it helpful?
portal-articles-part = Yes
portal-articles-full = The question whether news or a help article was helpful was answered { $shown } { $count ->
    [one] time
   *[other] times
    }; { $share } of the answers are “yes”.
portal-rated = Ratings of finished cases
portal-rated-part = Average of 5
portal-rated-full = Finished cases were rated { $shown } { $count ->
    [one] time
   *[other] times
    }, on average with { $average } of 5.
portal-none = { $what }: nothing was counted in these months.
portal-few = { $what }: the number is too small to be shown.
portal-part-hidden = { $what }: { $shown }. How they divide is not shown, because one of the numbers is too small.
