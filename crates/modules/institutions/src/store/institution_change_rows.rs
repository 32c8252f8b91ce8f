//! Row of `institution_changes`.

use crate::InstitutionChange;
use kernel::{PersonId, Result};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "institution_changes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub institution: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub revision: i64,
    pub before: Option<String>,
    pub after: String,
    pub changed_at: DateTimeUtc,
    pub changed_by: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for InstitutionChange {
    type Error = kernel::Error;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            revision: row.revision,
            at: row.changed_at,
            by: row.changed_by.map(PersonId::new),
            before: row.before.as_deref().map(serde_json::from_str).transpose()?,
            after: serde_json::from_str(&row.after)?,
        })
    }
}
