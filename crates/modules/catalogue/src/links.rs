//! Links change both their ends: whoever keeps a copy of a service learns from its revision that something which the
//! public sees of it is different, also when it was another service, a life situation, a template or an institution that
//! changed.

use crate::events::{SERVICE_LINKED, ServiceFact};
use crate::store::mentions::{self, Named};
use crate::store::{cache, edit, service_rows, services, versions};
use crate::{Description, Territory};
use kernel::{InstitutionId, Result, ServiceId};
use std::collections::BTreeSet;
use storage::{Expected, Stream, Write};

/// Services read at once.
const BATCH: usize = 500;

/// Notes at the other ends that the links of the service `by`, whose new description is in force, are not `before` any
/// more but `after`; and, when it is called otherwise than before, at those that name it. Codes of services; those that
/// do not exist are passed over.
pub(crate) async fn changed(tx: &mut Write, by: &str, before: &[String], after: &[String]) -> Result<()> {
    let (before, after): (BTreeSet<&String>, BTreeSet<&String>) = (before.iter().collect(), after.iter().collect());
    let mut ends: Vec<String> = before.symmetric_difference(&after).map(|code| (*code).clone()).collect();
    if let Some(row) = services::by_code(tx, by).await? {
        let description = cache::description(tx, &row).await?;
        mentions::set(tx, by, &named(&row, &description)).await?;
        ends.extend(misnaming(tx, &row, &description).await?);
    }
    ends.retain(|code| code != by);
    touch(tx, &ends).await
}

/// Notes that something which the public sees of these services changed elsewhere: their revision and time of change
/// move, and the log says so.
pub(crate) async fn touch(tx: &mut Write, codes: &[String]) -> Result<()> {
    let codes: Vec<String> = codes.iter().collect::<BTreeSet<_>>().into_iter().cloned().collect();
    for codes in codes.chunks(BATCH) {
        for row in services::by_codes(tx, codes).await? {
            let id = ServiceId::new(row.id);
            edit::touch(tx, id).await?;
            let holder = InstitutionId::new(row.holder);
            let fact = ServiceFact { code: row.code, holder, version: row.version, digest: row.digest };
            tx.append(Stream::service(id), Expected::Any, vec![fact.event(SERVICE_LINKED)?]).await?;
        }
    }
    Ok(())
}

/// Keeps what all descriptions in force name when nothing is kept: a database that an older program filled.
pub(crate) async fn ensure(tx: &mut Write) -> Result<()> {
    if mentions::is_empty(tx).await? { rebuild(tx).await } else { Ok(()) }
}

/// The same anew, whatever is kept.
pub(crate) async fn rebuild(tx: &mut Write) -> Result<()> {
    mentions::clear(tx).await?;
    let mut number = i64::MIN;
    loop {
        let rows = services::after_number(tx, number, BATCH as u64).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        number = last.number;
        let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
        let descriptions = versions::in_force(tx, &ids).await?;
        let named = |row: &service_rows::Model| descriptions.get(&row.id).map(|text| named(row, text));
        let all: Vec<(String, Named)> =
            rows.into_iter().filter_map(|row| named(&row).map(|named| (row.code, named))).collect();
        let all: Vec<(String, &Named)> = all.iter().map(|(code, named)| (code.clone(), named)).collect();
        mentions::insert(tx, &all).await?;
    }
}

/// What the description of a service names. The holder stands in the row of the service and is not named once more.
fn named(row: &service_rows::Model, description: &Description) -> Named {
    let services = description.related.iter().map(|code| (mentions::SERVICE, code.clone()));
    let situations = description.life_events.iter().map(|word| (mentions::SITUATION, word.clone()));
    let others = description.providers.iter().filter(|stage| stage.institution.uuid() != row.holder);
    let others = others.map(|stage| (mentions::INSTITUTION, stage.institution.to_string()));
    let municipalities: &[String] = match &description.territory {
        Territory::WholeCountry => &[],
        Territory::Municipalities(codes) => codes,
    };
    let municipalities = municipalities.iter().map(|atvk| (mentions::MUNICIPALITY, atvk.clone()));
    let places = description.channels.iter().flat_map(|offer| &offer.places);
    let places = places.map(|code| (mentions::PLACE, code.clone()));
    services.chain(situations).chain(others).chain(municipalities).chain(places).collect()
}

/// Those that name a service which is called otherwise than before. Nobody is shown the name of an internal one.
async fn misnaming(tx: &Write, row: &service_rows::Model, now: &Description) -> Result<Vec<String>> {
    if row.internal {
        return Ok(Vec::new());
    }
    let naming = mentions::naming(tx, mentions::SERVICE, &row.code).await?;
    if naming.is_empty() {
        return Ok(naming);
    }
    let before = mentions::description_before(tx, row.id).await?;
    let same = before.is_none_or(|before| before.name == now.name && before.summary == now.summary);
    Ok(if same { Vec::new() } else { naming })
}
