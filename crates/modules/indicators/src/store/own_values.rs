//! Queries on `own_indicator_values`.

use super::entities::own_indicator_values::{ActiveModel, Column, Entity};
use crate::{Filter, Month, OwnCode, OwnIndicator, OwnValue, Quantity};
use kernel::{InstitutionId, PersonId, Result};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Value};
use storage::{Db as _, Read, Write, keyset};

/// Up to `limit` values of the months and the service of `filter` after a place, by indicator and month.
pub(crate) async fn between(
    tx: &Read,
    filter: &Filter,
    holder: Option<InstitutionId>,
    after: Option<(String, i32, Month)>,
    limit: u64,
) -> Result<Vec<OwnValue>> {
    let (from, to) = filter.months();
    let mut wanted = Condition::all()
        .add(Column::Month.gte(from.to_string()))
        .add(Column::Month.lte(to.to_string()))
        .add_option(filter.service.as_ref().map(|code| Column::Service.eq(code)))
        .add_option(holder.map(|holder| Column::Holder.eq(holder.uuid())));
    if let Some((service, number, month)) = after {
        wanted = wanted.add(keyset::after_key([
            (Column::Service, Value::from(service)),
            (Column::Number, Value::from(number)),
            (Column::Month, Value::from(month.to_string())),
        ]));
    }
    let rows = Entity::find()
        .filter(wanted)
        .order_by_asc(Column::Service)
        .order_by_asc(Column::Number)
        .order_by_asc(Column::Month)
        .limit(limit)
        .all(tx.conn())
        .await
        .db()?;
    rows.into_iter().map(OwnValue::try_from).collect()
}

/// Every value of these indicators in the months of `filter`, the first month first: one at most for each month.
pub(crate) async fn of_codes(tx: &Read, codes: &[&OwnCode], filter: &Filter) -> Result<Vec<OwnValue>> {
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    let (from, to) = filter.months();
    let one =
        |code: &OwnCode| Condition::all().add(Column::Service.eq(&code.service)).add(Column::Number.eq(code.number));
    let any = codes.iter().fold(Condition::any(), |any, code| any.add(one(code)));
    let rows = Entity::find()
        .filter(any)
        .filter(Column::Month.gte(from.to_string()))
        .filter(Column::Month.lte(to.to_string()))
        .order_by_asc(Column::Month)
        .all(tx.conn())
        .await
        .db()?;
    rows.into_iter().map(OwnValue::try_from).collect()
}

/// Up to `limit` values of one indicator before a month, the newest month first.
pub(crate) async fn of(tx: &Read, code: &OwnCode, before: Option<Month>, limit: u64) -> Result<Vec<OwnValue>> {
    let mut query = Entity::find()
        .filter(Column::Service.eq(&code.service))
        .filter(Column::Number.eq(code.number))
        .order_by_desc(Column::Month)
        .limit(limit);
    if let Some(before) = before {
        query = query.filter(Column::Month.lt(before.to_string()));
    }
    let rows = query.all(tx.conn()).await.db()?;
    rows.into_iter().map(OwnValue::try_from).collect()
}

/// The value that stands for a month, locked until the unit of work ends.
pub(crate) async fn lock(tx: &Write, code: &OwnCode, month: Month) -> Result<Option<Quantity>> {
    let key = (code.service.clone(), code.number, month.to_string());
    let row = Entity::find_by_id(key).lock_exclusive().one(tx.conn()).await.db()?;
    Ok(row.map(|row| Quantity::thousandths(row.value)))
}

/// Puts a value in place of the one that stood, if any.
pub(crate) async fn put(tx: &Write, indicator: &OwnIndicator, month: Month, value: Quantity) -> Result<()> {
    let row = ActiveModel {
        service: Set(indicator.code.service.clone()),
        number: Set(indicator.code.number),
        month: Set(month.to_string()),
        holder: Set(indicator.holder.uuid()),
        value: Set(value.in_thousandths()),
        recorded_at: Set(tx.now()),
        recorded_by: Set(tx.caller().person.map(PersonId::uuid)),
    };
    let key = [Column::Service, Column::Number, Column::Month];
    let stands =
        OnConflict::columns(key).update_columns([Column::Value, Column::RecordedAt, Column::RecordedBy]).to_owned();
    Entity::insert(row).on_conflict(stands).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}
