//! Who may do what with a case. Pure; printed as a table and compared in a test.

use crate::{Case, Origin};
use kernel::{Caller, Error, Result, Role};

/// How a caller stands to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// The client, or the person who acts for the client now and may use this service for them.
    Client,
    /// Works for the holder or the handler.
    Institution,
    /// Neither.
    Foreign,
}

impl Relation {
    /// Every relation.
    pub const ALL: [Self; 3] = [Self::Client, Self::Institution, Self::Foreign];

    /// How `caller` stands to `case`.
    #[must_use]
    pub fn of(caller: &Caller, case: &Case) -> Self {
        match caller.role {
            Role::Client if caller.party.is_some() && caller.party == case.client => {
                match caller.may_use(&case.service) {
                    true => Self::Client,
                    // What company management did not assign is not there for a representative (POR-10).
                    false => Self::Foreign,
                }
            }
            Role::Client => Self::Foreign,
            _ if caller.institution == Some(case.handler) || caller.institution == Some(case.holder) => {
                Self::Institution
            }
            _ => Self::Foreign,
        }
    }
}

/// What somebody wants to do with a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Read it as its client.
    ReadOwn,
    /// Read it as an official, on the record.
    ReadOfficial,
    /// Read its state and stages, no answers.
    ReadStages,
    /// Take, give back, ask, register what the client answered or took back another way, decide, deliver, close.
    Handle,
    /// Answer, withdraw, rate, complain.
    ActAsClient,
    /// Report a stage or a result from another system.
    Report,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 6] =
        [Self::ReadOwn, Self::ReadOfficial, Self::ReadStages, Self::Handle, Self::ActAsClient, Self::Report];
}

/// Whether somebody in `role`, standing so to a case, may do this.
#[must_use]
pub const fn may(role: Role, relation: Relation, action: Action) -> bool {
    match (action, relation) {
        (Action::ReadOwn | Action::ActAsClient, Relation::Client) => matches!(role, Role::Client),
        (Action::ReadOfficial, Relation::Institution) => {
            matches!(role, Role::Officer | Role::Specialist | Role::ApiClient | Role::Auditor)
        }
        (Action::ReadOfficial, Relation::Foreign) => matches!(role, Role::Auditor),
        (Action::ReadStages, Relation::Client) => matches!(role, Role::Client),
        (Action::ReadStages, Relation::Institution) => {
            matches!(role, Role::Officer | Role::Specialist | Role::ApiClient | Role::Auditor)
        }
        (Action::ReadStages, Relation::Foreign) => matches!(role, Role::Auditor | Role::Engine),
        (Action::Handle, Relation::Institution) => matches!(role, Role::Officer),
        (Action::Report, Relation::Institution) => matches!(role, Role::ApiClient | Role::Officer),
        _ => false,
    }
}

/// Refuses what the caller may not do. A case the caller has nothing to do with looks like a missing one.
pub fn check(caller: &Caller, case: &Case, action: Action) -> Result<()> {
    let relation = Relation::of(caller, case);
    if may(caller.role, relation, action) {
        return Ok(());
    }
    if relation == Relation::Foreign {
        return Err(Error::not_found("case"));
    }
    Err(Error::forbidden("role-not-allowed"))
}

/// Who may ask for a service: for a company those to whom its management assigned it (POR-10). The service of a draft
/// is checked with the draft. What came to an institution is registered by those who work its queue; whether it may be
/// for this service is checked with the service.
pub fn check_submit(caller: &Caller, origin: &Origin) -> Result<()> {
    match origin {
        Origin::Answers { service, .. } => {
            caller.require_role(&[Role::Client, Role::ApiClient])?;
            caller.require_service(service)
        }
        Origin::Draft { .. } => caller.require_role(&[Role::Client, Role::ApiClient]),
        Origin::Received(_) => check_desk(caller),
    }
}

/// Who works a queue.
pub fn check_desk(caller: &Caller) -> Result<()> {
    caller.require_role(&[Role::Officer, Role::Specialist, Role::ApiClient])
}

/// Who registers consultations.
pub fn check_consult(caller: &Caller) -> Result<()> {
    caller.require_role(&[Role::Officer, Role::Specialist, Role::ApiClient])
}
