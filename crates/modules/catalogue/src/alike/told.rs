//! What quality control is told of services of one holder that look alike (UNI-05, CAT-18).

use crate::quality;
use crate::store::similar::{self as rows, OfOneHolder};
use kernel::Result;
use std::collections::{BTreeMap, BTreeSet};
use storage::{Read, Write};
use uuid::Uuid;

/// From this likeness on a holder is told that two of its services may be one; per mille. The services of one holder share
/// laws and words, so it is well above what is shown of services of different holders.
const TOLD: i32 = 700;

/// The codes of earlier services of the same holder that each of these looks like, most alike first.
pub(crate) async fn earlier_alike(tx: &Read, services: &[Uuid]) -> Result<BTreeMap<Uuid, Vec<String>>> {
    let mut codes: BTreeMap<Uuid, Vec<String>> = BTreeMap::new();
    for pair in rows::of_one_holder(tx, services, TOLD).await? {
        codes.entry(pair.service).or_default().push(pair.other_code);
    }
    Ok(codes)
}

/// Pairs that quality control tells of, as they were before a change.
pub(crate) struct Told(BTreeSet<OfOneHolder>);

impl Told {
    /// Those with one end among these services.
    pub(crate) async fn of(tx: &Read, services: &[Uuid]) -> Result<Self> {
        Ok(Self(rows::of_one_holder(tx, services, TOLD).await?.into_iter().collect()))
    }

    /// All of them.
    pub(super) async fn all(tx: &Read) -> Result<Self> {
        Ok(Self(rows::all_of_one_holder(tx, TOLD).await?.into_iter().collect()))
    }

    /// The services of which something else is told now.
    pub(super) fn differing(&self, now: &Self) -> BTreeSet<Uuid> {
        self.0.symmetric_difference(&now.0).map(|pair| pair.service).collect()
    }

    /// Judges the services again of which something else is told now, after a change to these services.
    pub(crate) async fn tell(self, tx: &mut Write, services: &[Uuid]) -> Result<()> {
        let differing = self.differing(&Self::of(tx, services).await?);
        if differing.is_empty() { Ok(()) } else { quality::refresh(tx, differing.into_iter().collect()).await }
    }
}
