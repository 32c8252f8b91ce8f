//! Reported mistakes (POR-03): received from anybody, corrected within three working days.

use super::branches::coordinated_branches;
use super::events::{CORRECTION_OVERDUE, CORRECTION_RECEIVED, CorrectionFact, append};
use super::{CorrectionState, SituationBranch, SituationState, policy};
use crate::store::{situation_corrections as rows, situations};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{
    CorrectionId, Error, InstitutionId, LangText, Locale, Page, PageRequest, Result, SituationId, holds_personal_code,
};
use storage::{Read, Write};
use worktime::{Calendar, Deadline};

/// Timer: the time for a correction is over.
pub const CORRECTION_OVERDUE_TIMER: &str = "catalogue.correction_overdue";

/// How long a correction may take.
const TERM: Deadline = Deadline::WorkingDays(3);
/// Shortest and longest report, in characters.
const LENGTH: std::ops::RangeInclusive<usize> = 10..=2000;
/// So many reports about one situation within an hour are taken; more are nobody's honest work.
const MOST_AN_HOUR: u64 = 20;

/// A mistake to be reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportCorrection {
    /// In which life situation.
    pub slug: String,
    /// What is wrong, in the words of whoever found it.
    pub report: String,
    /// The language of the page on which it was found.
    pub language: Locale,
}

/// A reported mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Its id.
    pub id: CorrectionId,
    /// In which life situation.
    pub situation: SituationId,
    /// Its word in addresses.
    pub slug: String,
    /// Its title.
    pub title: LangText,
    /// Its branch, whose coordinator has the report before it is passed on (POR-04).
    pub branch: SituationBranch,
    /// The text that was shown then.
    pub version: i32,
    /// Whether a newer text was published since.
    pub newer_text: bool,
    /// Who must correct it.
    pub responsible: InstitutionId,
    /// Where it is.
    pub state: CorrectionState,
    /// What is wrong.
    pub report: String,
    /// In which language it was found.
    pub language: Locale,
    /// Which institution reported it; none for a visitor.
    pub institution: Option<InstitutionId>,
    /// When.
    pub reported_at: DateTime<Utc>,
    /// By when it must be dealt with.
    pub due_at: DateTime<Utc>,
    /// When the responsible institution got it.
    pub forwarded_at: Option<DateTime<Utc>>,
    /// When it was dealt with.
    pub resolved_at: Option<DateTime<Utc>>,
    /// What was done, or why nothing was.
    pub answer: String,
}

impl Correction {
    /// Whether it waits longer than the law allows.
    #[must_use]
    pub fn is_overdue(&self, now: DateTime<Utc>) -> bool {
        self.state.is_open() && now > self.due_at
    }
}

/// How an institution stands with the mistakes that were reported in its life situations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CorrectionStanding {
    /// Reports that were dealt with.
    pub ended: i64,
    /// Those of them that took longer than the law allows.
    pub ended_late: i64,
    /// Open ones whose time is over.
    pub overdue: i64,
}

impl CorrectionStanding {
    /// How many were dealt with too late, or not at all although their time is over.
    #[must_use]
    pub const fn late(&self) -> i64 {
        self.ended_late + self.overdue
    }

    /// How many of a hundred were dealt with in time; none where none was and none had to be.
    #[must_use]
    pub fn in_time(&self) -> Option<i64> {
        let all = self.ended + self.overdue;
        (all > 0).then(|| (self.ended - self.ended_late) * 100 / all)
    }
}

/// What an institution was passed on and has to correct now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CorrectionsWaiting {
    /// How many there are; [`Self::MOST`] stands for that many or more.
    pub reports: u64,
    /// By when the first of them must be dealt with.
    pub due_at: DateTime<Utc>,
}

impl CorrectionsWaiting {
    /// More are not counted.
    pub const MOST: u64 = 100;
}

/// Which reported mistakes are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CorrectionFilter {
    /// In this state.
    pub state: CorrectionState,
}

/// Whose reports an institution has before it: those about its own life situations, and all of the branches that it
/// coordinates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CorrectionSight {
    /// The institution.
    pub own: InstitutionId,
    /// The branches.
    pub branches: Vec<SituationBranch>,
}

impl CorrectionSight {
    /// Whether a report is among them.
    pub(crate) fn holds(&self, correction: &Correction) -> bool {
        correction.responsible == self.own || self.branches.contains(&correction.branch)
    }
}

