//! Facts about institutions' systems, on the stream of the institution: which may call the API, with which scopes; and
//! about who may act for an organisation, on a stream of that right. No secrets, no codes of persons, no names.

use crate::model::Representation;
use crate::scope::Scope;
use kernel::{ApiClientId, InstitutionId, OrganisationId, PersonId, Result};
use serde::{Deserialize, Serialize};
use storage::{Expected, NewEvent, Stream, Write};

/// A system was let in.
pub const API_CLIENT_REGISTERED: &str = "api_client.registered";
/// A system got a new secret.
pub const API_CLIENT_RENEWED: &str = "api_client.renewed";
/// A system was shut out.
pub const API_CLIENT_REVOKED: &str = "api_client.revoked";
/// Somebody may act for an organisation.
pub const REPRESENTATION_GIVEN: &str = "representation.given";
/// They may use other services than before.
pub const REPRESENTATION_CHANGED: &str = "representation.changed";
/// They may not act for it any more.
pub const REPRESENTATION_ENDED: &str = "representation.ended";
/// The management of an organisation looked for a person by code and name, found or not.
pub const REPRESENTATIVE_SOUGHT: &str = "representative.sought";

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

/// Data of the events of a right to act for an organisation, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RepresentationFact {
    pub organisation: OrganisationId,
    pub person: PersonId,
    pub ground: String,
    /// `all`, or codes of services separated by blanks.
    pub services: String,
}

/// Puts a fact of `kind` on record; answers the new revision of the right.
pub(crate) async fn record_representation(tx: &mut Write, kind: &'static str, given: &Representation) -> Result<i64> {
    let data = RepresentationFact {
        organisation: given.organisation.id,
        person: given.person,
        ground: given.ground.as_str().to_owned(),
        services: given.remit.to_string(),
    };
    // Rights that were kept before their events were have no stream yet.
    let expected = if given.revision == 0 { Expected::New } else { Expected::At(given.revision) };
    let stream = Stream::new("representation", given.id.uuid());
    tx.append(stream, expected, vec![NewEvent::new(kind, 1, &data)?]).await
}

/// Data of a search by code and name, version 1. Neither stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SoughtFact {
    pub organisation: OrganisationId,
}

/// Puts a search of an organisation on record; answers the stream of its searches and the number of this one.
pub(crate) async fn record_search(tx: &mut Write, organisation: OrganisationId) -> Result<(Stream, i64)> {
    let stream = Stream::new("representative_search", organisation.uuid());
    let fact = NewEvent::new(REPRESENTATIVE_SOUGHT, 1, &SoughtFact { organisation })?;
    let number = tx.append(stream.clone(), Expected::Any, vec![fact]).await?;
    Ok((stream, number))
}
