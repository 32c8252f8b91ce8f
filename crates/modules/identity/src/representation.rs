//! The right to act for an organisation comes and goes: row and event together.

use crate::events::{REPRESENTATION_ENDED, REPRESENTATION_GIVEN, record_representation};
use crate::model::{Ground, Organisation, Representation};
use crate::store::organisations;
use kernel::{PersonId, Remit, RepresentationId, Result, riga_date};
use storage::Write;

/// Gives the right from today on. The caller has checked that it may be given and that the person does not have it yet.
///
/// # Errors
/// Conflict `already-exists` when somebody gave the same in the same moment.
pub(crate) async fn give(
    tx: &mut Write,
    person: PersonId,
    organisation: Organisation,
    ground: Ground,
    remit: Remit,
) -> Result<RepresentationId> {
    let id = RepresentationId::new(tx.ids().uuid());
    let valid_from = riga_date(tx.now());
    let mut given =
        Representation { id, person, organisation, ground, remit, valid_from, valid_until: None, revision: 0 };
    given.revision = record_representation(tx, REPRESENTATION_GIVEN, &given).await?;
    organisations::insert_representation(tx, &given).await?;
    Ok(id)
}

/// Ends the right at once: the next request of the person finds it ended.
///
/// # Errors
/// Stale `changed-meanwhile`.
pub(crate) async fn end(tx: &mut Write, mut given: Representation) -> Result<()> {
    let today = riga_date(tx.now());
    given.valid_until = Some(today.pred_opt().unwrap_or(today));
    given.revision = record_representation(tx, REPRESENTATION_ENDED, &given).await?;
    organisations::update_representation(tx, &given).await
}
