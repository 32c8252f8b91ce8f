//! Reading and writing `list_approvals`.

use super::approval_rows::{ActiveModel, Column, Entity};
use crate::store::service_rows;
use crate::{ApprovedService, ListApproval, ListedService, ServiceState};
use chrono::{DateTime, Utc};
use kernel::{InstitutionId, LangText, PersonId, Result};
use sea_orm::prelude::Uuid;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;
use storage::{Db as _, Read, Write};

/// The approval of an institution's list that is the newest.
pub async fn last(tx: &Read, institution: InstitutionId) -> Result<Option<ListApproval>> {
    let row = Entity::find()
        .filter(Column::Institution.eq(institution.uuid()))
        .order_by_desc(Column::Id)
        .one(tx.conn())
        .await
        .db()?;
    let whole = |row: super::approval_rows::Model| {
        let services = serde_json::from_str(&row.services)?;
        Ok(ListApproval { at: row.approved_at, by: row.approved_by.map(PersonId::new), services })
    };
    row.map(whole).transpose()
}

/// When each of these institutions approved its list last.
pub async fn days(tx: &Read, institutions: &[Uuid]) -> Result<BTreeMap<Uuid, DateTime<Utc>>> {
    let of_each = Entity::find()
        .select_only()
        .column(Column::Institution)
        .column_as(Column::ApprovedAt.max(), "approved_at")
        .filter(Column::Institution.is_in(institutions.iter().copied()))
        .group_by(Column::Institution);
    Ok(of_each.into_tuple().all(tx.conn()).await.db()?.into_iter().collect())
}

pub async fn insert(tx: &Write, institution: InstitutionId, services: &[ApprovedService], digest: &str) -> Result<()> {
    let row = ActiveModel {
        id: Set(tx.ids().uuid()),
        institution: Set(institution.uuid()),
        services: Set(serde_json::to_string(services)?),
        digest: Set(digest.to_owned()),
        approved_by: Set(tx.caller().person.map(PersonId::uuid)),
        approved_at: Set(tx.now()),
    };
    Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// The services of an institution, by code; only what a list needs is read.
pub async fn listed(tx: &Read, holder: InstitutionId, limit: u64) -> Result<Vec<ListedService>> {
    use service_rows::Column as Service;
    let rows: Vec<(String, String, String, String, i32)> = service_rows::Entity::find()
        .select_only()
        .columns([Service::Code, Service::NameLv, Service::NameEn, Service::State, Service::Version])
        .filter(Service::Holder.eq(holder.uuid()))
        .order_by_asc(Service::Number)
        .limit(limit)
        .into_tuple()
        .all(tx.conn())
        .await
        .db()?;
    let listed = |(code, lv, en, state, version): (String, String, String, String, i32)| {
        let state: ServiceState = state.parse()?;
        let version = if state == ServiceState::Draft { 0 } else { version };
        Ok(ListedService { code, name: LangText::new(lv, en), state, version })
    };
    rows.into_iter().map(listed).collect()
}
