//! What staff may act as, asked of `institutions` at every request, so that a revoked role ends at once.

use kernel::{InstitutionId, LangText, PersonId, Result, Role};
use storage::Read;

/// The institution's name if the person holds this role there now.
pub async fn holds(tx: &Read, person: PersonId, institution: InstitutionId, role: Role) -> Result<Option<LangText>> {
    let roles = institutions::roles_of(tx, person).await?;
    let held = roles.into_iter().find(|held| held.institution == institution && held.role == role);
    Ok(held.map(|held| held.institution_name))
}
