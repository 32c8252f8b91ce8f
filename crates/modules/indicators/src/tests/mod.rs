//! Tests of indicators; helpers they share.

mod candidates;
mod counting;
mod figures;
mod live;
mod nominations;
mod own;
mod policy;
mod portal;
mod queries;
mod sums;

use chrono::{DateTime, Utc};
use jobs::{Reader, run_reader};
use kernel::{Caller, InstitutionId};
use serde_json::{Value, json};
use std::sync::Arc;
use storage::{Event, Expected, LogPosition, NewEvent, Stream, events_after};
use test_support::TestDb;
use uuid::Uuid;

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(crate) fn holder(number: u128) -> InstitutionId {
    InstitutionId::new(Uuid::from_u128(number))
}

/// Facts of a service of holder 1, with more facts beside.
pub(crate) fn facts(service: &str, channel: &str, more: Value) -> Value {
    let mut facts = json!({ "service": service, "holder": holder(1), "channel": channel });
    if let (Some(facts), Value::Object(more)) = (facts.as_object_mut(), more) {
        facts.extend(more);
    }
    facts
}

/// Appends events (kind, time, facts), each to a case of its own.
pub(crate) async fn append(db: &TestDb, events: &[(&'static str, &str, Value)]) {
    let mut tx = db.writing(&Caller::engine()).await;
    for (kind, time, facts) in events {
        let event = NewEvent::new(kind, 1, facts).unwrap().at(at(time));
        let stream = Stream::new("case", tx.ids().uuid());
        tx.append(stream, Expected::New, vec![event]).await.unwrap();
    }
    tx.commit().await.unwrap();
}

pub(crate) async fn count(db: &TestDb) {
    let reader: Arc<dyn Reader> = Arc::new(crate::IndicatorReader);
    run_reader(db, &reader).await.unwrap();
}

pub(crate) async fn log(db: &TestDb) -> Vec<Event> {
    events_after(&db.reading(&Caller::engine()).await, LogPosition::default(), 10_000).await.unwrap()
}
