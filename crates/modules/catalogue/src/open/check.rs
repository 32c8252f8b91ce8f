//! The check of a whole description that was written outside the editor: what is refused there is refused here.

use crate::editing::{Known, Remark, wrong_values};
use crate::{Description, policy};
use kernel::{Error, FieldError, Result};
use storage::Read;

/// What is wrong with the values of a description, each with its place in the document and the reason, as the editor
/// would say it (CAT-18). Gaps are no matter here: they only keep it from being published.
///
/// # Errors
/// Forbidden for everybody but systems and contact persons of institutions; unavailable when the database cannot be
/// reached.
pub async fn check_description(tx: &Read, description: &Description) -> Result<Vec<FieldError>> {
    policy::may_send(tx.caller())?;
    wrong(tx, description).await
}

/// The same for those whose right to write was looked at.
pub(super) async fn wrong(tx: &Read, description: &Description) -> Result<Vec<FieldError>> {
    let known = Known::of(tx, description).await?;
    Ok(wrong_values(description, &known).iter().map(Remark::field).collect())
}

/// The same places in what a system sends.
pub(super) fn within(fields: &[FieldError]) -> impl Iterator<Item = FieldError> {
    fields.iter().map(|field| FieldError { path: format!("description/{}", field.path), ..field.clone() })
}

/// That nothing is wrong.
pub(super) fn none_wrong(wrong: Vec<FieldError>) -> Result<()> {
    if wrong.is_empty() { Ok(()) } else { Err(Error::invalid("form-has-errors").fields(wrong)) }
}
