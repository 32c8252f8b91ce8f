//! Reading and moving `service_drafts`.

use super::draft_rows::{ActiveModel, Column, Entity, Model};
use crate::{Draft, DraftState};
use kernel::{Cursor, Error, InstitutionId, Page, PageRequest, PersonId, Result, ServiceId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use storage::{Db as _, Read, Write};

impl TryFrom<Model> for Draft {
    type Error = Error;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            holder: InstitutionId::new(row.holder),
            state: row.state.parse()?,
            base_version: row.base_version,
            valid_from: row.valid_from,
            note: row.note,
            revision: row.revision,
            created_by: row.created_by.map(PersonId::new),
            created_at: row.created_at,
            updated_by: row.updated_by.map(PersonId::new),
            updated_at: row.updated_at,
            submitted_by: row.submitted_by.map(PersonId::new),
            submitted_at: row.submitted_at,
            comment: row.comment,
            reviewed_by: row.reviewed_by.map(PersonId::new),
        })
    }
}

pub async fn find(tx: &Read, service: ServiceId) -> Result<Option<Draft>> {
    let row = Entity::find_by_id(service.uuid()).one(tx.conn()).await.db()?;
    row.map(Draft::try_from).transpose()
}

/// The same, and nobody else changes it or its sections until the unit of work ends.
pub async fn lock(tx: &Write, service: ServiceId) -> Result<Option<Draft>> {
    let row = Entity::find_by_id(service.uuid()).lock_exclusive().one(tx.conn()).await.db()?;
    row.map(Draft::try_from).transpose()
}

/// Those of these services.
pub async fn of_services(tx: &Read, services: &[ServiceId]) -> Result<Vec<(ServiceId, Draft)>> {
    if services.is_empty() {
        return Ok(Vec::new());
    }
    let rows = Entity::find().filter(Column::Service.is_in(services.iter().map(|id| id.uuid())));
    let rows = rows.all(tx.conn()).await.db()?;
    rows.into_iter().map(|row| Ok((ServiceId::new(row.service), row.try_into()?))).collect()
}

/// Services whose working copy is in one of these states, of one holder or of all.
pub async fn in_states(
    tx: &Read,
    holder: Option<InstitutionId>,
    states: &[DraftState],
    page: &PageRequest,
) -> Result<Page<ServiceId>> {
    let mut query = Entity::find().filter(Column::State.is_in(states.iter().map(|state| state.as_str())));
    if let Some(holder) = holder {
        query = query.filter(Column::Holder.eq(holder.uuid()));
    }
    if let Some(after) = &page.after {
        query = query.filter(Column::Service.gt(after.one::<ServiceId>()?.uuid()));
    }
    let rows = query.order_by_asc(Column::Service).limit(page.probe()).all(tx.conn()).await.db()?;
    let ids = rows.into_iter().map(|row| ServiceId::new(row.service)).collect();
    Ok(Page::from_probe(ids, page, |id: &ServiceId| Cursor::from_parts(&[&id.to_string()])))
}

/// Begins a working copy, unless there is one.
pub async fn open(tx: &Write, service: ServiceId, holder: InstitutionId, base_version: i32) -> Result<()> {
    let person = tx.caller().person.map(PersonId::uuid);
    let row = Model {
        service: service.uuid(),
        holder: holder.uuid(),
        state: DraftState::Editing.as_str().to_owned(),
        base_version,
        valid_from: None,
        note: String::new(),
        revision: 1,
        created_by: person,
        created_at: tx.now(),
        updated_by: person,
        updated_at: tx.now(),
        submitted_by: None,
        submitted_at: None,
        comment: String::new(),
        reviewed_by: None,
    };
    let insert = Entity::insert(row.into_active_model()).on_conflict_do_nothing_on([Column::Service]);
    insert.exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Writes what changed of a working copy; its revision moves by one.
pub async fn update(tx: &Write, service: ServiceId, draft: &Draft) -> Result<()> {
    let row = ActiveModel {
        service: Set(service.uuid()),
        state: Set(draft.state.as_str().to_owned()),
        base_version: Set(draft.base_version),
        valid_from: Set(draft.valid_from),
        note: Set(draft.note.clone()),
        revision: Set(draft.revision + 1),
        updated_by: Set(draft.updated_by.map(PersonId::uuid)),
        updated_at: Set(draft.updated_at),
        submitted_by: Set(draft.submitted_by.map(PersonId::uuid)),
        submitted_at: Set(draft.submitted_at),
        comment: Set(draft.comment.clone()),
        reviewed_by: Set(draft.reviewed_by.map(PersonId::uuid)),
        ..Default::default()
    };
    Entity::update(row).exec(tx.conn()).await.db()?;
    Ok(())
}

pub async fn remove(tx: &Write, service: ServiceId) -> Result<()> {
    super::sections::remove(tx, service).await?;
    Entity::delete_by_id(service.uuid()).exec(tx.conn()).await.db()?;
    Ok(())
}
