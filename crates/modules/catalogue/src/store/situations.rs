//! Reading and writing life situations.

use super::situation_rows::{
    ActiveModel, Column, Entity, Model, checks as check_rows, services, versions as version_rows,
};
use crate::situations::{
    CreateSituation, SituationBranch, SituationCheck, SituationLine, SituationStanding, SituationState, SituationText,
    SituationVersion,
};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Error, InstitutionId, PersonId, Result, SituationId, digest_hex};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid,
    sea_query::Expr,
};
use std::collections::BTreeMap;
use std::sync::Arc;
use storage::{Db as _, Read, Write};

/// A branch has so many situations at most.
const MOST: u64 = 200;
/// All branches together hold so many at most, drafts and withdrawn ones too.
const MOST_WRITTEN: u64 = 1000;
/// So many confirmations are shown.
const CHECKS: u64 = 50;

pub async fn by_slug(tx: &Read, slug: &str) -> Result<Option<Model>> {
    Entity::find().filter(Column::Slug.eq(slug)).one(tx.conn()).await.db()
}

pub async fn by_id(tx: &Read, id: SituationId) -> Result<Option<Model>> {
    Entity::find_by_id(id.uuid()).one(tx.conn()).await.db()
}

/// The text of one version.
pub async fn text(tx: &Read, row: &Model, version: i32) -> Result<Arc<SituationText>> {
    let found = version_rows::Entity::find_by_id((row.id, version)).one(tx.conn()).await.db()?;
    let found = found.ok_or_else(|| Error::internal("situation-version").arg("slug", &row.slug))?;
    Ok(Arc::new(serde_json::from_str(&found.document)?))
}

/// One version with its times.
pub async fn version(tx: &Read, row: &Model, version: i32) -> Result<Option<(SituationVersion, Arc<SituationText>)>> {
    let found = version_rows::Entity::find_by_id((row.id, version)).one(tx.conn()).await.db()?;
    let read = |found: version_rows::Model| -> Result<(SituationVersion, Arc<SituationText>)> {
        let text = Arc::new(serde_json::from_str(&found.document)?);
        Ok((SituationVersion::from(found), text))
    };
    found.map(read).transpose()
}

/// The version that was public at an instant.
pub async fn at(tx: &Read, id: SituationId, at: DateTime<Utc>) -> Result<Option<(i32, Arc<SituationText>)>> {
    let open = Condition::any().add(version_rows::Column::ValidTo.is_null()).add(version_rows::Column::ValidTo.gt(at));
    let row = version_rows::Entity::find()
        .filter(version_rows::Column::Situation.eq(id.uuid()))
        .filter(version_rows::Column::ValidFrom.lte(at))
        .filter(open)
        .order_by_desc(version_rows::Column::Version)
        .one(tx.conn())
        .await
        .db()?;
    row.map(|row| Ok((row.version, Arc::new(serde_json::from_str(&row.document)?)))).transpose()
}

pub async fn versions(tx: &Read, id: SituationId) -> Result<Vec<SituationVersion>> {
    let rows = version_rows::Entity::find()
        .filter(version_rows::Column::Situation.eq(id.uuid()))
        .order_by_desc(version_rows::Column::Version)
        .limit(MOST);
    Ok(rows.all(tx.conn()).await.db()?.into_iter().map(SituationVersion::from).collect())
}

pub async fn published(tx: &Read, branch: SituationBranch) -> Result<Vec<SituationLine>> {
    let rows = Entity::find()
        .filter(Column::Branch.eq(branch.as_str()))
        .filter(Column::State.eq(SituationState::Published.as_str()))
        .order_by_asc(Column::Place)
        .order_by_asc(Column::Slug)
        .limit(MOST);
    lines(rows.all(tx.conn()).await.db()?)
}

/// The published ones among these, by their slugs.
pub async fn published_of(tx: &Read, slugs: &[String]) -> Result<Vec<SituationLine>> {
    if slugs.is_empty() {
        return Ok(Vec::new());
    }
    let rows =
        Entity::find().filter(Column::Slug.is_in(slugs)).filter(Column::State.eq(SituationState::Published.as_str()));
    lines(rows.all(tx.conn()).await.db()?)
}

/// When any of them last changed.
pub async fn last_change(tx: &Read) -> Result<Option<DateTime<Utc>>> {
    let newest = Entity::find().select_only().column_as(Column::UpdatedAt.max(), "at");
    Ok(newest.into_tuple::<Option<DateTime<Utc>>>().one(tx.conn()).await.db()?.flatten())
}

/// The published situations of an institution that are to be checked up to a day, soonest first.
pub async fn due(tx: &Read, of: InstitutionId, until: NaiveDate) -> Result<Vec<SituationLine>> {
    let rows = Entity::find()
        .filter(Column::Responsible.eq(of.uuid()))
        .filter(Column::State.eq(SituationState::Published.as_str()))
        .filter(Column::CheckDue.lte(until))
        .order_by_asc(Column::CheckDue)
        .order_by_asc(Column::Slug)
        .limit(MOST);
    lines(rows.all(tx.conn()).await.db()?)
}

