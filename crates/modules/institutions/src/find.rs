//! One institution, or the names of many. Institutions are public.

use crate::{Institution, store};
use kernel::{Error, InstitutionId, LangText, Result};
use std::collections::BTreeMap;
use storage::Read;

/// The institution with this id.
///
/// # Errors
/// Not found when there is none.
pub async fn find(tx: &Read, id: InstitutionId) -> Result<Institution> {
    store::institutions::by_id(tx, id).await?.ok_or_else(|| Error::not_found("institution"))
}

/// The institution with this code, if there is one.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn by_code(tx: &Read, code: &str) -> Result<Option<Institution>> {
    store::institutions::by_code(tx, code).await
}

/// The names of these institutions, for lists of other modules. Unknown ids are left out.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn names_of(tx: &Read, ids: &[InstitutionId]) -> Result<BTreeMap<InstitutionId, LangText>> {
    store::institutions::names(tx, ids).await
}
