//! Reading and writing `template_services`.

use super::template_rows::member::{ActiveModel, Column, Entity, Model};
use super::{service_rows, services as service_store, templates};
use crate::{TemplateId, TemplateState};
use kernel::{InstitutionId, LangText, PersonId, Result, ServiceId};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait as _,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait as _},
};
use std::collections::{BTreeMap, BTreeSet};
use storage::{Db as _, Read, Write};

/// A row of the table.
pub type Row = Model;

/// How many ids go into one question.
const IDS: usize = 500;

pub async fn of_service(tx: &Read, service: ServiceId) -> Result<Option<Row>> {
    Entity::find_by_id(service.uuid()).one(tx.conn()).await.db()
}

pub async fn of_services(tx: &Read, services: &[ServiceId]) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for some in services.chunks(IDS) {
        let wanted = some.iter().map(|id| id.uuid());
        rows.extend(Entity::find().filter(Column::Service.is_in(wanted)).all(tx.conn()).await.db()?);
    }
    Ok(rows)
}

pub async fn of_template(tx: &Read, template: TemplateId) -> Result<Vec<Row>> {
    Entity::find().filter(Column::Template.eq(template.uuid())).all(tx.conn()).await.db()
}

pub async fn of_templates(tx: &Read, templates: &[TemplateId]) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for some in templates.chunks(IDS) {
        let wanted = some.iter().map(|id| id.uuid());
        rows.extend(Entity::find().filter(Column::Template.is_in(wanted)).all(tx.conn()).await.db()?);
    }
    Ok(rows)
}

pub async fn of_holder(tx: &Read, holder: InstitutionId) -> Result<Vec<Row>> {
    Entity::find().filter(Column::Holder.eq(holder.uuid())).all(tx.conn()).await.db()
}

pub async fn in_template(tx: &Read, template: TemplateId, holder: InstitutionId) -> Result<Option<Row>> {
    Entity::find()
        .filter(Column::Template.eq(template.uuid()))
        .filter(Column::Holder.eq(holder.uuid()))
        .one(tx.conn())
        .await
        .db()
}

/// How many services each of these templates has.
pub async fn counts(tx: &Read, templates: &[TemplateId]) -> Result<BTreeMap<TemplateId, usize>> {
    if templates.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<(Uuid, i64)> = Entity::find()
        .select_only()
        .column(Column::Template)
        .column_as(Column::Service.count(), "members")
        .filter(Column::Template.is_in(templates.iter().map(|id| id.uuid())))
        .group_by(Column::Template)
        .into_tuple()
        .all(tx.conn())
        .await
        .db()?;
    let count = |(id, count)| (TemplateId::new(id), usize::try_from(count).unwrap_or_default());
    Ok(rows.into_iter().map(count).collect())
}

/// Up to `limit` services that have not been told of this revision of the template.
pub async fn unseen(tx: &Read, template: TemplateId, revision: i64, limit: u64) -> Result<Vec<Row>> {
    Entity::find()
        .filter(Column::Template.eq(template.uuid()))
        .filter(Column::Seen.lt(revision))
        .order_by_asc(Column::Seen)
        .order_by_asc(Column::Service)
        .limit(limit)
        .all(tx.conn())
        .await
        .db()
}

/// Notes that these services have been told.
pub async fn seen(tx: &Write, services: &[ServiceId], revision: i64) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Seen, Expr::value(revision))
        .filter(Column::Service.is_in(services.iter().map(|id| id.uuid())))
        .exec(tx.conn())
        .await
        .db()?;
    Ok(())
}

/// What is written when a service is attached.
pub struct NewMember<'a> {
    pub service: ServiceId,
    pub template: TemplateId,
    pub holder: InstitutionId,
    pub atvk: Option<String>,
    pub deviation: &'a LangText,
    pub seen: i64,
}

