//! Reading everything that is public, page by page.

use super::{service_rows, version_rows};
use crate::ServiceState;
use kernel::Result;
use sea_orm::{
    ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait as _, IntoCondition as _},
};
use storage::{Db as _, Read};

/// The next public services after a number, each with the document of its version in force.
pub async fn after(tx: &Read, number: i64, limit: u64) -> Result<Vec<(service_rows::Model, String)>> {
    let in_force = service_rows::Entity::belongs_to(version_rows::Entity)
        .from(service_rows::Column::Id)
        .to(version_rows::Column::Service)
        .on_condition(|service, version| {
            let same = Expr::col((service, service_rows::Column::Version));
            same.equals((version, version_rows::Column::Version)).into_condition()
        })
        .into();
    let rows = service_rows::Entity::find()
        .select_also(version_rows::Entity)
        .join(JoinType::InnerJoin, in_force)
        .filter(service_rows::Column::Number.gt(number))
        .filter(service_rows::Column::State.is_in([ServiceState::Open.as_str(), ServiceState::Closed.as_str()]))
        .filter(service_rows::Column::Internal.eq(false))
        .order_by_asc(service_rows::Column::Number)
        .limit(limit)
        .all(tx.conn())
        .await
        .db()?;
    Ok(rows.into_iter().filter_map(|(service, version)| Some((service, version?.document))).collect())
}