/// How these institutions stand with their published situations on a day; those without any are missing.
pub async fn standings(tx: &Read, of: &[Uuid], today: NaiveDate) -> Result<BTreeMap<Uuid, SituationStanding>> {
    let rows: Vec<(Uuid, Option<NaiveDate>)> = Entity::find()
        .select_only()
        .columns([Column::Responsible, Column::CheckDue])
        .filter(Column::Responsible.is_in(of.iter().copied()))
        .filter(Column::State.eq(SituationState::Published.as_str()))
        .into_tuple()
        .all(tx.conn())
        .await
        .db()?;
    let mut standings: BTreeMap<Uuid, SituationStanding> = BTreeMap::new();
    for (responsible, due) in rows {
        let standing = standings.entry(responsible).or_default();
        standing.published += 1;
        standing.late += i64::from(due.is_some_and(|due| due < today));
    }
    Ok(standings)
}

/// Those that an institution answers for or whose branch is one of these, or all.
pub async fn to_edit(tx: &Read, of: Option<(InstitutionId, &[SituationBranch])>) -> Result<Vec<SituationLine>> {
    let mut query = Entity::find().order_by_asc(Column::Slug).limit(MOST_WRITTEN);
    if let Some((own, branches)) = of {
        let coordinated = Column::Branch.is_in(branches.iter().map(|branch| branch.as_str()));
        query = query.filter(Condition::any().add(Column::Responsible.eq(own.uuid())).add(coordinated));
    }
    lines(query.all(tx.conn()).await.db()?)
}

fn lines(rows: Vec<Model>) -> Result<Vec<SituationLine>> {
    rows.into_iter().map(SituationLine::try_from).collect()
}

