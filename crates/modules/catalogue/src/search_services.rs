//! Finding services by words.

use crate::{SearchIndex, ServiceFilter, ServiceListItem, services_by_codes};
use kernel::{Cursor, Error, Page, PageRequest, Result};
use search::{Facet, Query};
use std::collections::HashMap;
use storage::Read;

/// Nobody reads further; a cursor beyond it is not one of ours.
const FURTHEST: usize = 10_000;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundServices {
    /// The services, most relevant first.
    pub page: Page<ServiceListItem>,
    /// Whether the words were not found as typed and similar ones are shown instead.
    pub relaxed: bool,
}

/// Published services that match the words, by relevance. Of the filter one state, the holder and the client circle count.
///
/// # Errors
/// Invalid `bad-cursor` for a cursor of another list; unavailable when the index cannot be used.
pub async fn search_services(
    tx: &Read,
    index: &SearchIndex,
    words: &str,
    filter: &ServiceFilter,
    page: &PageRequest,
) -> Result<FoundServices> {
    let offset = offset(page)?;
    let limit = usize::try_from(page.limit()).unwrap_or(usize::MAX);
    let query = Query { text: words.to_owned(), facets: facets(filter), limit, offset };
    let hits = index.index.search(&query)?;
    let codes: Vec<String> = hits.hits.into_iter().map(|hit| hit.id).collect();
    let found = services_by_codes(tx, &codes).await?;
    let mut by_code: HashMap<String, ServiceListItem> =
        found.into_iter().map(|item| (item.code.clone(), item)).collect();
    // The index may lag behind the table for a moment: what is gone from the table is not shown.
    let items = codes.iter().filter_map(|code| by_code.remove(code)).collect();
    let further = offset + limit;
    let next = (hits.more && further < FURTHEST).then(|| Cursor::from_parts(&["found", &further.to_string()]));
    Ok(FoundServices { page: Page { items, next }, relaxed: hits.relaxed })
}

fn offset(page: &PageRequest) -> Result<usize> {
    let Some(after) = &page.after else { return Ok(0) };
    let [list, offset] = after.parts()?;
    let offset = offset.parse().ok().filter(|offset| *offset < FURTHEST && list == "found");
    offset.ok_or_else(|| Error::invalid("bad-cursor"))
}

fn facets(filter: &ServiceFilter) -> Vec<Facet> {
    let mut facets = Vec::new();
    if let [state] = filter.states.as_slice() {
        facets.push(Facet::new("state", state.as_str()));
    }
    if let Some(holder) = filter.holder {
        facets.push(Facet::new("holder", holder.to_string()));
    }
    if let Some(circle) = filter.client_circle {
        facets.push(Facet::new("client_circle", circle.as_str()));
    }
    facets
}
