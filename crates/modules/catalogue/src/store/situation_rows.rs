//! Row of `life_situations`.

use crate::situations::{LifeSituation, SituationLine, SituationText};
use kernel::{InstitutionId, LangText, Result, SituationId};
use sea_orm::entity::prelude::*;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "life_situations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub slug: String,
    pub branch: String,
    pub responsible: Uuid,
    pub state: String,
    pub place: i32,
    pub version: i32,
    pub latest: i32,
    pub revision: i64,
    pub title_lv: String,
    pub title_en: String,
    pub summary_lv: String,
    pub summary_en: String,
    pub sdg: bool,
    pub checked_on: Option<Date>,
    pub check_due: Option<Date>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The situation with this text.
    pub fn with(self, text: Arc<SituationText>) -> Result<LifeSituation> {
        Ok(LifeSituation {
            id: SituationId::new(self.id),
            slug: self.slug,
            branch: self.branch.parse()?,
            responsible: InstitutionId::new(self.responsible),
            state: self.state.parse()?,
            version: self.version,
            revision: self.revision,
            checked_on: self.checked_on,
            updated_at: self.updated_at,
            text,
        })
    }
}

impl TryFrom<Model> for SituationLine {
    type Error = kernel::Error;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            id: SituationId::new(row.id),
            slug: row.slug,
            branch: row.branch.parse()?,
            responsible: InstitutionId::new(row.responsible),
            state: row.state.parse()?,
            title: LangText::new(row.title_lv, row.title_en),
            summary: LangText::new(row.summary_lv, row.summary_en),
            sdg: row.sdg,
            checked_on: row.checked_on,
            check_due: row.check_due,
            unpublished: row.latest != row.version,
            updated_at: row.updated_at,
        })
    }
}

/// Row of `situation_versions`.
pub mod versions {
    use crate::situations::SituationVersion;
    use kernel::PersonId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "situation_versions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub situation: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i32,
        pub digest: String,
        pub document: String,
        pub note: String,
        pub author: Option<Uuid>,
        pub created_at: DateTimeUtc,
        pub valid_from: Option<DateTimeUtc>,
        pub valid_to: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl From<Model> for SituationVersion {
        fn from(row: Model) -> Self {
            Self {
                version: row.version,
                digest: row.digest,
                created_at: row.created_at,
                valid_from: row.valid_from,
                valid_to: row.valid_to,
                author: row.author.map(PersonId::new),
                note: row.note,
            }
        }
    }
}

/// Row of `service_situations`.
pub mod services {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "service_situations")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub service: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub situation: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Row of `situation_checks`.
pub mod checks {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "situation_checks")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub situation: Uuid,
        pub version: i32,
        pub person: Option<Uuid>,
        pub note: String,
        pub at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
