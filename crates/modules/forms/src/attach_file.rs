//! Files of a draft.

use crate::draft::Draft;
use crate::model::{Answers, FieldKind};
use crate::validate::Files;
use crate::view_draft::{load, load_open};
use documents::{Document, InspectedFile, Subject, Upload};
use kernel::{DocumentId, DraftId, Error, Result};
use storage::{Read, Write};

/// A file for a field of a draft.
#[derive(Debug, Clone)]
pub struct AttachFile {
    /// The draft.
    pub draft: DraftId,
    /// Name of the field.
    pub field: String,
    /// The file, as [`documents::inspect()`] accepted it.
    pub file: InspectedFile,
}

/// Keeps a file with a draft. The same file again in the same field, as from a page that is loaded anew, is the one that
/// is there already; under another name it is kept beside it, because whoever chose both looks for both. The revision of
/// the draft does not change: the form beside the file is still the newest.
///
/// # Errors
/// As for other changes of a draft; not found `form-field` when the form has no such file field; what
/// [`documents::store_upload`] says.
pub async fn attach_file(tx: &mut Write, input: AttachFile) -> Result<DocumentId> {
    let draft = load_open(tx, input.draft).await?;
    let definition = draft.definition()?;
    let is_file = definition.field(&input.field).is_some_and(|field| field.kind == FieldKind::File);
    if !is_file {
        return Err(Error::not_found("form-field").arg("field", input.field));
    }
    let stored = documents_of(tx, draft.id).await?;
    let same = |one: &&Document| {
        let alike = one.sha256 == input.file.sha256() && one.file_name == input.file.name();
        alike && one.field == input.field
    };
    if let Some(same) = stored.iter().find(same) {
        return Ok(same.id);
    }
    let subject = Subject::Draft(draft.id);
    documents::store_upload(tx, Upload { owner: draft.party, subject, field: input.field, file: input.file }).await
}

/// Takes a file back from a draft.
///
/// # Errors
/// As for other changes of a draft; not found `document`.
pub async fn remove_file(tx: &mut Write, draft: DraftId, id: DocumentId) -> Result<()> {
    let draft = load_open(tx, draft).await?;
    let document = documents::document(tx, id).await?;
    if document.subject != Subject::Draft(draft.id) {
        return Err(Error::not_found("document"));
    }
    documents::remove(tx, id).await
}

/// The files of the caller's draft, oldest first.
///
/// # Errors
/// Not found `draft`.
pub async fn files_of(tx: &Read, draft: DraftId) -> Result<Vec<Document>> {
    let draft = load(tx, draft).await?;
    documents_of(tx, draft.id).await
}

/// The files of a draft that has been loaded for the caller.
pub(crate) async fn documents_of(tx: &Read, draft: DraftId) -> Result<Vec<Document>> {
    documents::list_for(tx, Subject::Draft(draft)).await
}

/// The answers of a loaded draft with the caller's files, as they are checked and shown.
///
/// # Errors
/// Not found `form` when this build no longer carries its version.
pub async fn answers_of(tx: &Read, draft: &Draft) -> Result<Answers> {
    draft.answers_with(&documents_of(tx, draft.id).await?)
}

impl Draft {
    /// The same for whoever has its files already.
    ///
    /// # Errors
    /// As [`answers_of`].
    pub fn answers_with(&self, documents: &[Document]) -> Result<Answers> {
        Ok(self.definition()?.with_files(&self.answers, &files(documents)))
    }
}

/// Ids by field.
pub(crate) fn files(documents: &[Document]) -> Files {
    let mut files = Files::new();
    for document in documents {
        files.entry(document.field.clone()).or_default().push(document.id);
    }
    files
}
