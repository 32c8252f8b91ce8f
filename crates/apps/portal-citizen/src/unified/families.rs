//! A family of attached services as one line of a list.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{Representative, ServiceListItem, TemplateLine};
use i18n::Args;
use kernel::{LangText, Result, ServiceId};
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
        Some(FamilyLine::new(visit, &family.template, (&family.name, &family.summary), family.members))
    }
}

impl FamilyLine {
    /// The line of a template.
    pub(crate) fn of(visit: &Visit, template: &TemplateLine) -> Self {
        Self::new(visit, &template.code, (&template.name, &template.summary), template.members)
    }

    fn new(visit: &Visit, code: &str, (name, summary): (&LangText, &LangText), members: usize) -> Self {
        let mut values = Args::new();
        values.set("count", i64::try_from(members).unwrap_or(i64::MAX));
        Self {
            href: visit.url(&format!("/unified/{code}")),
            code: code.to_owned(),
            name: name.get(visit.locale()).to_owned(),
            summary: summary.get(visit.locale()).to_owned(),
            holders: visit.text_with("unified-holders", &values),
        }
    }
}
