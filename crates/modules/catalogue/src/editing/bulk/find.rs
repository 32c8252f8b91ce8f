//! Which values occur in an institution's services, and where.

use super::words::{Replaced, replaced, values_of};
use super::{BulkKind, BulkTarget};
use crate::editing::assemble::bases_of;
use crate::store::editing::{drafts, own};
use crate::store::service_rows;
use crate::{ServiceState, policy};
use kernel::{Channel, Cursor, InstitutionId, LangText, Page, PageRequest, Result, ServiceId};
use std::collections::BTreeMap;
use storage::Read;

/// How many services one question looks through.
const LOOKED_THROUGH: usize = 500;
/// How many of their descriptions are read at once: a page is often full long before all are looked through.
const READ_AT_ONCE: usize = 100;

/// The values of a kind that occur.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BulkValues {
    /// Each with the number of services, most frequent first.
    pub values: Vec<(String, usize)>,
    /// Whether there are services that were not looked through.
    pub partial: bool,
}

/// A service in which a value occurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// Code of the service.
    pub code: String,
    /// Its name.
    pub name: LangText,
    /// Whether it can be requested.
    pub state: ServiceState,
    /// Its newest version.
    pub version: i32,
    /// The elements that would change.
    pub paths: Vec<String>,
    /// Of these places, the channels whose hours are told to programs too.
    pub opening: Vec<Channel>,
    /// Whether somebody has a working copy of it.
    pub copy: bool,
}

/// Every value of a kind that occurs in an institution's services. At most 500 services are looked through from the
/// beginning of the list; whether there are more is told.
///
/// # Errors
/// Forbidden for everybody but the holder's contact persons and administrators, and the platform.
pub async fn bulk_values(tx: &Read, holder: InstitutionId, kind: BulkKind) -> Result<BulkValues> {
    policy::may_watch_editing(tx.caller(), holder)?;
    let (rows, rest) = looked_through(tx, holder, 0).await?;
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for some in rows.chunks(READ_AT_ONCE) {
        for base in bases_of(tx, some).await?.values() {
            let mut values = values_of(&base.description, kind);
            values.sort_unstable();
            values.dedup();
            values.into_iter().for_each(|value| *counts.entry(value).or_default() += 1);
        }
    }
    let mut found: Vec<(String, usize)> = counts.into_iter().filter(|(value, _)| !value.is_empty()).collect();
    found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(BulkValues { values: found, partial: rest.is_some() })
}

/// A page of the services of an institution in which a value occurs, with the places. At most 500 services are looked
/// through at a time; the page may be short and still have a next one.
///
/// # Errors
/// As [`bulk_values`]; invalid `bad-cursor`.
pub async fn occurrences(
    tx: &Read,
    holder: InstitutionId,
    target: &BulkTarget,
    page: &PageRequest,
) -> Result<Page<Occurrence>> {
    policy::may_watch_editing(tx.caller(), holder)?;
    let wanted = usize::try_from(page.limit()).unwrap_or(usize::MAX);
    let (rows, mut next) = looked_through(tx, holder, own::number_of(page)?).await?;
    let mut items = Vec::new();
    let mut ids = Vec::new();
    let mut last = None;
    'services: for some in rows.chunks(READ_AT_ONCE) {
        let bases = bases_of(tx, some).await?;
        for row in some {
            let Some(base) = bases.get(&row.id) else { continue };
            let Replaced { paths, opening, .. } = replaced(&base.description, target, &LangText::default(), false);
            if paths.is_empty() {
                continue;
            }
            if items.len() == wanted {
                // One more occurs, so the next page has something to show.
                next = last;
                break 'services;
            }
            last = Some(place_of(row));
            ids.push(ServiceId::new(row.id));
            items.push(Occurrence {
                name: LangText::new(&row.name_lv, &row.name_en),
                state: row.state.parse()?,
                code: row.code.clone(),
                version: row.latest,
                copy: false,
                paths,
                opening,
            });
        }
    }
    let copies: Vec<ServiceId> = drafts::of_services(tx, &ids).await?.into_iter().map(|(id, _)| id).collect();
    for (item, id) in items.iter_mut().zip(&ids) {
        item.copy = copies.contains(id);
    }
    Ok(Page { items, next })
}

/// The next services of an institution that one question looks through, and where the others begin.
async fn looked_through(
    tx: &Read,
    holder: InstitutionId,
    number: i64,
) -> Result<(Vec<service_rows::Model>, Option<Cursor>)> {
    let probe = u64::try_from(LOOKED_THROUGH + 1).unwrap_or(u64::MAX);
    let mut rows = own::after(tx, holder, None, number, probe).await?;
    let more = rows.len() > LOOKED_THROUGH;
    rows.truncate(LOOKED_THROUGH);
    let rest = rows.last().filter(|_| more).map(place_of);
    Ok((rows, rest))
}

/// The place of a service in lists by code.
fn place_of(row: &service_rows::Model) -> Cursor {
    Cursor::from_parts(&[&row.number.to_string()])
}
