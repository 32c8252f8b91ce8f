//! Holders that imported test data mention.

use crate::{Institution, Origin, policy, store};
use kernel::{InstitutionId, LangText, Locale, Result};
use storage::Write;

/// The institution made from this name while importing test data; made now, and marked as imported, when there is none.
///
/// # Errors
/// Forbidden for everybody but the platform.
pub async fn ensure_sample(tx: &mut Write, name: LangText) -> Result<InstitutionId> {
    policy::may_install(tx.caller())?;
    let code = sample_code(name.get(Locale::En));
    if let Some(known) = store::institutions::by_code(tx, &code).await? {
        return Ok(known.id);
    }
    let id = InstitutionId::new(tx.ids().uuid());
    let institution = Institution { name, origin: Origin::Imported, ..Institution::blank(id, code) };
    store::institutions::insert(tx, &institution).await?;
    Ok(institution.id)
}

/// The code of an imported institution: the letters and digits of its name after a mark that no real code has.
fn sample_code(name: &str) -> String {
    let words: Vec<_> = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    format!("TEST:{}", words.join("-").to_uppercase())
}
