//! Registering, renewing and revoking API clients: institutions' systems that call the API.

use crate::events::{API_CLIENT_REGISTERED, API_CLIENT_RENEWED, API_CLIENT_REVOKED, record};
use crate::person::require;
use crate::policy::Action;
use crate::scope::{Scope, join, split};
use crate::secret::Secret;
use crate::store::api_clients::Model as Row;
use crate::store::clients;
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{ApiClientId, Error, InstitutionId, PersonId, Result};
use storage::{Read, Write};

/// After a renewal the former secret works so many days more, so that a system can be moved without a break.
pub const ROTATION_DAYS: i64 = 7;

/// What is asked for a new client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterApiClient {
    /// Name that people recognise the system by.
    pub name: String,
    /// Whose system it is.
    pub institution: InstitutionId,
    /// What it may do.
    pub scopes: Vec<Scope>,
}

/// A client's secret, shown once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedSecret {
    /// The client.
    pub client: ApiClientId,
    /// Its secret; only the hash is kept.
    pub secret: Secret,
}

/// A client as its administrators see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiClient {
    /// Stable id, the `client_id` of OAuth.
    pub id: ApiClientId,
    /// Name of the system.
    pub name: String,
    /// Whose it is.
    pub institution: InstitutionId,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// When it was registered.
    pub created_at: DateTime<Utc>,
    /// When it was revoked.
    pub revoked_at: Option<DateTime<Utc>>,
    /// When it last asked for a token.
    pub last_used_at: Option<DateTime<Utc>>,
    /// Until when the former secret works after a renewal.
    pub former_secret_until: Option<DateTime<Utc>>,
}

/// Registers a client and makes its secret.
///
/// # Errors
/// Forbidden unless the caller administers the institution or the platform; invalid `api-client-invalid` for an empty
/// name, the name of another system of the institution, or no scope.
pub async fn register_api_client(tx: &mut Write, input: RegisterApiClient) -> Result<IssuedSecret> {
    require_administrator(tx, input.institution)?;
    check(&input)?;
    let others = clients::of_institution(tx, input.institution).await?;
    if others.iter().any(|other| other.revoked_at.is_none() && other.name == input.name.trim()) {
        return Err(Error::invalid("api-client-invalid").field("name", "api-client-exists"));
    }
    let secret = Secret::new(tx.ids());
    let client = ApiClientId::new(tx.ids().uuid());
    let row = Row {
        id: client.uuid(),
        name: input.name.trim().to_owned(),
        institution_id: input.institution.uuid(),
        secret_hash: secret.hash(),
        previous_secret_hash: None,
        previous_until: None,
        scopes: join(&input.scopes),
        created_at: tx.now(),
        created_by: tx.caller().person.map(PersonId::uuid),
        revoked_at: None,
        last_used_at: None,
    };
    clients::insert(tx, row).await?;
    record(tx, API_CLIENT_REGISTERED, input.institution, client, &input.scopes).await?;
    Ok(IssuedSecret { client, secret })
}

/// Gives a client a new secret; the former works [`ROTATION_DAYS`] more.
///
/// # Errors
/// Not found `api-client` for a missing, revoked or foreign one.
pub async fn renew_secret(tx: &mut Write, client: ApiClientId) -> Result<IssuedSecret> {
    let row = administered(tx, client).await?;
    let secret = Secret::new(tx.ids());
    let former_until = tx.now() + TimeDelta::days(ROTATION_DAYS);
    if !clients::renew(tx, client, secret.hash(), former_until).await? {
        return Err(missing());
    }
    let (institution, scopes) = (InstitutionId::new(row.institution_id), split(&row.scopes));
    record(tx, API_CLIENT_RENEWED, institution, client, &scopes).await?;
    Ok(IssuedSecret { client, secret })
}

/// Revokes a client: its secrets and tokens stop at the next request.
///
/// # Errors
/// Not found `api-client` for a missing, revoked or foreign one.
pub async fn revoke_api_client(tx: &mut Write, client: ApiClientId) -> Result<()> {
    let row = administered(tx, client).await?;
    if !clients::revoke(tx, client).await? {
        return Err(missing());
    }
    let (institution, scopes) = (InstitutionId::new(row.institution_id), split(&row.scopes));
    record(tx, API_CLIENT_REVOKED, institution, client, &scopes).await
}

/// Clients of an institution, by name.
///
/// # Errors
/// Forbidden unless the caller administers the institution or the platform.
pub async fn api_clients(tx: &Read, institution: InstitutionId) -> Result<Vec<ApiClient>> {
    require_administrator(tx, institution)?;
    let rows = clients::of_institution(tx, institution).await?;
    Ok(rows.into_iter().map(|row| shown(row, tx.now())).collect())
}

async fn administered(tx: &Read, client: ApiClientId) -> Result<Row> {
    let row = clients::find(tx, client).await?.ok_or_else(missing)?;
    require_administrator(tx, InstitutionId::new(row.institution_id)).map_err(|_| missing())?;
    if row.revoked_at.is_some() { Err(missing()) } else { Ok(row) }
}

fn missing() -> Error {
    Error::not_found("api-client")
}

fn require_administrator(tx: &Read, institution: InstitutionId) -> Result<()> {
    let own = tx.caller().institution == Some(institution);
    require(tx.caller(), Action::ManageApiClients { own })
}

fn check(input: &RegisterApiClient) -> Result<()> {
    let error = Error::invalid("api-client-invalid");
    match (input.name.trim().is_empty() || input.name.chars().count() > 100, input.scopes.is_empty()) {
        (false, false) => Ok(()),
        (true, false) => Err(error.field("name", "api-client-name")),
        (false, true) => Err(error.field("scopes", "api-client-scopes")),
        (true, true) => Err(error.field("name", "api-client-name").field("scopes", "api-client-scopes")),
    }
}

fn shown(row: Row, now: DateTime<Utc>) -> ApiClient {
    ApiClient {
        id: ApiClientId::new(row.id),
        name: row.name,
        institution: InstitutionId::new(row.institution_id),
        scopes: split(&row.scopes),
        created_at: row.created_at,
        revoked_at: row.revoked_at,
        last_used_at: row.last_used_at,
        former_secret_until: row.previous_until.filter(|until| *until > now),
    }
}
