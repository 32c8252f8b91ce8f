//! Saying that a service is to become an e-service.

use super::events::{ESERVICE_NOMINATED, fact, stream};
use super::{Criterion, Nomination};
use crate::{policy, store};
use kernel::{Error, FieldError, NominationId, Result, holds_personal_code, no_faults};
use std::ops::RangeInclusive;
use storage::{Expected, Write};

/// Shortest and longest reason, in characters.
const REASON: RangeInclusive<usize> = 10..=2000;

/// A nomination about to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NominateService {
    /// Code of the service.
    pub service: String,
    /// By which criteria; at least one, and none that is counted.
    pub criteria: Vec<Criterion>,
    /// Why, in words.
    pub reason: String,
}

/// Says in the name of the caller's institution that a service is to become an e-service, though no figure says so (MK
/// 402 p.3.2 to 3.7). It stands until it is withdrawn, and is listed until the service is an e-service.
///
/// # Errors
/// Forbidden for everybody but contact persons and the platform's administrators; not found for a service of another
/// holder than that of the contact person; invalid by field: `criteria` (`nomination-criteria`), `reason`
/// (`nomination-reason`, `nomination-personal-data`); conflict `service-closed` or `service-not-offered` for one that
/// cannot be requested, `nomination-online` for an e-service, `nomination-standing` when one of the institution stands
/// already.
pub async fn nominate_service(tx: &mut Write, input: NominateService) -> Result<NominationId> {
    let institution = policy::may_nominate(tx.caller(), None)?;
    let service = catalogue::service(tx, &input.service).await?;
    policy::may_nominate(tx.caller(), Some(service.holder))?;
    no_faults(input.faults())?;
    service.require_open()?;
    if service.online().is_some() {
        return Err(Error::conflict("nomination-online").arg("code", &service.code));
    }
    if store::nominations::stands(tx, &service.code, institution).await? {
        return Err(Error::conflict("nomination-standing").arg("code", &service.code));
    }
    let nomination = Nomination {
        id: NominationId::new(tx.ids().uuid()),
        service: service.code.clone(),
        holder: service.holder,
        institution,
        person: tx.caller().person,
        criteria: each_once(&input.criteria),
        reason: input.reason.trim().to_owned(),
        at: tx.now(),
        withdrawn: None,
    };
    store::nominations::insert(tx, &nomination).await?;
    tx.append(stream(nomination.id), Expected::New, vec![fact(ESERVICE_NOMINATED, &nomination)?]).await?;
    Ok(nomination.id)
}

impl NominateService {
    /// What is wrong, by field: `criteria`, `reason`.
    #[must_use]
    pub fn faults(&self) -> Vec<FieldError> {
        let wrong = self.criteria.is_empty() || self.criteria.iter().any(|criterion| criterion.is_counted());
        let unsaid = wrong.then(|| FieldError::new("criteria", "nomination-criteria"));
        unsaid.into_iter().chain(wrong_reason(&self.reason)).collect()
    }
}

/// What is wrong with a reason: everybody who oversees reads it, so no personal code stands in it.
pub(super) fn wrong_reason(reason: &str) -> Option<FieldError> {
    if !REASON.contains(&reason.trim().chars().count()) {
        return Some(FieldError::new("reason", "nomination-reason"));
    }
    holds_personal_code(reason).then(|| FieldError::new("reason", "nomination-personal-data"))
}

/// In the order of the law.
fn each_once(criteria: &[Criterion]) -> Vec<Criterion> {
    Criterion::ALL.iter().copied().filter(|criterion| criteria.contains(criterion)).collect()
}
