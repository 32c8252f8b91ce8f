//! Consultations.

use super::consultations::{ActiveModel, Column, Entity, Model};
use crate::Consultation;
use chrono::{DateTime, Utc};
use kernel::{ConsultationId, InstitutionId, PersonId, Result};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use storage::{Db as _, Read, Write};

/// Keeps a consultation; its client is not asked for, and so not known.
pub async fn insert_consultation(tx: &Write, consultation: &Consultation, institution: InstitutionId) -> Result<()> {
    let row = ActiveModel {
        id: Set(consultation.id.uuid()),
        institution: Set(institution.uuid()),
        registered_by: Set(tx.caller().person.map(PersonId::uuid)),
        registered_at: Set(consultation.registered_at),
        service: Set(consultation.service.clone()),
        holder: Set(consultation.holder.uuid()),
        channel: Set(consultation.channel.as_str().to_owned()),
        outcome: Set(consultation.outcome.as_str().to_owned()),
        client: Set(None),
        note: Set(consultation.note.clone()),
        undone_at: Set(None),
    };
    tx.put(Entity::insert_many([row])).await
}

/// Takes back one's own consultation that was registered after `since`; none when there is no such.
pub async fn consultation_undone(
    tx: &Write,
    id: ConsultationId,
    by: PersonId,
    since: DateTime<Utc>,
) -> Result<Option<Consultation>> {
    let updated = Entity::update_many()
        .col_expr(Column::UndoneAt, Expr::value(Some(tx.now())))
        .filter(Column::Id.eq(id.uuid()))
        .filter(Column::RegisteredBy.eq(by.uuid()))
        .filter(Column::RegisteredAt.gte(since))
        .filter(Column::UndoneAt.is_null())
        .exec_with_returning(tx.conn())
        .await
        .db()?;
    updated.into_iter().next().map(from_row).transpose()
}

/// The last consultations that somebody registered, newest first.
pub async fn own_consultations(tx: &Read, by: PersonId, limit: u64) -> Result<Vec<Consultation>> {
    let rows = Entity::find()
        .filter(Column::RegisteredBy.eq(by.uuid()))
        .filter(Column::UndoneAt.is_null())
        .order_by_desc(Column::RegisteredAt)
        .limit(limit)
        .all(tx.conn())
        .await
        .db()?;
    rows.into_iter().map(from_row).collect()
}

fn from_row(row: Model) -> Result<Consultation> {
    Ok(Consultation {
        id: ConsultationId::new(row.id),
        service: row.service,
        holder: InstitutionId::new(row.holder),
        channel: row.channel.parse()?,
        outcome: row.outcome.parse()?,
        note: row.note,
        registered_at: row.registered_at,
    })
}
