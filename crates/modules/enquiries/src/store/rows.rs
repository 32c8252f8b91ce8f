//! Row of `enquiries`.

use crate::{Enquiry, EnquiryLine};
use kernel::{EnquiryId, Error, InstitutionId, PersonId, Result};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "enquiries")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub number: String,
    pub kind: String,
    pub state: String,
    pub institution: Uuid,
    pub service: Option<String>,
    pub person: Option<Uuid>,
    pub reference_hash: String,
    pub subject: String,
    pub text: String,
    pub language: String,
    pub received_at: DateTimeUtc,
    pub due_at: DateTimeUtc,
    pub forwarded_from: Option<Uuid>,
    pub forward_reason: String,
    pub answer: Option<String>,
    pub answered_by: Option<Uuid>,
    pub answered_at: Option<DateTimeUtc>,
    pub helpful: Option<bool>,
    pub revision: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<&Model> for EnquiryLine {
    type Error = Error;

    fn try_from(row: &Model) -> Result<Self> {
        Ok(Self {
            id: EnquiryId::new(row.id),
            number: row.number.clone(),
            kind: row.kind.parse()?,
            state: row.state.parse()?,
            institution: InstitutionId::new(row.institution),
            service: row.service.clone(),
            received_at: row.received_at,
            due_at: row.due_at,
        })
    }
}

impl TryFrom<Model> for Enquiry {
    type Error = Error;

    fn try_from(row: Model) -> Result<Self> {
        let line = EnquiryLine::try_from(&row)?;
        Ok(Self {
            line,
            person: row.person.map(PersonId::new),
            subject: row.subject,
            text: row.text,
            language: row.language.parse()?,
            forwarded: row.forwarded_from.map(|from| (InstitutionId::new(from), row.forward_reason)),
            answer: row.answer,
            answered_at: row.answered_at,
            helpful: row.helpful,
            revision: row.revision,
        })
    }
}
