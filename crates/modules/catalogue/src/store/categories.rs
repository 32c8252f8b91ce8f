//! Reading and writing the categories of services.

use super::category_behind::is_behind;
use super::category_rows::{counts, entries, popular as popular_rows};
use crate::categories::{Category, CategoryCount, CategoryKind};
use kernel::Result;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait as _, OnConflict},
};
use std::collections::{BTreeMap, BTreeSet};
use storage::{Db as _, Read, Write};

/// A list of categories is never longer: themes, channels, institutions.
const MOST: u64 = 2000;
/// So many numbers are asked about at once.
const NUMBERS: usize = 500;

type Entries = BTreeSet<(Category, String)>;

/// The numbers of the services of a category in one scope, after `after`.
pub async fn numbers(tx: &Read, category: &str, scope: &str, after: i64, limit: u64) -> Result<Vec<i64>> {
    let next = entries::Entity::find()
        .select_only()
        .column(entries::Column::Number)
        .filter(entries::Column::Category.eq(category))
        .filter(entries::Column::Scope.eq(scope))
        .filter(entries::Column::Number.gt(after))
        .order_by_asc(entries::Column::Number)
        .limit(limit);
    next.into_tuple().all(tx.conn()).await.db()
}

/// Which of these numbers the category has in one of the scopes.
pub async fn among(tx: &Read, category: &str, scopes: &[String], numbers: &BTreeSet<i64>) -> Result<BTreeSet<i64>> {
    let numbers: Vec<i64> = numbers.iter().copied().collect();
    let mut found = BTreeSet::new();
    for some in numbers.chunks(NUMBERS) {
        let there = entries::Entity::find()
            .select_only()
            .column(entries::Column::Number)
            .filter(entries::Column::Category.eq(category))
            .filter(entries::Column::Scope.is_in(scopes))
            .filter(entries::Column::Number.is_in(some.iter().copied()));
        found.extend(there.into_tuple::<i64>().all(tx.conn()).await.db()?);
    }
    Ok(found)
}

pub async fn counts(tx: &Read, kind: CategoryKind) -> Result<Vec<CategoryCount>> {
    let rows = counts::Entity::find()
        .filter(counts::Column::Kind.eq(kind.as_str()))
        .filter(counts::Column::Services.gt(0))
        .order_by_asc(counts::Column::Value)
        .limit(MOST)
        .all(tx.conn())
        .await
        .db()?;
    Ok(rows.into_iter().map(|row| CategoryCount { value: row.value, services: row.services }).collect())
}

/// Category and scope of the services with numbers after `after` and up to `through`, by number.
pub async fn between(tx: &Read, after: i64, through: i64) -> Result<BTreeMap<i64, BTreeSet<(String, String)>>> {
    let rows = entries::Entity::find()
        .filter(entries::Column::Number.gt(after))
        .filter(entries::Column::Number.lte(through))
        .all(tx.conn())
        .await
        .db()?;
    let mut found: BTreeMap<i64, BTreeSet<(String, String)>> = BTreeMap::new();
    for row in rows {
        found.entry(row.number).or_default().insert((row.category, row.scope));
    }
    Ok(found)
}

/// How many entries there are.
pub async fn total(tx: &Read) -> Result<u64> {
    entries::Entity::find().count(tx.conn()).await.db()
}

/// How many services each category tells, by its name.
pub async fn all_counts(tx: &Read) -> Result<BTreeMap<String, i64>> {
    let rows = counts::Entity::find().all(tx.conn()).await.db()?;
    let own = rows.into_iter().filter(|row| !is_behind(&row.kind));
    Ok(own.map(|row| (format!("{}:{}", row.kind, row.value), row.services)).collect())
}

pub async fn is_empty(tx: &Read) -> Result<bool> {
    Ok(counts::Entity::find().limit(1).one(tx.conn()).await.db()?.is_none())
}

/// Gives the service exactly these entries and moves the counts of the categories it comes into or leaves.
pub async fn change(tx: &Write, number: i64, after: &Entries) -> Result<()> {
    let stored = entries::Entity::find().filter(entries::Column::Number.eq(number)).all(tx.conn()).await.db()?;
    let before: BTreeSet<(String, String)> = stored.into_iter().map(|row| (row.category, row.scope)).collect();
    let wanted: BTreeSet<(String, String)> =
        after.iter().map(|(category, scope)| (category.key(), scope.clone())).collect();
    if before == wanted {
        return Ok(());
    }
    entries::Entity::delete_many().filter(entries::Column::Number.eq(number)).exec(tx.conn()).await.db()?;
    insert(tx, number, after).await?;
    let keys = |entries: BTreeSet<(String, String)>| entries.into_iter().map(|(key, _)| key).collect::<BTreeSet<_>>();
    let (before, wanted) = (keys(before), keys(wanted));
    for key in wanted.difference(&before) {
        add(tx, key, 1).await?;
    }
    for key in before.difference(&wanted) {
        add(tx, key, -1).await?;
    }
    Ok(())
}

pub async fn insert(tx: &Write, number: i64, entries: &Entries) -> Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let row = |(category, scope): &(Category, String)| entries::ActiveModel {
        category: Set(category.key()),
        scope: Set(scope.clone()),
        number: Set(number),
    };
    entries::Entity::insert_many(entries.iter().map(row)).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

async fn add(tx: &Write, key: &str, change: i64) -> Result<()> {
    let (kind, value) = key.split_once(':').unwrap_or((key, ""));
    let row = counts::ActiveModel {
        kind: Set(kind.to_owned()),
        value: Set(value.to_owned()),
        services: Set(i64::from(change > 0)),
    };
    let counted = OnConflict::columns([counts::Column::Kind, counts::Column::Value])
        .value(counts::Column::Services, Expr::col((counts::Entity, counts::Column::Services)).add(change))
        .to_owned();
    counts::Entity::insert(row).on_conflict(counted).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

pub async fn clear(tx: &Write) -> Result<()> {
    entries::Entity::delete_many().exec(tx.conn()).await.db()?;
    counts::Entity::delete_many().exec(tx.conn()).await.db()?;
    Ok(())
}

pub async fn set_counts(tx: &Write, counted: &BTreeMap<Category, i64>) -> Result<()> {
    if counted.is_empty() {
        return Ok(());
    }
    let row = |(category, services): (&Category, &i64)| counts::ActiveModel {
        kind: Set(category.kind.as_str().to_owned()),
        value: Set(category.value.clone()),
        services: Set(*services),
    };
    counts::Entity::insert_many(counted.iter().map(row)).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Codes of the most requested services, in order.
pub async fn popular(tx: &Read) -> Result<Vec<String>> {
    let rows = popular_rows::Entity::find().order_by_asc(popular_rows::Column::Place).all(tx.conn()).await.db()?;
    Ok(rows.into_iter().map(|row| row.service).collect())
}

pub async fn set_popular(tx: &Write, codes: &[String]) -> Result<()> {
    popular_rows::Entity::delete_many().exec(tx.conn()).await.db()?;
    if codes.is_empty() {
        return Ok(());
    }
    let row =
        |(place, code): (i32, &String)| popular_rows::ActiveModel { place: Set(place), service: Set(code.clone()) };
    popular_rows::Entity::insert_many((0..).zip(codes).map(row)).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}
