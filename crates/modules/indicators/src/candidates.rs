//! Which services should become e-services by the criteria of the law (CAT-27): the case register says how often each is
//! asked for, and people say the rest.

use crate::cells::Measure;
use crate::{Criterion, Month, Nomination, policy, store};
use catalogue::Service;
use kernel::{Channel, Cursor, InstitutionId, LangText, Page, PageRequest, Result};
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

/// Which candidates are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CandidateFilter {
    /// The year whose cases are counted.
    pub year: i32,
    /// Those by this criterion only.
    pub criterion: Option<Criterion>,
}

/// A service that is asked for often, or that somebody wants to be an e-service, and can be requested on-line neither
/// here nor on a site of its institution.
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
    /// Who wants it to be an e-service, and why; those that stand.
    pub nominations: Vec<Nomination>,
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

    /// Whether it is a candidate by this criterion.
    #[must_use]
    pub fn meets(&self, criterion: Criterion) -> bool {
        match criterion {
            Criterion::ManyCases => self.many,
            Criterion::LargeShare => self.large_share,
            named => self.nominations.iter().any(|nomination| nomination.criteria.contains(&named)),
        }
    }
}

/// Services with over 5,000 cases in a year, with over a tenth of their holder's, or that somebody nominated, and that
/// are no e-services yet. Holder by holder, those with the most cases first; a page ends with a holder, so it may be a
/// little longer or shorter than asked. A contact person has those of the own institution, on one page.
///
/// # Errors
/// Forbidden for everybody but contact persons, the platform and auditors; invalid `bad-month` for an impossible year,
/// `bad-cursor` for a cursor of another list.
pub async fn eservice_candidates(tx: &Read, filter: &CandidateFilter, page: &PageRequest) -> Result<Page<Candidate>> {
    let of = policy::candidates_of(tx.caller())?;
    let months = (Month::new(filter.year, 1)?, Month::new(filter.year, 12)?);
    let mut after = page.after.as_ref().map(Cursor::one).transpose()?;
    if let Some(own) = of {
        let found = of_holders(tx, &[own], months, filter.criterion).await?;
        return Ok(Page { items: found.into_values().flatten().collect(), next: None });
    }
    let (mut items, mut looked_at): (Vec<Candidate>, usize) = (Vec::new(), 0);
    while looked_at < MOST_HOLDERS && (items.len() as u64) < page.limit() {
        let holders = catalogue::registering_holders(tx, after, HOLDERS).await?;
        if holders.is_empty() {
            return Ok(Page { items, next: None });
        }
        let mut found = of_holders(tx, &holders, months, filter.criterion).await?;
        for holder in holders {
            items.extend(found.remove(&holder).unwrap_or_default());
            after = Some(holder);
            looked_at += 1;
            if items.len() as u64 >= page.limit() {
                break;
            }
        }
    }
    let more = !catalogue::registering_holders(tx, after, 1).await?.is_empty();
    let next = after.filter(|_| more).map(|holder| Cursor::from_parts(&[&holder.to_string()]));
    Ok(Page { items, next })
}

/// The first and the last year in which anything was counted; none when nothing was.
///
/// # Errors
/// Forbidden for everybody but contact persons, the platform and auditors.
pub async fn counted_years(tx: &Read) -> Result<Option<(i32, i32)>> {
    policy::candidates_of(tx.caller())?;
    let (first, last) = store::first_and_last_month(tx).await?;
    Ok(first.zip(last).map(|(first, last)| (first.year(), last.year())))
}

/// How often a service of a holder is asked for, when that or a nomination may make it a candidate.
struct Asked {
    service: String,
    holder: InstitutionId,
    cases: i64,
    electronic: i64,
    of_holder: i64,
    nominations: Vec<Nomination>,
}

impl Asked {
    const fn is_many(&self) -> bool {
        self.cases > MANY_CASES
    }

    const fn is_large_share(&self) -> bool {
        self.cases * ONE_IN > self.of_holder
    }

