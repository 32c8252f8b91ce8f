//! What looks alike: for the platform, and for the rules of quality.

use super::{SimilarKind, SimilarReason, SimilarState};
use crate::store::{similar as rows, template_members as members};
use crate::templates::policy;
use crate::{Representative, ServiceListItem, representatives};
use kernel::{Cursor, Page, PageRequest, Result, ServiceId};
use std::collections::BTreeMap;
use storage::Read;
use uuid::Uuid;

/// Two services that look alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimilarPair {
    /// The one with the lower code.
    pub left: ServiceListItem,
    /// The family it is in.
    pub left_family: Option<Representative>,
    /// The one with the higher code.
    pub right: ServiceListItem,
    /// The family it is in.
    pub right_family: Option<Representative>,
    /// Shared weight of features by all weight, per mille.
    pub score: i32,
    /// What they share.
    pub reasons: Vec<SimilarReason>,
    /// What both are.
    pub kind: Option<SimilarKind>,
    /// What became of the pair.
    pub state: SimilarState,
}

/// Which pairs are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SimilarFilter {
    /// In this state.
    pub state: SimilarState,
    /// Both of this kind.
    pub kind: Option<SimilarKind>,
}

/// One page of services with everything that is like them, most alike first (UNI-05). Each service stands once, with its
/// pairs beside each other: the page counts services. A pair stands at the one with the higher code.
///
/// # Errors
/// Forbidden for everybody but the platform and its auditors; invalid `bad-cursor` for a cursor of another list.
pub async fn similar_pairs(tx: &Read, filter: &SimilarFilter, page: &PageRequest) -> Result<Page<SimilarPair>> {
    if !policy::sees_all(tx.caller()) {
        policy::may_manage(tx.caller())?;
    }
    let after = page.after.as_ref().map(after).transpose()?;
    let first = rows::list(tx, filter, after, page.probe()).await?;
    let first = Page::from_probe(first, page, |pair| {
        Cursor::from_parts(&[&pair.score.to_string(), &pair.service.to_string(), &pair.other.to_string()])
    });
    let services: Vec<Uuid> = first.items.iter().map(|pair| pair.service).collect();
    let mut pairs = rows::of_services(tx, filter, &services).await?;
    pairs.sort_by_key(|pair| services.iter().position(|service| *service == pair.service));
    let ids: Vec<ServiceId> =
        pairs.iter().flat_map(|pair| [ServiceId::new(pair.service), ServiceId::new(pair.other)]).collect();
    let (items, families) = (items(tx, &ids).await?, representatives(tx, &ids).await?);
    let mut found = Vec::new();
    for pair in pairs {
        let (left, right) = (ServiceId::new(pair.other), ServiceId::new(pair.service));
        let (Some(left_item), Some(right_item)) = (items.get(&left), items.get(&right)) else { continue };
        found.push(SimilarPair {
            left: left_item.clone(),
            left_family: families.get(&left).cloned(),
            right: right_item.clone(),
            right_family: families.get(&right).cloned(),
            score: pair.score,
            reasons: pair.reasons()?,
            kind: pair.kind()?,
            state: pair.state.parse()?,
        });
    }
    Ok(Page { items: found, next: first.next })
}

async fn items(tx: &Read, ids: &[ServiceId]) -> Result<BTreeMap<ServiceId, ServiceListItem>> {
    let rows = members::services_by_ids(tx, ids).await?;
    let items = rows.into_iter().map(ServiceListItem::try_from).collect::<Result<Vec<_>>>()?;
    Ok(items.into_iter().map(|item| (item.id, item)).collect())
}

fn after(cursor: &Cursor) -> Result<rows::After> {
    let (score, service, other) = cursor.three()?;
    Ok(rows::After { score, service, other })
}
