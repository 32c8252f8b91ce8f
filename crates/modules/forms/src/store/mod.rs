//! Rows of `drafts`.

mod drafts;

use crate::draft::Draft;
use chrono::{DateTime, Utc};
use drafts::{ActiveModel, Column, Entity, Model};
use kernel::{CaseId, DraftId, Error, Party, PersonId, Result};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, TryInsertResult,
};
use serde::{Serialize, de::DeserializeOwned};
use storage::Db as _;

/// Inserts a draft; false when one with this key is open already.
pub(crate) async fn insert(conn: &impl ConnectionTrait, draft: &Draft, open_key: &str) -> Result<bool> {
    let row = ActiveModel {
        id: Set(draft.id.uuid()),
        service_code: Set(draft.service_code.clone()),
        form_key: Set(draft.form_key.clone()),
        form_version: Set(
            i32::try_from(draft.form_version).map_err(|error| Error::internal("draft-row").source(error))?
        ),
        person_id: Set(draft.person.uuid()),
        party_kind: Set(draft.party.kind().to_owned()),
        party_id: Set(draft.party.uuid()),
        open_key: Set(Some(open_key.to_owned())),
        raw: Set(text(&draft.raw)?),
        answers: Set(text(&draft.answers)?),
        sources: Set(text(&draft.sources)?),
        revision: Set(draft.revision),
        step: Set(draft.step.clone()),
        created_at: Set(draft.created_at),
        updated_at: Set(draft.updated_at),
        expires_at: Set(draft.expires_at),
        submitted_case: Set(None),
    };
    let insert = Entity::insert(row).on_conflict_do_nothing_on([Column::OpenKey]);
    Ok(matches!(insert.exec_without_returning(conn).await.db()?, TryInsertResult::Inserted(1)))
}

pub(crate) async fn find(conn: &impl ConnectionTrait, id: DraftId) -> Result<Option<Draft>> {
    Entity::find_by_id(id.uuid()).one(conn).await.db()?.map(draft).transpose()
}

pub(crate) async fn find_open(conn: &impl ConnectionTrait, open_key: &str) -> Result<Option<Draft>> {
    let row = Entity::find().filter(Column::OpenKey.eq(open_key)).one(conn).await.db()?;
    row.map(draft).transpose()
}

/// Open drafts, last changed first.
pub(crate) async fn open_of(
    conn: &impl ConnectionTrait,
    person: PersonId,
    party: Party,
    now: DateTime<Utc>,
) -> Result<Vec<Draft>> {
    let rows = Entity::find()
        .filter(Column::PersonId.eq(person.uuid()))
        .filter(Column::PartyId.eq(party.uuid()))
        .filter(Column::OpenKey.is_not_null())
        .filter(Column::ExpiresAt.gt(now))
        .order_by_desc(Column::UpdatedAt)
        .limit(50)
        .all(conn)
        .await
        .db()?;
    rows.into_iter().map(draft).collect()
}

/// Writes what a step changed. The event log has checked the revision before.
pub(crate) async fn update(conn: &impl ConnectionTrait, draft: &Draft) -> Result<()> {
    let changed = Entity::update_many()
        .col_expr(Column::Raw, Expr::value(text(&draft.raw)?))
        .col_expr(Column::Answers, Expr::value(text(&draft.answers)?))
        .col_expr(Column::Revision, Expr::value(draft.revision))
        .col_expr(Column::Step, Expr::value(draft.step.clone()))
        .col_expr(Column::UpdatedAt, Expr::value(draft.updated_at))
        .col_expr(Column::ExpiresAt, Expr::value(draft.expires_at))
        .filter(Column::Id.eq(draft.id.uuid()))
        .filter(Column::SubmittedCase.is_null())
        .exec(conn)
        .await
        .db()?;
    // A submission came in between.
    if changed.rows_affected == 1 { Ok(()) } else { Err(Error::stale("changed-meanwhile")) }
}

/// Marks a draft as submitted; false when it changed since it was read.
pub(crate) async fn submit(conn: &impl ConnectionTrait, draft: &Draft) -> Result<bool> {
    let changed = ended(draft)?
        .col_expr(Column::SubmittedCase, Expr::value(draft.submitted_case.map(CaseId::uuid)))
        .filter(Column::Revision.eq(draft.revision))
        .filter(Column::SubmittedCase.is_null())
        .exec(conn)
        .await
        .db()?;
    Ok(changed.rows_affected == 1)
}

/// Closes a draft that expired.
pub(crate) async fn close(conn: &impl ConnectionTrait, draft: &Draft) -> Result<()> {
    ended(draft)?.col_expr(Column::Revision, Expr::value(draft.revision)).exec(conn).await.db()?;
    Ok(())
}

pub(crate) async fn delete(conn: &impl ConnectionTrait, id: DraftId) -> Result<()> {
    Entity::delete_by_id(id.uuid()).exec(conn).await.db()?;
    Ok(())
}

/// No longer open, and empty of answers.
fn ended(draft: &Draft) -> Result<sea_orm::UpdateMany<Entity>> {
    Ok(Entity::update_many()
        .col_expr(Column::OpenKey, Expr::value(Option::<String>::None))
        .col_expr(Column::Raw, Expr::value(text(&draft.raw)?))
        .col_expr(Column::Answers, Expr::value(text(&draft.answers)?))
        .col_expr(Column::Sources, Expr::value(text(&draft.sources)?))
        .filter(Column::Id.eq(draft.id.uuid())))
}

fn draft(row: Model) -> Result<Draft> {
    Ok(Draft {
        id: DraftId::new(row.id),
        service_code: row.service_code,
        form_key: row.form_key,
        form_version: u32::try_from(row.form_version).map_err(|error| Error::internal("draft-row").source(error))?,
        person: PersonId::new(row.person_id),
        party: Party::from_parts(&row.party_kind, row.party_id)?,
        raw: read(&row.raw)?,
        answers: read(&row.answers)?,
        sources: read(&row.sources)?,
        revision: row.revision,
        step: row.step,
        created_at: row.created_at,
        updated_at: row.updated_at,
        expires_at: row.expires_at,
        submitted_case: row.submitted_case.map(CaseId::new),
    })
}

fn text(value: &impl Serialize) -> Result<String> {
    Ok(serde_json::to_string(value)?)
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T> {
    Ok(serde_json::from_str(text)?)
}