/// Keeps a report about a published life situation. Anybody may report; who they are is not recorded, an institution
/// excepted.
///
/// # Errors
/// Not found for a situation that is not public; invalid `correction-length`, `correction-personal-data` at field
/// `report`; rate limited `correction-too-many`.
pub async fn report_correction(tx: &mut Write, input: ReportCorrection) -> Result<CorrectionId> {
    let row = situations::by_slug(tx, &input.slug).await?;
    let row = row.filter(|row| row.state == SituationState::Published.as_str());
    let row = row.ok_or_else(|| Error::not_found("situation"))?;
    let report = input.report.trim();
    if !LENGTH.contains(&report.chars().count()) {
        return Err(Error::invalid("form-has-errors").field("report", "correction-length"));
    }
    if holds_personal_code(report) {
        return Err(Error::invalid("form-has-errors").field("report", "correction-personal-data"));
    }
    let id = SituationId::new(row.id);
    let now = tx.now();
    if rows::count_since(tx, id, now - TimeDelta::hours(1), MOST_AN_HOUR).await? >= MOST_AN_HOUR {
        return Err(Error::rate_limited("correction-too-many"));
    }
    let responsible = InstitutionId::new(row.responsible);
    let correction = rows::New {
        id: CorrectionId::new(tx.ids().uuid()),
        situation: id,
        branch: row.branch.parse()?,
        version: row.version,
        responsible,
        report: report.to_owned(),
        language: input.language,
        due_at: Calendar::state().due_at(now, TERM),
    };
    rows::insert(tx, &correction).await?;
    tx.schedule(CORRECTION_OVERDUE_TIMER, correction.id.uuid(), correction.due_at + TimeDelta::seconds(1)).await?;
    let fact = CorrectionFact { correction: correction.id, responsible, in_time: true };
    append(tx, id, CORRECTION_RECEIVED, &fact).await?;
    Ok(correction.id)
}

/// One page of reported mistakes, soonest due first: all for the platform; for an institution those about its own
/// situations and those of the branches that it coordinates.
///
/// # Errors
/// Forbidden for everybody else; invalid `bad-cursor`.
pub async fn corrections(tx: &Read, filter: CorrectionFilter, page: &PageRequest) -> Result<Page<Correction>> {
    let sight = sight(tx).await?;
    rows::list(tx, filter.state, sight.as_ref(), page).await
}

/// The reports that were passed on to the caller's institution and are open; none when there are none, and for the
/// platform, which corrects nothing by itself. No more than [`CorrectionsWaiting::MOST`] entries of an index are read.
///
/// # Errors
/// Forbidden for everybody but contact persons and the platform.
pub async fn corrections_waiting(tx: &Read) -> Result<Option<CorrectionsWaiting>> {
    let Some(own) = policy::works_for(tx.caller())? else { return Ok(None) };
    let due = rows::forwarded_due(tx, own, CorrectionsWaiting::MOST).await?;
    Ok(due.first().map(|first| CorrectionsWaiting { reports: due.len() as u64, due_at: *first }))
}

/// One reported mistake.
///
/// # Errors
/// Not found, also for an institution that neither is responsible nor coordinates the branch; forbidden for other
/// roles.
pub async fn correction(tx: &Read, id: CorrectionId) -> Result<Correction> {
    let sight = sight(tx).await?;
    let found = rows::find(tx, id).await?;
    let found = found.filter(|found| sight.as_ref().is_none_or(|sight| sight.holds(found)));
    found.ok_or_else(|| Error::not_found("correction"))
}

/// Which reports the caller has before them; all of them when none is said.
async fn sight(tx: &Read) -> Result<Option<CorrectionSight>> {
    let Some(own) = policy::works_for(tx.caller())? else { return Ok(None) };
    Ok(Some(CorrectionSight { own, branches: coordinated_branches(tx).await? }))
}

/// Notes that the time of a report is over, unless it was dealt with: the timer [`CORRECTION_OVERDUE_TIMER`].
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn correction_overdue(tx: &mut Write, id: CorrectionId) -> Result<()> {
    let Some(correction) = rows::find(tx, id).await? else { return Ok(()) };
    if !correction.is_overdue(tx.now()) {
        return Ok(());
    }
    let fact = CorrectionFact { correction: correction.id, responsible: correction.responsible, in_time: false };
    append(tx, correction.situation, CORRECTION_OVERDUE, &fact).await
}
