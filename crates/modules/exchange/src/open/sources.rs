//! What is said of a service besides its description: institutions by id, places, related services and life situations by
//! code.

use catalogue::{Service, ServiceListItem, SituationLine};
use institutions::{Branch, Institution};
use kernel::{InstitutionId, Result};
use std::collections::{BTreeMap, BTreeSet};
use storage::Read;

/// Ids or codes in one question to the database.
const IDS: usize = 500;

/// Institutions, places, other services and life situations that belong to descriptions. Institutions and places are read
/// once, whatever number of services is written.
#[derive(Debug, Clone, Default)]
pub(super) struct Sources {
    institutions: BTreeMap<InstitutionId, Institution>,
    /// Codes of places that were asked for, whether or not there are such.
    asked: BTreeSet<String>,
    branches: BTreeMap<String, Branch>,
    seats: BTreeMap<String, InstitutionId>,
    related: BTreeMap<String, ServiceListItem>,
    situations: BTreeMap<String, Vec<SituationLine>>,
}

impl Sources {
    /// Reads what these services name and is not here yet.
    pub async fn gather(&mut self, tx: &Read, services: &[&Service]) -> Result<()> {
        self.related.clear();
        let codes: BTreeSet<&String> = services.iter().flat_map(|service| &service.description.related).collect();
        for item in catalogue::services_by_codes(tx, &codes.into_iter().cloned().collect::<Vec<_>>()).await? {
            self.related.insert(item.code.clone(), item);
        }
        let own: Vec<String> = services.iter().map(|service| service.code.clone()).collect();
        self.situations = catalogue::situations_of_services(tx, &own).await?;
        self.gather_places(tx, services).await?;
        let named = services.iter().flat_map(|service| {
            let providers = service.description.providers.iter().map(|provider| provider.institution);
            providers.chain([service.holder])
        });
        let holders = self.related.values().map(|item| item.holder);
        let owners = self.branches.values().map(|branch| branch.institution);
        let ids: BTreeSet<InstitutionId> = named.chain(holders).chain(owners).collect();
        let new: Vec<InstitutionId> = ids.into_iter().filter(|id| !self.institutions.contains_key(id)).collect();
        for ids in new.chunks(IDS) {
            // A description may name an institution that is gone: it is left out, and the others are read.
            self.institutions.extend(institutions::of_ids(tx, ids).await?);
        }
        Ok(())
    }

    /// Reads the places that these services name for their channels and that were not asked for yet.
    async fn gather_places(&mut self, tx: &Read, services: &[&Service]) -> Result<()> {
        let offers = services.iter().flat_map(|service| &service.description.channels);
        let named: BTreeSet<&String> = offers.flat_map(|offer| &offer.places).collect();
        let new: Vec<String> = named.into_iter().filter(|code| !self.asked.contains(*code)).cloned().collect();
        for codes in new.chunks(IDS) {
            self.branches.extend(institutions::branches_of_codes(tx, codes).await?);
            for (code, institution) in institutions::of_codes(tx, codes).await? {
                self.seats.insert(code, institution.id);
                self.institutions.insert(institution.id, institution);
            }
        }
        self.asked.extend(new);
        Ok(())
    }

    /// An open branch that a channel of a gathered service names.
    pub fn branch(&self, code: &str) -> Option<&Branch> {
        self.branches.get(code)
    }

    /// An institution that a channel of a gathered service names as the place to go to.
    pub fn seat(&self, code: &str) -> Option<&Institution> {
        self.institution(*self.seats.get(code)?)
    }

    /// An institution that a gathered service names.
    pub fn institution(&self, id: InstitutionId) -> Option<&Institution> {
        self.institutions.get(&id)
    }

    /// The published life situations that a gathered service belongs to.
    pub fn situations(&self, code: &str) -> &[SituationLine] {
        self.situations.get(code).map_or(&[], Vec::as_slice)
    }

    /// A service that a gathered one is related to, if the asker may see it.
    pub fn related(&self, code: &str) -> Option<&ServiceListItem> {
        self.related.get(code)
    }
}