/// Writes a draft with its first text and returns its digest.
pub async fn insert(tx: &Write, id: SituationId, new: &CreateSituation) -> Result<String> {
    let mut row = ActiveModel {
        id: Set(id.uuid()),
        slug: Set(new.slug.clone()),
        branch: Set(new.branch.as_str().to_owned()),
        responsible: Set(new.responsible.uuid()),
        state: Set(SituationState::Draft.as_str().to_owned()),
        place: Set(new.place),
        version: Set(1),
        latest: Set(1),
        revision: Set(1),
        checked_on: Set(None),
        check_due: Set(None),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    describe(&mut row, &new.text);
    Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    insert_version(tx, id, 1, &new.text).await
}

/// Keeps the newest text: in its place while it was never public, as the next version afterwards.
pub async fn save(tx: &Write, row: &Model, text: &SituationText) -> Result<()> {
    let id = SituationId::new(row.id);
    let mut change = ActiveModel { updated_at: Set(tx.now()), ..Default::default() };
    if row.state == SituationState::Draft.as_str() {
        describe(&mut change, text);
    }
    if was_public(tx, row).await? {
        change.latest = Set(row.latest + 1);
        insert_version(tx, id, row.latest + 1, text).await?;
    } else {
        let (document, digest) = document(text)?;
        let draft = version_rows::ActiveModel {
            digest: Set(digest),
            document: Set(document),
            author: Set(tx.caller().person.map(PersonId::uuid)),
            created_at: Set(tx.now()),
            ..Default::default()
        };
        change_version(tx, row, row.latest, draft).await?;
    }
    move_on(tx, row, change).await
}

/// The newest text is public from now on, the one before it is not any more. Returns the number of the version and the
/// digest of its text.
pub async fn put_in_force(
    tx: &Write,
    row: &Model,
    text: &SituationText,
    note: &str,
    checked_on: NaiveDate,
    check_due: NaiveDate,
) -> Result<(i32, String)> {
    let mut version = row.latest;
    if was_public(tx, row).await? {
        // What was public keeps its times: the same text comes back under the next number.
        version += 1;
        insert_version(tx, SituationId::new(row.id), version, text).await?;
    }
    end_public(tx, row).await?;
    let begin = version_rows::ActiveModel {
        valid_from: Set(Some(tx.now())),
        note: Set(note.trim().to_owned()),
        ..Default::default()
    };
    change_version(tx, row, version, begin).await?;
    let mut change = ActiveModel {
        state: Set(SituationState::Published.as_str().to_owned()),
        version: Set(version),
        latest: Set(version),
        checked_on: Set(Some(checked_on)),
        check_due: Set(Some(check_due)),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    describe(&mut change, text);
    move_on(tx, row, change).await?;
    Ok((version, document(text)?.1))
}

/// Nothing of it is public from now on; returns the digest of what was.
pub async fn withdraw(tx: &Write, row: &Model) -> Result<String> {
    end_public(tx, row).await?;
    let change = ActiveModel {
        state: Set(SituationState::Withdrawn.as_str().to_owned()),
        check_due: Set(None),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    move_on(tx, row, change).await?;
    digest(tx, row).await
}

/// Another institution answers for it from now on.
pub async fn hand_over(tx: &Write, row: &Model, responsible: InstitutionId) -> Result<()> {
    let change = ActiveModel { responsible: Set(responsible.uuid()), updated_at: Set(tx.now()), ..Default::default() };
    move_on(tx, row, change).await
}

/// Its place in the list of its branch. No text changes, so who writes at it is not disturbed.
pub async fn set_place(tx: &Write, id: SituationId, place: i32) -> Result<()> {
    let change = ActiveModel { id: Set(id.uuid()), place: Set(place), ..Default::default() };
    Entity::update(change).exec(tx.conn()).await.db()?;
    Ok(())
}

/// Records a confirmation; returns the digest of the text that was confirmed.
pub async fn confirm(tx: &Write, row: &Model, note: &str, today: NaiveDate, next: NaiveDate) -> Result<String> {
    let check = check_rows::ActiveModel {
        id: Set(tx.ids().uuid()),
        situation: Set(row.id),
        version: Set(row.version),
        person: Set(tx.caller().person.map(PersonId::uuid)),
        note: Set(note.to_owned()),
        at: Set(tx.now()),
    };
    check_rows::Entity::insert(check).exec_without_returning(tx.conn()).await.db()?;
    let change = ActiveModel { checked_on: Set(Some(today)), check_due: Set(Some(next)), ..Default::default() };
    move_on(tx, row, change).await?;
    digest(tx, row).await
}

pub async fn checks(tx: &Read, id: SituationId) -> Result<Vec<SituationCheck>> {
    let rows = check_rows::Entity::find()
        .filter(check_rows::Column::Situation.eq(id.uuid()))
        .order_by_desc(check_rows::Column::At)
        .limit(CHECKS);
    let check = |row: check_rows::Model| SituationCheck {
        version: row.version,
        person: row.person.map(PersonId::new),
        note: row.note,
        at: row.at,
    };
    Ok(rows.all(tx.conn()).await.db()?.into_iter().map(check).collect())
}

/// The services that a published situation names.
pub async fn set_services(tx: &Write, id: SituationId, codes: &[String]) -> Result<()> {
    let of_this = services::Column::Situation.eq(id.uuid());
    services::Entity::delete_many().filter(of_this).exec(tx.conn()).await.db()?;
    if codes.is_empty() {
        return Ok(());
    }
    let link = |code: &String| services::ActiveModel { service: Set(code.clone()), situation: Set(id.uuid()) };
    services::Entity::insert_many(codes.iter().map(link)).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// The next revision, unless somebody else was quicker.
async fn move_on(tx: &Write, row: &Model, mut change: ActiveModel) -> Result<()> {
    change.revision = Set(row.revision + 1);
    let seen = Entity::update_many().filter(Column::Id.eq(row.id)).filter(Column::Revision.eq(row.revision));
    if tx.changed_one(seen.set(change)).await? {
        Ok(())
    } else {
        Err(Error::stale("situation-changed").arg("slug", &row.slug))
    }
}

async fn was_public(tx: &Read, row: &Model) -> Result<bool> {
    let newest = version_rows::Entity::find_by_id((row.id, row.latest)).one(tx.conn()).await.db()?;
    Ok(newest.is_some_and(|newest| newest.valid_from.is_some()))
}

async fn end_public(tx: &Write, row: &Model) -> Result<()> {
    version_rows::Entity::update_many()
        .col_expr(version_rows::Column::ValidTo, Expr::value(tx.now()))
        .filter(version_rows::Column::Situation.eq(row.id))
        .filter(version_rows::Column::ValidFrom.is_not_null())
        .filter(version_rows::Column::ValidTo.is_null())
        .exec(tx.conn())
        .await
        .db()?;
    Ok(())
}

async fn change_version(tx: &Write, row: &Model, version: i32, change: version_rows::ActiveModel) -> Result<()> {
    version_rows::Entity::update_many()
        .set(change)
        .filter(version_rows::Column::Situation.eq(row.id))
        .filter(version_rows::Column::Version.eq(version))
        .exec(tx.conn())
        .await
        .db()?;
    Ok(())
}

async fn insert_version(tx: &Write, id: SituationId, version: i32, text: &SituationText) -> Result<String> {
    let (document, digest) = document(text)?;
    let row = version_rows::ActiveModel {
        situation: Set(id.uuid()),
        version: Set(version),
        digest: Set(digest.clone()),
        document: Set(document),
        note: Set(String::new()),
        author: Set(tx.caller().person.map(PersonId::uuid)),
        created_at: Set(tx.now()),
        valid_from: Set(None),
        valid_to: Set(None),
    };
    version_rows::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(digest)
}

async fn digest(tx: &Read, row: &Model) -> Result<String> {
    let found = version_rows::Entity::find_by_id((row.id, row.version)).one(tx.conn()).await.db()?;
    Ok(found.map(|found| found.digest).unwrap_or_default())
}

fn document(text: &SituationText) -> Result<(String, String)> {
    let document = serde_json::to_string(text)?;
    let digest = digest_hex(document.as_bytes());
    Ok((document, digest))
}

fn describe(row: &mut ActiveModel, text: &SituationText) {
    row.title_lv = Set(text.title.lv.clone());
    row.title_en = Set(text.title.en.clone());
    row.summary_lv = Set(text.summary.lv.clone());
    row.summary_en = Set(text.summary.en.clone());
    row.sdg = Set(text.sdg);
}
