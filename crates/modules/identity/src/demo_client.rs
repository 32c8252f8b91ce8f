//! The one system of the demonstration, so that the examples of the API work as they stand.

use crate::personas::Demonstration;
use crate::scope::Scope;
use crate::secret::hash;
use crate::store::{api_clients, clients};
use kernel::{ApiClientId, InstitutionId, Result, Role};
use storage::Write;
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
    let id: Uuid = DEMO_CLIENT.parse::<ApiClientId>().map(ApiClientId::uuid).unwrap_or_default();
    if clients::find(tx, ApiClientId::new(id)).await?.is_some() {
        return Ok(());
    }
    let scopes: Vec<&str> = Scope::ALL.into_iter().map(Scope::as_str).collect();
    let row = api_clients::Model {
        id,
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
