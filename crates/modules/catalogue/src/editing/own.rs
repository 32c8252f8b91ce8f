//! The services of an institution as those see them who keep their descriptions.

use crate::store::editing::{drafts, own};
use crate::store::{services, votes};
use crate::{Draft, DraftState, ServiceListItem, ServiceState, ServiceVotes, policy};
use kernel::{Cursor, InstitutionId, Page, PageRequest, Result, Role, ServiceId};
use std::collections::BTreeMap;
use storage::{Read, Write};

/// Which services are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnServices {
    /// Words of the name, or the code; all when empty.
    pub words: String,
    /// In this state only.
    pub state: Option<ServiceState>,
}

/// A service with its working copy, as a line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditedService {
    /// The service.
    pub item: ServiceListItem,
    /// Its working copy.
    pub draft: Option<Draft>,
    /// How its page was found by those who answered.
    pub votes: ServiceVotes,
}

/// How many services one question looks through when it searches by name.
const LOOKED_THROUGH: u64 = 2000;

/// A page of the services of an institution in the order of their codes. Words are looked for in a bounded number of
/// services at a time: a page may be short and still have a next one.
///
/// # Errors
/// Forbidden for everybody but the holder's contact persons and administrators, and the platform; invalid `bad-cursor`.
pub async fn own_services(
    tx: &Read,
    holder: InstitutionId,
    wanted: &OwnServices,
    page: &PageRequest,
) -> Result<Page<EditedService>> {
    policy::may_watch_editing(tx.caller(), holder)?;
    let words = wanted.words.trim();
    let page = if words.is_empty() {
        own::page(tx, holder, wanted.state, page).await?
    } else {
        own::page_where(tx, holder, wanted.state, page, LOOKED_THROUGH, |item| item.is_called(words)).await?
    };
    with_drafts(tx, page).await
}

/// Services whose working copy somebody is to read, or all working copies: of the caller's institution, of every one for
/// the platform.
///
/// # Errors
/// As [`own_services`].
pub async fn working_copies(tx: &Read, states: &[DraftState], page: &PageRequest) -> Result<Page<EditedService>> {
    let caller = tx.caller();
    let holder = match caller.role {
        Role::PlatformAdministrator | Role::Engine => None,
        _ => Some(caller.require_institution()?),
    };
    if let Some(holder) = holder {
        policy::may_watch_editing(caller, holder)?;
    }
    let ids = drafts::in_states(tx, holder, states, page).await?;
    let mut items = BTreeMap::new();
    for row in services::by_ids(tx, &ids.items.iter().map(|id| id.uuid()).collect::<Vec<_>>()).await? {
        items.insert(ServiceId::new(row.id), ServiceListItem::try_from(row)?);
    }
    let next = ids.next;
    let found = ids.items.iter().filter_map(|id| items.remove(id)).collect();
    with_drafts(tx, Page { items: found, next }).await
}

/// Whether an institution asks for four eyes before a publication; it does until it says otherwise.
///
/// # Errors
/// Forbidden for everybody but the holder's contact persons and administrators, and the platform.
pub async fn four_eyes(tx: &Read, holder: InstitutionId) -> Result<bool> {
    policy::may_watch_editing(tx.caller(), holder)?;
    own::four_eyes(tx, holder).await
}

/// Says whether an institution asks for four eyes before a publication.
///
/// # Errors
/// Forbidden for everybody but the institution's administrator and the platform.
pub async fn set_four_eyes(tx: &mut Write, holder: InstitutionId, wanted: bool) -> Result<()> {
    policy::may_rule_editing(tx.caller(), holder)?;
    own::set_four_eyes(tx, holder, wanted).await
}

async fn with_drafts(tx: &Read, page: Page<ServiceListItem>) -> Result<Page<EditedService>> {
    let ids: Vec<ServiceId> = page.items.iter().map(|item| item.id).collect();
    let mut drafts: BTreeMap<ServiceId, Draft> = drafts::of_services(tx, &ids).await?.into_iter().collect();
    let votes = votes::of(tx, &ids).await?;
    let votes = |id: ServiceId| votes.get(&id).copied().unwrap_or_default();
    Ok(page.map(|item| EditedService { draft: drafts.remove(&item.id), votes: votes(item.id), item }))
}

/// The place of a service in lists by code.
pub(crate) fn cursor_of(item: &ServiceListItem) -> Cursor {
    Cursor::from_parts(&[&item.number.to_string()])
}
