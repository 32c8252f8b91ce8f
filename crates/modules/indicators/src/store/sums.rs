//! Counts that the database adds up.

use super::cells::wanted;
use super::entities::indicator_cells::{Column, Entity};
use crate::{Filter, Measure, Month};
use kernel::{InstitutionId, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select, sea_query::Expr};
use storage::{Db as _, Read};
use uuid::Uuid;

/// Sums of a filter by month, measure and dimension.
pub(crate) async fn by_month(tx: &Read, filter: &Filter) -> Result<Vec<(String, String, String, i64)>> {
    Entity::find()
        .select_only()
        .columns([Column::Month, Column::Measure, Column::Dimension])
        // A sum of whole numbers is a decimal on PostgreSQL.
        .column_as(Expr::cust("CAST(SUM(value) AS BIGINT)"), "sum")
        .filter(wanted(filter))
        .group_by(Column::Month)
        .group_by(Column::Measure)
        .group_by(Column::Dimension)
        .into_tuple()
        .all(tx.conn())
        .await
        .db()
}

/// The last month before another that has a count of this measure: one place in the index by holder and measure.
pub(crate) async fn last_month_before(
    tx: &Read,
    holder: InstitutionId,
    measure: Measure,
    before: Month,
) -> Result<Option<Month>> {
    let month: Option<String> = Entity::find()
        .select_only()
        .column(Column::Month)
        .filter(Column::Holder.eq(holder.uuid()))
        .filter(Column::Measure.eq(measure.as_str()))
        .filter(Column::Month.lt(before.to_string()))
        .order_by_desc(Column::Month)
        .limit(1)
        .into_tuple()
        .one(tx.conn())
        .await
        .db()?;
    month.map(|month| month.parse()).transpose()
}

/// The first `limit` services of a filter, each with a holder, by code.
pub(crate) async fn services(tx: &Read, filter: &Filter, limit: u64) -> Result<Vec<(String, Uuid)>> {
    services_of(filter).limit(limit).into_tuple().all(tx.conn()).await.db()
}

/// The services of a filter, each with a holder, by code.
pub(crate) fn services_of(filter: &Filter) -> Select<Entity> {
    Entity::find()
        .select_only()
        .columns([Column::ServiceCode, Column::Holder])
        .filter(wanted(filter))
        // Every code is behind the empty one. With that said SQLite goes by the key, and stops where there are enough.
        .filter(Column::ServiceCode.gt(""))
        .group_by(Column::ServiceCode)
        .group_by(Column::Holder)
        .order_by_asc(Column::ServiceCode)
        .order_by_asc(Column::Holder)
}

/// Sums of a filter over its months by service, holder, measure and dimension, of the services with these codes.
pub(crate) async fn by_service(
    tx: &Read,
    filter: &Filter,
    codes: &[&str],
) -> Result<Vec<(String, Uuid, String, String, i64)>> {
    Entity::find()
        .select_only()
        .columns([Column::ServiceCode, Column::Holder, Column::Measure, Column::Dimension])
        .column_as(Expr::cust("CAST(SUM(value) AS BIGINT)"), "sum")
        .filter(wanted(filter))
        .filter(Column::ServiceCode.is_in(codes.iter().copied()))
        .group_by(Column::ServiceCode)
        .group_by(Column::Holder)
        .group_by(Column::Measure)
        .group_by(Column::Dimension)
        .into_tuple()
        .all(tx.conn())
        .await
        .db()
}
