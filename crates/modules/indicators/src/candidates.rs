//! Which services should become e-services by the criteria of the law (CAT-27): the case register says how often each is
//! asked for.

use crate::cells::Measure;
use crate::{Month, policy, store};
use kernel::{Channel, Cursor, Error, InstitutionId, LangText, Page, PageRequest, Result};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Read;

/// More cases a year than this make a candidate (MK 402 p.3).
pub const MANY_CASES: i64 = 5_000;

/// A share of the holder's cases of more than one in so many makes a candidate (MK 402 p.3).
const ONE_IN: i64 = 10;

/// Holders read at a time, and at most for one page.
const HOLDERS: u64 = 50;
const MOST_HOLDERS: usize = 500;

/// A service that is asked for often and can be requested on-line neither here nor on a site of its institution.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Candidate {
    /// Code of the service.
    pub service: String,
    /// Its name.
    pub name: LangText,
    /// Its holder.
    pub holder: InstitutionId,
    /// Cases requested in the year, by whatever channel.
    pub cases: i64,
    /// Those of them that came electronically.
    pub electronic: i64,
    /// All cases of the holder in the year.
    pub of_holder: i64,
    /// Over 5,000 cases.
    pub many: bool,
    /// Over a tenth of the holder's cases.
    pub large_share: bool,
    /// Whether the description offers an electronic request.
    pub offered: bool,
    /// Whether there is a form on the portal.
    pub form: bool,
}

impl Candidate {
    /// Cases of the service among those of the holder, from nought to one.
    #[must_use]
    pub fn share(&self) -> f64 {
        if self.of_holder > 0 { self.cases as f64 / self.of_holder as f64 } else { 0.0 }
    }
}

/// Services with over 5,000 cases in a year, or over a tenth of their holder's, that are not e-services yet. Holder by
/// holder, those with the most cases first; a page ends with a holder, so it may be a little longer or shorter than asked.
///
/// # Errors
/// Forbidden for everybody but the platform and auditors; invalid `bad-month` for an impossible year, `bad-cursor` for a
/// cursor of another list.
pub async fn eservice_candidates(tx: &Read, year: i32, page: &PageRequest) -> Result<Page<Candidate>> {
    policy::may_oversee(tx.caller())?;
    let months = (Month::new(year, 1)?, Month::new(year, 12)?);
    let mut after = page.after.as_ref().map(place).transpose()?;
    let (mut items, mut looked_at) = (Vec::new(), 0);
    while looked_at < MOST_HOLDERS {
        let holders = catalogue::registering_holders(tx, after, HOLDERS).await?;
        if holders.is_empty() {
            return Ok(Page { items, next: None });
        }
        for holder in holders {
            items.extend(of_holder(tx, holder, months).await?);
            after = Some(holder);
            looked_at += 1;
            if items.len() as u64 >= page.limit() {
                break;
            }
        }
        if items.len() as u64 >= page.limit() {
            break;
        }
    }
    let more = !catalogue::registering_holders(tx, after, 1).await?.is_empty();
    let next = after.filter(|_| more).map(|holder| Cursor::from_parts(&[&holder.to_string()]));
    Ok(Page { items, next })
}

/// The first and the last year in which anything was counted; none when nothing was.
///
/// # Errors
/// Forbidden for everybody but the platform and auditors.
pub async fn counted_years(tx: &Read) -> Result<Option<(i32, i32)>> {
    policy::may_oversee(tx.caller())?;
    let (first, last) = store::first_and_last_month(tx).await?;
    Ok(first.zip(last).map(|(first, last)| (first.year(), last.year())))
}

/// The candidates of one holder, those with the most cases first.
async fn of_holder(tx: &Read, holder: InstitutionId, months: (Month, Month)) -> Result<Vec<Candidate>> {
    let mut cases: BTreeMap<String, (i64, i64)> = BTreeMap::new();
    for (service, channel, count) in store::sums_of_holder(tx, holder, Measure::Requested, months).await? {
        let (all, electronic) = cases.entry(service).or_default();
        *all += count;
        if channel == Channel::Electronic.as_str() {
            *electronic += count;
        }
    }
    let total: i64 = cases.values().map(|(all, _)| all).sum();
    let mut candidates = Vec::new();
    for (code, (all, electronic)) in cases {
        let (many, large_share) = (all > MANY_CASES, all * ONE_IN > total);
        if !many && !large_share {
            continue;
        }
        let Some(service) = found(catalogue::service(tx, &code).await)? else { continue };
        let (offered, form) = (service.requestable_by(Channel::Electronic), service.form_key.is_some());
        if service.is_open() && service.online().is_none() {
            let name = service.name().clone();
            let of_holder = total;
            candidates.push(Candidate {
                service: code,
                name,
                holder,
                cases: all,
                electronic,
                of_holder,
                many,
                large_share,
                offered,
                form,
            });
        }
    }
    candidates.sort_by_key(|candidate| (-candidate.cases, candidate.service.clone()));
    Ok(candidates)
}

/// Counts may name a service that the caller cannot see, or that is not there.
fn found<T>(result: Result<T>) -> Result<Option<T>> {
    match result {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == kernel::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn place(cursor: &Cursor) -> Result<InstitutionId> {
    let [holder] = cursor.parts()?;
    holder.parse().map_err(|_| Error::invalid("bad-cursor"))
}
