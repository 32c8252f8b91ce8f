//! Rows of `documents`.

mod documents;

use crate::model::{Document, Subject};
use documents::{ActiveModel, Column, Entity, Model};
use kernel::{CaseId, DocumentId, Error, Party, PersonId, Result};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use storage::Db as _;

/// Where the bytes of a document lie. The key is its id, so that removing one file never takes away another's bytes.
pub(crate) fn blob_key(id: DocumentId) -> String {
    format!("documents/{id}")
}

pub(crate) async fn insert(conn: &impl ConnectionTrait, document: &Document) -> Result<()> {
    let row = ActiveModel {
        id: Set(document.id.uuid()),
        subject_kind: Set(document.subject.kind().to_owned()),
        subject_id: Set(document.subject.uuid()),
        field: Set(document.field.clone()),
        owner_kind: Set(document.owner.kind().to_owned()),
        owner_id: Set(document.owner.uuid()),
        uploaded_by: Set(document.uploaded_by.map(PersonId::uuid)),
        file_name: Set(document.file_name.clone()),
        media_type: Set(document.media_type.clone()),
        size: Set(i64::try_from(document.size).map_err(|error| Error::internal("document-size").source(error))?),
        sha256: Set(document.sha256.clone()),
        uploaded_at: Set(document.uploaded_at),
    };
    Entity::insert(row).exec_without_returning(conn).await.db()?;
    Ok(())
}

pub(crate) async fn find(conn: &impl ConnectionTrait, id: DocumentId) -> Result<Option<Document>> {
    Entity::find_by_id(id.uuid()).one(conn).await.db()?.map(document).transpose()
}

/// Oldest first: ids are sorted by the time of their making.
pub(crate) async fn of_subject(conn: &impl ConnectionTrait, subject: Subject) -> Result<Vec<Document>> {
    let rows = Entity::find().filter(of(subject)).order_by_asc(Column::Id).all(conn).await.db()?;
    rows.into_iter().map(document).collect()
}

/// Those of these cases, oldest first; a case has a handful of files.
pub(crate) async fn of_cases(conn: &impl ConnectionTrait, cases: &[CaseId]) -> Result<Vec<Document>> {
    if cases.is_empty() {
        return Ok(Vec::new());
    }
    let kept = Entity::find()
        .filter(Column::SubjectId.is_in(cases.iter().map(|case| case.uuid())))
        .filter(Column::SubjectKind.eq("case"))
        .order_by_asc(Column::Id);
    kept.all(conn).await.db()?.into_iter().map(document).collect()
}

/// Few rows: a subject has a handful of files.
pub(crate) async fn count(conn: &impl ConnectionTrait, subject: Subject, field: &str) -> Result<u64> {
    Entity::find().filter(of(subject)).filter(Column::Field.eq(field)).count(conn).await.db()
}

pub(crate) async fn move_subject(conn: &impl ConnectionTrait, from: Subject, to: Subject) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::SubjectKind, Expr::value(to.kind()))
        .col_expr(Column::SubjectId, Expr::value(to.uuid()))
        .filter(of(from))
        .exec(conn)
        .await
        .db()?;
    Ok(())
}

pub(crate) async fn delete(conn: &impl ConnectionTrait, id: DocumentId) -> Result<()> {
    Entity::delete_by_id(id.uuid()).exec(conn).await.db()?;
    Ok(())
}

fn of(subject: Subject) -> sea_orm::Condition {
    sea_orm::Condition::all().add(Column::SubjectKind.eq(subject.kind())).add(Column::SubjectId.eq(subject.uuid()))
}

fn document(row: Model) -> Result<Document> {
    Ok(Document {
        id: DocumentId::new(row.id),
        subject: Subject::from_parts(&row.subject_kind, row.subject_id)?,
        field: row.field,
        owner: Party::from_parts(&row.owner_kind, row.owner_id)?,
        uploaded_by: row.uploaded_by.map(PersonId::new),
        file_name: row.file_name,
        media_type: row.media_type,
        size: u64::try_from(row.size).map_err(|error| Error::internal("document-size").source(error))?,
        sha256: row.sha256,
        uploaded_at: row.uploaded_at,
    })
}
