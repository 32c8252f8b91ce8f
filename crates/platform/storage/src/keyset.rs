//! Where the next page of a list begins: right behind the last row of the page before.
//!
//! Both databases find a place in an index by a comparison of rows, `(at, id) > (?, ?)`, and by no alternative: with
//! `at > ? OR (at = ? AND id > ?)` they read the list from its beginning. A query that has another bound for `at` on the
//! same side (`at >= ?`) leaves it out behind a place: of the two SQLite begins at the one that is written first.

use sea_orm::{ColumnTrait, Condition, ExprTrait as _, Value, sea_query::Expr};

/// What stands behind a place in a list that rises by `column` and, where that is the same, by `id_column`.
#[must_use]
pub fn after_asc<C: ColumnTrait>(column: C, value: impl Into<Value>, id_column: C, id: impl Into<Value>) -> Condition {
    after_key([(column, value.into()), (id_column, id.into())])
}

/// What stands behind a place in a list that falls by `column` and, where that is the same, by `id_column`.
#[must_use]
pub fn after_desc<C: ColumnTrait>(column: C, value: impl Into<Value>, id_column: C, id: impl Into<Value>) -> Condition {
    let (columns, values) = rows([(column, value.into()), (id_column, id.into())]);
    Condition::all().add(columns.lt(values))
}

/// What stands behind a place in a list that rises by all of these columns, the first of them first.
#[must_use]
pub fn after_key<C: ColumnTrait>(key: impl IntoIterator<Item = (C, Value)>) -> Condition {
    let (columns, values) = rows(key);
    Condition::all().add(columns.gt(values))
}

/// What stands behind a place in a list that falls by `column`; where that is the same, `then` says what is behind. The
/// place is found by `column` alone: a comparison of rows knows one direction only.
#[must_use]
pub fn after_desc_then<C: ColumnTrait>(column: C, value: impl Into<Value>, then: Condition) -> Condition {
    let value: Value = value.into();
    let behind = Condition::any().add(ColumnTrait::lt(&column, value.clone())).add(then);
    Condition::all().add(ColumnTrait::lte(&column, value)).add(behind)
}

fn rows<C: ColumnTrait>(key: impl IntoIterator<Item = (C, Value)>) -> (Expr, Expr) {
    let (columns, values): (Vec<Expr>, Vec<Expr>) =
        key.into_iter().map(|(column, value)| (Expr::col(column.as_column_ref()), Expr::val(value))).unzip();
    (Expr::tuple(columns), Expr::tuple(values))
}
