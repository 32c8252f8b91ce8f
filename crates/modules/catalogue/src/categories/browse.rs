//! Looking at the services of a category, page by page: the cost does not grow with the register.

use super::model::{Category, CategoryCount, CategoryKind, View};
use crate::store::service_rows::Model;
use crate::store::{categories, category_behind, services, template_members};
use crate::{ServiceListItem, policy};
use kernel::{Cursor, Error, Page, PageRequest, Result};
use search::analysis::{fold, stem};
use std::collections::BTreeSet;
use storage::Read;

/// So many internal services are looked through for one page of a search.
const LOOKED_THROUGH: u64 = 1000;
/// How many are read at once.
const BATCH: u64 = 200;

/// One page of the services of a category that can be requested, in the order of their codes. Internal services are in
/// no category but their own.
///
/// # Errors
/// Invalid `bad-cursor` for a cursor of another list; not found for the category of internal services.
pub async fn browse_services(
    tx: &Read,
    category: &Category,
    view: &View,
    page: &PageRequest,
) -> Result<Page<ServiceListItem>> {
    if category.kind == CategoryKind::Internal {
        return Err(Error::not_found("category"));
    }
    let numbers = next(tx, category, view, number_of(page)?, page.probe()).await?;
    listed(services::by_numbers(tx, &numbers).await?, page)
}

/// As [`browse_services`], with one service of each published template: the first that the category has in this view.
/// A page costs more where many services in a row stand behind their families; there are no more than are attached.
///
/// # Errors
/// As [`browse_services`].
pub async fn browse_services_once(
    tx: &Read,
    category: &Category,
    view: &View,
    page: &PageRequest,
) -> Result<Page<ServiceListItem>> {
    if category.kind == CategoryKind::Internal {
        return Err(Error::not_found("category"));
    }
    let (mut after, mut limit) = (number_of(page)?, page.probe());
    let mut shown = Vec::new();
    while (shown.len() as u64) < page.probe() {
        let numbers = next(tx, category, view, after, limit).await?;
        let Some(last) = numbers.last() else { break };
        after = *last;
        shown.extend(firsts(tx, category, view, services::by_numbers(tx, &numbers).await?).await?);
        if (numbers.len() as u64) < limit {
            break;
        }
        limit = BATCH;
    }
    listed(shown, page)
}

/// Those of these services before which no other of the same family stands in the category.
async fn firsts(tx: &Read, category: &Category, view: &View, rows: Vec<Model>) -> Result<Vec<Model>> {
    let relatives = template_members::relatives(tx, &rows).await?;
    let earlier: BTreeSet<i64> = relatives.values().flatten().copied().collect();
    let there = categories::among(tx, &category.key(), &view.scopes(), &earlier).await?;
    let first = |row: &Model| {
        let family = relatives.get(&row.number).into_iter().flatten();
        !family.into_iter().any(|number| *number < row.number && there.contains(number))
    };
    Ok(rows.into_iter().filter(first).collect())
}

/// The next `limit` numbers of a category in a view.
async fn next(tx: &Read, category: &Category, view: &View, after: i64, limit: u64) -> Result<Vec<i64>> {
    let mut numbers = Vec::new();
    for scope in view.scopes() {
        numbers.extend(categories::numbers(tx, &category.key(), &scope, after, limit).await?);
    }
    numbers.sort_unstable();
    numbers.dedup();
    numbers.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(numbers)
}

/// The categories of a kind that hold services, in the order of their values, with how many lines their lists have: where
/// [`browse_services_once`] shows them, a family is one.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn category_counts(tx: &Read, kind: CategoryKind) -> Result<Vec<CategoryCount>> {
    if kind == CategoryKind::Internal {
        return Ok(Vec::new());
    }
    let behind = category_behind::of_kind(tx, kind).await?;
    let mut counts = categories::counts(tx, kind).await?;
    for count in &mut counts {
        count.services -= behind.get(&count.value).copied().unwrap_or_default();
    }
    Ok(counts)
}

/// One page of the internal services (POR-11), those whose name, summary or keywords hold all of `words`.
///
/// # Errors
/// Not found for those who do not work in an institution: for them there are none. Invalid `bad-cursor`.
pub async fn internal_services(tx: &Read, words: &str, page: &PageRequest) -> Result<Page<ServiceListItem>> {
    if !policy::sees_internal(tx.caller()) {
        return Err(Error::not_found("page"));
    }
    let wanted = stems(words);
    let (mut after, mut looked) = (number_of(page)?, 0);
    let mut found = Vec::new();
    while looked < LOOKED_THROUGH && (found.len() as u64) < page.probe() {
        let numbers = categories::numbers(tx, &Category::internal().key(), "", after, BATCH).await?;
        let Some(last) = numbers.last() else { break };
        after = *last;
        looked += numbers.len() as u64;
        for row in services::by_numbers(tx, &numbers).await? {
            let own =
                stems(&[&row.name_lv, &row.name_en, &row.summary_lv, &row.keywords].map(String::as_str).join(" "));
            if wanted.iter().all(|word| own.iter().any(|own| own.starts_with(word.as_str()))) {
                found.push(ServiceListItem::try_from(row)?);
            }
        }
    }
    found.truncate(usize::try_from(page.probe()).unwrap_or(usize::MAX));
    Ok(Page::from_probe(found, page, cursor))
}

fn listed(rows: Vec<Model>, page: &PageRequest) -> Result<Page<ServiceListItem>> {
    let shown = rows.into_iter().take(usize::try_from(page.probe()).unwrap_or(usize::MAX));
    let items = shown.map(ServiceListItem::try_from).collect::<Result<_>>()?;
    Ok(Page::from_probe(items, page, cursor))
}

fn cursor(item: &ServiceListItem) -> Cursor {
    Cursor::from_parts(&[&item.number.to_string()])
}

fn number_of(page: &PageRequest) -> Result<i64> {
    page.after.as_ref().map_or(Ok(i64::MIN), Cursor::one)
}

/// The words of a text without endings and diacritics.
fn stems(text: &str) -> Vec<String> {
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| fold(&stem(&word.to_lowercase()))).collect()
}
