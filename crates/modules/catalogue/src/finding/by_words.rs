//! Services by words, for choosing one: the index holds what the public may find, the register is asked for the rest.

use super::find::search_services;
use crate::list::scoped;
use crate::store::services;
use crate::{SearchIndex, ServiceFilter, ServiceListItem, internal_services};
use kernel::{PageRequest, Result};
use storage::Read;

/// So many drafts and internal services of a holder are looked through for one question.
const LOOKED_THROUGH: u64 = 1000;

/// The first services of `filter` for these words, at most `most` and a page at most. First those of the index, by
/// relevance, found as typed; then what the public may not find, by its code and name, as far as the caller may see
/// it: drafts and internal services of the holder, or internal ones that can be requested where no holder is named. The
/// cost does not grow with the register; while the index is built for the first time only the rest is found.
///
/// # Errors
/// Unavailable when the index or the database cannot be used.
pub async fn services_by_words(
    tx: &Read,
    index: &SearchIndex,
    words: &str,
    filter: &ServiceFilter,
    most: usize,
) -> Result<Vec<ServiceListItem>> {
    if !words.chars().any(char::is_alphanumeric) {
        return Ok(Vec::new());
    }
    let filter = scoped(tx, filter);
    let page = PageRequest::first(u64::try_from(most).unwrap_or(PageRequest::MAX));
    let found = search_services(tx, index, words, &filter, &page).await?;
    let mut items = if found.relaxed { Vec::new() } else { found.page.items };
    if items.len() < most {
        items.extend(unlisted(tx, words, &filter, &page).await?);
        items.truncate(most);
    }
    Ok(items)
}

/// Those that are not in the index.
async fn unlisted(tx: &Read, words: &str, filter: &ServiceFilter, page: &PageRequest) -> Result<Vec<ServiceListItem>> {
    if filter.holder.is_some() {
        let rows = services::unlisted(tx, filter, LOOKED_THROUGH).await?;
        let items = rows.into_iter().map(ServiceListItem::try_from).collect::<Result<Vec<_>>>()?;
        return Ok(items.into_iter().filter(|item| item.is_called(words)).collect());
    }
    if !filter.internal {
        return Ok(Vec::new());
    }
    let mut items = internal_services(tx, words, page).await?.items;
    let circle = |item: &ServiceListItem| filter.client_circle.is_none_or(|circle| circle == item.client_circle);
    items.retain(|item| filter.states.contains(&item.state) && circle(item));
    Ok(items)
}
