//! What is stored, as far as the caller may know.

use crate::model::{Document, Subject};
use crate::{policy, store};
use kernel::{CaseId, DocumentId, Error, Result};
use std::collections::BTreeMap;
use storage::Read;

/// One file of the caller.
///
/// # Errors
/// Not found `document` when there is none or it is somebody else's.
pub async fn document(tx: &Read, id: DocumentId) -> Result<Document> {
    let found = store::find(tx.conn(), id).await?;
    found.filter(|document| policy::sees(tx.caller(), document)).ok_or_else(missing)
}

/// The caller's files of a draft or case, oldest first.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn list_for(tx: &Read, subject: Subject) -> Result<Vec<Document>> {
    let mut documents = store::of_subject(tx.conn(), subject).await?;
    documents.retain(|document| policy::sees(tx.caller(), document));
    Ok(documents)
}

/// One file of a case, whoever asks: for the module of cases, which has checked that the caller may see the case.
///
/// # Errors
/// Not found `document` when the file does not belong to this case.
pub async fn document_of_case(tx: &Read, case: CaseId, id: DocumentId) -> Result<Document> {
    let found = store::find(tx.conn(), id).await?;
    found.filter(|document| document.subject == Subject::Case(case)).ok_or_else(missing)
}

/// Every file of a case, oldest first, whoever asks: for the module of cases, as [`document_of_case`].
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn documents_of_case(tx: &Read, case: CaseId) -> Result<Vec<Document>> {
    store::of_subject(tx.conn(), Subject::Case(case)).await
}

/// Every file of many cases in one question, oldest first, whoever asks: for the module of cases, as
/// [`document_of_case`].
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn documents_of_cases(tx: &Read, cases: &[CaseId]) -> Result<BTreeMap<CaseId, Vec<Document>>> {
    let mut by_case: BTreeMap<CaseId, Vec<Document>> = BTreeMap::new();
    for document in store::of_cases(tx.conn(), cases).await? {
        if let Subject::Case(case) = document.subject {
            by_case.entry(case).or_default().push(document);
        }
    }
    Ok(by_case)
}

fn missing() -> Error {
    Error::not_found("document")
}