    /// The candidate, unless it cannot be requested at all or is an e-service already.
    fn candidate(self, service: &Service) -> Option<Candidate> {
        if !service.is_open() || service.online().is_some() {
            return None;
        }
        Some(Candidate {
            name: service.name().clone(),
            offered: service.requestable_by(Channel::Electronic),
            form: service.form_key.is_some(),
            many: self.is_many(),
            large_share: self.is_large_share(),
            service: self.service,
            holder: self.holder,
            cases: self.cases,
            electronic: self.electronic,
            of_holder: self.of_holder,
            nominations: self.nominations,
        })
    }
}

/// The candidates of these holders by a criterion, or by any; of each holder those with the most cases first. However
/// many holders there are, it asks once for their cases, once for their nominations and once for the services.
async fn of_holders(
    tx: &Read,
    holders: &[InstitutionId],
    months: (Month, Month),
    criterion: Option<Criterion>,
) -> Result<BTreeMap<InstitutionId, Vec<Candidate>>> {
    let asked = asked(tx, holders, months).await?;
    let codes: Vec<String> = asked.iter().map(|one| one.service.clone()).collect();
    let services = catalogue::whole_services(tx, &codes).await?;
    let services: BTreeMap<&str, &Service> = services.iter().map(|one| (one.code.as_str(), &**one)).collect();
    let mut found: BTreeMap<InstitutionId, Vec<Candidate>> = BTreeMap::new();
    for one in asked {
        // Counts may name a service that the caller cannot see, or that is not there.
        let Some(service) = services.get(one.service.as_str()) else { continue };
        let candidate = one.candidate(service);
        let met = candidate.filter(|candidate| criterion.is_none_or(|criterion| candidate.meets(criterion)));
        if let Some(candidate) = met {
            found.entry(candidate.holder).or_default().push(candidate);
        }
    }
    for candidates in found.values_mut() {
        candidates.sort_by_key(|candidate| (-candidate.cases, candidate.service.clone()));
    }
    Ok(found)
}

/// The services of these holders that are asked for often enough, or nominated.
async fn asked(tx: &Read, holders: &[InstitutionId], months: (Month, Month)) -> Result<Vec<Asked>> {
    let mut cases: BTreeMap<InstitutionId, BTreeMap<String, (i64, i64)>> = BTreeMap::new();
    for (holder, service, channel, count) in store::sums_of_holders(tx, holders, Measure::Requested, months).await? {
        let of_holder = cases.entry(InstitutionId::new(holder)).or_default();
        let (all, electronic) = of_holder.entry(service).or_default();
        *all += count;
        if channel == Channel::Electronic.as_str() {
            *electronic += count;
        }
    }
    let nominations = store::nominations::standing(tx, holders).await?;
    let mut nominated = by(nominations, |one| (one.holder, one.service.clone()));
    for (holder, service) in nominated.keys() {
        cases.entry(*holder).or_default().entry(service.clone()).or_default();
    }
    let mut asked = Vec::new();
    for (holder, services) in cases {
        let of_holder: i64 = services.values().map(|(all, _)| all).sum();
        for (service, (all, electronic)) in services {
            let nominations = nominated.remove(&(holder, service.clone())).unwrap_or_default();
            asked.push(Asked { service, holder, cases: all, electronic, of_holder, nominations });
        }
    }
    asked.retain(|one| one.is_many() || one.is_large_share() || !one.nominations.is_empty());
    Ok(asked)
}

/// Nominations by something of theirs.
fn by<K: Ord>(nominations: Vec<Nomination>, key: impl Fn(&Nomination) -> K) -> BTreeMap<K, Vec<Nomination>> {
    let mut sorted: BTreeMap<K, Vec<Nomination>> = BTreeMap::new();
    for nomination in nominations {
        sorted.entry(key(&nomination)).or_default().push(nomination);
    }
    sorted
}
