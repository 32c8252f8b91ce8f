//! Reading translations. They are public: their sources are.

use crate::{Source, Translated, store};
use kernel::Result;
use std::collections::HashMap;
use storage::Read;

/// The translations of these texts into `target`, by text; those that have none are left out.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn translations_of(tx: &Read, sources: &[Source], target: &str) -> Result<HashMap<Source, Translated>> {
    store::find(tx, sources, target).await
}

/// The languages into which a text is translated, in alphabetical order.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn languages_of(tx: &Read, source: &Source) -> Result<Vec<String>> {
    store::languages(tx, source).await
}
