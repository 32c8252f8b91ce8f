//! Reading and writing `situation_corrections`.

use super::{service_rows, services, situation_rows};
use crate::situations::{Correction, CorrectionAbout, CorrectionSight, CorrectionState, SituationBranch, stream_of};
use chrono::{DateTime, Utc};
use kernel::{
    CorrectionId, Cursor, InstitutionId, LangText, Locale, Page, PageRequest, Result, ServiceId, SituationId,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, entity::prelude::*,
};
use std::collections::{BTreeMap, HashMap};
use storage::{Db as _, Read, Stream, Write, keyset};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "situation_corrections")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub situation: Uuid,
    pub branch: String,
    pub version: i32,
    pub responsible: Uuid,
    pub state: String,
    pub report: String,
    pub language: String,
    pub institution: Option<Uuid>,
    pub reported_at: DateTimeUtc,
    pub due_at: DateTimeUtc,
    pub forwarded_at: Option<DateTimeUtc>,
    pub resolved_at: Option<DateTimeUtc>,
    pub answer: String,
    pub service: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What a report is about, as rows name it.
#[derive(Debug, Clone, Copy)]
pub enum Subject {
    Situation(SituationId, SituationBranch),
    Service(ServiceId),
}

impl Subject {
    /// Where its events stand.
    pub fn stream(self) -> Stream {
        match self {
            Self::Situation(id, _) => stream_of(id),
            Self::Service(id) => Stream::service(id),
        }
    }
}

/// What is new about a report.
pub struct New {
    pub subject: Subject,
    pub version: i32,
    pub responsible: InstitutionId,
    pub report: String,
    pub language: Locale,
}

