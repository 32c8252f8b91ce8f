//! Reading and moving `service_versions`.

use super::version_rows::{Column, Entity, Line, Model};
use crate::{ChannelOffer, Description, Version, VersionLine, VersionState};
use chrono::{DateTime, Utc};
use kernel::{Result, ServiceId};
use sea_orm::prelude::Uuid;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select, UpdateMany, sea_query::Expr,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::sync::Arc;
use storage::{Db as _, Read, Write};

/// How the mark of an internal service stands in the document of a version, and nothing else: in a text of it the quotation
/// marks would be written with a backslash.
const INTERNAL: &str = r#""internal":true"#;

/// Versions of one question: each is a condition of its own.
const VERSIONS: usize = 100;

/// Newest first.
pub async fn of_service(tx: &Read, id: ServiceId) -> Result<Vec<VersionLine>> {
    lines(tx, id, of(id).order_by_desc(Column::Version)).await
}

pub async fn find(tx: &Read, id: ServiceId, version: i32) -> Result<Option<Version>> {
    let row = Entity::find_by_id((id.uuid(), version)).one(tx.conn()).await.db()?;
    row.map(whole).transpose()
}

/// The newest one that was not taken back.
pub async fn newest_kept(tx: &Read, id: ServiceId) -> Result<Option<Version>> {
    let kept = Entity::find()
        .filter(Column::Service.eq(id.uuid()))
        .filter(Column::State.ne(VersionState::Withdrawn.as_str()))
        .order_by_desc(Column::Version);
    kept.one(tx.conn()).await.db()?.map(whole).transpose()
}

/// The same of many services, by service; those of which every one was taken back are left out.
pub async fn newest_of(tx: &Read, services: &[Uuid]) -> Result<HashMap<Uuid, Version>> {
    let mut found = HashMap::with_capacity(services.len());
    for some in services.chunks(VERSIONS) {
        let newest: Vec<(Uuid, i32)> = Entity::find()
            .select_only()
            .column(Column::Service)
            .column_as(Column::Version.max(), "newest")
            .filter(Column::Service.is_in(some.iter().copied()))
            .filter(Column::State.ne(VersionState::Withdrawn.as_str()))
            .group_by(Column::Service)
            .into_tuple()
            .all(tx.conn())
            .await
            .db()?;
        if newest.is_empty() {
            continue;
        }
        for row in Entity::find().filter(these(&newest)).all(tx.conn()).await.db()? {
            found.insert(row.service, whole(row)?);
        }
    }
    Ok(found)
}

/// The documents of these versions, or the part of them that `T` keeps; versions that are not there are left out.
pub async fn exact<T: DeserializeOwned>(tx: &Read, versions: &[(Uuid, i32)]) -> Result<HashMap<(Uuid, i32), T>> {
    let mut found = HashMap::with_capacity(versions.len());
    for some in versions.chunks(VERSIONS) {
        let rows: Vec<(Uuid, i32, String)> = Entity::find()
            .select_only()
            .columns([Column::Service, Column::Version, Column::Document])
            .filter(these(some))
            .into_tuple()
            .all(tx.conn())
            .await
            .db()?;
        for (service, version, document) in rows {
            found.insert((service, version), serde_json::from_str(&document)?);
        }
    }
    Ok(found)
}

/// One of these versions, of which there must be some.
fn these(versions: &[(Uuid, i32)]) -> Condition {
    versions.iter().fold(Condition::any(), |any, (service, version)| {
        any.add(Condition::all().add(Column::Service.eq(*service)).add(Column::Version.eq(*version)))
    })
}

/// The newest one of those below `version` that were ever in force: what the writer of `version` had before them.
pub async fn published_below(tx: &Read, id: ServiceId, version: i32) -> Result<Option<Version>> {
    let published = Entity::find()
        .filter(Column::Service.eq(id.uuid()))
        .filter(Column::State.eq(VersionState::Published.as_str()))
        .filter(Column::Version.lt(version))
        .order_by_desc(Column::Version);
    published.one(tx.conn()).await.db()?.map(whole).transpose()
}

/// The version in force at an instant.
pub async fn at(tx: &Read, id: ServiceId, at: DateTime<Utc>) -> Result<Option<Version>> {
    let row = Entity::find()
        .filter(Column::Service.eq(id.uuid()))
        .filter(Column::State.eq(VersionState::Published.as_str()))
        .filter(Column::ValidFrom.lte(at))
        .filter(Condition::any().add(Column::ValidTo.is_null()).add(Column::ValidTo.gt(at)))
        .order_by_desc(Column::Version)
        .one(tx.conn())
        .await
        .db()?;
    row.map(whole).transpose()
}

