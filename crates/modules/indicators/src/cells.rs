//! What one event adds to the counts: the one rule, used by the live reader and by every recomputation.

use crate::Month;
use chrono::{DateTime, Utc};
use kernel::{Channel, InstitutionId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use storage::Event;

kernel::words! {
    /// What is counted (MK 399 p.23; MK 402 p.7).
    Measure {
        /// Cases requested, by channel of the request (p.23.1, 23.2).
        Requested = "requested",
        /// Cases whose result was delivered, by channel.
        Delivered = "delivered",
        /// Cases closed, here or in the system that handled them; withdrawn ones are not. Of an imported case this is all
        /// that is known: its log tells when the case ended, and neither that a result reached the client nor by which
        /// channel, so that calling the end a delivery would state what nobody has said. No figure of the law is lost by
        /// it: MK 399 p.23 counts requests, channels, delays and complaints, MK 402 p.7 forms begun and sent. Deliveries
        /// are counted for the other reading of the uptake alone, which needs the channel.
        Closed = "closed",
        /// Cases not done by their deadline (p.23.3).
        Overdue = "overdue",
        /// Complaints (p.23.4).
        Complaints = "complaints",
        /// Electronic forms begun.
        Starts = "starts",
        /// Electronic forms sent.
        Completions = "completions",
        /// Decisions, by outcome.
        Decided = "decided",
        /// Ratings, by number of points 1 to 5.
        Rated = "rated",
        /// Consultations, by channel.
        Consulted = "consulted",
    }
}

/// Outcomes that are counted apart; another word counts as `other`.
pub(crate) const OUTCOMES: [&str; 4] = ["granted", "partly", "refused", "other"];
/// Points of a rating.
pub(crate) const POINTS: [&str; 5] = ["1", "2", "3", "4", "5"];

/// Which count.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct CellKey {
    /// Service code.
    pub service: String,
    /// Holder of the service.
    pub holder: InstitutionId,
    /// Month of the event in Latvia.
    pub month: Month,
    /// What is counted.
    pub measure: Measure,
    /// Channel, outcome or points; empty where the measure has none.
    pub dimension: &'static str,
}

/// How much one event adds to one count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellDelta {
    /// Which count.
    pub key: CellKey,
    /// By how much.
    pub by: i64,
}

/// Counts by key.
pub(crate) type Cells = BTreeMap<CellKey, i64>;

/// The kinds of events that are counted.
pub const COUNTED: [&str; 12] = [
    "case.submitted",
    "case.corrected",
    "case.delivered",
    "case.closed",
    "case.overdue",
    "case.complaint_filed",
    "case.decided",
    "case.rated",
    "draft.started",
    "consultation.registered",
    "consultation.undone",
    "enquiry.received",
];

/// What `event` adds. An event without a service and a holder (a general consultation) belongs to no service's counts.
#[must_use]
pub fn cells_of(event: &Event) -> Vec<CellDelta> {
    let (Some(service), Some(holder)) = (event.text("service"), event.text("holder").and_then(|id| id.parse().ok()))
    else {
        return Vec::new();
    };
    let month = Month::of(event.at);
    let cell = |measure, dimension| CellDelta {
        key: CellKey { service: service.to_owned(), holder, month, measure, dimension },
        by: 1,
    };
    match event.kind.as_str() {
        "case.submitted" => {
            let mut cells = vec![cell(Measure::Requested, channel(event))];
            if event.data.get("draft").and_then(serde_json::Value::as_bool) == Some(true) {
                cells.push(cell(Measure::Completions, ""));
            }
            cells
        }
        "case.corrected" => corrected(event, |month, measure, dimension, by| CellDelta {
            key: CellKey { service: service.to_owned(), holder, month, measure, dimension },
            by,
        }),
        "case.delivered" => vec![cell(Measure::Delivered, channel(event))],
        "case.closed" => vec![cell(Measure::Closed, "")],
        "case.overdue" => vec![cell(Measure::Overdue, "")],
        "case.complaint_filed" => vec![cell(Measure::Complaints, "")],
        // A complaint about the service outside a case counts as well (MK 399 p.23.4).
        "enquiry.received" if event.text("kind") == Some("complaint") => vec![cell(Measure::Complaints, "")],
        "case.decided" => vec![cell(Measure::Decided, outcome(event))],
        "case.rated" => points(event).map(|points| cell(Measure::Rated, points)).into_iter().collect(),
        "draft.started" => vec![cell(Measure::Starts, "")],
        "consultation.registered" => vec![cell(Measure::Consulted, channel(event))],
        "consultation.undone" => vec![undone(cell(Measure::Consulted, channel(event)), event)],
        _ => Vec::new(),
    }
}

