//! Row of `service_versions`.

use crate::{Flags, VersionLine};
use kernel::{PersonId, Result};
use sea_orm::entity::prelude::*;
use serde::Deserialize;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_versions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub service: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    pub digest: String,
    pub document: String,
    pub created_at: DateTimeUtc,
    pub published_at: Option<DateTimeUtc>,
    pub state: String,
    pub valid_from: Option<DateTimeUtc>,
    pub valid_to: Option<DateTimeUtc>,
    pub closed_at: Option<DateTimeUtc>,
    pub author: Option<Uuid>,
    pub note: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What a line of the history says of the document itself.
#[derive(Deserialize)]
struct Marked {
    #[serde(default)]
    flags: Flags,
}

impl Model {
    /// The line of the history.
    pub fn line(&self) -> Result<VersionLine> {
        let document: Marked = serde_json::from_str(&self.document)?;
        Ok(VersionLine {
            version: self.version,
            state: self.state.parse()?,
            digest: self.digest.clone(),
            created_at: self.created_at,
            valid_from: self.valid_from,
            valid_to: self.valid_to,
            closed_at: self.closed_at,
            internal: document.flags.internal,
            author: self.author.map(PersonId::new),
            note: self.note.clone(),
        })
    }
}
