//! Published life situations page by page.

use super::situation_rows::{Column, Entity};
use crate::situations::{SituationLine, SituationState};
use kernel::{Cursor, Page, PageRequest, Result};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use storage::{Db as _, Read};

/// In the order of their words; all, or those in the scope of the Single Digital Gateway, or the others.
pub async fn published(tx: &Read, sdg: Option<bool>, page: &PageRequest) -> Result<Page<SituationLine>> {
    let mut wanted = Condition::all()
        .add(Column::State.eq(SituationState::Published.as_str()))
        .add_option(sdg.map(|sdg| Column::Sdg.eq(sdg)));
    if let Some(after) = &page.after {
        wanted = wanted.add(Column::Slug.gt(after.one::<String>()?));
    }
    let rows =
        Entity::find().filter(wanted).order_by_asc(Column::Slug).limit(page.probe()).all(tx.conn()).await.db()?;
    let lines = rows.into_iter().map(SituationLine::try_from).collect::<Result<Vec<_>>>()?;
    Ok(Page::from_probe(lines, page, |line: &SituationLine| Cursor::from_parts(&[&line.slug])))
}