/// What is counted of the values of an imported case.
#[derive(Deserialize)]
struct Values {
    channel: Channel,
    submitted_at: DateTime<Utc>,
    due_at: DateTime<Utc>,
    #[serde(default)]
    closed_at: Option<DateTime<Utc>>,
    #[serde(default)]
    outcome: Option<String>,
    overdue: bool,
    #[serde(default)]
    state: String,
}

/// Month, measure and dimension of one count.
type Counted = (Month, Measure, &'static str);

impl Values {
    /// What the events that these values came with have added.
    fn counted(&self) -> Vec<Counted> {
        let mut counted = vec![(Month::of(self.submitted_at), Measure::Requested, self.channel.as_str())];
        if self.overdue {
            counted.push((Month::of(self.due_at), Measure::Overdue, ""));
        }
        // One that was taken back came with no event that counts its end.
        if let Some(closed_at) = self.closed_at.filter(|_| self.state != "withdrawn") {
            counted.push((Month::of(closed_at), Measure::Closed, ""));
            if let Some(outcome) = &self.outcome {
                counted.push((Month::of(closed_at), Measure::Decided, known_outcome(outcome)));
            }
        }
        counted
    }
}

/// Takes out what was counted of a case that its source has corrected, and adds what is.
fn corrected(event: &Event, delta: impl Fn(Month, Measure, &'static str, i64) -> CellDelta) -> Vec<CellDelta> {
    let side = |name: &str| event.data.get(name).and_then(|values| Values::deserialize(values).ok());
    let (Some(was), Some(is)) = (side("was"), side("is")) else { return Vec::new() };
    let (was, is) = (was.counted(), is.counted());
    let out = was.iter().filter(|counted| !is.contains(counted)).map(|counted| (counted, -1));
    let added = is.iter().filter(|counted| !was.contains(counted)).map(|counted| (counted, 1));
    out.chain(added).map(|((month, measure, dimension), by)| delta(*month, *measure, dimension, by)).collect()
}

/// Takes a consultation out of the month it was registered in.
fn undone(mut delta: CellDelta, event: &Event) -> CellDelta {
    let registered_at = event.text("registered_at").and_then(|time| time.parse().ok());
    delta.key.month = Month::of(registered_at.unwrap_or(event.at));
    delta.by = -1;
    delta
}

/// Adds what `event` counts to `cells`.
pub(crate) fn add_event(cells: &mut Cells, event: &Event) {
    for delta in cells_of(event) {
        *cells.entry(delta.key).or_default() += delta.by;
    }
}

/// Which count of all services together.
pub(crate) type TotalKey = (Month, Measure, &'static str);

/// What counts of services come to over all services and holders.
pub(crate) fn totals(cells: &Cells) -> BTreeMap<TotalKey, i64> {
    let mut totals = BTreeMap::new();
    for (key, value) in cells {
        *totals.entry((key.month, key.measure, key.dimension)).or_default() += value;
    }
    totals
}

/// The word of a stored dimension, if it is one of ours.
pub(crate) fn known_dimension(word: &str) -> Option<&'static str> {
    let channels = Channel::ALL.map(Channel::as_str);
    [""].into_iter().chain(channels).chain(OUTCOMES).chain(POINTS).find(|known| *known == word)
}

/// The channel among the facts; the one of the act itself when they name none.
fn channel(event: &Event) -> &'static str {
    let told = event.text("channel").and_then(|word| word.parse::<Channel>().ok());
    told.unwrap_or(event.channel).as_str()
}

fn outcome(event: &Event) -> &'static str {
    known_outcome(event.text("outcome").unwrap_or_default())
}

fn known_outcome(word: &str) -> &'static str {
    OUTCOMES.into_iter().find(|known| *known == word).unwrap_or("other")
}

fn points(event: &Event) -> Option<&'static str> {
    let points = event.data.get("rating")?.as_u64()?;
    POINTS.get(usize::try_from(points).ok()?.checked_sub(1)?).copied()
}
