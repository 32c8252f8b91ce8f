//! What a system is told of a service that it sent.

use catalogue::{Done, OwnService};
use http::header::ETAG;
use http::{HeaderName, HeaderValue};
use kernel::{Error, Result};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

/// A service of the sender's institution, with its newest description.
#[derive(Debug, Serialize, ToSchema)]
pub struct KeptService {
    /// The name of the service in the sender's system.
    external_id: String,
    /// Code of the service.
    code: String,
    /// `created`, `updated`, `working_copy` (nothing is published: what a person sent waits in a working copy for another
    /// contact person to read it), `withdrawn`, `unchanged` or `repeated` (the same `Idempotency-Key` as before); missing
    /// when it was only asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "created")]
    outcome: Option<&'static str>,
    /// `draft`, `open` or `closed`.
    #[schema(example = "open")]
    state: &'static str,
    /// Number of the description in force.
    version: i32,
    /// Number of the newest description, in force or not.
    newest: i32,
    /// Counts every change that the public can see.
    revision: i64,
    /// Institution that answers for it.
    holder: Uuid,
    /// Institution that carries it out, as the newest description says.
    provider: Uuid,
    /// SHA-256 of the newest description, in hexadecimal.
    digest: String,
    /// The newest description.
    #[schema(value_type = Object)]
    description: Value,
    /// Places of what was sent that were passed over, because the register knows better: `/description/checked_on`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    passed_over: Vec<String>,
}

impl KeptService {
    /// As the sender sees it.
    ///
    /// # Errors
    /// Internal when the description cannot be written as JSON.
    pub fn new(external_id: String, own: &OwnService, done: Option<Done>) -> Result<Self> {
        Ok(Self {
            external_id,
            code: own.service.code.clone(),
            outcome: done.map(word),
            state: own.service.state.as_str(),
            version: own.service.version,
            newest: own.newest.line.version,
            revision: own.service.revision,
            holder: own.service.holder.uuid(),
            provider: own.newest.description.provider(own.service.holder).uuid(),
            digest: own.newest.line.digest.clone(),
            description: serde_json::to_value(&*own.newest.description)?,
            passed_over: Vec::new(),
        })
    }

    /// The same, with the places that were passed over.
    pub fn passing_over(self, places: &[&str]) -> Self {
        Self { passed_over: pointers(places), ..self }
    }
}

/// Places as JSON pointers.
pub fn pointers(places: &[&str]) -> Vec<String> {
    places.iter().map(|place| format!("/{place}")).collect()
}

/// The word of the interface.
pub const fn word(done: Done) -> &'static str {
    match done {
        Done::Created => "created",
        Done::Updated => "updated",
        Done::Copied => "working_copy",
        Done::Withdrawn => "withdrawn",
        Done::Unchanged => "unchanged",
        Done::Repeated => "repeated",
    }
}

/// The tag of what there is: `"7"`, or `"7.4"` while description 4 waits or is a draft.
///
/// # Errors
/// Internal when it cannot be a header.
pub fn tag(edition: &str) -> Result<[(HeaderName, HeaderValue); 1]> {
    let value = HeaderValue::from_str(&format!("\"{edition}\"")).map_err(|e| Error::internal("etag").source(e))?;
    Ok([(ETAG, value)])
}
