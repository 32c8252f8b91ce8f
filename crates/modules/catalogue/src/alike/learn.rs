//! Comparing services that changed with those that share a mark with them.

use super::SimilarState;
use super::compare::{LEAST, Likeness, compare};
use super::features::Features;
use super::marks::{BANDS, marks};
use crate::ServiceState;
use crate::TemplateId;
use crate::store::similar::{self as rows, NewPair, Place};
use crate::store::{service_rows, template_members as members};
use kernel::{Result, ServiceId};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use storage::Write;

/// How many services at each side of the own code are compared in one band: services that are all alike need not all be
/// compared, since each leads to the next.
const NEIGHBOURS: usize = 20;
/// How many pairs with lower codes are kept of one service.
const KEPT: usize = 3;

/// A service with what is compared of it.
struct Known {
    place: Place,
    features: Features,
    marks: Vec<(i32, i64)>,
}

/// Compares these services anew and forgets those that the public can no longer request.
pub(super) async fn learn(tx: &Write, ids: &[ServiceId]) -> Result<()> {
    rows::forget(tx, ids).await?;
    let services = members::services_by_ids(tx, ids).await?;
    let open = ServiceState::Open.as_str();
    let services: Vec<_> = services.into_iter().filter(|row| row.state == open && !row.internal).collect();
    let known = know(tx, services).await?;
    keep(tx, &known).await?;
    let pairs = pairs(tx, &known).await?;
    rows::insert_pairs(tx, &pairs).await
}

async fn know(tx: &Write, services: Vec<service_rows::Model>) -> Result<Vec<Known>> {
    let mut descriptions = rows::descriptions(tx, &services).await?;
    let mut known = Vec::with_capacity(services.len());
    for row in services {
        let Some(description) = descriptions.remove(&row.id) else { continue };
        let features = Features::of(&description);
        let place = Place { number: row.number, service: ServiceId::new(row.id) };
        known.push(Known { place, marks: marks(&features), features });
    }
    Ok(known)
}

async fn keep(tx: &Write, known: &[Known]) -> Result<()> {
    rows::insert_features(tx, known.iter().map(|one| (one.place, one.features.to_bytes())).collect()).await?;
    let bands = known.iter().flat_map(|one| one.marks.iter().map(|(band, mark)| (*band, *mark, one.place)));
    rows::insert_bands(tx, bands.collect()).await
}

/// Everybody who shares a mark, by mark.
type Sharing = HashMap<(i32, i64), Vec<Place>>;

async fn pairs(tx: &Write, known: &[Known]) -> Result<Vec<NewPair>> {
    let mut sharing = Sharing::new();
    for band in 0..BANDS {
        let wanted: BTreeSet<i64> =
            known.iter().flat_map(|one| &one.marks).filter(|(of, _)| *of == band).map(|(_, mark)| *mark).collect();
        for (mark, place) in rows::sharing(tx, band, &wanted.into_iter().collect::<Vec<_>>()).await? {
            sharing.entry((band, mark)).or_default().push(place);
        }
    }
    let near: Vec<BTreeSet<Place>> = known.iter().map(|one| near(one, &sharing)).collect();
    let own: HashMap<ServiceId, &Features> = known.iter().map(|one| (one.place.service, &one.features)).collect();
    let foreign: BTreeSet<ServiceId> =
        near.iter().flatten().map(|place| place.service).filter(|id| !own.contains_key(id)).collect();
    let foreign = rows::features(tx, &foreign.into_iter().collect::<Vec<_>>()).await?;
    let foreign: HashMap<ServiceId, Features> =
        foreign.into_iter().map(|(id, bytes)| (id, Features::from_bytes(&bytes))).collect();
    let mut pairs = Vec::new();
    for (one, near) in known.iter().zip(&near) {
        let compared = near.iter().filter_map(|place| {
            let features = own.get(&place.service).copied().or_else(|| foreign.get(&place.service))?;
            Some((*place, compare(&one.features, features))).filter(|(_, found)| found.score >= LEAST)
        });
        let (lower, higher): (Vec<_>, Vec<_>) = compared.partition(|(place, _)| place.number < one.place.number);
        pairs.extend(best(lower).into_iter().map(|(place, found)| pair(one.place, place, found)));
        // Those with higher codes that are compared now as well decide for themselves.
        let higher = higher.into_iter().filter(|(place, _)| !own.contains_key(&place.service));
        pairs.extend(higher.map(|(place, found)| pair(place, one.place, found)));
    }
    merged(tx, &mut pairs).await?;
    Ok(pairs)
}

/// The nearest by code on both sides, of each band.
fn near(one: &Known, sharing: &Sharing) -> BTreeSet<Place> {
    let mut near = BTreeSet::new();
    for mark in &one.marks {
        let Some(places) = sharing.get(mark) else { continue };
        let middle = places.partition_point(|place| place.number < one.place.number);
        let lower = places.iter().take(middle).rev().take(NEIGHBOURS);
        let higher = places.iter().skip(middle).filter(|place| **place != one.place).take(NEIGHBOURS);
        near.extend(lower.chain(higher).copied());
    }
    near
}

fn best(mut found: Vec<(Place, Likeness)>) -> Vec<(Place, Likeness)> {
    found.sort_by_key(|(place, likeness)| (-likeness.score, place.number));
    found.truncate(KEPT);
    found
}

fn pair(service: Place, other: Place, found: Likeness) -> NewPair {
    NewPair {
        service: service.service,
        other: other.service,
        score: found.score,
        reasons: found.reasons,
        kind: found.kind,
        state: SimilarState::Open,
    }
}

/// Pairs that are attached to one template are known to be the same.
async fn merged(tx: &Write, pairs: &mut [NewPair]) -> Result<()> {
    let all: BTreeSet<ServiceId> = pairs.iter().flat_map(|pair| [pair.service, pair.other]).collect();
    let attached = members::of_services(tx, &all.into_iter().collect::<Vec<_>>()).await?;
    let families: BTreeMap<ServiceId, TemplateId> =
        attached.into_iter().map(|member| (ServiceId::new(member.service), TemplateId::new(member.template))).collect();
    for pair in pairs {
        let family = families.get(&pair.service);
        if family.is_some() && family == families.get(&pair.other) {
            pair.state = SimilarState::Merged;
        }
    }
    Ok(())
}
