//! Which services belong to which life situations: by the steps of situations, which may name the unified service that a
//! service is attached to, and by the words of descriptions.

use super::situation_rows::{Column, Entity, services};
use super::{mentions, template_members};
use crate::situations::{SituationLine, SituationState, slug_of};
use kernel::Result;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid};
use std::collections::{BTreeMap, BTreeSet};
use storage::{Db as _, Read};

/// The published situations of these services, by code: those whose steps name a service or the unified service that it
/// is attached to, and those that its description names. Codes of unified services have those whose steps name them.
pub async fn of_services(tx: &Read, codes: &[String]) -> Result<BTreeMap<String, Vec<SituationLine>>> {
    let mut found: BTreeMap<String, Vec<SituationLine>> = BTreeMap::new();
    if codes.is_empty() {
        return Ok(found);
    }
    let families = template_members::families(tx, codes).await?;
    let wanted: BTreeSet<&String> = codes.iter().chain(families.values()).collect();
    let links = services::Entity::find().filter(services::Column::Service.is_in(wanted)).all(tx.conn()).await.db()?;
    let named = mentions::situations(tx, codes).await?;
    if links.is_empty() && named.is_empty() {
        return Ok(found);
    }
    let linked = Condition::any()
        .add(Column::Id.is_in(links.iter().map(|link| link.situation)))
        .add(Column::Slug.is_in(named.iter().map(|(_, word)| slug_of(word))));
    let rows = Entity::find()
        .filter(Column::State.eq(SituationState::Published.as_str()))
        .filter(linked)
        .order_by_asc(Column::Place)
        .order_by_asc(Column::Slug)
        .all(tx.conn())
        .await
        .db()?;
    for row in rows {
        let id = row.id;
        let line = SituationLine::try_from(row)?;
        let word = line.word();
        let steps: BTreeSet<&String> =
            links.iter().filter(|link| link.situation == id).map(|link| &link.service).collect();
        let by_steps = codes.iter().filter(|code| steps.contains(code));
        let by_families = families.iter().filter(|(_, family)| steps.contains(family)).map(|(service, _)| service);
        let by_words = named.iter().filter(|(_, named)| *named == word).map(|(service, _)| service);
        for service in by_steps.chain(by_families).chain(by_words).collect::<BTreeSet<_>>() {
            found.entry(service.clone()).or_default().push(line.clone());
        }
    }
    Ok(found)
}

/// Which published situations name which services in their steps: code of the service, single or unified, and slug, all
/// there are.
pub async fn steps(tx: &Read) -> Result<Vec<(String, String)>> {
    let published: Vec<(Uuid, String)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Slug])
        .filter(Column::State.eq(SituationState::Published.as_str()))
        .into_tuple()
        .all(tx.conn())
        .await
        .db()?;
    let slugs: BTreeMap<Uuid, String> = published.into_iter().collect();
    let links = services::Entity::find().all(tx.conn()).await.db()?;
    Ok(links.into_iter().filter_map(|link| Some((link.service, slugs.get(&link.situation)?.clone()))).collect())
}
