//! Scores and findings as they are kept.

use super::rows::{service_findings as findings, service_quality as quality};
use kernel::Result;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;
use storage::{Db as _, Read, Write, keyset};
use uuid::Uuid;

/// Rows of one statement, well under the limit of both databases for parameters.
const ROWS: usize = 500;

pub type Row = quality::Model;

pub async fn of_services(tx: &Read, ids: &[Uuid]) -> Result<Vec<Row>> {
    quality::Entity::find().filter(quality::Column::Service.is_in(ids.iter().copied())).all(tx.conn()).await.db()
}

/// The number of the first live service with each of these names.
pub async fn first_of_names(tx: &Read, keys: &[String]) -> Result<BTreeMap<String, i64>> {
    let rows: Vec<(String, i64)> = quality::Entity::find()
        .select_only()
        .column(quality::Column::NameKey)
        .column_as(quality::Column::Number.min(), "first")
        .filter(quality::Column::NameKey.is_in(keys))
        .filter(quality::Column::Live.eq(true))
        .group_by(quality::Column::NameKey)
        .into_tuple()
        .all(tx.conn())
        .await
        .db()?;
    Ok(rows.into_iter().collect())
}

/// Live services of this name behind `number`: they may call this one their duplicate.
pub async fn later_of_name(tx: &Read, key: &str, number: i64, limit: u64) -> Result<Vec<Uuid>> {
    quality::Entity::find()
        .select_only()
        .column(quality::Column::Service)
        .filter(quality::Column::NameKey.eq(key))
        .filter(quality::Column::Number.gt(number))
        .order_by_asc(quality::Column::Number)
        .limit(limit)
        .into_tuple()
        .all(tx.conn())
        .await
        .db()
}

/// Puts these rows, with the rules that found something, in the place of what is there of the services.
pub async fn replace(tx: &Write, rows: &[(Row, Vec<String>)]) -> Result<()> {
    let ids: Vec<Uuid> = rows.iter().map(|(row, _)| row.service).collect();
    quality::Entity::delete_many().filter(quality::Column::Service.is_in(ids.clone())).exec(tx.conn()).await.db()?;
    findings::Entity::delete_many().filter(findings::Column::Service.is_in(ids)).exec(tx.conn()).await.db()?;
    let scores: Vec<quality::ActiveModel> = rows.iter().map(|(row, _)| row.clone().into()).collect();
    for rows in scores.chunks(ROWS) {
        quality::Entity::insert_many(rows.to_vec()).exec_without_returning(tx.conn()).await.db()?;
    }
    let found = rows.iter().filter(|(row, _)| row.live).flat_map(|(row, rules)| {
        rules.iter().map(|rule| findings::Model {
            service: row.service,
            rule: rule.clone(),
            holder: row.holder,
            score: row.score,
            number: row.number,
        })
    });
    let found: Vec<findings::ActiveModel> = found.map(Into::into).collect();
    for rows in found.chunks(ROWS) {
        findings::Entity::insert_many(rows.to_vec()).exec_without_returning(tx.conn()).await.db()?;
    }
    Ok(())
}

/// The worst live services of a holder behind a place.
pub async fn worst(tx: &Read, holder: Uuid, after: Option<(i32, i64)>, limit: u64) -> Result<Vec<Row>> {
    use quality::Column;
    let of_holder = Condition::all().add(Column::Holder.eq(holder)).add(Column::Live.eq(true));
    let behind = after.map(|(score, number)| keyset::after_asc(Column::Score, score, Column::Number, number));
    quality::Entity::find()
        .filter(of_holder.add_option(behind))
        .order_by_asc(Column::Score)
        .order_by_asc(Column::Number)
        .limit(limit)
        .all(tx.conn())
        .await
        .db()
}

/// The worst live services of a holder in which a rule found something, behind a place.
pub async fn worst_by_rule(
    tx: &Read,
    holder: Uuid,
    rule: &str,
    after: Option<(i32, i64)>,
    limit: u64,
) -> Result<Vec<Row>> {
    use findings::Column;
    let of_rule = Condition::all().add(Column::Holder.eq(holder)).add(Column::Rule.eq(rule));
    let behind = after.map(|(score, number)| keyset::after_asc(Column::Score, score, Column::Number, number));
    let ids: Vec<Uuid> = findings::Entity::find()
        .select_only()
        .column(Column::Service)
        .filter(of_rule.add_option(behind))
        .order_by_asc(Column::Score)
        .order_by_asc(Column::Number)
        .limit(limit)
        .into_tuple()
        .all(tx.conn())
        .await
        .db()?;
    let mut rows = of_services(tx, &ids).await?;
    rows.sort_by_key(|row| (row.score, row.number));
    Ok(rows)
}

/// The next rows in the order of the ids, for adding all of them up.
pub async fn after(tx: &Read, service: Option<Uuid>, limit: u64) -> Result<Vec<Row>> {
    let mut next = quality::Entity::find().order_by_asc(quality::Column::Service).limit(limit);
    if let Some(service) = service {
        next = next.filter(quality::Column::Service.gt(service));
    }
    next.all(tx.conn()).await.db()
}
