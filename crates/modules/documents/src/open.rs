//! The bytes of a file.

use crate::list_for::{document, document_of_case};
use crate::model::Document;
use crate::store;
use bytes::Bytes;
use kernel::{CaseId, DocumentId, Error, Result};
use storage::Read;

/// A file of the caller with its bytes. Serve it as a download with its media type and `nosniff`.
///
/// # Errors
/// Not found `document`; internal `document-damaged` when the bytes are not those that were kept.
pub async fn open(tx: &Read, id: DocumentId) -> Result<(Document, Bytes)> {
    let document = document(tx, id).await?;
    read(tx, document).await
}

/// A file of a case with its bytes, whoever asks: for the module of cases, which has checked the caller.
///
/// # Errors
/// As [`open`].
pub async fn open_of_case(tx: &Read, case: CaseId, id: DocumentId) -> Result<(Document, Bytes)> {
    let document = document_of_case(tx, case, id).await?;
    read(tx, document).await
}

async fn read(tx: &Read, document: Document) -> Result<(Document, Bytes)> {
    let bytes = tx.blobs().get(&store::blob_key(document.id)).await?;
    if kernel::digest_hex(&bytes) != document.sha256 {
        return Err(Error::internal("document-damaged").arg("document", document.id));
    }
    Ok((document, bytes))
}
