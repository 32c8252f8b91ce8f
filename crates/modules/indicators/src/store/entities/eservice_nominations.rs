//! Row of `eservice_nominations`.

use crate::{Criterion, Nomination, Withdrawal};
use kernel::{InstitutionId, NominationId, PersonId, Result};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "eservice_nominations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub service: String,
    pub standing_for: Option<String>,
    pub holder: Uuid,
    pub institution: Uuid,
    pub person: Option<Uuid>,
    pub criteria: String,
    pub reason: String,
    pub nominated_at: DateTimeUtc,
    pub withdrawn_at: Option<DateTimeUtc>,
    pub withdrawn_by: Option<Uuid>,
    pub withdrawal: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Nomination {
    type Error = kernel::Error;

    fn try_from(row: Model) -> Result<Self> {
        let (person, reason) = (row.withdrawn_by.map(PersonId::new), row.withdrawal);
        Ok(Self {
            id: NominationId::new(row.id),
            service: row.service,
            holder: InstitutionId::new(row.holder),
            institution: InstitutionId::new(row.institution),
            person: row.person.map(PersonId::new),
            criteria: row.criteria.split_whitespace().map(str::parse::<Criterion>).collect::<Result<_>>()?,
            reason: row.reason,
            at: row.nominated_at,
            withdrawn: row.withdrawn_at.map(|at| Withdrawal { at, person, reason }),
        })
    }
}