pub async fn insert(tx: &Write, new: NewMember<'_>) -> Result<()> {
    let row = ActiveModel {
        service: Set(new.service.uuid()),
        template: Set(new.template.uuid()),
        holder: Set(new.holder.uuid()),
        atvk: Set(new.atvk),
        attached_at: Set(tx.now()),
        attached_by: Set(tx.caller().person.map(PersonId::uuid)),
        deviation_lv: Set(new.deviation.lv.trim().to_owned()),
        deviation_en: Set(new.deviation.en.trim().to_owned()),
        seen: Set(new.seen),
        behind: Set(false),
    };
    Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

pub async fn delete(tx: &Write, service: ServiceId) -> Result<()> {
    Entity::delete_by_id(service.uuid()).exec(tx.conn()).await.db()?;
    Ok(())
}

/// Makes one service the line of its family in lists, or, with none, lets each be a line of its own.
pub async fn set_leader(tx: &Write, template: TemplateId, leader: Option<ServiceId>) -> Result<()> {
    let change = |behind: bool| {
        Entity::update_many()
            .col_expr(Column::Behind, Expr::value(behind))
            .filter(Column::Template.eq(template.uuid()))
            .filter(Column::Behind.eq(!behind))
    };
    match leader {
        None => change(false).exec(tx.conn()).await.db()?,
        Some(leader) => {
            change(true).filter(Column::Service.ne(leader.uuid())).exec(tx.conn()).await.db()?;
            change(false).filter(Column::Service.eq(leader.uuid())).exec(tx.conn()).await.db()?
        }
    };
    Ok(())
}

/// The services of a template as rows of the catalogue, in the order of their codes.
pub async fn services(tx: &Read, template: TemplateId) -> Result<Vec<service_rows::Model>> {
    let members = of_template(tx, template).await?;
    let ids: Vec<ServiceId> = members.iter().map(|member| ServiceId::new(member.service)).collect();
    let mut rows = services_by_ids(tx, &ids).await?;
    rows.sort_by_key(|row| row.number);
    Ok(rows)
}

/// The codes of what is attached to the templates with these codes.
pub async fn attached_codes(tx: &Read, families: &[String]) -> Result<Vec<String>> {
    let found = templates::by_codes(tx, families).await?;
    let found: Vec<TemplateId> = found.into_iter().map(|family| TemplateId::new(family.id)).collect();
    let members = of_templates(tx, &found).await?;
    let ids: Vec<ServiceId> = members.iter().map(|member| ServiceId::new(member.service)).collect();
    Ok(services_by_ids(tx, &ids).await?.into_iter().map(|row| row.code).collect())
}

/// The codes of the templates in use that services with these codes are attached to, by the code of the service.
pub async fn families(tx: &Read, codes: &[String]) -> Result<BTreeMap<String, String>> {
    let rows = service_store::by_codes(tx, codes).await?;
    let ids: Vec<ServiceId> = rows.iter().map(|row| ServiceId::new(row.id)).collect();
    let attached = of_services(tx, &ids).await?;
    let wanted: BTreeSet<TemplateId> = attached.iter().map(|member| TemplateId::new(member.template)).collect();
    let found = templates::by_ids(tx, &wanted.into_iter().collect::<Vec<_>>()).await?;
    let in_use = found.into_iter().filter(|row| row.state == TemplateState::Published.as_str());
    let in_use: BTreeMap<Uuid, String> = in_use.map(|row| (row.id, row.code)).collect();
    let by_id: BTreeMap<Uuid, String> = rows.into_iter().map(|row| (row.id, row.code)).collect();
    let family = |member: Row| Some((by_id.get(&member.service)?.clone(), in_use.get(&member.template)?.clone()));
    Ok(attached.into_iter().filter_map(family).collect())
}

/// The numbers of all services of the family of each of these that is attached to a template in use, by its number.
pub async fn relatives(tx: &Read, rows: &[service_rows::Model]) -> Result<BTreeMap<i64, Vec<i64>>> {
    let ids: Vec<ServiceId> = rows.iter().map(|row| ServiceId::new(row.id)).collect();
    let attached = of_services(tx, &ids).await?;
    let wanted: BTreeSet<TemplateId> = attached.iter().map(|member| TemplateId::new(member.template)).collect();
    let found = templates::by_ids(tx, &wanted.into_iter().collect::<Vec<_>>()).await?;
    let in_use = found.into_iter().filter(|row| row.state == TemplateState::Published.as_str());
    let in_use: Vec<TemplateId> = in_use.map(|row| TemplateId::new(row.id)).collect();
    let members = of_templates(tx, &in_use).await?;
    let ids: Vec<ServiceId> = members.iter().map(|member| ServiceId::new(member.service)).collect();
    let numbers: BTreeMap<Uuid, i64> =
        services_by_ids(tx, &ids).await?.into_iter().map(|row| (row.id, row.number)).collect();
    let mut families: BTreeMap<Uuid, Vec<i64>> = BTreeMap::new();
    for member in members {
        families.entry(member.template).or_default().extend(numbers.get(&member.service));
    }
    let family = |member: Row| Some((*numbers.get(&member.service)?, families.get(&member.template)?.clone()));
    Ok(attached.into_iter().filter_map(family).collect())
}

/// Services by id, in no particular order.
pub async fn services_by_ids(tx: &Read, ids: &[ServiceId]) -> Result<Vec<service_rows::Model>> {
    let mut rows = Vec::new();
    for some in ids.chunks(IDS) {
        let wanted = some.iter().map(|id| id.uuid());
        let found = service_rows::Entity::find().filter(service_rows::Column::Id.is_in(wanted));
        rows.extend(found.all(tx.conn()).await.db()?);
    }
    Ok(rows)
}

/// That a service does not stand behind the line of its family: a condition for lists of services.
pub fn not_behind() -> Condition {
    Condition::all().add(Expr::exists(of_row().filter(Column::Behind.eq(true)).into_query()).not())
}

/// The attachment of the row of `services` that a question is at.
fn of_row() -> sea_orm::Select<Entity> {
    let service = Expr::col((service_rows::Entity, service_rows::Column::Id));
    let same = Expr::col((Entity, Column::Service)).eq(service);
    Entity::find().select_only().column(Column::Service).filter(Condition::all().add(same))
}

/// Open services of these holders that are attached to nothing, by holder and code, after a holder and a number. Internal
/// services are left out: no template is for them.
pub async fn unattached(
    tx: &Read,
    holders: &[InstitutionId],
    after: Option<(InstitutionId, i64)>,
    limit: u64,
) -> Result<Vec<service_rows::Model>> {
    use service_rows::Column as Service;
    let of = |holders: &[InstitutionId]| {
        service_rows::Entity::find()
            .filter(Service::Holder.is_in(holders.iter().map(|id| id.uuid())))
            .filter(Service::State.eq(crate::ServiceState::Open.as_str()))
            .filter(Service::Internal.eq(false))
            .filter(Condition::all().add(Expr::exists(of_row().into_query()).not()))
            .order_by_asc(Service::Holder)
            .order_by_asc(Service::Number)
    };
    let Some((holder, number)) = after else { return of(holders).limit(limit).all(tx.conn()).await.db() };
    // First the rest of the holder that the page before ended with, then the holders behind it: beside a list of
    // holders no place is found in the index, and the page would begin with the first of them.
    let mut rows = Vec::new();
    if holders.contains(&holder) {
        let rest = of(&[holder]).filter(Service::Number.gt(number)).limit(limit);
        rows = rest.all(tx.conn()).await.db()?;
    }
    let left = limit.saturating_sub(rows.len() as u64);
    let behind: Vec<InstitutionId> = holders.iter().copied().filter(|other| *other > holder).collect();
    if left > 0 && !behind.is_empty() {
        rows.extend(of(&behind).limit(left).all(tx.conn()).await.db()?);
    }
    Ok(rows)
}
