//! What is said of a service besides its description: institutions by id, related services and life situations by code.

use catalogue::{Service, ServiceListItem, SituationLine};
use institutions::Institution;
use kernel::{ErrorKind, InstitutionId, Result};
use std::collections::{BTreeMap, BTreeSet};
use storage::Read;

/// Institutions, other services and life situations that belong to descriptions. Read once, whatever number of services is
/// written.
#[derive(Debug, Clone, Default)]
pub(super) struct Sources {
    institutions: BTreeMap<InstitutionId, Institution>,
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
        let named = services.iter().flat_map(|service| {
            let providers = service.description.providers.iter().map(|provider| provider.institution);
            providers.chain([service.holder])
        });
        let ids: BTreeSet<InstitutionId> = named.chain(self.related.values().map(|item| item.holder)).collect();
        for id in ids {
            if self.institutions.contains_key(&id) {
                continue;
            }
            match institutions::find(tx, id).await {
                Ok(found) => drop(self.institutions.insert(id, found)),
                // A description may name an institution that is gone; that must not keep the others from being read.
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
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
