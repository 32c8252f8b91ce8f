//! The queue of an institution: what is to be done next.

use crate::{Action, Case, CaseNumber, change, policy, store};
use chrono::{DateTime, Days, Utc};
use kernel::{Channel, Page, PageRequest, PersonId, Result, riga_date};
use storage::Read;
use uuid::Uuid;
use worktime::{Sla, start_of_day};

kernel::words! {
    /// A part of the queue.
    Tab {
        /// What I work on.
        Mine = "mine",
        /// Everything that waits for the office.
        Team = "team",
        /// What nobody works on.
        Unassigned = "unassigned",
        /// What waits for a client.
        Waiting = "waiting",
        /// What the client has the result of, and what is still to be closed.
        Delivered = "delivered",
        /// What is over, newest first.
        Done = "done",
    }
}

impl Tab {
    /// Whether its cases have a due day: the time of what waits for the office runs; while a client is asked it stands
    /// still, and with the decision it is over.
    #[must_use]
    pub const fn has_due_days(self) -> bool {
        matches!(self, Self::Mine | Self::Team | Self::Unassigned)
    }
}

/// What of the queue is shown.
#[derive(Debug, Clone)]
pub struct DeskFilter {
    /// The part.
    pub tab: Tab,
    /// Only this channel.
    pub channel: Option<Channel>,
    /// Only this service code.
    pub service: Option<String>,
    /// Only what is due before; of a tab [without due days](Tab::has_due_days) nothing is due.
    pub due_before: Option<DateTime<Utc>>,
}

impl DeskFilter {
    /// All of one part.
    #[must_use]
    pub const fn all(tab: Tab) -> Self {
        Self { tab, channel: None, service: None, due_before: None }
    }
}

/// A page of the queue.
#[derive(Debug, Clone)]
pub struct DeskQuery {
    /// What.
    pub filter: DeskFilter,
    /// Which page.
    pub page: PageRequest,
}

/// A line of the queue. It names no client: a list opens nobody's data, so that each access record means something.
#[derive(Debug, Clone)]
pub struct DeskItem {
    /// The case.
    pub case: Case,
    /// How its deadline stands.
    pub sla: Sla,
    /// Whether the caller works on it.
    pub mine: bool,
}

/// How much each tab holds, and how the day goes; each counted to [`DeskCounts::MOST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DeskCounts {
    /// What I work on.
    pub mine: usize,
    /// Everything that waits for the office.
    pub team: usize,
    /// What nobody works on.
    pub unassigned: usize,
    /// What waits for a client.
    pub waiting: usize,
    /// What is delivered and still to be closed.
    pub delivered: usize,
    /// Of what waits for the office, what is late.
    pub late: usize,
    /// Of what waits for the office, what is due today and not late yet.
    pub due_today: usize,
    /// What was closed today.
    pub closed_today: usize,
}

impl DeskCounts {
    /// No count goes further: who counts that many learns that there are so many or more.
    pub const MOST: usize = 100;
}

/// A page of the caller's institution's queue, the most urgent first (CSS-01, CSS-02).
///
/// # Errors
/// Forbidden for everybody but officers, specialists and institutions' systems; invalid for a foreign cursor.
pub async fn desk(tx: &Read, query: &DeskQuery) -> Result<Page<DeskItem>> {
    let (institution, me) = desk_of(tx)?;
    let cases = store::on_desk(tx, institution, me, &query.filter, &query.page).await?;
    let calendar = change::calendar_of(tx, institution).await?;
    let now = tx.now();
    Ok(cases.map(|case| DeskItem { sla: case.sla(&calendar, now), mine: case.assignee == Some(me), case }))
}

/// How much each tab of the caller's institution's queue holds.
///
/// # Errors
/// Forbidden for everybody but officers, specialists and institutions' systems.
pub async fn desk_counts(tx: &Read) -> Result<DeskCounts> {
    let (institution, me) = desk_of(tx)?;
    let now = tx.now();
    let today = riga_date(now);
    Ok(DeskCounts {
        mine: store::count_of_tab(tx, institution, me, Tab::Mine).await?,
        team: store::count_of_tab(tx, institution, me, Tab::Team).await?,
        unassigned: store::count_of_tab(tx, institution, me, Tab::Unassigned).await?,
        waiting: store::count_of_tab(tx, institution, me, Tab::Waiting).await?,
        delivered: store::count_of_tab(tx, institution, me, Tab::Delivered).await?,
        late: store::count_due(tx, institution, DateTime::UNIX_EPOCH..now).await?,
        due_today: store::count_due(tx, institution, now..start_of_day(today + Days::new(1))).await?,
        closed_today: store::count_closed_since(tx, institution, start_of_day(today)).await?,
    })
}

/// Whether a number names a case of the caller's institution: the search box of the desk.
///
/// # Errors
/// Not found for a foreign, missing or malformed number.
pub async fn find_number(tx: &Read, text: &str) -> Result<CaseNumber> {
    policy::check_desk(tx.caller())?;
    let number: CaseNumber = text.parse()?;
    Ok(change::load(tx, &number, Action::ReadStages).await?.number)
}

fn desk_of(tx: &Read) -> Result<(kernel::InstitutionId, PersonId)> {
    policy::check_desk(tx.caller())?;
    // A system works on no case itself, so nobody is "me".
    let me = tx.caller().person.unwrap_or_else(|| PersonId::new(Uuid::nil()));
    Ok((tx.caller().require_institution()?, me))
}
