//! What the codes of steps lead to: a service, or a family of the same service in many institutions as one line (UNI-03).

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{Online, ServiceListItem, ServiceState, TemplateLine};
use kernel::{InstitutionId, Result, ServiceId};
use serde::Serialize;
use storage::Read;
use web_kit::Visit;

use crate::names::{Names, foreign};
use crate::unified::{Families, FamilyLine};

/// A service, or a family of them, that a step needs.
#[derive(Debug, Serialize)]
pub(crate) struct ServiceRef {
    pub(super) href: String,
    pub(super) name: String,
    pub(super) lang: Option<String>,
    /// Who gives it, or in how many institutions.
    pub(super) holder: String,
    pub(super) online: bool,
    pub(super) closed: bool,
    /// Company management did not assign it to the visitor.
    pub(super) unassigned: bool,
}

/// The services and unified services with some codes.
pub(super) struct Meant {
    items: BTreeMap<String, ServiceListItem>,
    online: BTreeMap<ServiceId, Online>,
    families: Families,
    unified: BTreeMap<String, TemplateLine>,
}

impl Meant {
    /// Reads what the public may see of these.
    pub(super) async fn read(tx: &Read, codes: &[String]) -> Result<Self> {
        let items = catalogue::services_by_codes(tx, codes).await?;
        let online = catalogue::online_of(tx, &items.iter().collect::<Vec<_>>()).await?;
        let families = Families::of(tx, &items).await?;
        let unified = catalogue::templates_by_codes(tx, codes).await?;
        Ok(Self {
            items: items.into_iter().map(|item| (item.code.clone(), item)).collect(),
            unified: unified.into_iter().map(|line| (line.code.clone(), line)).collect(),
            online,
            families,
        })
    }

    /// The institutions whose names lines need.
    pub(super) fn holders(&self) -> impl Iterator<Item = InstitutionId> {
        self.items.values().map(|item| item.holder)
    }

    /// The lines of one step, each once: a service whose family stands there is not named beside it.
    pub(super) fn lines(&self, visit: &Visit, names: &Names, codes: &[String]) -> Vec<ServiceRef> {
        let mut shown = BTreeSet::new();
        let lines = codes.iter().filter_map(|code| self.line(visit, names, code));
        lines.filter(|line| shown.insert(line.href.clone())).collect()
    }

    fn line(&self, visit: &Visit, names: &Names, code: &str) -> Option<ServiceRef> {
        if let Some(template) = self.unified.get(code) {
            return Some(ServiceRef::family(visit, FamilyLine::of(visit, template)));
        }
        let item = self.items.get(code)?;
        if let Some(family) = self.families.line(visit, item.id) {
            return Some(ServiceRef::family(visit, family));
        }
        let locale = visit.locale();
        Some(ServiceRef {
            href: visit.url(&format!("/services/{code}")),
            name: item.name.get(locale).to_owned(),
            lang: Some(foreign(&item.name, locale).unwrap_or(locale.as_str()).to_owned()),
            holder: names.get(item.holder),
            online: self.online.contains_key(&item.id),
            closed: item.state == ServiceState::Closed,
            unassigned: !visit.caller().may_use(code),
        })
    }
}

impl ServiceRef {
    fn family(visit: &Visit, family: FamilyLine) -> Self {
        Self {
            href: family.href,
            name: family.name,
            lang: Some(visit.locale().as_str().to_owned()),
            holder: family.holders,
            online: false,
            closed: false,
            unassigned: false,
        }
    }
}
