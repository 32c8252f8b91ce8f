//! Reported mistakes (POR-03): received from anybody, corrected within three working days. A report about a life
//! situation goes to the coordinator of its branch first; one about a service goes straight to its holder.

use super::branches::coordinated_branches;
use super::events::{CORRECTION_OVERDUE, CORRECTION_RECEIVED, CorrectionFact, append_to, stream_of};
use super::{CorrectionState, SituationBranch, SituationState, policy};
use crate::ServiceState;
use crate::store::{situation_corrections as rows, situations};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{
    CorrectionId, Error, InstitutionId, LangText, Locale, Page, PageRequest, Result, ServiceId, SituationId,
    holds_personal_code,
};
use storage::{Read, Stream, Write};
use worktime::{Calendar, Deadline};

/// Timer: the time for a correction is over.
pub const CORRECTION_OVERDUE_TIMER: &str = "catalogue.correction_overdue";

/// How long a correction may take.
const TERM: Deadline = Deadline::WorkingDays(3);
/// Shortest and longest report, in characters.
const LENGTH: std::ops::RangeInclusive<usize> = 10..=2000;
/// So many reports about one page within an hour are taken; more are nobody's honest work.
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

/// A mistake to be reported in the description of a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportServiceCorrection {
    /// Code of the service.
    pub code: String,
    /// What is wrong, in the words of whoever found it.
    pub report: String,
    /// The language of the page on which it was found.
    pub language: Locale,
}

/// What a report is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CorrectionAbout {
    /// A life situation.
    Situation {
        /// Its id.
        id: SituationId,
        /// Its word in addresses.
        slug: String,
        /// Its branch, whose coordinator has the report before it is passed on (POR-04).
        branch: SituationBranch,
    },
    /// A service: its holder has the report at once.
    Service {
        /// Its id.
        id: ServiceId,
        /// Its code.
        code: String,
    },
}

impl CorrectionAbout {
    /// The branch of life situations; none for a service.
    #[must_use]
    pub const fn branch(&self) -> Option<SituationBranch> {
        match self {
            Self::Situation { branch, .. } => Some(*branch),
            Self::Service { .. } => None,
        }
    }

    /// Where its events stand.
    pub(super) fn stream(&self) -> Stream {
        match self {
            Self::Situation { id, .. } => stream_of(*id),
            Self::Service { id, .. } => Stream::service(*id),
        }
    }
}

/// A reported mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Its id.
    pub id: CorrectionId,
    /// In what.
    pub about: CorrectionAbout,
    /// The title of the life situation, or the name of the service.
    pub title: LangText,
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

/// How an institution stands with the mistakes that were reported in its life situations and services.
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

/// Whose reports an institution has before it: those about its own life situations and services, and all of the branches
/// that it coordinates.
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
        correction.responsible == self.own
            || correction.about.branch().is_some_and(|branch| self.branches.contains(&branch))
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
    let report = checked(&input.report)?;
    let subject = rows::Subject::Situation(SituationId::new(row.id), row.branch.parse()?);
    let responsible = InstitutionId::new(row.responsible);
    keep(tx, rows::New { subject, version: row.version, responsible, report, language: input.language }).await
}

/// Keeps a report about the description of a service, with its holder at once: nobody coordinates services. Anybody may
/// report what they may see; who they are is not recorded, an institution excepted.
///
/// # Errors
/// Not found for a service that was never published or that the caller may not see; otherwise as
/// [`report_correction`].
pub async fn report_service_correction(tx: &mut Write, input: ReportServiceCorrection) -> Result<CorrectionId> {
    let service = crate::service(tx, &input.code).await?;
    if service.state == ServiceState::Draft {
        return Err(Error::not_found("service"));
    }
    let report = checked(&input.report)?;
    let (subject, responsible) = (rows::Subject::Service(service.id), service.holder);
    keep(tx, rows::New { subject, version: service.version, responsible, report, language: input.language }).await
}

/// What was typed, when it can be a report.
fn checked(report: &str) -> Result<String> {
    let report = report.trim();
    let wrong = |key| Err(Error::invalid("form-has-errors").field("report", key));
    if !LENGTH.contains(&report.chars().count()) {
        return wrong("correction-length");
    }
    if holds_personal_code(report) {
        return wrong("correction-personal-data");
    }
    Ok(report.to_owned())
}

/// Writes a report with its term, unless there were too many about the same page.
async fn keep(tx: &mut Write, new: rows::New) -> Result<CorrectionId> {
    let now = tx.now();
    if rows::count_since(tx, new.subject, now - TimeDelta::hours(1), MOST_AN_HOUR).await? >= MOST_AN_HOUR {
        return Err(Error::rate_limited("correction-too-many"));
    }
    let id = CorrectionId::new(tx.ids().uuid());
    let due_at = Calendar::state().due_at(now, TERM);
    rows::insert(tx, id, &new, due_at).await?;
    tx.schedule(CORRECTION_OVERDUE_TIMER, id.uuid(), due_at + TimeDelta::seconds(1)).await?;
    let fact = CorrectionFact { correction: id, responsible: new.responsible, in_time: true };
    append_to(tx, new.subject.stream(), CORRECTION_RECEIVED, &fact).await?;
    Ok(id)
}

/// One page of reported mistakes, soonest due first: all for the platform; for an institution those about its own
/// situations and services and those of the branches that it coordinates.
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
    append_to(tx, correction.about.stream(), CORRECTION_OVERDUE, &fact).await
}
