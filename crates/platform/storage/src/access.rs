//! Access records: an official who opens personal data leaves one durable record before the data are shown (PRF-03).

use crate::log::{Before, events_of_stream_before};
use crate::{Actor, Expected, NewEvent, Read, Stream, Write};
use chrono::{DateTime, Utc};
use kernel::{CaseId, Cursor, Page, PageRequest, PersonId, Result};
use serde::{Deserialize, Serialize};

/// Why somebody's data are opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessRecord {
    /// Whose data.
    pub subject: PersonId,
    /// What is shown: `case`, `profile` …
    pub what: &'static str,
    /// Why, as a message id: `handle-case`.
    pub purpose: &'static str,
    /// In which case.
    pub case: Option<CaseId>,
}

#[derive(Serialize, Deserialize)]
struct Viewed {
    what: String,
    purpose: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    case: Option<CaseId>,
}

/// One viewing, as its subject sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessView {
    /// Place in the subject's stream.
    pub sequence: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: Actor,
    /// What was shown.
    pub what: String,
    /// Why, as a message id.
    pub purpose: String,
    /// In which case.
    pub case: Option<CaseId>,
}

impl Write {
    /// Records that the caller opens personal data. The door commits before it shows anything; when the record cannot
    /// be kept, nothing is shown.
    ///
    /// # Errors
    /// Unavailable when the log cannot be written.
    pub async fn record_access(&mut self, record: AccessRecord) -> Result<()> {
        let data = Viewed { what: record.what.to_owned(), purpose: record.purpose.to_owned(), case: record.case };
        let fact = NewEvent::new("access.viewed", 1, &data)?;
        self.append(Stream::person(record.subject), Expected::Any, vec![fact]).await?;
        Ok(())
    }
}

/// Who looked at this person's data, newest first. Callers check that the reader may know.
///
/// # Errors
/// Invalid for a foreign cursor, unavailable when the database cannot be reached.
pub async fn access_views(tx: &Read, subject: PersonId, page: &PageRequest) -> Result<Page<AccessView>> {
    views(tx, subject, None, page).await
}

/// Those of [`access_views`] that belong to one case.
///
/// # Errors
/// As [`access_views`].
pub async fn access_views_in_case(
    tx: &Read,
    subject: PersonId,
    case: CaseId,
    page: &PageRequest,
) -> Result<Page<AccessView>> {
    views(tx, subject, Some(case), page).await
}

async fn views(tx: &Read, subject: PersonId, case: Option<CaseId>, page: &PageRequest) -> Result<Page<AccessView>> {
    let before = match &page.after {
        Some(cursor) => {
            let [sequence] = cursor.parts::<1>()?;
            sequence.parse().map_err(|_| kernel::Error::invalid("bad-cursor"))?
        }
        None => i64::MAX,
    };
    // As the data of these events are written, with nothing between name and value.
    let of_case = case.map(|case| format!("\"case\":\"{case}\""));
    let wanted = Before { sequence: before, kind: "access.viewed", holding: of_case.as_deref() };
    let events = events_of_stream_before(tx, &Stream::person(subject), wanted, page.probe()).await?;
    let mut views = Vec::with_capacity(events.len());
    for event in events {
        let Viewed { what, purpose, case } = event.read()?;
        views.push(AccessView { sequence: event.sequence, at: event.at, actor: event.actor, what, purpose, case });
    }
    Ok(Page::from_probe(views, page, |view| Cursor::from_parts(&[&view.sequence.to_string()])))
}
