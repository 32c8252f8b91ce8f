//! Row of `memberships`.

use crate::Membership;
use kernel::{InstitutionId, MembershipId, PersonId, Result};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "memberships")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person: Uuid,
    pub institution: Uuid,
    pub role: String,
    pub unit: Option<String>,
    pub valid_from: DateTimeUtc,
    pub valid_to: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::institution_rows::Entity",
        from = "Column::Institution",
        to = "super::institution_rows::Column::Id"
    )]
    Institution,
}

impl Related<super::institution_rows::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Institution.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Membership {
    type Error = kernel::Error;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            id: MembershipId::new(row.id),
            person: PersonId::new(row.person),
            institution: InstitutionId::new(row.institution),
            role: row.role.parse()?,
            unit: row.unit,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
        })
    }
}

impl ActiveModel {
    /// The row to write.
    pub fn of(membership: &Membership) -> Self {
        Self {
            id: Set(membership.id.uuid()),
            person: Set(membership.person.uuid()),
            institution: Set(membership.institution.uuid()),
            role: Set(membership.role.as_str().to_owned()),
            unit: Set(membership.unit.clone()),
            valid_from: Set(membership.valid_from),
            valid_to: Set(membership.valid_to),
        }
    }
}
