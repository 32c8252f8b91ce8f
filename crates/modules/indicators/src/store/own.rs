//! Queries on `own_indicators`.

use super::entities::own_indicators::{ActiveModel, Column, Entity};
use crate::{OwnCode, OwnIndicator};
use kernel::{InstitutionId, Result};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use storage::{Db as _, Read, Write, keyset};
use uuid::Uuid;

/// An indicator with the id of its stream.
pub(crate) async fn find(tx: &Read, code: &OwnCode) -> Result<Option<(Uuid, OwnIndicator)>> {
    let wanted = Entity::find().filter(Column::Service.eq(&code.service)).filter(Column::Number.eq(code.number));
    let row = wanted.one(tx.conn()).await.db()?;
    row.map(|row| Ok((row.id, row.try_into()?))).transpose()
}

/// Up to `limit` indicators of a holder and of a service, where they are named, after one of them, by code.
pub(crate) async fn listed(
    tx: &Read,
    holder: Option<InstitutionId>,
    service: Option<&str>,
    after: Option<&OwnCode>,
    limit: u64,
) -> Result<Vec<OwnIndicator>> {
    let mut query = Entity::find().order_by_asc(Column::Service).order_by_asc(Column::Number).limit(limit);
    if let Some(holder) = holder {
        query = query.filter(Column::Holder.eq(holder.uuid()));
    }
    if let Some(service) = service {
        query = query.filter(Column::Service.eq(service));
    }
    if let Some(OwnCode { service, number }) = after {
        query = query.filter(keyset::after_asc(Column::Service, service.as_str(), Column::Number, *number));
    }
    let rows = query.all(tx.conn()).await.db()?;
    rows.into_iter().map(OwnIndicator::try_from).collect()
}

pub(crate) async fn of_services(tx: &Read, services: &[String]) -> Result<Vec<OwnIndicator>> {
    let rows = Entity::find().filter(Column::Service.is_in(services)).all(tx.conn()).await.db()?;
    rows.into_iter().map(OwnIndicator::try_from).collect()
}

/// The highest number within a service; 0 when it has no indicator.
pub(crate) async fn last_number(tx: &Read, service: &str) -> Result<i32> {
    let number: Option<i32> = Entity::find()
        .select_only()
        .column(Column::Number)
        .filter(Column::Service.eq(service))
        .order_by_desc(Column::Number)
        .limit(1)
        .into_tuple()
        .one(tx.conn())
        .await
        .db()?;
    Ok(number.unwrap_or_default())
}

/// Keeps a new indicator; returns the id of its stream.
pub(crate) async fn insert(tx: &Write, indicator: &OwnIndicator) -> Result<Uuid> {
    let id = tx.ids().uuid();
    let row = ActiveModel {
        id: Set(id),
        service: Set(indicator.code.service.clone()),
        number: Set(indicator.code.number),
        holder: Set(indicator.holder.uuid()),
        channel: Set(indicator.channel.as_str().to_owned()),
        stage: Set(indicator.stage.as_str().to_owned()),
        created_at: Set(tx.now()),
        ..changed(tx, indicator)
    };
    Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(id)
}

/// Whether the indicator still had the revision that was seen, and is changed now.
pub(crate) async fn update(tx: &Write, id: Uuid, indicator: &OwnIndicator, seen: i64) -> Result<bool> {
    let there = Entity::update_many().filter(Column::Id.eq(id)).filter(Column::Revision.eq(seen));
    tx.changed_one(there.set(changed(tx, indicator))).await
}

fn changed(tx: &Write, indicator: &OwnIndicator) -> ActiveModel {
    let text = indicator.text.clone();
    ActiveModel {
        name_lv: Set(text.name.lv),
        name_en: Set(text.name.en),
        unit_lv: Set(text.unit.lv),
        unit_en: Set(text.unit.en),
        wanted: Set(text.wanted.in_thousandths()),
        better: Set(text.better.as_str().to_owned()),
        closed: Set(indicator.closed),
        revision: Set(indicator.revision),
        updated_at: Set(tx.now()),
        ..ActiveModel::default()
    }
}
