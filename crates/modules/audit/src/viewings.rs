//! Who looked at a person's data.

use chrono::{DateTime, Utc};
use kernel::{CaseId, InstitutionId, Page, PageRequest, PersonId, Result, Role};
use storage::{
    AccessRecord, AccessView, Looker, Period, Read, Write, access_views, access_views_by, access_views_in_case,
    access_views_within,
};

/// One viewing. Its subject may know the institution and the capacity; which official it was, an auditor may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewing {
    /// When.
    pub at: DateTime<Utc>,
    /// From which institution; none for the platform's own staff.
    pub institution: Option<InstitutionId>,
    /// In which capacity.
    pub role: Role,
    /// Which official, told to auditors alone; none for a system.
    pub official: Option<PersonId>,
    /// What was shown: `case`, `document`, `profile` …
    pub what: String,
    /// Why: the words are `purpose-<purpose>`.
    pub purpose: String,
    /// In which case.
    pub case: Option<CaseId>,
}

impl From<AccessView> for Viewing {
    fn from(view: AccessView) -> Self {
        Self {
            at: view.at,
            institution: view.actor.institution,
            role: view.actor.role,
            official: None,
            what: view.what,
            purpose: view.purpose,
            case: view.case,
        }
    }
}

impl Viewing {
    /// With the official, as an auditor reads it.
    fn with_official(view: AccessView) -> Self {
        let official = view.actor.person;
        Self { official, ..Self::from(view) }
    }
}

/// Who looked at the caller's own data, newest first.
///
/// # Errors
/// Unauthenticated; forbidden for everybody but clients; invalid for a foreign cursor.
pub async fn own_viewings(tx: &Read, page: &PageRequest) -> Result<Page<Viewing>> {
    tx.caller().require_role(&[Role::Client])?;
    let me = tx.caller().require_person()?;
    Ok(access_views(tx, me, page).await?.map(Viewing::from))
}

/// Who looked at one of the client's own cases, newest first. The looks are on the record of the applicant; of a
/// company's case also others who act for it read them. The caller of this function has loaded the case as the client's
/// own.
///
/// # Errors
/// As [`own_viewings`].
pub async fn own_viewings_in_case(
    tx: &Read,
    applicant: Option<PersonId>,
    case: CaseId,
    page: &PageRequest,
) -> Result<Page<Viewing>> {
    tx.caller().require_role(&[Role::Client])?;
    tx.caller().require_person()?;
    Ok(access_views_in_case(tx, applicant, case, page).await?.map(Viewing::from))
}

/// Who looked at somebody's data in a time, for an auditor; this reading goes on the record first.
///
/// # Errors
/// Forbidden for everybody but auditors; unavailable when the record cannot be written.
pub async fn viewings_of(
    tx: &mut Write,
    subject: PersonId,
    period: Period,
    page: &PageRequest,
) -> Result<Page<Viewing>> {
    record_reading(tx, subject).await?;
    Ok(access_views_within(tx, subject, period, page).await?.map(Viewing::with_official))
}

/// When and why an institution or one official looked at people's data, for an auditor. Whose data they were is not
/// told, so no client's record grows; reading about one official goes on the record of that official. A page may be
/// short or empty and still say where to go on. (AUD-04)
///
/// # Errors
/// As [`viewings_of`].
pub async fn viewings_by(tx: &mut Write, looker: Looker, period: Period, page: &PageRequest) -> Result<Page<Viewing>> {
    tx.caller().require_role(&[Role::Auditor])?;
    if let Looker::Person(official) = looker {
        record_reading(tx, official).await?;
    }
    Ok(access_views_by(tx, looker, period, page).await?.map(Viewing::with_official))
}

/// Who looked at one case, for an auditor; this reading goes on the record first, of the applicant or, without a known
/// one, of the case.
///
/// # Errors
/// As [`viewings_of`].
pub async fn viewings_in_case(
    tx: &mut Write,
    applicant: Option<PersonId>,
    case: CaseId,
    page: &PageRequest,
) -> Result<Page<Viewing>> {
    match applicant {
        Some(subject) => record_reading(tx, subject).await?,
        None => {
            tx.caller().require_role(&[Role::Auditor])?;
            tx.record_access_to_case(case, "viewings", "audit").await?;
        }
    }
    Ok(access_views_in_case(tx, applicant, case, page).await?.map(Viewing::with_official))
}

async fn record_reading(tx: &mut Write, subject: PersonId) -> Result<()> {
    tx.caller().require_role(&[Role::Auditor])?;
    tx.record_access(AccessRecord { subject, what: "viewings", purpose: "audit", case: None }).await
}
