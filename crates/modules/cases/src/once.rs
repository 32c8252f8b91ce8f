//! The same request twice is one act.

use kernel::{ApiClientId, Error, Party, PersonId, Result, digest_hex};
use storage::{Claim, Write};
use uuid::Uuid;

/// Claims the key of a request for `what`, whose result will have the id `result`. Keys of one caller never meet those
/// of another.
///
/// # Errors
/// Unauthenticated for visitors; those of [`Write::claim_key`].
pub async fn claim(tx: &mut Write, what: &str, key: &str, content: &str, result: Uuid) -> Result<Claim> {
    let scope = format!("{what} {}", scope_of(tx)?);
    tx.claim_key(&scope, key, &digest_hex(content.as_bytes()), result).await
}

fn scope_of(tx: &Write) -> Result<String> {
    let caller = tx.caller();
    let id = caller.person.map(PersonId::uuid).or(caller.api_client.map(ApiClientId::uuid));
    let id = id.ok_or_else(|| Error::unauthenticated("sign-in-needed"))?;
    Ok(format!("{id} {}", caller.party.map_or(id, Party::uuid)))
}
