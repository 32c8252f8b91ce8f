//! The sums of each holder, day by day.

use super::holders::Sums;
use super::rows::quality_days::{ActiveModel, Column, Entity, Model};
use chrono::NaiveDate;
use kernel::Result;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict,
};
use storage::{Db as _, Read, Write};
use uuid::Uuid;

pub type Day = Model;

/// Keeps the sums as those of a day; once more on the same day takes the place of before.
pub async fn keep(tx: &Write, day: NaiveDate, sums: &[Sums]) -> Result<()> {
    if sums.is_empty() {
        return Ok(());
    }
    let rows = sums.iter().map(|sums| ActiveModel {
        holder: Set(sums.holder),
        day: Set(day),
        services: Set(sums.services),
        score_sum: Set(sums.score_sum),
        blocking: Set(sums.blocking),
        warning: Set(sums.warning),
    });
    let again = OnConflict::columns([Column::Holder, Column::Day])
        .update_columns([Column::Services, Column::ScoreSum, Column::Blocking, Column::Warning])
        .to_owned();
    Entity::insert_many(rows).on_conflict(again).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// The last days of a holder, oldest first.
pub async fn of(tx: &Read, holder: Uuid, limit: u64) -> Result<Vec<Day>> {
    let newest = Entity::find().filter(Column::Holder.eq(holder)).order_by_desc(Column::Day).limit(limit);
    let mut days = newest.all(tx.conn()).await.db()?;
    days.reverse();
    Ok(days)
}
