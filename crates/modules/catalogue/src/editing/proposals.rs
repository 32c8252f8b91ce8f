//! Who provides a service tells its holder what could be better, and the holder answers (CAT-32).

use crate::store::editing::proposals as rows;
use crate::{Service, policy, view};
use chrono::{DateTime, Utc};
use institutions::InstitutionKind;
use kernel::{Channel, Error, InstitutionId, Page, PageRequest, PersonId, Result, Role, ServiceId};
use storage::{Read, Write};
use uuid::Uuid;

/// Longest proposal or answer, in characters.
const LONGEST: usize = 2000;

/// A proposal with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its id.
    pub id: Uuid,
    /// About which service.
    pub service: ServiceId,
    /// The provider that sent it.
    pub sender: InstitutionId,
    /// Who wrote it.
    pub author: Option<PersonId>,
    /// What it says.
    pub text: String,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// What the holder answered; none while it has not.
    pub answer: Option<String>,
    /// When.
    pub answered_at: Option<DateTime<Utc>>,
}

/// Sends a proposal to the holder of a service.
///
/// # Errors
/// Not found; forbidden for everybody but staff of an institution that provides the service for its holder; invalid
/// without words or with more than 2000 characters.
pub async fn send_proposal(tx: &mut Write, code: &str, text: &str) -> Result<Uuid> {
    let service = view::service(tx, code).await?;
    let sender = provider_of(tx, &service).await?;
    let text = checked("text", text)?;
    rows::insert(tx, &service, sender, text).await
}

/// The proposals about a service: all for its holder, those of the caller's own institution for a provider. Newest first,
/// at most 100.
///
/// # Errors
/// Not found; forbidden for those who are neither.
pub async fn proposals_about(tx: &Read, code: &str) -> Result<Vec<Proposal>> {
    let service = view::service(tx, code).await?;
    if policy::may_watch_editing(tx.caller(), service.holder).is_ok() {
        return rows::about(tx, service.id, None).await;
    }
    let sender = provider_of(tx, &service).await?;
    rows::about(tx, service.id, Some(sender)).await
}

/// The proposals that wait for the caller's institution, or those it has answered; in the order in which they came.
///
/// # Errors
/// Forbidden for everybody but the holder's contact persons and administrators; invalid `bad-cursor`.
pub async fn proposals_to(tx: &Read, answered: bool, page: &PageRequest) -> Result<Page<Proposal>> {
    tx.caller().require_role(&[Role::ContactPerson, Role::InstitutionAdministrator])?;
    rows::to(tx, tx.caller().require_institution()?, answered, page).await
}

/// Answers a proposal.
///
/// # Errors
/// Not found, also when it was sent to another holder; forbidden for everybody but the holder's contact persons and the
/// platform; invalid without words or with more than 2000 characters; conflict `proposal-answered`.
pub async fn answer_proposal(tx: &mut Write, id: Uuid, answer: &str) -> Result<()> {
    let found = rows::find(tx, id).await?.ok_or_else(|| Error::not_found("proposal"))?;
    let (proposal, holder) = found;
    policy::may_edit(tx.caller(), holder).map_err(|error| match error.key() {
        "service-not-yours" => Error::not_found("proposal"),
        _ => error,
    })?;
    if proposal.answer.is_some() {
        return Err(Error::conflict("proposal-answered"));
    }
    if rows::answer(tx, id, checked("answer", answer)?).await? {
        Ok(())
    } else {
        Err(Error::conflict("proposal-answered"))
    }
}

/// The provider in whose name the caller speaks. The unified centres are described as one provider: each of them
/// provides what can be done in the channel of the centres.
pub(super) async fn provider_of(tx: &Read, service: &Service) -> Result<InstitutionId> {
    let caller = tx.caller();
    let provides = match caller.institution {
        Some(own) => {
            let named = service.description.providers.iter().any(|provider| provider.institution == own);
            let in_centres = service.offer(Channel::Centre).is_some();
            let centre = in_centres && institutions::find(tx, own).await?.kind == InstitutionKind::ServiceCentre;
            named || centre
        }
        None => false,
    };
    policy::may_propose(caller, service.holder, provides)
}

fn checked<'t>(field: &'static str, text: &'t str) -> Result<&'t str> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > LONGEST {
        return Err(Error::invalid("form-has-errors").field(field, "proposal-text"));
    }
    Ok(text)
}
