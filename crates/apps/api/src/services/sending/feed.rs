//! `POST /api/v1/services/import`

use super::answer::{pointers, word};
use super::conflict::{self, Late};
use super::put::count_refusal;
use super::reading;
use super::shapes::{SentService, Wish};
use crate::query::Query;
use crate::{body, place};
use axum::response::IntoResponse;
use catalogue::{Done, Received};
use kernel::{Error, ErrorKind, Result};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use web_kit::{Answer, Visit, problem_body};

/// The most services of one feed; send the rest in further ones.
pub const MOST: usize = 1_000;

/// What became of one service of a feed.
#[derive(Debug, Serialize, ToSchema)]
pub struct FeedItem {
    /// Its place in the feed, from 0.
    index: usize,
    /// Its name in the sender's system, when it could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    external_id: Option<String>,
    /// `created`, `updated`, `working_copy` (nothing is published: it waits for another contact person to read it),
    /// `unchanged` or `refused`.
    #[schema(example = "created")]
    outcome: &'static str,
    /// Code of the service.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    /// Why it was refused, as RFC 9457 says; `errors` name the places in the service. When somebody else wrote what there
    /// is, both texts: `current`, `sent` and `differences`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    problem: Option<Value>,
    /// Places of it that were passed over, because the register knows better: `/description/checked_on`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    passed_over: Vec<String>,
}

/// The report of a feed.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct FeedReport {
    /// Registered.
    created: usize,
    /// Changed.
    updated: usize,
    /// Written into working copies.
    working_copies: usize,
    /// So already.
    unchanged: usize,
    /// Not taken over; the others were.
    refused: usize,
    /// One by one, in the order of the feed.
    items: Vec<FeedItem>,
}

/// Takes a feed of services over, one after the other: a bad description does not stop the rest, and the report says of
/// each what was done, or why not and where it is wrong. The same feed again changes nothing. A service that somebody else
/// changed is written over only when its `revision` and `version` say that the sender has seen that; the report has both
/// texts otherwise. A JSON array (`application/json`) or one object a line (`application/jsonl`), up to 1,000 services and
/// 16 MB.
#[utoipa::path(
    post,
    path = "/api/v1/services/import",
    tag = "sending services",
    params(Wish),
    request_body = Vec<SentService>,
    security(("person" = []), ("system" = ["services:write"])),
    responses(
        (status = 200, description = "What became of each", body = FeedReport),
        (status = 413, description = "More than 1,000 services or 16 MB"),
        (status = 422, description = "Not a JSON array"),
    ),
)]
pub async fn import(visit: Visit, Query(wish): Query<Wish>, feed: body::Feed) -> Answer {
    let items = split(&feed)?;
    let mut report = FeedReport::default();
    for (index, text) in items.into_iter().enumerate() {
        let (external_id, taken) = Box::pin(take(&visit, &text, &wish)).await;
        report.add(&visit, index, external_id, taken)?;
    }
    Ok(axum::Json(report).into_response())
}

/// The services of a feed as texts, unread: each is read by itself, so that one cannot spoil the others.
fn split(feed: &body::Feed) -> Result<Vec<String>> {
    let items: Vec<String> = if feed.lines {
        feed.text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    } else {
        let items: Vec<Value> = place::read(&feed.text)?;
        items.iter().map(Value::to_string).collect()
    };
    if items.len() > MOST {
        return Err(Error::too_large("feed-too-long").arg("most", MOST));
    }
    Ok(items)
}

/// What became of one.
enum Taken {
    /// Its code, what was done, what was passed over.
    Kept(String, Done, Vec<&'static str>),
    /// The problem with both texts: somebody else was quicker.
    Late(Map<String, Value>),
}

/// One service, in a unit of work of its own.
async fn take(visit: &Visit, text: &str, wish: &Wish) -> (Option<String>, Result<Taken>) {
    let sent = match reading::read(text) {
        Ok(sent) => sent,
        Err(error) => return (name_of(text), Err(error)),
    };
    let Some(external_id) = sent.external_id.clone() else {
        let missing = Error::invalid("form-has-errors").field("external_id", "service-external-id");
        return (None, Err(missing));
    };
    let kept = Box::pin(keep(visit, sent, external_id.clone(), wish)).await;
    (Some(external_id), kept)
}

async fn keep(visit: &Visit, sent: SentService, external_id: String, wish: &Wish) -> Result<Taken> {
    let (code, description) = (sent.code.clone(), sent.description.clone());
    let input = sent.wished(external_id.clone(), wish);
    match Box::pin(super::receive(visit, input)).await {
        Ok((tx, Received::Kept { code, done, passed_over })) => {
            tx.commit().await?;
            Ok(Taken::Kept(code, done, passed_over))
        }
        Ok((tx, Received::Refused(error))) => {
            tx.commit().await?;
            count_refusal();
            Err(error)
        }
        Err(error) if error.kind() == ErrorKind::Stale => {
            let late = Late { name: &external_id, code: code.as_deref(), sent: &description };
            conflict::problem(visit, late, &error).await.map(Taken::Late)
        }
        Err(error) => Err(error),
    }
}

/// The name of a service that cannot be read as one.
fn name_of(text: &str) -> Option<String> {
    let value: Value = serde_json::from_str(text).ok()?;
    value.get("external_id").and_then(Value::as_str).map(str::to_owned)
}

impl FeedReport {
    /// What became of one. A fault of ours is no fault of the feed: it ends the request.
    fn add(&mut self, visit: &Visit, index: usize, external_id: Option<String>, taken: Result<Taken>) -> Result<()> {
        let refused = |body: Map<String, Value>| ("refused", None, Some(Value::Object(body)), Vec::new());
        let (outcome, code, problem, passed_over) = match taken {
            Ok(Taken::Kept(code, done, passed_over)) => (word(done), Some(code), None, pointers(&passed_over)),
            Ok(Taken::Late(body)) => refused(body),
            Err(error) if matches!(error.kind(), ErrorKind::Unavailable | ErrorKind::Internal) => return Err(error),
            Err(error) => refused(problem_body(visit.state().templates().catalog(), visit.locale(), &error)),
        };
        let count = match outcome {
            "created" => &mut self.created,
            "updated" => &mut self.updated,
            "working_copy" => &mut self.working_copies,
            "refused" => &mut self.refused,
            _ => &mut self.unchanged,
        };
        *count += 1;
        self.items.push(FeedItem { index, external_id, outcome, code, problem, passed_over });
        Ok(())
    }
}
