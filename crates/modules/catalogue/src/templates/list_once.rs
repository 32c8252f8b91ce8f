//! The list of services with each family of attached services in one line (UNI-03).

use crate::{ServiceFilter, ServiceListItem, list, store};
use kernel::{Page, PageRequest, Result};
use storage::Read;

/// As [`crate::list_services`], with one service of each published template: the others stand behind it. A list of one
/// holder shows all that the holder has.
///
/// # Errors
/// Invalid `bad-cursor` for a cursor of another list.
pub async fn list_services_once(
    tx: &Read,
    filter: &ServiceFilter,
    page: &PageRequest,
) -> Result<Page<ServiceListItem>> {
    if filter.holder.is_some() {
        return list::list_services(tx, filter, page).await;
    }
    let shown = store::template_members::not_behind();
    store::services::list_where(tx, &list::scoped(tx, filter), page, shown).await
}
