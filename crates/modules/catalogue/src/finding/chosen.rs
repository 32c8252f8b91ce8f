//! What a list of services can be narrowed by, and how many there are of each.

use crate::ClientCircle;
use kernel::{Channel, Error, InstitutionId, Result};
use search::Facet;
use std::collections::{BTreeMap, BTreeSet};

/// The territory of what is given everywhere in Latvia.
pub const WHOLE_COUNTRY: &str = "LV";

/// Most values picked at once; nobody ticks more boxes.
const MOST: usize = 100;

kernel::words! {
    /// By what a list is narrowed. The word is also the name of the parameter in addresses and in the API.
    FacetName {
        /// For whom: natural or legal persons; what is for anybody is for both.
        Client = "client",
        /// By which channel it can be requested or received.
        Channel = "channel",
        /// Whether it can be requested on-line: `yes` or `no`.
        Online = "online",
        /// The life situation it belongs to.
        Life = "life",
        /// The holder, by id.
        Holder = "holder",
        /// The municipality by ATVK code, or `LV` for all of Latvia.
        Territory = "territory",
        /// Whether it is in the scope of the Single Digital Gateway: `yes` or `no` (OPN-04).
        Sdg = "sdg",
    }
}

/// What somebody picked. Under one name any of the values is enough; of different names all must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen(BTreeMap<FacetName, BTreeSet<String>>);

impl Chosen {
    /// Picks a value.
    ///
    /// # Errors
    /// Invalid for a value that this name cannot have.
    pub fn pick(&mut self, name: FacetName, value: &str) -> Result<()> {
        let unknown = || Error::invalid("unknown-word").arg("word", value);
        match name {
            FacetName::Client => drop(value.parse::<ClientCircle>()?),
            FacetName::Channel => drop(value.parse::<Channel>()?),
            FacetName::Online | FacetName::Sdg if matches!(value, "yes" | "no") => {}
            FacetName::Life if is_word(value) => {}
            FacetName::Holder => drop(value.parse::<InstitutionId>().map_err(|_| unknown())?),
            FacetName::Territory if value == WHOLE_COUNTRY || is_atvk(value) => {}
            FacetName::Online | FacetName::Sdg | FacetName::Life | FacetName::Territory => return Err(unknown()),
        }
        if self.len() >= MOST {
            return Err(unknown());
        }
        self.0.entry(name).or_default().insert(value.to_owned());
        Ok(())
    }

    /// The picked values of a name.
    pub fn of(&self, name: FacetName) -> impl Iterator<Item = &str> {
        self.0.get(&name).into_iter().flatten().map(String::as_str)
    }

    /// Everything picked, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (FacetName, &str)> {
        self.0.iter().flat_map(|(name, values)| values.iter().map(|value| (*name, value.as_str())))
    }

    /// How many values are picked.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.values().map(BTreeSet::len).sum()
    }

    /// Whether nothing is picked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether each service is meant, and no family stands for its own: a municipality or a holder is picked, or what the
    /// Single Digital Gateway is told of.
    #[must_use]
    pub fn means_each(&self) -> bool {
        [FacetName::Territory, FacetName::Holder, FacetName::Sdg].iter().any(|name| self.of(*name).next().is_some())
    }

    /// The same without one value.
    #[must_use]
    pub fn without(&self, name: FacetName, value: &str) -> Self {
        let mut rest = self.clone();
        if let Some(values) = rest.0.get_mut(&name) {
            values.remove(value);
        }
        rest.0.retain(|_, values| !values.is_empty());
        rest
    }

    pub(crate) fn facets(&self) -> Vec<Facet> {
        self.iter().map(|(name, value)| Facet::new(name.as_str(), value)).collect()
    }
}

fn is_word(value: &str) -> bool {
    !value.is_empty() && value.len() <= 60 && value.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b))
}

fn is_atvk(value: &str) -> bool {
    value.len() == 7 && value.bytes().all(|byte| byte.is_ascii_digit())
}

/// How many services have each value; most first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FacetCounts(BTreeMap<FacetName, Vec<(String, u64)>>);

impl FacetCounts {
    /// The values of a name with their counts; values that nothing has are missing.
    #[must_use]
    pub fn of(&self, name: FacetName) -> &[(String, u64)] {
        self.0.get(&name).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn new(counts: BTreeMap<Facet, u64>) -> Self {
        let mut by_name: BTreeMap<FacetName, Vec<(String, u64)>> = BTreeMap::new();
        for (facet, count) in counts {
            // What is demanded only, as the state, is no choice.
            if let Ok(name) = facet.name.parse() {
                by_name.entry(name).or_default().push((facet.value, count));
            }
        }
        for values in by_name.values_mut() {
            values.sort_by(|(a, few), (b, many)| many.cmp(few).then_with(|| a.cmp(b)));
        }
        Self(by_name)
    }
}
