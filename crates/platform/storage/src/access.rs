//! Access records: an official who opens personal data leaves one durable record before the data are shown (PRF-03).

use crate::log::{Among, Before, end_of_positions, events_among, events_of_stream_before, first_since};
use crate::{Actor, Event, Expected, NewEvent, Period, Read, Stream, Write};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{CaseId, Cursor, InstitutionId, Page, PageRequest, PersonId, Result};
use serde::{Deserialize, Serialize};

/// Why somebody's data are opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessRecord {
    /// Whose data.
    pub subject: PersonId,
    /// What is shown: `case`, `profile` …
    pub what: &'static str,
    /// Why, as a message id: `handle-case`.
    pub purpose: &'static str,
    /// In which case.
    pub case: Option<CaseId>,
}

#[derive(Serialize, Deserialize)]
struct Viewed {
    what: String,
    purpose: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    case: Option<CaseId>,
}

/// One viewing, as its subject sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessView {
    /// Place in the stream of the subject, or of the case without one.
    pub sequence: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: Actor,
    /// What was shown.
    pub what: String,
    /// Why, as a message id.
    pub purpose: String,
    /// In which case.
    pub case: Option<CaseId>,
}

impl Write {
    /// Records that the caller opens personal data. The door commits before it shows anything; when the record cannot
    /// be kept, nothing is shown.
    ///
    /// # Errors
    /// Unavailable when the log cannot be written.
    pub async fn record_access(&mut self, record: AccessRecord) -> Result<()> {
        let data = Viewed { what: record.what.to_owned(), purpose: record.purpose.to_owned(), case: record.case };
        let fact = NewEvent::new(VIEWED, 1, &data)?;
        self.append(Stream::person(record.subject), Expected::Any, vec![fact]).await?;
        Ok(())
    }

    /// Records that the caller opens a case whose client is not known: what it holds is about somebody all the same.
    ///
    /// # Errors
    /// As [`Write::record_access`].
    pub async fn record_access_to_case(
        &mut self,
        case: CaseId,
        what: &'static str,
        purpose: &'static str,
    ) -> Result<()> {
        let data = Viewed { what: what.to_owned(), purpose: purpose.to_owned(), case: Some(case) };
        let fact = NewEvent::new(VIEWED, 1, &data)?;
        self.append(Stream::viewings_of_case(case), Expected::Any, vec![fact]).await?;
        Ok(())
    }
}

/// The kind of the event that a viewing is.
const VIEWED: &str = "access.viewed";

/// So many positions of the log are looked through for one page of the viewings of all people: the log has no index by
/// who acts, and a page must not cost more the longer the log is.
const LOOKED_THROUGH: i64 = 20_000;

/// So far the order of positions may differ from that of times: clocks of several writers, a transaction that is slow.
const SLACK_HOURS: i64 = 1;

/// Who looked at this person's data, newest first. Callers check that the reader may know.
///
/// # Errors
/// Invalid for a foreign cursor, unavailable when the database cannot be reached.
pub async fn access_views(tx: &Read, subject: PersonId, page: &PageRequest) -> Result<Page<AccessView>> {
    views(tx, &Stream::person(subject), None, Period::default(), page).await
}

/// Those of [`access_views`] that are of this time.
///
/// # Errors
/// As [`access_views`].
pub async fn access_views_within(
    tx: &Read,
    subject: PersonId,
    period: Period,
    page: &PageRequest,
) -> Result<Page<AccessView>> {
    views(tx, &Stream::person(subject), None, period, page).await
}

/// Who looked at one case, newest first: of [`access_views`] of its applicant those that belong to it, or without a
/// known applicant those that are kept with the case.
///
/// # Errors
/// As [`access_views`].
pub async fn access_views_in_case(
    tx: &Read,
    applicant: Option<PersonId>,
    case: CaseId,
    page: &PageRequest,
) -> Result<Page<AccessView>> {
    let stream = applicant.map_or_else(|| Stream::viewings_of_case(case), Stream::person);
    views(tx, &stream, Some(case), Period::default(), page).await
}

/// Whose looks at people's data are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looker {
    /// Everybody of an institution, its systems too.
    Institution(InstitutionId),
    /// One official, in whatever capacity.
    Person(PersonId),
}

impl Looker {
    /// As the actor of an event is written, with nothing between name and value.
    fn written(self) -> String {
        match self {
            Self::Institution(id) => format!("\"institution\":\"{id}\""),
            Self::Person(id) => format!("\"person\":\"{id}\""),
        }
    }
}

/// At whose data somebody looked, newest first. A page is short, and may be empty, when a long piece of the log holds
/// little of it; where there is more to look through, it says where to go on. Callers check that the reader may know.
///
/// # Errors
/// As [`access_views`].
pub async fn access_views_by(
    tx: &Read,
    looker: Looker,
    period: Period,
    page: &PageRequest,
) -> Result<Page<AccessView>> {
    let slack = TimeDelta::hours(SLACK_HOURS);
    let first = match period.from {
        Some(from) => first_since(tx, from - slack).await?,
        None => 1,
    };
    let end = match (page.after.as_ref().map(Cursor::one).transpose()?, period.until) {
        (Some(position), _) => position,
        (None, Some(until)) => first_since(tx, until + slack).await?,
        (None, None) => end_of_positions(tx).await?,
    };
    let start = first.max(end.saturating_sub(LOOKED_THROUGH));
    let wanted = Among { positions: start..end, kind: VIEWED, actor: &looker.written(), period };
    let events = events_among(tx, wanted, page.probe()).await?;
    let place = |position: i64| Cursor::from_parts(&[&position.to_string()]);
    let Page { items, next } = Page::from_probe(events, page, |event| place(event.place.position));
    let next = next.or_else(|| (start > first).then(|| place(start)));
    Ok(Page { items: items.into_iter().map(view).collect::<Result<Vec<_>>>()?, next })
}

async fn views(
    tx: &Read,
    stream: &Stream,
    case: Option<CaseId>,
    period: Period,
    page: &PageRequest,
) -> Result<Page<AccessView>> {
    let sequence = page.after.as_ref().map_or(Ok(i64::MAX), Cursor::one)?;
    // As the data of these events are written, with nothing between name and value.
    let of_case = case.map(|case| format!("\"case\":\"{case}\""));
    let wanted = Before { sequence, kind: VIEWED, holding: of_case.as_deref(), period };
    let events = events_of_stream_before(tx, stream, wanted, page.probe()).await?;
    let views = events.into_iter().map(view).collect::<Result<Vec<_>>>()?;
    Ok(Page::from_probe(views, page, |view: &AccessView| Cursor::from_parts(&[&view.sequence.to_string()])))
}

fn view(event: Event) -> Result<AccessView> {
    let Viewed { what, purpose, case } = event.read()?;
    Ok(AccessView { sequence: event.sequence, at: event.at, actor: event.actor, what, purpose, case })
}
