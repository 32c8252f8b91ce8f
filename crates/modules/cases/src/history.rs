//! What happened to a case, read from the log: any case can be restored step by step (AUD-02).

use crate::{Action, Case, CaseNumber, change, own::is_delivered};
use chrono::{DateTime, Utc};
use kernel::{Channel, Cursor, Error, InstitutionId, Page, PageRequest, PersonId, Result, Role, riga_date};
use storage::{Event, Read, Stream, events_of_stream};

/// The most steps of a case that a page of the portal shows: the last ones.
const ON_A_PAGE: u32 = 1000;

/// Who did it, as far as a client may know: an institution, not a name. What a log that was taken over says of its own
/// people is for staff alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doer {
    /// The client, or who acts for the client.
    Client,
    /// Somebody of an institution.
    Institution(InstitutionId),
    /// A system of an institution.
    System(InstitutionId),
    /// Another system whose log was taken over, with whom it names, where it names anybody. That is a mark, or a name if
    /// the map of the log lets names pass, so clients are not shown it: the house tells them no officer's name either.
    Source(Option<String>),
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
    /// Which official of the institution it was: for auditors alone, clients read the institution.
    pub official: Option<PersonId>,
    /// By which channel it was written down.
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

    /// The message id of what happened: `event-<word>`. Time that ended without an answer of the client is no answer.
    #[must_use]
    pub fn word(&self) -> String {
        let in_time = self.data.get("in_time").and_then(serde_json::Value::as_bool);
        match (self.kind.as_str(), in_time) {
            ("case.information_provided", Some(false)) => "case-answer_time_over".to_owned(),
            (kind, _) => kind.replace('.', "-"),
        }
    }

    /// Whether it tells that somebody did not do something in time, which is nothing that was done.
    #[must_use]
    pub fn is_miss(&self) -> bool {
        matches!(self.word().as_str(), "case-overdue" | "case-answer_time_over")
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
    let stages = told(tx, &case, events);
    Ok((case, Page::from_probe(stages, page, |stage| Cursor::from_parts(&[&stage.sequence.to_string()]))))
}

/// The number of the last step of the page before.
fn sequence(cursor: &Cursor) -> Result<i64> {
    let sequence: i64 = cursor.one()?;
    if sequence > 0 { Ok(sequence) } else { Err(Error::invalid("bad-cursor")) }
}

/// The steps of a case that the caller has loaded, oldest first. The case knows the number of its last step, and steps
/// are numbered without gaps: where there are too many, the first ones are passed over.
pub async fn stages_of(tx: &Read, case: &Case) -> Result<Vec<Stage>> {
    let after = (case.revision - i64::from(ON_A_PAGE)).max(0);
    let events = events_of_stream(tx, &Stream::case(case.id), after, ON_A_PAGE.into()).await?;
    Ok(told(tx, case, events))
}

/// Events as the caller may know them: a client reads how the case was decided with the decision, not before.
fn told(tx: &Read, case: &Case, events: Vec<Event>) -> Vec<Stage> {
    let early = tx.caller().role == Role::Client && !is_delivered(case);
    let mut stages: Vec<Stage> = events.into_iter().map(Stage::from).collect();
    for stage in stages.iter_mut().filter(|stage| early && stage.kind == "case.decided") {
        if let Some(facts) = stage.data.as_object_mut() {
            facts.remove("outcome");
        }
    }
    stages
}

impl Stage {
    /// By which channel the step went, as far as anybody has said: a delivery by that of the receipt. A log that was
    /// taken over tells the channel of the request alone; that its other steps were written down electronically says
    /// nothing of how they were done.
    #[must_use]
    pub fn told_channel(&self) -> Option<Channel> {
        match (self.kind.as_str(), &self.doer) {
            (kind, Doer::Source(_)) if kind != "case.submitted" => None,
            ("case.delivered", _) => {
                let receipt = self.data.get("receipt").and_then(serde_json::Value::as_str);
                Some(receipt.and_then(|word| word.parse().ok()).unwrap_or(self.channel))
            }
            _ => Some(self.channel),
        }
    }
}

impl From<Event> for Stage {
    fn from(event: Event) -> Self {
        Self {
            sequence: event.sequence,
            doer: doer_of(&event),
            official: event.actor.person.filter(|_| event.actor.role != Role::Client),
            kind: event.kind,
            at: event.at,
            recorded_at: event.recorded_at,
            channel: event.channel,
            data: event.data,
            hash: event.hash,
        }
    }
}

fn doer_of(event: &Event) -> Doer {
    match (event.actor.role, event.actor.institution) {
        (Role::Client, _) => Doer::Client,
        (Role::ApiClient, Some(institution)) => Doer::System(institution),
        (_, Some(institution)) => Doer::Institution(institution),
        (Role::Engine, None) if is_taken_over(event) => Doer::Source(event.text("doer").map(str::to_owned)),
        _ => Doer::Platform,
    }
}

/// Whether the platform wrote down what another system's log tells. By itself it neither sends requests nor reports
/// stages nor decides nor takes back; it does close cases, but at the very moment at which it writes that down. A delay it
/// has found itself, also in an imported case.
fn is_taken_over(event: &Event) -> bool {
    match event.kind.as_str() {
        "case.submitted" | "case.stage_reported" | "case.decided" => true,
        "case.closed" | "case.withdrawn" => event.at != event.recorded_at,
        _ => false,
    }
}
