//! Writing `services` and `service_versions`.

use super::{service_rows, version_rows};
use crate::{Description, ServiceState};
use kernel::{Error, InstitutionId, Result, ServiceId, digest_hex};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use storage::{Db as _, Write};

/// What identifies a new service.
pub struct NewRow<'a> {
    pub id: ServiceId,
    pub number: i64,
    pub pilot: Option<String>,
    pub external_id: Option<String>,
    pub holder: InstitutionId,
    pub provider: InstitutionId,
    pub form_key: Option<String>,
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
        provider: Set(new.provider.uuid()),
        form_key: Set(new.form_key),
        version: Set(1),
        digest: Set(digest.clone()),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    service_rows::describe(&mut row, new.description);
    service_rows::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    insert_version(tx, new.id, 1, document, &digest).await?;
    Ok(digest)
}

/// Adds the next version of the description and returns its number and digest.
pub async fn add_version(tx: &Write, row: &service_rows::Model, description: &Description) -> Result<(i32, String)> {
    let (document, digest) = document(description)?;
    let version = row.version + 1;
    let mut changed = service_rows::ActiveModel {
        id: Set(row.id),
        version: Set(version),
        digest: Set(digest.clone()),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    service_rows::describe(&mut changed, description);
    changed.update(tx.conn()).await.db()?;
    insert_version(tx, ServiceId::new(row.id), version, document, &digest).await?;
    Ok((version, digest))
}

/// Sets the state, if the description is still at `version`.
pub async fn set_state(tx: &Write, id: ServiceId, version: i32, state: ServiceState) -> Result<()> {
    let moved = service_rows::Entity::update_many()
        .col_expr(service_rows::Column::State, Expr::value(state.as_str()))
        .col_expr(service_rows::Column::UpdatedAt, Expr::value(tx.now()))
        .filter(service_rows::Column::Id.eq(id.uuid()))
        .filter(service_rows::Column::Version.eq(version))
        .exec(tx.conn())
        .await
        .db()?;
    if moved.rows_affected == 1 { Ok(()) } else { Err(Error::stale("service-changed")) }
}

/// Notes that a version became public.
pub async fn mark_published(tx: &Write, id: ServiceId, version: i32) -> Result<()> {
    version_rows::Entity::update_many()
        .col_expr(version_rows::Column::PublishedAt, Expr::value(tx.now()))
        .filter(version_rows::Column::Service.eq(id.uuid()))
        .filter(version_rows::Column::Version.eq(version))
        .filter(version_rows::Column::PublishedAt.is_null())
        .exec(tx.conn())
        .await
        .db()?;
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

async fn insert_version(tx: &Write, id: ServiceId, version: i32, document: String, digest: &str) -> Result<()> {
    let row = version_rows::ActiveModel {
        service: Set(id.uuid()),
        version: Set(version),
        digest: Set(digest.to_owned()),
        document: Set(document),
        created_at: Set(tx.now()),
        published_at: Set(None),
    };
    version_rows::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}
