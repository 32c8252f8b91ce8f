//! Facts about institutions' systems, on the stream of the institution: which may call the API, with which scopes. No
//! secrets.

use crate::scope::Scope;
use kernel::{ApiClientId, InstitutionId, Result};
use serde::{Deserialize, Serialize};
use storage::{Expected, NewEvent, Stream, Write};

/// A system was let in.
pub const API_CLIENT_REGISTERED: &str = "api_client.registered";
/// A system got a new secret.
pub const API_CLIENT_RENEWED: &str = "api_client.renewed";
/// A system was shut out.
pub const API_CLIENT_REVOKED: &str = "api_client.revoked";

/// Data of these events, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ApiClientFact {
    pub client: ApiClientId,
    pub scopes: Vec<String>,
}

/// Puts a fact of `kind` on record.
pub(crate) async fn record(
    tx: &mut Write,
    kind: &'static str,
    institution: InstitutionId,
    client: ApiClientId,
    scopes: &[Scope],
) -> Result<()> {
    let data = ApiClientFact { client, scopes: scopes.iter().map(ToString::to_string).collect() };
    let fact = NewEvent::new(kind, 1, &data)?;
    tx.append(Stream::institution(institution), Expected::Any, vec![fact]).await.map(drop)
}
