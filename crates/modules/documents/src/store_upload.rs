//! Keeps a file.

use crate::inspect::InspectedFile;
use crate::model::{Document, MAX_PER_FIELD, Subject};
use crate::{policy, store};
use kernel::{DocumentId, Error, Party, Result};
use storage::Write;

/// A file to keep.
#[derive(Debug, Clone)]
pub struct Upload {
    /// The client it concerns.
    pub owner: Party,
    /// What it belongs to.
    pub subject: Subject,
    /// The field of the form, or the purpose on a case (`decision`, `request`).
    pub field: String,
    /// The file, as [`crate::inspect()`] accepted it.
    pub file: InspectedFile,
}

/// Keeps a file: first its bytes, then the row that names them, so that no row lacks its bytes. Bytes of a unit of work
/// that is rolled back stay behind unseen.
///
/// # Errors
/// Forbidden for a client who is not the owner and for staff outside a case; invalid `file-too-many` (arguments `name`, `max`)
/// when the field is full; unavailable when the file store does not take it.
pub async fn store_upload(tx: &mut Write, upload: Upload) -> Result<DocumentId> {
    let id = DocumentId::new(tx.ids().uuid());
    store_upload_as(tx, id, upload).await?;
    Ok(id)
}

/// The same under an id that the caller has drawn: for answers that name their files before these are kept.
///
/// # Errors
/// Those of [`store_upload`].
pub async fn store_upload_as(tx: &mut Write, id: DocumentId, upload: Upload) -> Result<()> {
    policy::store(tx.caller(), upload.owner, upload.subject)?;
    if store::count(tx.conn(), upload.subject, &upload.field).await? >= MAX_PER_FIELD {
        return Err(Error::invalid("file-too-many").arg("name", upload.file.name).arg("max", MAX_PER_FIELD));
    }
    let size = upload.file.size();
    tx.blobs().put(&store::blob_key(id), upload.file.bytes).await?;
    let document = Document {
        id,
        subject: upload.subject,
        field: upload.field,
        owner: upload.owner,
        uploaded_by: tx.caller().person,
        file_name: upload.file.name,
        media_type: upload.file.kind.media_type().to_owned(),
        size,
        sha256: upload.file.sha256,
        uploaded_at: tx.now(),
    };
    store::insert(tx.conn(), &document).await
}
