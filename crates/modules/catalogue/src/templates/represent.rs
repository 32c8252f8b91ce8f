//! Who stands for an attached service in lists and search (UNI-03).

use crate::TemplateId;
use crate::store::{template_members as members, templates as rows};
use crate::templates::{TemplateState, view};
use kernel::{LangText, Result, ServiceId};
use std::collections::BTreeMap;
use storage::Read;

/// A family as one line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Representative {
    /// Code of the template; the page of the family is `/unified/{code}`, and it can serve as the facet of an index.
    pub template: String,
    /// Harmonised name.
    pub name: LangText,
    /// Harmonised short description.
    pub summary: LangText,
    /// How many services are attached.
    pub members: usize,
}

/// For each of these services that is attached to a published template: the line that stands for it. A list or a search
/// shows a family once: at the place of the first of its services, and leaves the others out.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn representatives(tx: &Read, services: &[ServiceId]) -> Result<BTreeMap<ServiceId, Representative>> {
    let attached = members::of_services(tx, services).await?;
    let mut ids: Vec<TemplateId> = attached.iter().map(|member| TemplateId::new(member.template)).collect();
    ids.sort_unstable();
    ids.dedup();
    let families = view::lines(tx, rows::by_ids(tx, &ids).await?).await?;
    let families: BTreeMap<TemplateId, Representative> = families
        .into_iter()
        .filter(|line| line.state == TemplateState::Published)
        .map(|line| {
            let family =
                Representative { template: line.code, name: line.name, summary: line.summary, members: line.members };
            (line.id, family)
        })
        .collect();
    let standing = attached.into_iter().filter_map(|member| {
        let family = families.get(&TemplateId::new(member.template))?;
        Some((ServiceId::new(member.service), family.clone()))
    });
    Ok(standing.collect())
}
