//! Registering a service: it gets its code here (CAT-01, CAT-02).

use crate::events::{SERVICE_REGISTERED, ServiceFact};
use crate::store::edit;
use crate::{Description, policy};
use kernel::{Error, InstitutionId, Result, ServiceId};
use storage::{Expected, Stream, Write};

/// The series of service codes, and the number it begins after: codes have four digits from the first on.
const SERIES: &str = "service";
pub(crate) const BEFORE_FIRST: i64 = 1000;

/// A service to be registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterService {
    /// Its id, when it is fixed in content; a new one otherwise.
    pub id: Option<ServiceId>,
    /// Who answers for it.
    pub holder: InstitutionId,
    /// Its label in the pilot.
    pub pilot: Option<String>,
    /// Its identifier in the system it is imported from.
    pub external_id: Option<String>,
    /// The first version of its description; gaps are allowed until it is published.
    pub description: Description,
}

/// Registers a service as a draft and returns its code.
///
/// # Errors
/// Forbidden for everybody but the holder's contact person and the platform; not found for an unknown holder or
/// provider; invalid without a name; conflict when the external identifier is taken.
pub async fn register_service(tx: &mut Write, input: RegisterService) -> Result<String> {
    policy::may_edit(tx.caller(), input.holder)?;
    if input.description.name.get(kernel::Locale::Lv).trim().is_empty() {
        return Err(Error::invalid("service-incomplete").field("name", "service-text-missing"));
    }
    institutions::find(tx, input.holder).await?;
    let provider = input.description.provider(input.holder);
    if provider != input.holder {
        institutions::find(tx, provider).await?;
    }
    let number = BEFORE_FIRST + tx.next_number(SERIES).await?;
    let id = input.id.unwrap_or_else(|| ServiceId::new(tx.ids().uuid()));
    let new = edit::NewRow {
        id,
        number,
        pilot: input.pilot,
        external_id: input.external_id,
        holder: input.holder,
        description: &input.description,
    };
    let digest = edit::insert(tx, new).await?;
    let fact = ServiceFact { code: number.to_string(), holder: input.holder, version: 1, digest };
    tx.append(Stream::service(id), Expected::New, vec![fact.event(SERVICE_REGISTERED)?]).await?;
    Ok(fact.code)
}
