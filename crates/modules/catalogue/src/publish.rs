//! Publishing a description.

use crate::events::{SERVICE_PUBLISHED, ServiceFact};
use crate::store::{cache, edit, service_rows, services};
use crate::{Description, ServiceState, policy, quality};
use kernel::{Error, InstitutionId, Result, ServiceId};
use storage::{Expected, Stream, Write};

/// What to publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishService {
    /// Code of the service.
    pub code: String,
    /// The version the editor saw.
    pub version: i32,
    /// A new description, or none to publish the one there is.
    pub description: Option<Description>,
}

/// Makes a complete description public, opens the service and returns the number of the version.
///
/// # Errors
/// Not found; forbidden for everybody but the holder's contact person and the platform; stale when somebody else
/// changed the service meanwhile; invalid `service-incomplete` with one field error per gap.
pub async fn publish(tx: &mut Write, input: PublishService) -> Result<i32> {
    let row = editable(tx, &input.code, input.version).await?;
    match &input.description {
        Some(description) => quality::require_complete(description)?,
        None => quality::require_complete(&*cache::description(tx, &row).await?)?,
    }
    publish_unchecked(tx, &row, input.description.as_ref()).await
}

/// The row, if the caller may edit it and it is still at `version`.
pub(crate) async fn editable(tx: &Write, code: &str, version: i32) -> Result<service_rows::Model> {
    let row = services::by_code(tx, code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_edit(tx.caller(), InstitutionId::new(row.holder))?;
    if row.version == version { Ok(row) } else { Err(Error::stale("service-changed").arg("code", code)) }
}

/// Publishes without asking for completeness: imported entries are shown as they are, marked as imported.
pub(crate) async fn publish_unchecked(
    tx: &mut Write,
    row: &service_rows::Model,
    description: Option<&Description>,
) -> Result<i32> {
    let id = ServiceId::new(row.id);
    let (version, digest) = match description {
        Some(description) => edit::add_version(tx, row, description).await?,
        None => (row.version, row.digest.clone()),
    };
    edit::set_state(tx, id, version, ServiceState::Open).await?;
    edit::mark_published(tx, id, version).await?;
    let fact = ServiceFact { code: row.code.clone(), holder: InstitutionId::new(row.holder), version, digest };
    tx.append(Stream::service(id), Expected::Any, vec![fact.event(SERVICE_PUBLISHED)?]).await?;
    Ok(version)
}
