//! Reading and writing `similar_services`, `similar_features` and `similar_bands`.

use super::similar_rows::{bands, features, pair};
use super::{service_rows, template_members as members, versions};
use crate::TemplateId;
use crate::{Description, SimilarFilter, SimilarKind, SimilarReason, SimilarState};
use kernel::{PersonId, Result, ServiceId};
use sea_orm::prelude::Uuid;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, ExprTrait as _, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, OnConflict, Query},
};
use std::collections::{BTreeMap, BTreeSet};
use storage::{Db as _, Read, Write, keyset};

/// Rows of one statement, well under the limits of both databases.
const ROWS: usize = 1000;
/// Ids of one question.
const IDS: usize = 500;
/// Rows read of one mark: where more share it than this, some are not compared.
const SHARING: u64 = 20_000;

/// What a pair is called beside which it is looked for a better one.
const BETTER: &str = "better";

/// A service and its place in the series of codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub number: i64,
    pub service: ServiceId,
}

/// A pair to be written; `service` has the higher code.
#[derive(Debug, Clone)]
pub struct NewPair {
    pub service: ServiceId,
    pub other: ServiceId,
    pub score: i32,
    pub reasons: Vec<SimilarReason>,
    pub kind: Option<SimilarKind>,
    pub state: SimilarState,
}

/// Two services of one holder that look alike.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OfOneHolder {
    /// The one with the higher code.
    pub service: Uuid,
    /// Code of the other.
    pub other_code: String,
}

/// Where a page of pairs begins.
#[derive(Debug, Clone, Copy)]
pub struct After {
    pub score: i32,
    pub service: ServiceId,
    pub other: ServiceId,
}

fn uuids(ids: &[ServiceId]) -> impl Iterator<Item = Uuid> + '_ {
    ids.iter().map(|id| id.uuid())
}

/// Forgets what is known of these services, except what people decided.
pub async fn forget(tx: &Write, ids: &[ServiceId]) -> Result<()> {
    for some in ids.chunks(IDS) {
        features::Entity::delete_many()
            .filter(features::Column::Service.is_in(uuids(some)))
            .exec(tx.conn())
            .await
            .db()?;
        bands::Entity::delete_many().filter(bands::Column::Service.is_in(uuids(some))).exec(tx.conn()).await.db()?;
        for column in [pair::Column::Service, pair::Column::Other] {
            pair::Entity::delete_many()
                .filter(column.is_in(uuids(some)))
                .filter(pair::Column::State.ne(SimilarState::Dismissed.as_str()))
                .exec(tx.conn())
                .await
                .db()?;
        }
    }
    Ok(())
}

/// Forgets everything, except what people decided.
pub async fn forget_all(tx: &Write) -> Result<()> {
    features::Entity::delete_many().exec(tx.conn()).await.db()?;
    bands::Entity::delete_many().exec(tx.conn()).await.db()?;
    pair::Entity::delete_many()
        .filter(pair::Column::State.ne(SimilarState::Dismissed.as_str()))
        .exec(tx.conn())
        .await
        .db()?;
    Ok(())
}

/// The descriptions in force, by service.
pub async fn descriptions(tx: &Read, services: &[service_rows::Model]) -> Result<BTreeMap<Uuid, Description>> {
    let wanted: Vec<(Uuid, i32)> = services.iter().map(|row| (row.id, row.version)).collect();
    let found = versions::exact::<Description>(tx, &wanted).await?;
    Ok(found.into_iter().map(|((service, _), description)| (service, description)).collect())
}

pub async fn insert_features(tx: &Write, known: Vec<(Place, Vec<u8>)>) -> Result<()> {
    let rows: Vec<_> = known
        .into_iter()
        .map(|(place, features)| features::ActiveModel {
            service: Set(place.service.uuid()),
            number: Set(place.number),
            features: Set(features),
        })
        .collect();
    for some in rows.chunks(ROWS) {
        features::Entity::insert_many(some.to_vec()).exec_without_returning(tx.conn()).await.db()?;
    }
    Ok(())
}

pub async fn insert_bands(tx: &Write, marks: Vec<(i32, i64, Place)>) -> Result<()> {
    let rows: Vec<_> = marks
        .into_iter()
        .map(|(band, mark, place)| bands::ActiveModel {
            band: Set(band),
            mark: Set(mark),
            number: Set(place.number),
            service: Set(place.service.uuid()),
        })
        .collect();
    for some in rows.chunks(ROWS) {
        bands::Entity::insert_many(some.to_vec()).exec_without_returning(tx.conn()).await.db()?;
    }
    Ok(())
}

/// Everybody with one of these marks in this band, by mark in the order of codes; of a mark that more share than are read
/// at once, those with the lowest codes.
pub async fn sharing(tx: &Read, band: i32, marks: &[i64]) -> Result<Vec<(i64, Place)>> {
    sharing_up_to(tx, band, marks, SHARING).await
}

