//! The one system of the demonstration, so that the examples of the API work as they stand.

use crate::personas::Demonstration;
use crate::scope::Scope;
use crate::secret::hash;
use crate::store::{api_clients, clients};
use kernel::{ApiClientId, InstitutionId, Result, Role};
use storage::{Read, Write};
use uuid::Uuid;

/// Its id. It exists in a demonstration only.
pub const DEMO_CLIENT: &str = "01900000-0000-7000-8000-0000000000c1";
/// Its secret. It opens nothing outside a demonstration.
pub const DEMO_CLIENT_SECRET: &str = "demonstration-only-not-a-secret";

/// Enters the system of an institution, with every scope; running it again changes nothing.
///
/// # Errors
/// Forbidden unless the engine calls.
pub async fn install_demo_client(tx: &mut Write, _demo: &Demonstration, institution: InstitutionId) -> Result<()> {
    tx.caller().require_role(&[Role::Engine])?;
    if holds_demonstration(tx).await? {
        return Ok(());
    }
    let scopes: Vec<&str> = Scope::ALL.into_iter().map(Scope::as_str).collect();
    let row = api_clients::Model {
        id: id(),
        name: "Demonstrācijas sistēma".to_owned(),
        institution_id: institution.uuid(),
        secret_hash: hash(DEMO_CLIENT_SECRET),
        previous_secret_hash: None,
        previous_until: None,
        scopes: scopes.join(" "),
        created_at: tx.now(),
        created_by: None,
        revoked_at: None,
        last_used_at: None,
    };
    clients::insert(tx, row).await
}

/// Whether a demonstration has filled these data: its people may still hold roles in them, and what they let in still works.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn holds_demonstration(tx: &Read) -> Result<bool> {
    Ok(clients::find(tx, ApiClientId::new(id())).await?.is_some())
}

fn id() -> Uuid {
    DEMO_CLIENT.parse::<ApiClientId>().map(ApiClientId::uuid).unwrap_or_default()
}
