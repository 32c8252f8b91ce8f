//! Closing a service: its page stays, new requests are refused.

use crate::events::{ServiceFact, WithdrawnFact};
use crate::publish::editable;
use crate::store::{edit, service_rows, versions};
use crate::{ServiceState, categories, scheduled};
use kernel::{Error, InstitutionId, Result, ServiceId};
use storage::{Expected, Stream, Write};

/// What to close.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CloseService {
    /// Code of the service.
    pub code: String,
    /// The newest version when the editor looked.
    pub version: i32,
}

/// Closes an open service and takes back what waits for its day, so that it does not open by itself. Closing a closed one
/// changes nothing.
///
/// # Errors
/// Not found; forbidden for everybody but the holder's contact person and the platform; stale when somebody else
/// changed the service meanwhile; conflict for a draft.
pub async fn close_service(tx: &mut Write, input: CloseService) -> Result<()> {
    let row = editable(tx, &input.code, input.version).await?;
    match row.state.parse()? {
        ServiceState::Closed => return Ok(()),
        ServiceState::Draft => return Err(Error::conflict("service-not-published").arg("code", &input.code)),
        ServiceState::Open => {}
    }
    scheduled::withdraw_all(tx, &row).await?;
    close(tx, row, None).await
}

/// Closes an open service, with the reason when nobody decided it now.
pub(crate) async fn close(tx: &mut Write, row: service_rows::Model, reason: Option<&'static str>) -> Result<()> {
    let id = ServiceId::new(row.id);
    edit::set_state(tx, id, ServiceState::Closed).await?;
    versions::close(tx, id, row.version).await?;
    categories::remove(tx, &row).await?;
    let holder = InstitutionId::new(row.holder);
    let service = ServiceFact { code: row.code, holder, version: row.version, digest: row.digest };
    tx.append(Stream::service(id), Expected::Any, vec![WithdrawnFact { service, reason }.event()?]).await?;
    Ok(())
}
