//! A family of attached services as one line of a list.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{Representative, ServiceListItem};
use i18n::Args;
use kernel::{Result, ServiceId};
use storage::Read;
use web_kit::Visit;

/// The families of the services of a list; none by default.
#[derive(Default)]
pub(crate) struct Families(BTreeMap<ServiceId, Representative>);

/// How a family stands in a list.
pub(crate) struct FamilyLine {
    pub(crate) href: String,
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) summary: String,
    /// "In 17 municipalities": in place of the holder.
    pub(crate) holders: String,
}

impl Families {
    /// Those of these services.
    pub(crate) async fn of(tx: &Read, items: &[ServiceListItem]) -> Result<Self> {
        let ids: Vec<ServiceId> = items.iter().map(|item| item.id).collect();
        Ok(Self(catalogue::representatives(tx, &ids).await?))
    }

    /// The items without those whose family is already in the list.
    pub(crate) fn once(&self, items: Vec<ServiceListItem>) -> Vec<ServiceListItem> {
        let mut shown = BTreeSet::new();
        let first = |item: &ServiceListItem| self.0.get(&item.id).is_none_or(|family| shown.insert(&family.template));
        let mut items = items;
        items.retain(first);
        items
    }

    /// What stands in the place of a service.
    pub(crate) fn line(&self, visit: &Visit, service: ServiceId) -> Option<FamilyLine> {
        let family = self.0.get(&service)?;
        let mut values = Args::new();
        values.set("count", i64::try_from(family.members).unwrap_or(i64::MAX));
        Some(FamilyLine {
            href: visit.url(&format!("/unified/{}", family.template)),
            code: family.template.clone(),
            name: family.name.get(visit.locale()).to_owned(),
            summary: family.summary.get(visit.locale()).to_owned(),
            holders: visit.text_with("unified-holders", &values),
        })
    }
}
