//! Finding services by words and by what they are narrowed to (POR-13, POR-15).

use super::chosen::{Chosen, FacetCounts};
use super::document::FAMILY;
use super::rules::Rules;
use crate::{SearchIndex, ServiceFilter, ServiceListItem, ServiceState, services_by_codes};
use kernel::{Cursor, Error, Page, PageRequest, Result};
use search::{Facet, Query};
use std::collections::HashMap;
use std::sync::Arc;
use storage::Read;

/// Nobody reads further; a cursor beyond it is not one of ours.
const FURTHEST: usize = 10_000;

/// What is looked for.
#[derive(Debug, Clone)]
pub struct FindServices {
    /// The words as typed; without any, everything in the order of the codes.
    pub words: String,
    /// In one of these states: open, closed or both.
    pub states: Vec<ServiceState>,
    /// What was picked.
    pub chosen: Chosen,
    /// Which page.
    pub page: PageRequest,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundServices {
    /// The services, most relevant first.
    pub page: Page<ServiceListItem>,
    /// How many there are on all pages.
    pub total: u64,
    /// Whether the words were not found as typed and similar ones are shown instead.
    pub relaxed: bool,
    /// How many there are of everything that could be picked.
    pub counts: FacetCounts,
}

/// Published services that match, by relevance, with the counts of what they could be narrowed by. A family of unified
/// services is one of them and counts once (UNI-03), unless a municipality, a holder or the gateway is picked.
///
/// # Errors
/// Invalid `bad-cursor` for a cursor of another list; unavailable when the index or the database cannot be used.
pub async fn find_services(tx: &Read, index: &SearchIndex, find: &FindServices) -> Result<FoundServices> {
    let rules = index.rules(tx).await?;
    let demanded = match find.states.as_slice() {
        [state] => vec![Facet::new("state", state.as_str())],
        _ => Vec::new(),
    };
    let once = (!find.chosen.means_each()).then(|| FAMILY.to_owned());
    let chosen = find.chosen.facets();
    let query = Query { chosen, once, count: true, all: true, ..asked(&find.words, demanded, &rules) };
    answer(tx, index, query, &find.page).await
}

/// Published services that match the words, by relevance. Of the filter states, holder and client circle count.
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
    let rules = index.rules(tx).await?;
    answer(tx, index, asked(words, demanded(filter), &rules), page).await
}

/// The query as the rules of the editors make it.
pub(super) fn asked(words: &str, facets: Vec<Facet>, rules: &Rules) -> Query {
    let synonyms = Some(Arc::clone(&rules.synonyms));
    let query = Query::new(words, 0);
    Query { facets, synonyms, boosts: rules.boosts(&query.text), ..query }
}

async fn answer(tx: &Read, index: &SearchIndex, query: Query, page: &PageRequest) -> Result<FoundServices> {
    let offset = offset(page)?;
    let limit = usize::try_from(page.limit()).unwrap_or(usize::MAX);
    let hits = index.index.search(&Query { limit, offset, ..query })?;
    let items = items(tx, hits.hits.into_iter().map(|hit| hit.id).collect()).await?;
    let further = offset + limit;
    let next = (hits.more && further < FURTHEST).then(|| Cursor::from_parts(&["found", &further.to_string()]));
    let counts = FacetCounts::new(hits.counts);
    Ok(FoundServices { page: Page { items, next }, total: hits.total, relaxed: hits.relaxed, counts })
}

/// The services with these codes, in this order.
pub(super) async fn items(tx: &Read, codes: Vec<String>) -> Result<Vec<ServiceListItem>> {
    let found = services_by_codes(tx, &codes).await?;
    let mut by_code: HashMap<String, ServiceListItem> =
        found.into_iter().map(|item| (item.code.clone(), item)).collect();
    // The index may lag behind the table for a moment: what is gone from the table is not shown.
    Ok(codes.iter().filter_map(|code| by_code.remove(code)).collect())
}

fn offset(page: &PageRequest) -> Result<usize> {
    let Some(after) = &page.after else { return Ok(0) };
    let (list, offset): (String, usize) = after.two()?;
    if list == "found" && offset < FURTHEST { Ok(offset) } else { Err(Error::invalid("bad-cursor")) }
}

fn demanded(filter: &ServiceFilter) -> Vec<Facet> {
    let mut facets = Vec::new();
    // The index holds open services and closed ones: who asks for both asks for all of it, who for neither for none.
    let published = |state: &ServiceState| *state != ServiceState::Draft;
    let one = match filter.states.iter().copied().filter(published).collect::<Vec<_>>().as_slice() {
        [] => Some(ServiceState::Draft),
        [state] => Some(*state),
        _ => None,
    };
    if let Some(state) = one {
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
