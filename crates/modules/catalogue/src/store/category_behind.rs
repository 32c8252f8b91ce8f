//! How many services of a family stand behind another of its services in the lists of categories, which show a family once.
//! Kept beside the counts: such a row says in its kind of what kind the category is, and in its value of which family it
//! counts the services, and in which category.

use super::category_rows::{counts, entries};
use crate::TemplateId;
use crate::categories::CategoryKind;
use kernel::Result;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::BTreeMap;
use storage::{Db as _, Read, Write};

/// Kind and value of rows, and how many services they count.
pub type Rows = BTreeMap<(String, String), i64>;

/// The kinds of categories whose lists show a family once.
const KINDS: [CategoryKind; 2] = [CategoryKind::Theme, CategoryKind::Channel];
/// What follows the kind of the category in the kind of a row.
const MARK: &str = "/behind";
/// So many numbers are asked about at once.
const NUMBERS: usize = 500;

fn kept_as(kind: &str) -> String {
    format!("{kind}{MARK}")
}

fn kinds() -> [String; 2] {
    KINDS.map(|kind| kept_as(kind.as_str()))
}

/// The category that a row is about, as the table of services names it.
pub fn category_of((kind, value): &(String, String)) -> String {
    let (_, value) = value.split_once('/').unwrap_or_default();
    format!("{}:{value}", kind.trim_end_matches(MARK))
}

/// Whether a row of the counts with this kind is one of these.
pub fn is_behind(kind: &str) -> bool {
    kind.ends_with(MARK)
}

/// How many services stand behind others in each category of a kind, by the value of the category.
pub async fn of_kind(tx: &Read, kind: CategoryKind) -> Result<BTreeMap<String, i64>> {
    let kept = counts::Entity::find().filter(counts::Column::Kind.eq(kept_as(kind.as_str())));
    let mut behind = BTreeMap::new();
    for row in kept.all(tx.conn()).await.db()? {
        let (_, value) = row.value.split_once('/').unwrap_or_default();
        *behind.entry(value.to_owned()).or_default() += row.services;
    }
    Ok(behind)
}

/// All rows.
pub async fn all(tx: &Read) -> Result<Rows> {
    let rows = counts::Entity::find().filter(counts::Column::Kind.is_in(kinds())).all(tx.conn()).await.db()?;
    Ok(rows.into_iter().map(|row| ((row.kind, row.value), row.services)).collect())
}

/// The rows of a family whose services have these numbers, as their entries say.
pub async fn counted(tx: &Read, family: TemplateId, numbers: &[i64]) -> Result<Rows> {
    let mut rows = Rows::new();
    for some in numbers.chunks(NUMBERS) {
        let there: Vec<(String, i64)> = entries::Entity::find()
            .select_only()
            .column(entries::Column::Category)
            .column(entries::Column::Number)
            .distinct()
            .filter(entries::Column::Number.is_in(some.iter().copied()))
            .into_tuple()
            .all(tx.conn())
            .await
            .db()?;
        for (category, _) in there {
            let (kind, value) = category.split_once(':').unwrap_or_default();
            if KINDS.iter().any(|known| known.as_str() == kind) {
                // The first service is the line of its family.
                *rows.entry((kept_as(kind), format!("{}/{value}", family.uuid()))).or_insert(-1) += 1;
            }
        }
    }
    rows.retain(|_, behind| *behind > 0);
    Ok(rows)
}

/// Counts a family anew, of which these are the services; none where each of them stands alone.
pub async fn put(tx: &Write, family: TemplateId, numbers: &[i64]) -> Result<()> {
    let rows = counted(tx, family, numbers).await?;
    counts::Entity::delete_many()
        .filter(counts::Column::Kind.is_in(kinds()))
        .filter(counts::Column::Value.starts_with(format!("{}/", family.uuid())))
        .exec(tx.conn())
        .await
        .db()?;
    if rows.is_empty() {
        return Ok(());
    }
    let row = |((kind, value), services): ((String, String), i64)| counts::ActiveModel {
        kind: Set(kind),
        value: Set(value),
        services: Set(services),
    };
    counts::Entity::insert_many(rows.into_iter().map(row)).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}