/// As [`sharing`], with at most so many of one mark.
pub async fn sharing_up_to(tx: &Read, band: i32, marks: &[i64], most: u64) -> Result<Vec<(i64, Place)>> {
    let mut found = Vec::new();
    for some in marks.chunks(IDS) {
        let mut left = some.to_vec();
        while !left.is_empty() {
            let rows = of_marks(tx, band, &left, most).await?;
            let broken_off = rows.last().filter(|_| rows.len() as u64 >= most).map(|(mark, _)| *mark);
            let Some(crowded) = broken_off else {
                found.extend(rows);
                break;
            };
            // The answer ended within a mark: that one is read alone, and those behind it are asked for anew.
            found.extend(rows.into_iter().filter(|(mark, _)| *mark < crowded));
            found.extend(of_marks(tx, band, &[crowded], most).await?);
            left.retain(|mark| *mark > crowded);
        }
    }
    Ok(found)
}

async fn of_marks(tx: &Read, band: i32, marks: &[i64], most: u64) -> Result<Vec<(i64, Place)>> {
    let rows = bands::Entity::find()
        .filter(bands::Column::Band.eq(band))
        .filter(bands::Column::Mark.is_in(marks.iter().copied()))
        .order_by_asc(bands::Column::Mark)
        .order_by_asc(bands::Column::Number)
        .limit(most)
        .all(tx.conn())
        .await
        .db()?;
    let place = |row: &bands::Model| Place { number: row.number, service: ServiceId::new(row.service) };
    Ok(rows.iter().map(|row| (row.mark, place(row))).collect())
}

/// The features of these services.
pub async fn features(tx: &Read, ids: &[ServiceId]) -> Result<Vec<(ServiceId, Vec<u8>)>> {
    let mut found = Vec::new();
    for some in ids.chunks(IDS) {
        let wanted = features::Entity::find().filter(features::Column::Service.is_in(uuids(some)));
        let rows = wanted.all(tx.conn()).await.db()?;
        found.extend(rows.into_iter().map(|row| (ServiceId::new(row.service), row.features)));
    }
    Ok(found)
}

/// Writes pairs; those that are there stay as they were decided.
pub async fn insert_pairs(tx: &Write, pairs: &[NewPair]) -> Result<()> {
    for some in pairs.chunks(ROWS) {
        let rows = some.iter().map(|new| pair::ActiveModel {
            service: Set(new.service.uuid()),
            other: Set(new.other.uuid()),
            score: Set(new.score),
            reasons: Set(new.reasons.iter().map(|reason| reason.as_str()).collect::<Vec<_>>().join(" ")),
            kind: Set(new.kind.map_or("", SimilarKind::as_str).to_owned()),
            state: Set(new.state.as_str().to_owned()),
            found_at: Set(tx.now()),
            decided_by: Set(None),
            decided_at: Set(None),
        });
        let known = OnConflict::columns([pair::Column::Service, pair::Column::Other]).do_nothing().to_owned();
        pair::Entity::insert_many(rows).on_conflict(known).exec_without_returning(tx.conn()).await.db()?;
    }
    Ok(())
}

/// Open pairs of one holder that are at least so much alike, with one end among these services, most alike first.
pub async fn of_one_holder(tx: &Read, services: &[Uuid], least: i32) -> Result<Vec<OfOneHolder>> {
    let mut pairs = BTreeMap::new();
    for some in services.chunks(IDS) {
        for column in [pair::Column::Service, pair::Column::Other] {
            let found = alike(least).filter(column.is_in(some.iter().copied())).all(tx.conn()).await.db()?;
            pairs.extend(found.into_iter().map(|pair| ((-pair.score, pair.service, pair.other), pair)));
        }
    }
    one_holder(tx, pairs.into_values().collect()).await
}

/// All open pairs of one holder that are at least so much alike.
pub async fn all_of_one_holder(tx: &Read, least: i32) -> Result<Vec<OfOneHolder>> {
    one_holder(tx, alike(least).all(tx.conn()).await.db()?).await
}

fn alike(least: i32) -> Select<pair::Entity> {
    let open = pair::Column::State.eq(SimilarState::Open.as_str());
    pair::Entity::find().filter(open).filter(pair::Column::Score.gte(least))
}

async fn one_holder(tx: &Read, pairs: Vec<pair::Model>) -> Result<Vec<OfOneHolder>> {
    let ends: BTreeSet<ServiceId> =
        pairs.iter().flat_map(|pair| [ServiceId::new(pair.service), ServiceId::new(pair.other)]).collect();
    let rows = members::services_by_ids(tx, &ends.into_iter().collect::<Vec<_>>()).await?;
    let rows: BTreeMap<Uuid, service_rows::Model> = rows.into_iter().map(|row| (row.id, row)).collect();
    let of_one = pairs.into_iter().filter_map(|pair| {
        let (service, other) = (rows.get(&pair.service)?, rows.get(&pair.other)?);
        let told = OfOneHolder { service: pair.service, other_code: other.code.clone() };
        (service.holder == other.holder).then_some(told)
    });
    Ok(of_one.collect())
}

