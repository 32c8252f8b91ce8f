//! The list of institutions.

use crate::{Institution, InstitutionKind, store};
use kernel::{InstitutionId, LangText, Page, PageRequest, Result};
use storage::Read;

/// Which institutions are wanted; all when empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InstitutionFilter {
    /// Of this kind.
    pub kind: Option<InstitutionKind>,
    /// Directly under this one.
    pub parent: Option<InstitutionId>,
}

/// One page of institutions in the order of their codes.
///
/// # Errors
/// Invalid `bad-cursor` for a cursor of another list.
pub async fn list(tx: &Read, filter: &InstitutionFilter, page: &PageRequest) -> Result<Page<Institution>> {
    store::institutions::list(tx, filter, page).await
}

/// All of them that are wanted, in the order of their codes: some hundreds.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn list_all(tx: &Read, filter: &InstitutionFilter) -> Result<Vec<Institution>> {
    let mut all = Vec::new();
    let mut request = PageRequest::first(PageRequest::MAX);
    loop {
        let page = list(tx, filter, &request).await?;
        all.extend(page.items);
        let Some(next) = page.next else { return Ok(all) };
        request = PageRequest::new(PageRequest::MAX, Some(next));
    }
}

/// An institution as one of a list to choose from: only what names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstitutionChoice {
    /// Its id.
    pub id: InstitutionId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: LangText,
}

/// Institutions of a kind, or of every kind, in the order of their codes, to choose one: all of them, or the first ones.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn institution_choices(
    tx: &Read,
    kind: Option<InstitutionKind>,
    most: Option<u64>,
) -> Result<Vec<InstitutionChoice>> {
    store::institutions::choices(tx, kind, most).await
}

/// All municipalities in the order of their codes: there are some forty.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn municipalities(tx: &Read) -> Result<Vec<Institution>> {
    store::institutions::of_kind(tx, InstitutionKind::Municipality).await
}