pub async fn insert(tx: &Write, id: CorrectionId, new: &New, due_at: DateTime<Utc>) -> Result<()> {
    let (situation, branch, service) = match new.subject {
        Subject::Situation(id, branch) => (id.uuid(), branch.as_str(), None),
        Subject::Service(id) => (Uuid::nil(), "", Some(id.uuid())),
    };
    // Nobody passes on what is about a service.
    let state = if service.is_some() { CorrectionState::Forwarded } else { CorrectionState::Received };
    let row = ActiveModel {
        id: Set(id.uuid()),
        situation: Set(situation),
        branch: Set(branch.to_owned()),
        version: Set(new.version),
        responsible: Set(new.responsible.uuid()),
        state: Set(state.as_str().to_owned()),
        report: Set(new.report.clone()),
        language: Set(new.language.as_str().to_owned()),
        institution: Set(tx.caller().institution.map(InstitutionId::uuid)),
        reported_at: Set(tx.now()),
        due_at: Set(due_at),
        forwarded_at: Set(service.map(|_| tx.now())),
        resolved_at: Set(None),
        answer: Set(String::new()),
        service: Set(service),
    };
    Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// How many reports about the same came since an instant; counted up to `most`.
pub async fn count_since(tx: &Read, subject: Subject, since: DateTime<Utc>, most: u64) -> Result<u64> {
    let about = match subject {
        Subject::Situation(id, _) => Column::Situation.eq(id.uuid()),
        Subject::Service(id) => Column::Service.eq(id.uuid()),
    };
    let ids: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(about)
        .filter(Column::ReportedAt.gt(since))
        .limit(most)
        .into_tuple()
        .all(tx.conn())
        .await
        .db()?;
    Ok(ids.len() as u64)
}

pub async fn find(tx: &Read, id: CorrectionId) -> Result<Option<Correction>> {
    let Some(row) = Entity::find_by_id(id.uuid()).one(tx.conn()).await.db()? else { return Ok(None) };
    Ok(named(tx, vec![row]).await?.pop())
}

/// One page, soonest due first. What an institution has before it comes from several lists, each read in its own order:
/// a condition for all of them at once would read past the reports of others.
pub async fn list(
    tx: &Read,
    state: CorrectionState,
    of: Option<&CorrectionSight>,
    page: &PageRequest,
) -> Result<Page<Correction>> {
    let mut query = Entity::find()
        .filter(Column::State.eq(state.as_str()))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .limit(page.probe());
    if let Some((due, id)) = page.after.as_ref().map(Cursor::moment).transpose()? {
        query = query.filter(keyset::after_asc(Column::DueAt, due, Column::Id, id));
    }
    let mut rows: BTreeMap<(DateTime<Utc>, Uuid), Model> = BTreeMap::new();
    for narrowed in lists(of) {
        let part = query.clone().filter(narrowed).all(tx.conn()).await.db()?;
        rows.extend(part.into_iter().map(|row| ((row.due_at, row.id), row)));
    }
    let most = usize::try_from(page.probe()).unwrap_or(usize::MAX);
    let items = named(tx, rows.into_values().take(most).collect()).await?;
    Ok(Page::from_probe(items, page, |item: &Correction| Cursor::of_moment(item.due_at, item.id)))
}

/// The lists that an institution has before it; one of all reports when nobody is named.
fn lists(of: Option<&CorrectionSight>) -> Vec<Condition> {
    let Some(sight) = of else { return vec![Condition::all()] };
    let own = Condition::all().add(Column::Responsible.eq(sight.own.uuid()));
    let branches = sight.branches.iter().map(|branch| Condition::all().add(Column::Branch.eq(branch.as_str())));
    branches.chain([own]).collect()
}

/// Passes a new report on; says whether it was new.
pub async fn forward(tx: &Write, id: CorrectionId) -> Result<bool> {
    let change = ActiveModel {
        state: Set(CorrectionState::Forwarded.as_str().to_owned()),
        forwarded_at: Set(Some(tx.now())),
        ..Default::default()
    };
    change_open(tx, id, &[CorrectionState::Received], change).await
}

/// The open reports about a situation go to who answers for it from now on.
pub async fn hand_over(tx: &Write, situation: SituationId, responsible: InstitutionId) -> Result<()> {
    let change = ActiveModel { responsible: Set(responsible.uuid()), ..Default::default() };
    let open = [CorrectionState::Received, CorrectionState::Forwarded];
    Entity::update_many()
        .set(change)
        .filter(Column::Situation.eq(situation.uuid()))
        .filter(Column::State.is_in(open.iter().map(|state| state.as_str())))
        .exec(tx.conn())
        .await
        .db()?;
    Ok(())
}

/// Ends an open report; says whether it was open.
pub async fn resolve(tx: &Write, id: CorrectionId, state: CorrectionState, answer: &str) -> Result<bool> {
    let change = ActiveModel {
        state: Set(state.as_str().to_owned()),
        resolved_at: Set(Some(tx.now())),
        answer: Set(answer.to_owned()),
        ..Default::default()
    };
    change_open(tx, id, &[CorrectionState::Received, CorrectionState::Forwarded], change).await
}

async fn change_open(tx: &Write, id: CorrectionId, from: &[CorrectionState], change: ActiveModel) -> Result<bool> {
    let changed = Entity::update_many()
        .set(change)
        .filter(Column::Id.eq(id.uuid()))
        .filter(Column::State.is_in(from.iter().map(|state| state.as_str())))
        .exec(tx.conn())
        .await
        .db()?;
    Ok(changed.rows_affected == 1)
}

/// When the reports that were passed on to an institution are due, soonest first.
pub async fn forwarded_due(tx: &Read, responsible: InstitutionId, most: u64) -> Result<Vec<DateTime<Utc>>> {
    forwarded(responsible, most).into_tuple().all(tx.conn()).await.db()
}

/// The question of [`forwarded_due`].
pub fn forwarded(responsible: InstitutionId, most: u64) -> Select<Entity> {
    Entity::find()
        .select_only()
        .column(Column::DueAt)
        .filter(Column::Responsible.eq(responsible.uuid()))
        .filter(Column::State.eq(CorrectionState::Forwarded.as_str()))
        .order_by_asc(Column::DueAt)
        .limit(most)
}

/// How many open reports of each of these institutions wait longer than they may.
pub async fn overdue(tx: &Read, ids: &[Uuid], now: DateTime<Utc>) -> Result<BTreeMap<Uuid, i64>> {
    let open = [CorrectionState::Received, CorrectionState::Forwarded];
    let of_each = Entity::find()
        .select_only()
        .column(Column::Responsible)
        .column_as(Column::Id.count(), "reports")
        .filter(Column::Responsible.is_in(ids.iter().copied()))
        .filter(Column::State.is_in(open.iter().map(|state| state.as_str())))
        .filter(Column::DueAt.lt(now))
        .group_by(Column::Responsible);
    Ok(of_each.into_tuple().all(tx.conn()).await.db()?.into_iter().collect())
}

/// The reports with the words and titles of their situations, and the codes and names of their services.
async fn named(tx: &Read, rows: Vec<Model>) -> Result<Vec<Correction>> {
    let ids: Vec<Uuid> = rows.iter().filter(|row| row.service.is_none()).map(|row| row.situation).collect();
    let mut situations: HashMap<Uuid, situation_rows::Model> = HashMap::new();
    if !ids.is_empty() {
        let found = situation_rows::Entity::find().filter(situation_rows::Column::Id.is_in(ids));
        situations.extend(found.all(tx.conn()).await.db()?.into_iter().map(|row| (row.id, row)));
    }
    let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.service).collect();
    let found = services::by_ids(tx, &ids).await?;
    let services: HashMap<Uuid, service_rows::Model> = found.into_iter().map(|row| (row.id, row)).collect();
    rows.into_iter().map(|row| correction(row, &situations, &services)).collect()
}

fn correction(
    row: Model,
    situations: &HashMap<Uuid, situation_rows::Model>,
    services: &HashMap<Uuid, service_rows::Model>,
) -> Result<Correction> {
    let (about, title, version) = match row.service {
        Some(id) => {
            let service = services.get(&id);
            let about = CorrectionAbout::Service {
                id: ServiceId::new(id),
                code: service.map(|found| found.code.clone()).unwrap_or_default(),
            };
            let title = service.map(|found| LangText::new(&found.name_lv, &found.name_en));
            (about, title, service.map(|found| found.version))
        }
        None => {
            let situation = situations.get(&row.situation);
            let about = CorrectionAbout::Situation {
                id: SituationId::new(row.situation),
                slug: situation.map(|found| found.slug.clone()).unwrap_or_default(),
                branch: row.branch.parse()?,
            };
            let title = situation.map(|found| LangText::new(&found.title_lv, &found.title_en));
            (about, title, situation.map(|found| found.version))
        }
    };
    Ok(Correction {
        id: CorrectionId::new(row.id),
        about,
        title: title.unwrap_or_default(),
        version: row.version,
        newer_text: version.is_some_and(|version| version > row.version),
        responsible: InstitutionId::new(row.responsible),
        state: row.state.parse()?,
        report: row.report,
        language: row.language.parse()?,
        institution: row.institution.map(InstitutionId::new),
        reported_at: row.reported_at,
        due_at: row.due_at,
        forwarded_at: row.forwarded_at,
        resolved_at: row.resolved_at,
        answer: row.answer,
    })
}
