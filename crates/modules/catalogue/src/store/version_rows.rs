//! Row of `service_versions`.

use crate::VersionLine;
use kernel::{PersonId, Result};
use sea_orm::{FromQueryResult, entity::prelude::*};

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

/// What a line of the history is made of: a row without its document, which may be long.
#[derive(Debug, FromQueryResult)]
pub struct Line {
    pub version: i32,
    pub digest: String,
    pub created_at: DateTimeUtc,
    pub state: String,
    pub valid_from: Option<DateTimeUtc>,
    pub valid_to: Option<DateTimeUtc>,
    pub closed_at: Option<DateTimeUtc>,
    pub author: Option<Uuid>,
    pub note: String,
}

impl Line {
    /// The columns of a line.
    pub const COLUMNS: [Column; 9] = [
        Column::Version,
        Column::Digest,
        Column::CreatedAt,
        Column::State,
        Column::ValidFrom,
        Column::ValidTo,
        Column::ClosedAt,
        Column::Author,
        Column::Note,
    ];

    /// The line of the history, of a document that says whether it is `internal`.
    pub fn told(self, internal: bool) -> Result<VersionLine> {
        Ok(VersionLine {
            version: self.version,
            state: self.state.parse()?,
            digest: self.digest,
            created_at: self.created_at,
            valid_from: self.valid_from,
            valid_to: self.valid_to,
            closed_at: self.closed_at,
            internal,
            author: self.author.map(PersonId::new),
            note: self.note,
        })
    }
}

impl Model {
    /// The row as its line and its document.
    pub fn parts(self) -> (Line, String) {
        let line = Line {
            version: self.version,
            digest: self.digest,
            created_at: self.created_at,
            state: self.state,
            valid_from: self.valid_from,
            valid_to: self.valid_to,
            closed_at: self.closed_at,
            author: self.author,
            note: self.note,
        };
        (line, self.document)
    }
}
