//! `GET /api/v1/services/changes`

use super::forms_of::{Form, tagged};
use crate::paging::Paging;
use crate::query::Query;
use catalogue::ServiceChange;
use chrono::{DateTime, Utc};
use http::HeaderMap;
use kernel::{Cursor, Error, Result};
use serde::Serialize;
use utoipa::ToSchema;
use web_kit::{Answer, Visit};

/// A change of a service.
#[derive(Debug, Serialize, ToSchema)]
pub struct Change {
    /// Its number; numbers grow, with gaps.
    number: i64,
    /// Code of the service.
    code: String,
    /// `published`, `withdrawn` (its page stays), `linked` (something shown of it changed elsewhere), `removed` (copies
    /// are to be deleted).
    #[schema(example = "published")]
    kind: &'static str,
    /// The revision of the service after it: the tag of its JSON.
    revision: i64,
    /// Number of the description in force after it.
    version: i32,
    /// When.
    at: DateTime<Utc>,
}

/// A part of the feed.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangeList {
    /// In the order in which they happened.
    items: Vec<Change>,
    /// Send it as `after` to read on: at once when there is more, later otherwise.
    after: String,
    /// Whether there is more already.
    more: bool,
}

impl From<ServiceChange> for Change {
    fn from(change: ServiceChange) -> Self {
        Self {
            number: change.number,
            code: change.code,
            kind: change.kind.as_str(),
            revision: change.revision,
            version: change.version,
            at: change.at,
        }
    }
}

/// Where the feed goes on after a number.
pub fn cursor(number: i64) -> String {
    Cursor::from_parts(&[&number.to_string()]).as_str().to_owned()
}

/// The public changes of the register, every one once and in order. Begin with a dump, whose `Link` names the place, or
/// without `after` at the very beginning; keep `after` of each answer for the next request. A copy that follows the feed
/// needs no comparing with the whole from time to time: a link that changes at one end is a change at both.
#[utoipa::path(
    get,
    path = "/api/v1/services/changes",
    tag = "open data",
    params(Paging),
    responses(
        (status = 200, description = "The next changes, none when nothing is new", body = ChangeList, headers(("ETag" = String))),
        (status = 304, description = "Nothing is new since the answer that If-None-Match names"),
        (status = 410, description = "A place that does not exist here: begin with a dump"),
        (status = 422, description = "Not a place of this feed"),
    ),
)]
pub async fn changes(visit: Visit, Query(paging): Query<Paging>, headers: HeaderMap) -> Answer {
    let request = paging.request()?;
    let after = request.after.as_ref().map_or(Ok(0), number)?;
    let tx = visit.read().await?;
    let found = catalogue::service_changes(&tx, after, request.limit()).await?;
    let list = ChangeList {
        items: found.items.into_iter().map(Change::from).collect(),
        after: cursor(found.after),
        more: found.more,
    };
    Ok(tagged(&headers, Form::Json, serde_json::to_vec(&list).map_err(Error::from)?))
}

fn number(cursor: &Cursor) -> Result<i64> {
    let number: String = cursor.one()?;
    // An empty place is the beginning, as a missing one.
    if number.is_empty() {
        return Ok(0);
    }
    number.parse().ok().filter(|number| *number >= 0).ok_or_else(|| Error::invalid("bad-cursor"))
}
