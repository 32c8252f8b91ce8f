//! An institution approves its list of services (CAT-01): which services it answers for, in which version, on which day.

use crate::events::{ApprovalFact, LIST_APPROVED};
use crate::store::editing::approvals;
use crate::{ServiceState, policy};
use chrono::{DateTime, Utc};
use kernel::{Error, InstitutionId, LangText, PersonId, Result, digest_hex};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use storage::{Expected, Read, Stream, Write};

/// A service of an approved list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovedService {
    /// Its code.
    pub code: String,
    /// The version in force; 0 for one that was not public.
    pub version: i32,
}

/// An approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListApproval {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Option<PersonId>,
    /// The list.
    pub services: Vec<ApprovedService>,
}

/// A service of the list of today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedService {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: LangText,
    /// Draft, open or closed.
    pub state: ServiceState,
    /// The version in force; 0 for one that is not public.
    pub version: i32,
}

/// The list of today against the one approved last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListStanding {
    /// The approval; none while there was none.
    pub approval: Option<ListApproval>,
    /// Number and SHA-256 of the list of today: what an approver must have seen.
    pub digest: String,
    /// How many services it has.
    pub count: usize,
    /// Services that were not in the approved list.
    pub added: Vec<ListedService>,
    /// Services that were in it and are not any more, because they were closed.
    pub removed: Vec<ListedService>,
    /// Services whose description is another version.
    pub changed: Vec<ListedService>,
}

/// The most services a list may have to be approved as one.
const MOST: u64 = 5000;

/// How an institution's list stands.
///
/// # Errors
/// Forbidden for everybody but the holder's contact persons and administrators, and the platform; too large
/// `list-too-long` for more than 5000 services.
pub async fn list_standing(tx: &Read, holder: InstitutionId) -> Result<ListStanding> {
    policy::may_watch_editing(tx.caller(), holder)?;
    let listed = listed(tx, holder).await?;
    let approval = approvals::last(tx, holder).await?;
    let before: BTreeMap<&str, i32> = approval
        .iter()
        .flat_map(|approval| &approval.services)
        .map(|service| (service.code.as_str(), service.version))
        .collect();
    let is_new = |service: &&ListedService| !before.contains_key(service.code.as_str());
    let open: Vec<&ListedService> = listed.iter().filter(|one| one.state != ServiceState::Closed).collect();
    let closed = listed.iter().filter(|one| one.state == ServiceState::Closed);
    let moved = |service: &&&ListedService| before.get(service.code.as_str()).is_some_and(|v| *v != service.version);
    let added = open.iter().copied().filter(is_new).cloned().collect();
    let removed = closed.filter(|service| !is_new(service)).cloned().collect();
    let changed = open.iter().filter(moved).map(|service| (*service).clone()).collect();
    Ok(ListStanding { digest: digest(&listed)?, count: open.len(), added, removed, changed, approval })
}

/// Approves the list of today: every service that is not closed, with the version in force.
///
/// # Errors
/// Forbidden for everybody but the institution's administrator and the platform; stale `list-changed` when the list is
/// not the one of `digest` any more; conflict `list-empty`.
pub async fn approve_list(tx: &mut Write, holder: InstitutionId, seen: &str) -> Result<()> {
    policy::may_rule_editing(tx.caller(), holder)?;
    let listed = listed(tx, holder).await?;
    let digest = digest(&listed)?;
    if digest != seen {
        return Err(Error::stale("list-changed"));
    }
    let services = approved(&listed);
    if services.is_empty() {
        return Err(Error::conflict("list-empty"));
    }
    approvals::insert(tx, holder, &services, &digest).await?;
    let fact = ApprovalFact { services: services.len(), digest };
    tx.append(Stream::institution(holder), Expected::Any, vec![fact.event()?]).await?;
    Ok(())
}

async fn listed(tx: &Read, holder: InstitutionId) -> Result<Vec<ListedService>> {
    let listed = approvals::listed(tx, holder, MOST + 1).await?;
    if u64::try_from(listed.len()).unwrap_or(u64::MAX) > MOST {
        return Err(Error::too_large("list-too-long"));
    }
    Ok(listed)
}

fn approved(listed: &[ListedService]) -> Vec<ApprovedService> {
    let open = listed.iter().filter(|service| service.state != ServiceState::Closed);
    open.map(|service| ApprovedService { code: service.code.clone(), version: service.version }).collect()
}

fn digest(listed: &[ListedService]) -> Result<String> {
    Ok(digest_hex(serde_json::to_string(&approved(listed))?.as_bytes()))
}

impl ApprovalFact {
    fn event(&self) -> Result<storage::NewEvent> {
        storage::NewEvent::new(LIST_APPROVED, 1, self)
    }
}
