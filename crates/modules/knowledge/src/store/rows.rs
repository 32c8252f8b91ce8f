//! Row of `articles`.

use crate::{Article, ArticleLine, ArticleState, ArticleText};
use chrono::{DateTime, Utc};
use kernel::{ArticleId, InstitutionId, LangText, Result};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "articles")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: String,
    pub slug: String,
    pub audience: String,
    pub state: String,
    pub institution: Uuid,
    pub version: i32,
    pub latest: i32,
    pub revision: i64,
    pub title_lv: String,
    pub title_en: String,
    pub lead_lv: String,
    pub lead_en: String,
    pub shown_from: DateTimeUtc,
    pub shown_to: Option<DateTimeUtc>,
    pub helpful: i64,
    pub unhelpful: i64,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Whether readers are shown it at an instant.
    pub fn is_shown(&self, at: DateTime<Utc>) -> bool {
        self.state == ArticleState::Published.as_str()
            && self.shown_from <= at
            && self.shown_to.is_none_or(|end| at < end)
    }

    /// The article with this text.
    pub fn with(self, text: ArticleText) -> Result<Article> {
        Ok(Article {
            id: ArticleId::new(self.id),
            kind: self.kind.parse()?,
            slug: self.slug,
            audience: self.audience.parse()?,
            institution: InstitutionId::new(self.institution),
            state: self.state.parse()?,
            version: self.version,
            shown_from: self.shown_from,
            shown_to: self.shown_to,
            updated_at: self.updated_at,
            votes: (self.helpful, self.unhelpful),
            text,
        })
    }
}

impl TryFrom<Model> for ArticleLine {
    type Error = kernel::Error;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            id: ArticleId::new(row.id),
            kind: row.kind.parse()?,
            slug: row.slug,
            audience: row.audience.parse()?,
            state: row.state.parse()?,
            institution: InstitutionId::new(row.institution),
            title: LangText::new(row.title_lv, row.title_en),
            lead: LangText::new(row.lead_lv, row.lead_en),
            shown_from: row.shown_from,
            shown_to: row.shown_to,
            updated_at: row.updated_at,
            votes: (row.helpful, row.unhelpful),
        })
    }
}