/// The descriptions in force of these services, by service, parsed but not cached: for the index.
pub async fn in_force(tx: &Read, services: &[Uuid]) -> Result<HashMap<Uuid, Description>> {
    documents(tx, services).await
}

/// What these services offer in each channel by their descriptions in force.
pub async fn offers_in_force(tx: &Read, services: &[Uuid]) -> Result<HashMap<Uuid, Vec<ChannelOffer>>> {
    let all: HashMap<Uuid, Offers> = documents(tx, services).await?;
    Ok(all.into_iter().map(|(service, offers)| (service, offers.channels)).collect())
}

/// Of a description only what is offered in each channel.
#[derive(Deserialize)]
struct Offers {
    channels: Vec<ChannelOffer>,
}

/// The descriptions in force, or the part of them that `T` keeps.
async fn documents<T: DeserializeOwned>(tx: &Read, services: &[Uuid]) -> Result<HashMap<Uuid, T>> {
    if services.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(Uuid, String)> = Entity::find()
        .select_only()
        .columns([Column::Service, Column::Document])
        .filter(Column::Service.is_in(services.iter().copied()))
        .filter(Column::State.eq(VersionState::Published.as_str()))
        .filter(Column::ValidTo.is_null())
        .into_tuple()
        .all(tx.conn())
        .await
        .db()?;
    rows.into_iter().map(|(service, document)| Ok((service, serde_json::from_str(&document)?))).collect()
}

/// Those that wait for their day, soonest first.
pub async fn scheduled(tx: &Read, id: ServiceId) -> Result<Vec<VersionLine>> {
    let waiting = of(id)
        .filter(Column::State.eq(VersionState::Scheduled.as_str()))
        .order_by_asc(Column::ValidFrom)
        .order_by_asc(Column::Version);
    lines(tx, id, waiting).await
}

/// Plans a version for an instant to come.
pub async fn schedule(tx: &Write, id: ServiceId, version: i32, from: DateTime<Utc>) -> Result<()> {
    let planned = in_state(VersionState::Scheduled).col_expr(Column::ValidFrom, Expr::value(from));
    change(tx, id, version, planned).await
}

/// Takes a scheduled version back.
pub async fn withdraw(tx: &Write, id: ServiceId, version: i32) -> Result<()> {
    change(tx, id, version, in_state(VersionState::Withdrawn)).await
}

/// From `from` on this version is in force and the one before it is not.
pub async fn put_in_force(tx: &Write, id: ServiceId, version: i32, from: DateTime<Utc>) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::ValidTo, Expr::value(from))
        .filter(Column::Service.eq(id.uuid()))
        .filter(Column::State.eq(VersionState::Published.as_str()))
        .filter(Column::ValidTo.is_null())
        .filter(Column::Version.ne(version))
        .exec(tx.conn())
        .await
        .db()?;
    let public = in_state(VersionState::Published)
        .col_expr(Column::ValidFrom, Expr::value(from))
        .col_expr(Column::PublishedAt, Expr::value(tx.now()));
    change(tx, id, version, public).await
}

/// Requests ended while this version is in force.
pub async fn close(tx: &Write, id: ServiceId, version: i32) -> Result<()> {
    change(tx, id, version, Entity::update_many().col_expr(Column::ClosedAt, Expr::value(tx.now()))).await
}

fn in_state(state: VersionState) -> UpdateMany<Entity> {
    Entity::update_many().col_expr(Column::State, Expr::value(state.as_str()))
}

/// Makes the change in one version.
async fn change(tx: &Write, id: ServiceId, version: i32, change: UpdateMany<Entity>) -> Result<()> {
    let one = change.filter(Column::Service.eq(id.uuid())).filter(Column::Version.eq(version));
    one.exec(tx.conn()).await.db()?;
    Ok(())
}

fn of(id: ServiceId) -> Select<Entity> {
    Entity::find().filter(Column::Service.eq(id.uuid()))
}

/// These versions of one service as lines. Their documents stay in the database, which says which of them are internal.
async fn lines(tx: &Read, id: ServiceId, wanted: Select<Entity>) -> Result<Vec<VersionLine>> {
    let rows = wanted.select_only().columns(Line::COLUMNS).into_model::<Line>().all(tx.conn()).await.db()?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let internal: Vec<i32> = of(id)
        .select_only()
        .column(Column::Version)
        .filter(Column::Document.contains(INTERNAL))
        .into_tuple()
        .all(tx.conn())
        .await
        .db()?;
    let line = |row: Line| {
        let internal = internal.contains(&row.version);
        row.told(internal)
    };
    rows.into_iter().map(line).collect()
}

fn whole(row: Model) -> Result<Version> {
    let (line, document) = row.parts();
    let description: Description = serde_json::from_str(&document)?;
    Ok(Version { line: line.told(description.flags.internal)?, description: Arc::new(description) })
}
