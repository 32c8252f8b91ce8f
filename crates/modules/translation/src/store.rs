//! Reading and writing the tables.

mod queue_rows;
mod rows;

use crate::{Source, Subject, Translated, Waiting};
use kernel::Result;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict,
};
use std::collections::HashMap;
use storage::{Db as _, Read, Write};

/// So many digests are asked for at once.
const AT_ONCE: usize = 200;

pub async fn find(tx: &Read, sources: &[Source], target: &str) -> Result<HashMap<Source, Translated>> {
    let mut by_key: HashMap<(String, String), Translated> = HashMap::new();
    for part in sources.chunks(AT_ONCE) {
        let found = rows::Entity::find()
            .filter(rows::Column::Digest.is_in(part.iter().map(Source::digest)))
            .filter(rows::Column::Target.eq(target));
        for row in found.all(tx.conn()).await.db()? {
            let translated = Translated { text: row.translated, engine: row.engine };
            by_key.insert((row.digest, row.source), translated);
        }
    }
    let known = |source: &Source| {
        let found = by_key.get(&(source.digest(), source.language.clone()))?;
        Some((source.clone(), found.clone()))
    };
    Ok(sources.iter().filter_map(known).collect())
}

pub async fn languages(tx: &Read, source: &Source) -> Result<Vec<String>> {
    let targets = rows::Entity::find()
        .select_only()
        .column(rows::Column::Target)
        .filter(rows::Column::Digest.eq(source.digest()))
        .filter(rows::Column::Source.eq(&source.language))
        .order_by_asc(rows::Column::Target);
    targets.into_tuple().all(tx.conn()).await.db()
}

pub async fn put(tx: &Write, sources: &[Source], target: &str, texts: &[String], engine: &str) -> Result<()> {
    let row = |(source, text): (&Source, &String)| rows::ActiveModel {
        digest: Set(source.digest()),
        source: Set(source.language.clone()),
        target: Set(target.to_owned()),
        translated: Set(text.clone()),
        engine: Set(engine.to_owned()),
        at: Set(tx.now()),
    };
    let replaced = OnConflict::columns([rows::Column::Digest, rows::Column::Source, rows::Column::Target])
        .update_columns([rows::Column::Translated, rows::Column::Engine, rows::Column::At])
        .to_owned();
    if sources.is_empty() {
        return Ok(());
    }
    let all = rows::Entity::insert_many(sources.iter().zip(texts).map(row)).on_conflict(replaced);
    all.exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

pub async fn enqueue(tx: &Write, subject: &Subject) -> Result<()> {
    let row = queue_rows::ActiveModel { kind: Set(subject.kind.clone()), subject: Set(subject.id), at: Set(tx.now()) };
    let there = OnConflict::columns([queue_rows::Column::Kind, queue_rows::Column::Subject])
        .update_column(queue_rows::Column::At)
        .to_owned();
    queue_rows::Entity::insert(row).on_conflict(there).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

pub async fn first(tx: &Read) -> Result<Option<Waiting>> {
    let row = queue_rows::Entity::find().order_by_asc(queue_rows::Column::At).limit(1).one(tx.conn()).await.db()?;
    Ok(row.map(|row| Waiting { subject: Subject { kind: row.kind, id: row.subject }, since: row.at }))
}

pub async fn remove(tx: &Write, waiting: &Waiting) -> Result<()> {
    queue_rows::Entity::delete_many()
        .filter(queue_rows::Column::Kind.eq(&waiting.subject.kind))
        .filter(queue_rows::Column::Subject.eq(waiting.subject.id))
        .filter(queue_rows::Column::At.eq(waiting.since))
        .exec(tx.conn())
        .await
        .db()?;
    Ok(())
}
