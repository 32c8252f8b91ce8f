//! Access tokens: OAuth 2 client credentials for systems, and bearer tokens for demonstration personas.

use crate::demo_client::DEMO_CLIENT;
use crate::scope::{Scope, join, split};
use crate::secret::{Secret, hash, same};
use crate::session::{Capacity, still_held};
use crate::store::access_tokens::Model as Row;
use crate::store::api_clients::Model as Client;
use crate::store::{clients, tokens};
use chrono::TimeDelta;
use kernel::{ApiClientId, Assurance, Caller, Error, InstitutionId, OrganisationId, Party, PersonId, Result};
use storage::{Read, Write};

/// An access token works so many seconds.
pub const TOKEN_SECONDS: i64 = 3600;

/// A token as OAuth answers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The bearer token, shown once.
    pub access_token: Secret,
    /// Seconds it works.
    pub expires_in: i64,
    /// Scopes it has, separated by blanks.
    pub scope: String,
}

/// Who a bearer token stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bearer {
    /// Who calls.
    pub caller: Caller,
    /// What a system's token may do; empty for a person's token.
    pub scopes: Vec<Scope>,
}

impl Bearer {
    /// Whether only a demonstration gives such tokens: to its invented people and to its own system.
    #[must_use]
    pub fn is_of_demonstration(&self) -> bool {
        self.caller.api_client.is_none_or(|client| client.to_string() == DEMO_CLIENT)
    }
}

/// Checks a client's id and secret and gives a token. Without `scopes` it has all that the client may have.
///
/// # Errors
/// Unauthenticated `invalid-client` (unknown, revoked and wrong secret look alike); invalid `invalid-scope`.
pub async fn issue_token(tx: &mut Write, client_id: &str, secret: &str, scopes: &[String]) -> Result<Token> {
    let known = match client_id.parse::<ApiClientId>() {
        Ok(id) => clients::find(tx, id).await?,
        Err(_) => None,
    };
    let shown = hash(secret);
    let accepted = known.filter(|client| is_accepted(tx, client, &shown));
    let invalid = || Error::unauthenticated("invalid-client");
    let client = accepted.ok_or_else(invalid)?;
    let granted = granted(&split(&client.scopes), scopes)?;
    let id = ApiClientId::new(client.id);
    if !clients::touch(tx, id).await? {
        return Err(invalid());
    }
    let caller = Caller::api_client(id, InstitutionId::new(client.institution_id));
    issue(tx, &caller, join(&granted)).await
}

/// Who a bearer token stands for, if it is in force: not expired, the client not revoked, the capacity still held.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn bearer_by_token(tx: &Read, token: &str) -> Result<Option<Bearer>> {
    let Some(found) = tokens::find(tx, &hash(token)).await? else { return Ok(None) };
    let row = found.token;
    if tx.now() >= row.expires_at || found.client_revoked_at.is_some() {
        return Ok(None);
    }
    let scopes = split(&row.scopes);
    if let (Some(client), Some(institution)) = (row.api_client_id, row.institution_id) {
        let caller = Caller::api_client(ApiClientId::new(client), InstitutionId::new(institution));
        return Ok(Some(Bearer { caller, scopes }));
    }
    let caller = person_caller(&row)?;
    let Some(held) = still_held(tx, &caller).await? else { return Ok(None) };
    Ok(Some(Bearer { caller: Caller { remit: held.remit, ..caller }, scopes }))
}

/// Keeps a token for `caller` and hands it out.
pub(crate) async fn issue(tx: &mut Write, caller: &Caller, scope: String) -> Result<Token> {
    let access_token = Secret::new(tx.ids());
    let organisation = match caller.party {
        Some(Party::Organisation(id)) => Some(OrganisationId::uuid(id)),
        _ => None,
    };
    let row = Row {
        token_hash: access_token.hash(),
        api_client_id: caller.api_client.map(ApiClientId::uuid),
        person_id: caller.person.map(PersonId::uuid),
        role: caller.role.to_string(),
        institution_id: caller.institution.map(InstitutionId::uuid),
        organisation_id: organisation,
        ground: caller.mandate.clone(),
        scopes: scope.clone(),
        created_at: tx.now(),
        expires_at: tx.now() + TimeDelta::seconds(TOKEN_SECONDS),
    };
    tokens::insert(tx, row).await?;
    Ok(Token { access_token, expires_in: TOKEN_SECONDS, scope })
}

/// Whether the shown secret is the client's, or its former one within the days of a renewal. An unknown client costs
/// one comparison less; its id is no secret.
fn is_accepted(tx: &Read, client: &Client, shown: &str) -> bool {
    let present = same(&client.secret_hash, shown);
    let former_counts = client.previous_until.is_some_and(|until| tx.now() < until);
    let former = same(client.previous_secret_hash.as_deref().unwrap_or_default(), shown);
    client.revoked_at.is_none() && (present | (former & former_counts))
}

fn granted(allowed: &[Scope], asked: &[String]) -> Result<Vec<Scope>> {
    if asked.is_empty() {
        return Ok(allowed.to_vec());
    }
    let asked = asked.iter().map(|text| text.parse::<Scope>()).collect::<Result<Vec<_>>>()?;
    match asked.iter().find(|scope| !allowed.contains(scope)) {
        Some(scope) => Err(Error::invalid("invalid-scope").arg("scope", scope)),
        None => Ok(asked),
    }
}

fn person_caller(row: &Row) -> Result<Caller> {
    let person = row.person_id.ok_or_else(|| Error::internal("token-without-holder"))?;
    let capacity = Capacity {
        person,
        role: &row.role,
        institution: row.institution_id,
        organisation: row.organisation_id,
        ground: row.ground.as_deref(),
    };
    Ok(Caller { assurance: Assurance::High, ..capacity.caller()? })
}
