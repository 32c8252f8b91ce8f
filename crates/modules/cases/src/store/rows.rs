//! One case: to and from its row.

use super::cases::{ActiveModel, Column, Entity, Model};
use super::lists::within;
use crate::{Case, CaseNumber, State};
use kernel::{CaseId, InstitutionId, Party, PersonId, Remit, Result};
use sea_orm::{
    ActiveModelTrait as _,
    ActiveValue::Set,
    ActiveValue::Unchanged,
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{LockBehavior, LockType},
};
use std::collections::BTreeMap;
use storage::{Db as _, Read, Write};
use worktime::Remaining;

pub async fn insert(tx: &Write, case: &Case) -> Result<()> {
    tx.put(Entity::insert_many([to_row(case)])).await
}

/// Keeps a changed case; the log's stream has already refused a stale writer.
pub async fn update(tx: &Write, case: &Case) -> Result<()> {
    let row = ActiveModel { id: Unchanged(case.id.uuid()), ..to_row(case) };
    row.update_without_returning(tx.conn()).await.db()?;
    Ok(())
}

pub async fn by_number(tx: &Read, number: &CaseNumber) -> Result<Option<Case>> {
    let row = Entity::find().filter(Column::Number.eq(number.as_str())).one(tx.conn()).await.db()?;
    row.map(from_row).transpose()
}

pub async fn by_number_for_update(tx: &Write, number: &CaseNumber) -> Result<Option<Case>> {
    let row = Entity::find().filter(Column::Number.eq(number.as_str())).lock_exclusive().one(tx.conn()).await.db()?;
    row.map(from_row).transpose()
}

pub async fn by_id_for_update(tx: &Write, id: CaseId) -> Result<Option<Case>> {
    let row = Entity::find_by_id(id.uuid()).lock_exclusive().one(tx.conn()).await.db()?;
    row.map(from_row).transpose()
}

/// The same for whoever must not wait; none also while somebody else holds the case.
pub async fn free_by_id_for_update(tx: &Write, id: CaseId) -> Result<Option<Case>> {
    let passing = Entity::find_by_id(id.uuid()).lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    passing.one(tx.conn()).await.db()?.map(from_row).transpose()
}

pub async fn number_of(tx: &Read, id: CaseId) -> Result<Option<CaseNumber>> {
    let query = Entity::find_by_id(id.uuid()).select_only().column(Column::Number);
    let number: Option<String> = query.into_tuple().one(tx.conn()).await.db()?;
    Ok(number.map(CaseNumber::stored))
}

/// Numbers by id; when a client is named, of their cases of the services of the remit only.
pub async fn numbers_of(
    tx: &Read,
    client: Option<(Party, &Remit)>,
    ids: &[CaseId],
) -> Result<BTreeMap<CaseId, CaseNumber>> {
    let ids = ids.iter().map(|id| id.uuid());
    let query = Entity::find().select_only().column(Column::Id).column(Column::Number).filter(Column::Id.is_in(ids));
    let query = match client {
        Some((client, remit)) => within(query.filter(Column::Client.eq(client.uuid())), remit),
        None => query,
    };
    let rows: Vec<(uuid::Uuid, String)> = query.into_tuple().all(tx.conn()).await.db()?;
    Ok(rows.into_iter().map(|(id, number)| (CaseId::new(id), CaseNumber::stored(number))).collect())
}

fn to_row(case: &Case) -> ActiveModel {
    ActiveModel {
        id: Set(case.id.uuid()),
        number: Set(case.number.as_str().to_owned()),
        service: Set(case.service.clone()),
        holder: Set(case.holder.uuid()),
        handler: Set(case.handler.uuid()),
        unit: Set(case.unit.clone()),
        client_kind: Set(case.client.map(|client| client.kind().to_owned())),
        client: Set(case.client.map(Party::uuid)),
        applicant: Set(case.applicant.map(PersonId::uuid)),
        channel: Set(case.channel.as_str().to_owned()),
        receipt_channel: Set(case.receipt_channel.map(|channel| channel.as_str().to_owned())),
        state: Set(case.state.as_str().to_owned()),
        desk: Set(case.desk().as_str().to_owned()),
        outcome: Set(case.outcome.map(|outcome| outcome.as_str().to_owned())),
        assignee: Set(case.assignee.map(PersonId::uuid)),
        submitted_at: Set(case.submitted_at),
        due_at: Set(case.due_at),
        remaining_days: Set(case.remaining.map(|remaining| remaining.working_days)),
        decided_at: Set(case.decided_at),
        closed_at: Set(case.closed_at),
        overdue: Set(case.overdue),
        form_key: Set(case.form.as_ref().map(|(key, _)| key.clone())),
        form_version: Set(case.form.as_ref().and_then(|(_, version)| i32::try_from(*version).ok())),
        flags: Set(case.flags.join(" ")),
        revision: Set(case.revision),
    }
}

pub(super) fn from_row(row: Model) -> Result<Case> {
    let client = match (row.client_kind, row.client) {
        (Some(kind), Some(id)) => Some(Party::from_parts(&kind, id)?),
        _ => None,
    };
    let version = row.form_version.and_then(|version| u32::try_from(version).ok());
    Ok(Case {
        id: CaseId::new(row.id),
        number: CaseNumber::stored(row.number),
        service: row.service,
        holder: InstitutionId::new(row.holder),
        handler: InstitutionId::new(row.handler),
        unit: row.unit,
        client,
        applicant: row.applicant.map(PersonId::new),
        channel: row.channel.parse()?,
        receipt_channel: row.receipt_channel.as_deref().map(str::parse).transpose()?,
        state: row.state.parse::<State>()?,
        outcome: row.outcome.as_deref().map(str::parse).transpose()?,
        assignee: row.assignee.map(PersonId::new),
        submitted_at: row.submitted_at,
        due_at: row.due_at,
        remaining: row.remaining_days.map(|working_days| Remaining { working_days }),
        decided_at: row.decided_at,
        closed_at: row.closed_at,
        overdue: row.overdue,
        form: row.form_key.zip(version),
        flags: row.flags.split_whitespace().map(str::to_owned).collect(),
        revision: row.revision,
    })
}
