//! What is said of a service besides its description: institutions by id, related services by code.

use catalogue::{Service, ServiceListItem};
use institutions::Institution;
use kernel::{ErrorKind, InstitutionId, Result};
use std::collections::{BTreeMap, BTreeSet};
use storage::Read;

/// Institutions and other services that descriptions name. Read once, whatever number of services is written.
#[derive(Debug, Clone, Default)]
pub(super) struct Sources {
    institutions: BTreeMap<InstitutionId, Institution>,
    related: BTreeMap<String, ServiceListItem>,
}

impl Sources {
    /// Reads what these services name and is not here yet.
    pub async fn gather(&mut self, tx: &Read, services: &[&Service]) -> Result<()> {
        self.related.clear();
        let codes: BTreeSet<&String> = services.iter().flat_map(|service| &service.description.related).collect();
        for item in catalogue::services_by_codes(tx, &codes.into_iter().cloned().collect::<Vec<_>>()).await? {
            self.related.insert(item.code.clone(), item);
        }
        let named = services.iter().flat_map(|service| {
            let providers = service.description.providers.iter().map(|provider| provider.institution);
            providers.chain([service.holder, service.provider])
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

    /// A service that a gathered one is related to, if the asker may see it.
    pub fn related(&self, code: &str) -> Option<&ServiceListItem> {
        self.related.get(code)
    }
}
