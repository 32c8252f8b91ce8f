//! What happened to a case, read from the log: any case can be restored step by step (AUD-02).

use crate::{Action, Case, CaseNumber, change};
use chrono::{DateTime, Utc};
use kernel::{Channel, Cursor, Error, InstitutionId, Page, PageRequest, Result, Role, riga_date};
use storage::{Event, Read, Stream, events_of_stream};

/// The most steps of a case that a page of the portal shows: the last ones.
const ON_A_PAGE: u32 = 1000;

/// Who did it, as far as a client may know: an institution, not a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doer {
    /// The client, or who acts for the client.
    Client,
    /// Somebody of an institution.
    Institution(InstitutionId),
    /// A system of an institution.
    System(InstitutionId),
    /// The platform by itself.
    Platform,
}

/// One step of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Number in the case's stream, and the revision the case had then.
    pub sequence: i64,
    /// What happened: an event kind.
    pub kind: String,
    /// When.
    pub at: DateTime<Utc>,
    /// When it was written down.
    pub recorded_at: DateTime<Utc>,
    /// Who.
    pub doer: Doer,
    /// By which channel.
    pub channel: Channel,
    /// The facts.
    pub data: serde_json::Value,
    /// The link of the chain.
    pub hash: String,
}

impl Stage {
    /// Whether only its day is known, as of a request that came to an institution on an earlier day.
    #[must_use]
    pub fn is_of_a_day(&self) -> bool {
        self.kind == "case.submitted" && worktime::start_of_day(riga_date(self.at)) == self.at
    }
}

/// The steps of a case that the caller may know of, with the case: oldest first, of a very long course the last 1,000.
///
/// # Errors
/// Unauthenticated; not found for a foreign or missing case.
pub async fn history(tx: &Read, number: &CaseNumber) -> Result<(Case, Vec<Stage>)> {
    let case = change::load(tx, number, Action::ReadStages).await?;
    let stages = stages_of(tx, &case).await?;
    Ok((case, stages))
}

/// A page of the steps of a case that the caller may know of, oldest first, with the case: what it costs depends on the
/// page and not on how long the case has lived.
///
/// # Errors
/// Unauthenticated; not found for a foreign or missing case; invalid `bad-cursor` for a cursor of something else.
pub async fn history_page(tx: &Read, number: &CaseNumber, page: &PageRequest) -> Result<(Case, Page<Stage>)> {
    let case = change::load(tx, number, Action::ReadStages).await?;
    let after = page.after.as_ref().map_or(Ok(0), sequence)?;
    let events = events_of_stream(tx, &Stream::case(case.id), after, page.probe()).await?;
    let stages = events.into_iter().map(Stage::from).collect();
    Ok((case, Page::from_probe(stages, page, |stage| Cursor::from_parts(&[&stage.sequence.to_string()]))))
}

/// The number of the last step of the page before.
fn sequence(cursor: &Cursor) -> Result<i64> {
    let [sequence] = cursor.parts()?;
    sequence.parse().ok().filter(|sequence| *sequence > 0).ok_or_else(|| Error::invalid("bad-cursor"))
}

/// The steps of a case that the caller has loaded, oldest first. The case knows the number of its last step, and steps
/// are numbered without gaps: where there are too many, the first ones are passed over.
pub async fn stages_of(tx: &Read, case: &Case) -> Result<Vec<Stage>> {
    let after = (case.revision - i64::from(ON_A_PAGE)).max(0);
    let events = events_of_stream(tx, &Stream::case(case.id), after, ON_A_PAGE.into()).await?;
    Ok(events.into_iter().map(Stage::from).collect())
}

impl From<Event> for Stage {
    fn from(event: Event) -> Self {
        let doer = match (event.actor.role, event.actor.institution) {
            (Role::Client, _) => Doer::Client,
            (Role::ApiClient, Some(institution)) => Doer::System(institution),
            (_, Some(institution)) => Doer::Institution(institution),
            _ => Doer::Platform,
        };
        Self {
            sequence: event.sequence,
            kind: event.kind,
            at: event.at,
            recorded_at: event.recorded_at,
            doer,
            channel: event.channel,
            data: event.data,
            hash: event.hash,
        }
    }
}
