//! The list of services.

use crate::{ClientCircle, ServiceListItem, ServiceState, policy, store};
use kernel::{InstitutionId, Page, PageRequest, Result};
use storage::Read;

/// Which services are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceFilter {
    /// In one of these states; drafts are shown to those who may see them.
    pub states: Vec<ServiceState>,
    /// Of this holder.
    pub holder: Option<InstitutionId>,
    /// For exactly this circle of clients.
    pub client_circle: Option<ClientCircle>,
    /// Internal services too, for staff.
    pub internal: bool,
}

impl Default for ServiceFilter {
    /// What everybody may request.
    fn default() -> Self {
        Self { states: vec![ServiceState::Open], holder: None, client_circle: None, internal: false }
    }
}

/// One page of services in the order of their codes.
///
/// # Errors
/// Invalid `bad-cursor` for a cursor of another list.
pub async fn list_services(tx: &Read, filter: &ServiceFilter, page: &PageRequest) -> Result<Page<ServiceListItem>> {
    store::services::list(tx, &scoped(tx, filter), page).await
}

/// The filter without what the caller may not see: drafts only with the own institution as holder.
pub(crate) fn scoped(tx: &Read, filter: &ServiceFilter) -> ServiceFilter {
    let caller = tx.caller();
    let mut scoped = filter.clone();
    let nowhere = InstitutionId::new(Default::default());
    let holder = filter.holder.unwrap_or(nowhere);
    scoped.states.retain(|state| *state != ServiceState::Draft || policy::may_see(caller, *state, holder, false));
    scoped.internal &= policy::sees_internal(caller);
    scoped
}
