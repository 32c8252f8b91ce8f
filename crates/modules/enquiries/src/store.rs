//! Reading and writing `enquiries`.

mod rows;

use crate::{Enquiry, EnquiryLine, EnquiryState};
use chrono::{DateTime, Utc};
use kernel::{Cursor, EnquiryId, Error, InstitutionId, Locale, Page, PageRequest, PersonId, Result};
use rows::{ActiveModel, Column, Entity};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use storage::{Db as _, Read, Write, keyset};
use uuid::Uuid;

/// What is new about an enquiry.
pub struct New<'a> {
    pub line: &'a EnquiryLine,
    pub person: Option<PersonId>,
    pub hash: String,
    pub subject: String,
    pub text: String,
    pub language: Locale,
}

pub async fn insert(tx: &Write, new: New<'_>) -> Result<()> {
    let line = new.line;
    let row = ActiveModel {
        id: Set(line.id.uuid()),
        number: Set(line.number.clone()),
        kind: Set(line.kind.as_str().to_owned()),
        state: Set(line.state.as_str().to_owned()),
        institution: Set(line.institution.uuid()),
        service: Set(line.service.clone()),
        person: Set(new.person.map(PersonId::uuid)),
        reference_hash: Set(new.hash),
        subject: Set(new.subject),
        text: Set(new.text),
        language: Set(new.language.as_str().to_owned()),
        received_at: Set(line.received_at),
        due_at: Set(line.due_at),
        forwarded_from: Set(None),
        forward_reason: Set(String::new()),
        answer: Set(None),
        answered_by: Set(None),
        answered_at: Set(None),
        helpful: Set(None),
        revision: Set(1),
    };
    Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

pub async fn by_hash(tx: &Read, hash: &str) -> Result<Option<Enquiry>> {
    let found = Entity::find().filter(Column::ReferenceHash.eq(hash)).one(tx.conn()).await.db()?;
    found.map(Enquiry::try_from).transpose()
}

pub async fn by_id(tx: &Read, id: EnquiryId) -> Result<Option<Enquiry>> {
    Entity::find_by_id(id.uuid()).one(tx.conn()).await.db()?.map(Enquiry::try_from).transpose()
}

/// How many a person wrote since an instant; counted up to `most`.
pub async fn count_of_person(tx: &Read, person: PersonId, since: DateTime<Utc>, most: u64) -> Result<u64> {
    let of_person = Entity::find().filter(Column::Person.eq(person.uuid())).filter(Column::ReceivedAt.gt(since));
    let ids: Vec<Uuid> =
        of_person.select_only().column(Column::Id).limit(most).into_tuple().all(tx.conn()).await.db()?;
    Ok(ids.len() as u64)
}

/// How many came from people who are not known since an instant; counted up to `most`.
pub async fn count_anonymous(tx: &Read, to: InstitutionId, since: DateTime<Utc>, most: u64) -> Result<u64> {
    let ids: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Institution.eq(to.uuid()))
        .filter(Column::ReceivedAt.gt(since))
        .filter(Column::Person.is_null())
        .limit(most)
        .into_tuple()
        .all(tx.conn())
        .await
        .db()?;
    Ok(ids.len() as u64)
}

/// Newest first.
pub async fn of_person(tx: &Read, person: PersonId, page: &PageRequest) -> Result<Page<EnquiryLine>> {
    let mut query = Entity::find().filter(Column::Person.eq(person.uuid()));
    if let Some((at, id)) = page.after.as_ref().map(Cursor::moment).transpose()? {
        query = query.filter(keyset::after_desc(Column::ReceivedAt, at, Column::Id, id));
    }
    let query = query.order_by_desc(Column::ReceivedAt).order_by_desc(Column::Id);
    lines(tx, query, page, |line| line.received_at).await
}

/// Soonest due first.
pub async fn list(
    tx: &Read,
    state: EnquiryState,
    of: Option<InstitutionId>,
    page: &PageRequest,
) -> Result<Page<EnquiryLine>> {
    let mut query = Entity::find().filter(Column::State.eq(state.as_str()));
    if let Some(of) = of {
        query = query.filter(Column::Institution.eq(of.uuid()));
    }
    if let Some((at, id)) = page.after.as_ref().map(Cursor::moment).transpose()? {
        query = query.filter(keyset::after_asc(Column::DueAt, at, Column::Id, id));
    }
    lines(tx, query.order_by_asc(Column::DueAt).order_by_asc(Column::Id), page, |line| line.due_at).await
}

async fn lines(
    tx: &Read,
    query: Select<Entity>,
    page: &PageRequest,
    at: fn(&EnquiryLine) -> DateTime<Utc>,
) -> Result<Page<EnquiryLine>> {
    let rows = query.limit(page.probe()).all(tx.conn()).await.db()?;
    let lines = rows.iter().map(EnquiryLine::try_from).collect::<Result<Vec<_>>>()?;
    Ok(Page::from_probe(lines, page, |line| Cursor::of_moment(at(line), line.id)))
}

pub async fn answer(tx: &Write, id: EnquiryId, revision: i64, answer: &str) -> Result<()> {
    let change = ActiveModel {
        state: Set(EnquiryState::Answered.as_str().to_owned()),
        answer: Set(Some(answer.to_owned())),
        answered_by: Set(tx.caller().person.map(PersonId::uuid)),
        answered_at: Set(Some(tx.now())),
        ..Default::default()
    };
    move_on(tx, id, revision, change).await
}

pub async fn forward(
    tx: &Write,
    id: EnquiryId,
    revision: i64,
    from: InstitutionId,
    to: InstitutionId,
    reason: &str,
) -> Result<()> {
    let change = ActiveModel {
        institution: Set(to.uuid()),
        forwarded_from: Set(Some(from.uuid())),
        forward_reason: Set(reason.to_owned()),
        ..Default::default()
    };
    move_on(tx, id, revision, change).await
}

/// The next revision, unless somebody else was quicker.
async fn move_on(tx: &Write, id: EnquiryId, revision: i64, mut change: ActiveModel) -> Result<()> {
    change.revision = Set(revision + 1);
    let seen = Entity::update_many().filter(Column::Id.eq(id.uuid())).filter(Column::Revision.eq(revision));
    if tx.changed_one(seen.set(change)).await? { Ok(()) } else { Err(Error::stale("enquiry-changed")) }
}

/// Says whether there was no rating yet.
pub async fn rate(tx: &Write, id: EnquiryId, helpful: bool) -> Result<bool> {
    let change = ActiveModel { helpful: Set(Some(helpful)), ..Default::default() };
    let unrated = Entity::update_many().filter(Column::Id.eq(id.uuid())).filter(Column::Helpful.is_null());
    tx.changed_one(unrated.set(change)).await
}
