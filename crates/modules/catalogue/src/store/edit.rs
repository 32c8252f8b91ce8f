//! Writing `services` and `service_versions`.

use super::{service_rows, version_rows};
use crate::{Description, ServiceState, VersionState};
use chrono::{DateTime, Utc};
use kernel::{Error, InstitutionId, PersonId, Result, ServiceId, digest_hex};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait as _},
};
use storage::{Db as _, Write};

/// What identifies a new service.
pub struct NewRow<'a> {
    pub id: ServiceId,
    pub number: i64,
    pub pilot: Option<String>,
    pub external_id: Option<String>,
    pub holder: InstitutionId,
    pub description: &'a Description,
}

/// Writes a draft with version 1 of its description and returns its digest.
pub async fn insert(tx: &Write, new: NewRow<'_>) -> Result<String> {
    let (document, digest) = document(new.description)?;
    let mut row = service_rows::ActiveModel {
        id: Set(new.id.uuid()),
        number: Set(new.number),
        code: Set(new.number.to_string()),
        pilot: Set(new.pilot),
        external_id: Set(new.external_id),
        state: Set(ServiceState::Draft.as_str().to_owned()),
        holder: Set(new.holder.uuid()),
        form_key: Set(None),
        version: Set(1),
        latest: Set(1),
        revision: Set(1),
        digest: Set(digest.clone()),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    service_rows::describe(&mut row, new.holder, new.description);
    service_rows::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    let written = Written { author: tx.caller().person, note: "" };
    insert_version(tx, new.id, 1, document, &digest, written).await?;
    Ok(digest)
}

/// Who wrote a version, and what they said of it.
pub struct Written<'a> {
    pub author: Option<PersonId>,
    pub note: &'a str,
}

/// Adds the next version of the description, not public yet, and returns its number.
pub async fn add_version(tx: &Write, row: &service_rows::Model, description: &Description, note: &str) -> Result<i32> {
    add_version_by(tx, row, description, Written { author: tx.caller().person, note }).await
}

/// As [`add_version`], of a text that somebody else wrote.
pub async fn add_version_by(
    tx: &Write,
    row: &service_rows::Model,
    description: &Description,
    written: Written<'_>,
) -> Result<i32> {
    let (document, digest) = document(description)?;
    let version = row.latest + 1;
    let moved = service_rows::Entity::update_many()
        .col_expr(service_rows::Column::Latest, Expr::value(version))
        .filter(service_rows::Column::Id.eq(row.id))
        .filter(service_rows::Column::Latest.eq(row.latest))
        .exec(tx.conn())
        .await
        .db()?;
    if moved.rows_affected != 1 {
        return Err(Error::stale("service-changed").arg("code", &row.code));
    }
    insert_version(tx, ServiceId::new(row.id), version, document, &digest, written).await?;
    Ok(version)
}

/// Shows this version to the public and opens the service; returns the digest of the description.
pub async fn activate(
    tx: &Write,
    row: &service_rows::Model,
    version: i32,
    description: &Description,
    from: DateTime<Utc>,
) -> Result<String> {
    let digest = digest(description)?;
    let mut changed = service_rows::ActiveModel {
        id: Set(row.id),
        version: Set(version),
        digest: Set(digest.clone()),
        state: Set(ServiceState::Open.as_str().to_owned()),
        in_force_from: Set(Some(from)),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    service_rows::describe(&mut changed, InstitutionId::new(row.holder), description);
    changed.update(tx.conn()).await.db()?;
    // By one more than it is now, which may be more than it was when `row` was read: a link may have changed meanwhile.
    touch(tx, ServiceId::new(row.id)).await?;
    Ok(digest)
}

/// Sets the state.
pub async fn set_state(tx: &Write, id: ServiceId, state: ServiceState) -> Result<()> {
    change(tx, id, Some(state)).await
}

/// Something the public sees of the service changed elsewhere.
pub async fn touch(tx: &Write, id: ServiceId) -> Result<()> {
    change(tx, id, None).await
}

async fn change(tx: &Write, id: ServiceId, state: Option<ServiceState>) -> Result<()> {
    let mut change = service_rows::Entity::update_many()
        .col_expr(service_rows::Column::Revision, Expr::col(service_rows::Column::Revision).add(1))
        .col_expr(service_rows::Column::UpdatedAt, Expr::value(tx.now()));
    if let Some(state) = state {
        change = change.col_expr(service_rows::Column::State, Expr::value(state.as_str()));
    }
    change.filter(service_rows::Column::Id.eq(id.uuid())).exec(tx.conn()).await.db()?;
    Ok(())
}

/// The digest that a description would have.
pub fn digest(description: &Description) -> Result<String> {
    document(description).map(|(_, digest)| digest)
}

fn document(description: &Description) -> Result<(String, String)> {
    let text = serde_json::to_string(description)?;
    let digest = digest_hex(text.as_bytes());
    Ok((text, digest))
}

async fn insert_version(
    tx: &Write,
    id: ServiceId,
    version: i32,
    document: String,
    digest: &str,
    written: Written<'_>,
) -> Result<()> {
    let row = version_rows::ActiveModel {
        service: Set(id.uuid()),
        version: Set(version),
        digest: Set(digest.to_owned()),
        document: Set(document),
        created_at: Set(tx.now()),
        published_at: Set(None),
        state: Set(VersionState::Draft.as_str().to_owned()),
        valid_from: Set(None),
        valid_to: Set(None),
        closed_at: Set(None),
        author: Set(written.author.map(PersonId::uuid)),
        note: Set(written.note.to_owned()),
    };
    version_rows::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}
