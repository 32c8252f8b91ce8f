//! What a description may name and the database knows.

use crate::editing::typed::MOST_ITEMS;
use crate::store::services;
use crate::{Description, Territory};
use chrono::NaiveDate;
use kernel::{InstitutionId, Result};
use std::collections::{BTreeMap, BTreeSet};
use storage::Read;

/// The most places that one description names.
const MOST_PLACES: usize = 5 * MOST_ITEMS;

/// Institutions, services and places that are there.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    /// Institutions by their code.
    pub institutions: BTreeMap<String, InstitutionId>,
    /// Codes of services.
    pub services: BTreeSet<String>,
    /// Codes of places that people can go to.
    pub places: BTreeSet<String>,
    /// ATVK codes of municipalities; none where they do not matter.
    pub municipalities: Option<BTreeSet<String>>,
    /// The day on which somebody writes; none where days that are over do not matter.
    pub today: Option<NaiveDate>,
}

impl Known {
    /// Of everything that a whole description names, what is there.
    pub(crate) async fn of(tx: &Read, description: &Description) -> Result<Self> {
        let mut known = Self::default();
        let named: BTreeSet<_> = description.providers.iter().map(|provider| provider.institution).collect();
        let named: Vec<InstitutionId> = named.into_iter().take(MOST_ITEMS).collect();
        let found = institutions::of_ids(tx, &named).await?;
        known.institutions = found.into_values().map(|one| (one.code.to_uppercase(), one.id)).collect();
        let related: Vec<String> = description.related.iter().take(MOST_ITEMS).cloned().collect();
        known.services = services::by_codes(tx, &related).await?.into_iter().map(|row| row.code).collect();
        known.places = Self::places_of(tx, Self::named_places(description).collect()).await?;
        if matches!(&description.territory, Territory::Municipalities(codes) if !codes.is_empty()) {
            known.municipalities = Some(Self::municipalities(tx).await?);
        }
        Ok(known)
    }

    /// The codes of the places that the channels of a description name.
    pub(crate) fn named_places(description: &Description) -> impl Iterator<Item = String> {
        description.channels.iter().flat_map(|offer| offer.places.iter().cloned())
    }

    /// Of these codes, those of places that are there.
    pub(crate) async fn places_of(tx: &Read, mut codes: Vec<String>) -> Result<BTreeSet<String>> {
        codes.retain(|code| !code.is_empty());
        codes.truncate(MOST_PLACES);
        institutions::known_places(tx, &codes).await
    }

    /// The ATVK codes of all municipalities: there are some forty.
    pub(crate) async fn municipalities(tx: &Read) -> Result<BTreeSet<String>> {
        Ok(institutions::municipalities(tx).await?.into_iter().filter_map(|one| one.atvk).collect())
    }

    pub(super) fn has(&self, institution: InstitutionId) -> bool {
        self.institutions.values().any(|id| *id == institution)
    }

    pub(super) fn code_of(&self, institution: InstitutionId) -> String {
        let found = self.institutions.iter().find(|(_, id)| **id == institution);
        found.map_or_else(|| institution.to_string(), |(code, _)| code.clone())
    }
}