fn wanted(filter: &SimilarFilter) -> Select<pair::Entity> {
    let query = pair::Entity::find().filter(pair::Column::State.eq(filter.state.as_str()));
    match filter.kind {
        Some(kind) => query.filter(pair::Column::Kind.eq(kind.as_str())),
        None => query,
    }
}

/// That no wanted pair of the same service is more alike: a condition for lists of pairs. The few pairs of a service are
/// found by the key of the table.
fn most_alike_of_its_service(filter: &SimilarFilter) -> Condition {
    let own = |column: pair::Column| Expr::col((pair::Entity, column));
    let better = |column: pair::Column| Expr::col((BETTER, column));
    let as_alike = Condition::all()
        .add(better(pair::Column::Score).eq(own(pair::Column::Score)))
        .add(better(pair::Column::Other).lt(own(pair::Column::Other)));
    let before = Condition::any().add(better(pair::Column::Score).gt(own(pair::Column::Score))).add(as_alike);
    let mut wanted = Condition::all()
        .add(better(pair::Column::Service).eq(own(pair::Column::Service)))
        .add(better(pair::Column::State).eq(filter.state.as_str()))
        .add(before);
    if let Some(kind) = filter.kind {
        wanted = wanted.add(better(pair::Column::Kind).eq(kind.as_str()));
    }
    let mut others = Query::select();
    others.expr(Expr::val(1)).from_as(pair::Entity, BETTER).cond_where(wanted);
    Condition::all().add(Expr::exists(others).not())
}

/// The wanted pairs of these services, as the one with the higher code, most alike first.
pub async fn of_services(tx: &Read, filter: &SimilarFilter, services: &[Uuid]) -> Result<Vec<pair::Model>> {
    wanted(filter)
        .filter(pair::Column::Service.is_in(services.iter().copied()))
        .order_by_desc(pair::Column::Score)
        .order_by_asc(pair::Column::Other)
        .all(tx.conn())
        .await
        .db()
}

/// Of each service the pair that is most alike, most alike first.
pub async fn list(tx: &Read, filter: &SimilarFilter, after: Option<After>, limit: u64) -> Result<Vec<pair::Model>> {
    let mut query = wanted(filter).filter(most_alike_of_its_service(filter));
    if let Some(after) = after {
        let (service, other) = (after.service.uuid(), after.other.uuid());
        let as_alike = keyset::after_asc(pair::Column::Service, service, pair::Column::Other, other);
        query = query.filter(keyset::after_desc_then(pair::Column::Score, after.score, as_alike));
    }
    query
        .order_by_desc(pair::Column::Score)
        .order_by_asc(pair::Column::Service)
        .order_by_asc(pair::Column::Other)
        .limit(limit)
        .all(tx.conn())
        .await
        .db()
}

/// What became of a pair.
pub async fn state(tx: &Read, service: ServiceId, other: ServiceId) -> Result<Option<SimilarState>> {
    let row = pair::Entity::find_by_id((service.uuid(), other.uuid())).one(tx.conn()).await.db()?;
    row.map(|row| row.state.parse()).transpose()
}

/// Keeps what somebody decided.
pub async fn decide(tx: &Write, service: ServiceId, other: ServiceId, state: SimilarState) -> Result<()> {
    pair::Entity::update_many()
        .col_expr(pair::Column::State, Expr::value(state.as_str()))
        .col_expr(pair::Column::DecidedBy, Expr::value(tx.caller().person.map(PersonId::uuid)))
        .col_expr(pair::Column::DecidedAt, Expr::value(Some(tx.now())))
        .filter(pair::Column::Service.eq(service.uuid()))
        .filter(pair::Column::Other.eq(other.uuid()))
        .exec(tx.conn())
        .await
        .db()?;
    Ok(())
}

/// A service was attached to a template: it is the same as the others there.
pub async fn merge(tx: &Write, service: ServiceId, template: TemplateId) -> Result<()> {
    let family = members::of_template(tx, template).await?;
    let family: Vec<Uuid> = family.into_iter().map(|member| member.service).collect();
    for (own, other) in [(pair::Column::Service, pair::Column::Other), (pair::Column::Other, pair::Column::Service)] {
        pair::Entity::update_many()
            .col_expr(pair::Column::State, Expr::value(SimilarState::Merged.as_str()))
            .filter(own.eq(service.uuid()))
            .filter(other.is_in(family.iter().copied()))
            .exec(tx.conn())
            .await
            .db()?;
    }
    Ok(())
}

/// A service was detached: whether it is the same as others is open again.
pub async fn reopen(tx: &Write, service: ServiceId) -> Result<()> {
    for own in [pair::Column::Service, pair::Column::Other] {
        pair::Entity::update_many()
            .col_expr(pair::Column::State, Expr::value(SimilarState::Open.as_str()))
            .filter(own.eq(service.uuid()))
            .filter(pair::Column::State.eq(SimilarState::Merged.as_str()))
            .exec(tx.conn())
            .await
            .db()?;
    }
    Ok(())
}

/// How many pairs there are: for the report of a rebuild.
pub async fn count(tx: &Read) -> Result<u64> {
    pair::Entity::find().count(tx.conn()).await.db()
}
