//! `service_mentions`: which other services, life situations and institutions the descriptions in force name; and how a
//! service was called before.

use super::version_rows;
use crate::{Description, VersionState};
use kernel::Result;
use sea_orm::{ActiveValue::Set, Condition, QueryOrder, QuerySelect, entity::prelude::*};
use std::collections::BTreeSet;
use storage::{Db as _, Read, Write};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_mentions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub service: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Another service, by its code.
pub const SERVICE: &str = "service";
/// A life situation, by its word.
pub const SITUATION: &str = "situation";

/// Who provides a stage, other than the holder, by the id of the institution.
pub const INSTITUTION: &str = "institution";
/// A municipality of the territory, by its ATVK code.
pub const MUNICIPALITY: &str = "municipality";
/// A place that takes a channel, by its code.
pub const PLACE: &str = "place";

/// So many rows are written at once.
const BATCH: usize = 500;

/// What a description names: kind and name.
pub type Named = BTreeSet<(&'static str, String)>;

/// The codes of the services whose descriptions name this.
pub async fn naming(tx: &Read, kind: &str, name: &str) -> Result<Vec<String>> {
    let named = Entity::find()
        .select_only()
        .column(Column::Service)
        .filter(Column::Kind.eq(kind))
        .filter(Column::Name.eq(name))
        .order_by_asc(Column::Service);
    named.into_tuple().all(tx.conn()).await.db()
}

/// The codes of the next services behind `after` whose descriptions name any of these, each once.
pub async fn naming_any(tx: &Read, names: &[(&str, String)], after: &str, limit: u64) -> Result<Vec<String>> {
    let any = names.iter().fold(Condition::any(), |any, (kind, name)| {
        any.add(Condition::all().add(Column::Kind.eq(*kind)).add(Column::Name.eq(name.as_str())))
    });
    let naming = Entity::find()
        .select_only()
        .column(Column::Service)
        .distinct()
        .filter(any)
        .filter(Column::Service.gt(after))
        .order_by_asc(Column::Service)
        .limit(limit);
    naming.into_tuple().all(tx.conn()).await.db()
}

/// The words of life situations that the descriptions of these services name: code of the service and word.
///
/// The kind is chosen here and not in the query: asked for both, SQLite reads the situations of the whole register by
/// the key instead of the few rows of these services.
pub async fn situations(tx: &Read, services: &[String]) -> Result<Vec<(String, String)>> {
    let named = Entity::find().filter(Column::Service.is_in(services)).all(tx.conn()).await.db()?;
    Ok(named.into_iter().filter(|row| row.kind == SITUATION).map(|row| (row.service, row.name)).collect())
}

/// The description of a service names exactly this.
pub async fn set(tx: &Write, service: &str, named: &Named) -> Result<()> {
    let of_this = Column::Service.eq(service);
    let stored = Entity::find().filter(of_this.clone()).all(tx.conn()).await.db()?;
    let same = stored.len() == named.len()
        && stored.iter().all(|row| named.iter().any(|(kind, name)| *kind == row.kind && *name == row.name));
    if same {
        return Ok(());
    }
    Entity::delete_many().filter(of_this).exec(tx.conn()).await.db()?;
    insert(tx, &[(service.to_owned(), named)]).await
}

/// Adds what services name; none of it is there yet.
pub async fn insert(tx: &Write, named: &[(String, &Named)]) -> Result<()> {
    let rows: Vec<ActiveModel> = named
        .iter()
        .flat_map(|(service, named)| named.iter().map(move |(kind, name)| row(service, kind, name)))
        .collect();
    for rows in rows.chunks(BATCH) {
        Entity::insert_many(rows.to_vec()).exec_without_returning(tx.conn()).await.db()?;
    }
    Ok(())
}

fn row(service: &str, kind: &str, name: &str) -> ActiveModel {
    ActiveModel { kind: Set(kind.to_owned()), name: Set(name.to_owned()), service: Set(service.to_owned()) }
}

pub async fn is_empty(tx: &Read) -> Result<bool> {
    Ok(Entity::find().limit(1).one(tx.conn()).await.db()?.is_none())
}

pub async fn clear(tx: &Write) -> Result<()> {
    Entity::delete_many().exec(tx.conn()).await.db()?;
    Ok(())
}

/// The description that was in force before the present one; none when that is the first.
pub async fn description_before(tx: &Read, service: Uuid) -> Result<Option<Description>> {
    let ended = version_rows::Entity::find()
        .filter(version_rows::Column::Service.eq(service))
        .filter(version_rows::Column::State.eq(VersionState::Published.as_str()))
        .filter(version_rows::Column::ValidTo.is_not_null())
        .order_by_desc(version_rows::Column::ValidTo)
        .order_by_desc(version_rows::Column::Version)
        .one(tx.conn())
        .await
        .db()?;
    ended.map(|version| Ok(serde_json::from_str(&version.document)?)).transpose()
}
