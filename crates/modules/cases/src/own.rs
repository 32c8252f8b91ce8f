//! A client's own cases.

use crate::{Action, Case, CaseFile, CaseNumber, Desk, State, change, store, view::file_of};
use chrono::{DateTime, Utc};
use documents::Document;
use kernel::{CaseId, DocumentId, Error, Page, PageRequest, Result};
use storage::Read;

/// The field of the decision as a file.
pub const DECISION_FIELD: &str = "decision";

/// What the fields of files that come with answers begin with: each answer has its own.
pub const ANSWER_FIELDS: &str = "answer-";

/// One of the client's own cases (ACC-14). The decision and how it was decided are there from its delivery on.
///
/// # Errors
/// Unauthenticated; not found for a foreign or missing case.
pub async fn own_case(tx: &Read, number: &CaseNumber) -> Result<CaseFile> {
    let case = told(change::load(tx, number, Action::ReadOwn).await?);
    let decision = if is_delivered(&case) { store::decision(tx, case.id).await? } else { None };
    let file = file_of(tx, case, decision).await?;
    let documents = shown(&file.case, file.documents);
    Ok(CaseFile { documents, ..file })
}

/// A file of one of the client's own cases; the decision from its delivery on. It holds up nobody who writes.
///
/// # Errors
/// Unauthenticated; not found for a foreign or missing case, or a file that is not of this case or not to be seen yet.
pub async fn own_file(tx: &Read, number: &CaseNumber, id: DocumentId) -> Result<(Document, bytes::Bytes)> {
    let case = change::load(tx, number, Action::ReadOwn).await?;
    let files = shown(&case, documents::documents_of_case(tx, case.id).await?);
    if files.iter().all(|document| document.id != id) {
        return Err(Error::not_found("document"));
    }
    documents::open_of_case(tx, case.id, id).await
}

/// The client's own cases, newest first; of a company those of the services that the caller may use (POR-10). How one was
/// decided is told from its delivery on.
///
/// # Errors
/// Unauthenticated; forbidden for staff; invalid for a foreign cursor.
pub async fn own_cases(tx: &Read, page: &PageRequest) -> Result<Page<Case>> {
    let client = tx.caller().require_party()?;
    Ok(store::of_client(tx, client, &tx.caller().remit, page).await?.map(told))
}

/// A case in which an institution waits for its client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingCase {
    /// The case.
    pub case: Case,
    /// Until when the question is to be answered; none where a source told of the waiting and not of a question.
    pub answer_due: Option<DateTime<Utc>>,
}

/// Of the client's newest cases, at most as many as said, those that wait for the client; what is to be answered first
/// comes first.
///
/// # Errors
/// As [`own_cases`].
pub async fn own_waiting(tx: &Read, among: u64) -> Result<Vec<WaitingCase>> {
    let newest = own_cases(tx, &PageRequest::first(among)).await?.items;
    let waiting: Vec<Case> = newest.into_iter().filter(|case| case.desk() == Desk::Client).collect();
    if waiting.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<CaseId> = waiting.iter().map(|case| case.id).collect();
    let due = store::answers_due(tx, &ids).await?;
    let with_day = |case: Case| WaitingCase { answer_due: due.get(&case.id).copied(), case };
    let mut told: Vec<WaitingCase> = waiting.into_iter().map(with_day).collect();
    told.sort_by_key(|one| (one.answer_due.is_none(), one.answer_due));
    Ok(told)
}

/// One of a client's own cases with its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnCase {
    /// The case.
    pub case: Case,
    /// Its files, oldest first; the decision from its delivery on.
    pub documents: Vec<Document>,
}

/// The client's own cases with their files, newest first: what a client looks through for a word (POR-14).
///
/// # Errors
/// As [`own_cases`].
pub async fn own_cases_with_documents(tx: &Read, page: &PageRequest) -> Result<Page<OwnCase>> {
    let page = own_cases(tx, page).await?;
    let ids: Vec<CaseId> = page.items.iter().map(|case| case.id).collect();
    let mut documents = documents::documents_of_cases(tx, &ids).await?;
    Ok(page.map(|case| {
        let documents = shown(&case, documents.remove(&case.id).unwrap_or_default());
        OwnCase { case, documents }
    }))
}

/// How a file came to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileOrigin {
    /// With the application, whoever wrote it down.
    Application,
    /// With an answer to a question of the institution.
    Answer,
    /// As the decision.
    Decision,
}

impl FileOrigin {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Application, Self::Answer, Self::Decision];

    /// How this file of a case came.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        match document.field.as_str() {
            DECISION_FIELD => Self::Decision,
            field if field.starts_with(ANSWER_FIELDS) => Self::Answer,
            _ => Self::Application,
        }
    }

    /// Its name in texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Application => "application",
            Self::Answer => "answer",
            Self::Decision => "decision",
        }
    }
}

/// The case as its client knows it: how it was decided stands with the decision, not before.
fn told(case: Case) -> Case {
    let outcome = case.outcome.filter(|_| is_delivered(&case));
    Case { outcome, ..case }
}

/// Whether the client has the decision.
pub const fn is_delivered(case: &Case) -> bool {
    matches!(case.state, State::Delivered | State::Closed)
}

/// The files that the client sees.
fn shown(case: &Case, mut documents: Vec<Document>) -> Vec<Document> {
    documents.retain(|document| is_delivered(case) || FileOrigin::of(document) != FileOrigin::Decision);
    documents
}
