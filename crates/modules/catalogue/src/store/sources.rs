//! Reading and writing `service_sources` and `service_refusals`.

use super::{refusal_rows as refusals, service_rows, services, source_rows as sources};
use chrono::{DateTime, Utc};
use kernel::{InstitutionId, Result, ServiceId};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use storage::{Db as _, Read, Write, keyset};
use uuid::Uuid;

/// The service that an institution's system knows under this name.
pub async fn find(tx: &Read, institution: InstitutionId, external_id: &str) -> Result<Option<service_rows::Model>> {
    let key = (institution.uuid(), external_id.to_owned());
    let Some(row) = sources::Entity::find_by_id(key).one(tx.conn()).await.db()? else { return Ok(None) };
    services::by_id(tx, ServiceId::new(row.service)).await
}

/// Gives a service a name in an institution's system.
pub async fn add(tx: &Write, institution: InstitutionId, external_id: &str, service: ServiceId) -> Result<()> {
    let row = sources::ActiveModel {
        institution: Set(institution.uuid()),
        external_id: Set(external_id.to_owned()),
        service: Set(service.uuid()),
        created_at: Set(tx.now()),
    };
    sources::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Keeps a refused write.
pub async fn refuse(tx: &Write, row: refusals::Model) -> Result<()> {
    refusals::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Refused writes, newest first; behind the one of this instant and id.
pub async fn refused(tx: &Read, behind: Option<(DateTime<Utc>, Uuid)>, limit: u64) -> Result<Vec<refusals::Model>> {
    let mut rows = refusals::Entity::find().order_by_desc(refusals::Column::At).order_by_desc(refusals::Column::Id);
    if let Some((at, id)) = behind {
        rows = rows.filter(keyset::after_desc(refusals::Column::At, at, refusals::Column::Id, id));
    }
    rows.limit(limit).all(tx.conn()).await.db()
}
