//! What services show of institutions: when one is called otherwise or is reached elsewhere, the services that show it are
//! told, a few at a time, so that open data and search follow (POR-13, OPN-03).

use crate::links;
use crate::policy;
use crate::store::institution_spreads::{self as spreads, Model as Place};
use crate::store::{mentions, services};
use async_trait::async_trait;
use institutions::{INSTITUTION_CHANGED, InstitutionPart};
use jobs::Reader;
use kernel::{InstitutionId, Result};
use storage::{Event, Write};

/// Name of the reader's cursor.
pub const INSTITUTION_READER: &str = "institution_services";

/// Timer: the services that show a changed institution are told; its subject is the institution.
pub const INSTITUTION_SPREAD_TIMER: &str = "catalogue.institution_spread";

/// Services in one unit of work.
const FEW: u64 = 200;

/// What no service shows of an institution.
const HIDDEN: [InstitutionPart; 4] = [
    InstitutionPart::Kind,
    InstitutionPart::Parent,
    InstitutionPart::PlanningRegion,
    InstitutionPart::CalendarTransfers,
];

/// Has the services told that show a changed institution.
#[derive(Debug, Clone, Copy, Default)]
pub struct InstitutionReader;

#[async_trait]
impl Reader for InstitutionReader {
    fn name(&self) -> &'static str {
        INSTITUTION_READER
    }

    fn kinds(&self) -> &'static [&'static str] {
        &[INSTITUTION_CHANGED]
    }

    /// Begins anew where another change is still on its way: what was told already is told again.
    async fn handle(&self, tx: &mut Write, event: &Event) -> Result<()> {
        let parts = institutions::changed_parts(event)?;
        if parts.iter().all(|part| HIDDEN.contains(part)) {
            return Ok(());
        }
        let institution = event.stream.id;
        spreads::set(tx, Place { institution, own_after: i64::MIN, naming_after: String::new() }).await?;
        let now = tx.now();
        tx.schedule(INSTITUTION_SPREAD_TIMER, institution, now).await
    }
}

/// Tells the next services that show a changed institution: the timer [`INSTITUTION_SPREAD_TIMER`], which sets itself until
/// all are told. First those that it holds, then those that name it: as the provider of a stage, as a place of a channel,
/// or as a municipality of their territory. An institution that thousands of services show holds nobody up.
///
/// # Errors
/// Forbidden for everybody but the platform; unavailable when the database cannot be reached.
pub async fn spread_institution(tx: &mut Write, institution: InstitutionId) -> Result<()> {
    step(tx, institution, FEW).await
}

/// The same with so many services at a time.
pub(crate) async fn step(tx: &mut Write, institution: InstitutionId, few: u64) -> Result<()> {
    policy::may_import(tx.caller())?;
    // Who notes another change waits, so that its beginning is not written over with how far this one came.
    tx.lock_reader(INSTITUTION_READER).await?;
    let id = institution.uuid();
    let Some(place) = spreads::find(tx, id).await? else { return Ok(()) };
    let own = services::public_of_holder(tx, id, place.own_after, few).await?;
    let next = if let Some(last) = own.last() {
        let next = Place { own_after: last.number, ..place };
        let codes: Vec<String> = own.into_iter().map(|row| row.code).collect();
        links::touch(tx, &codes).await?;
        next
    } else {
        let Some(found) = institutions::of_ids(tx, &[institution]).await?.remove(&institution) else {
            return spreads::end(tx, id).await;
        };
        let mut names = vec![(mentions::INSTITUTION, institution.to_string()), (mentions::PLACE, found.code)];
        names.extend(found.atvk.map(|atvk| (mentions::MUNICIPALITY, atvk)));
        let codes = mentions::naming_any(tx, &names, &place.naming_after, few).await?;
        let Some(last) = codes.last().cloned() else { return spreads::end(tx, id).await };
        let mut others = services::by_codes(tx, &codes).await?;
        others.retain(|row| row.holder != id && row.was_public());
        let codes: Vec<String> = others.into_iter().map(|row| row.code).collect();
        links::touch(tx, &codes).await?;
        Place { naming_after: last, ..place }
    };
    spreads::set(tx, next).await?;
    let now = tx.now();
    tx.schedule(INSTITUTION_SPREAD_TIMER, id, now).await
}
