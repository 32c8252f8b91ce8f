//! Files that come with a request that is sent at once: those of its form, which a draft would have taken one by one.

use crate::Case;
use documents::{InspectedFile, Subject, Upload, store_upload_as};
use forms::{Definition, FieldKind, Files};
use kernel::{DocumentId, Error, FieldError, Result, no_faults};
use storage::Write;

/// A file that answers a field of the form.
#[derive(Debug, Clone)]
pub struct FormFile {
    /// Its place among all that were sent, by which it is named when something is wrong with it.
    pub place: usize,
    /// Name of the field.
    pub field: String,
    /// The file, as [`documents::inspect()`] accepted it.
    pub file: InspectedFile,
}

/// Files with the ids under which the answers name them; kept when everything else is in order.
pub struct Numbered(Vec<(DocumentId, FormFile)>);

impl Numbered {
    /// Draws the ids.
    pub fn new(tx: &Write, files: Vec<FormFile>) -> Self {
        Self(files.into_iter().map(|file| (DocumentId::new(tx.ids().uuid()), file)).collect())
    }

    /// The ids, field by field.
    pub fn by_field(&self) -> Files {
        let mut files = Files::new();
        for (id, one) in &self.0 {
            files.entry(one.field.clone()).or_default().push(*id);
        }
        files
    }

    /// That each answers a field that takes files; a service without a form has none.
    pub fn check(&self, definition: Option<&Definition>) -> Result<()> {
        let takes_files = |name: &str| {
            let field = definition.and_then(|form| form.field(name));
            field.is_some_and(|field| field.kind == FieldKind::File)
        };
        let unknown = self.0.iter().map(|(_, one)| one).filter(|one| !takes_files(&one.field));
        let path = |one: &FormFile| format!("files/{}/field", one.place);
        let unknown: Vec<FieldError> = unknown.map(|one| FieldError::new(path(one), "file-field-unknown")).collect();
        no_faults(unknown)
    }

    /// Keeps them with the case. Somebody must be known whose they are.
    pub async fn keep(self, tx: &mut Write, case: &Case) -> Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        let owner =
            case.client.ok_or_else(|| Error::invalid("form-has-errors").field("files", "case-has-no-client"))?;
        for (id, FormFile { field, file, .. }) in self.0 {
            let upload = Upload { owner, subject: Subject::Case(case.id), field, file };
            store_upload_as(tx, id, upload).await?;
        }
        Ok(())
    }
}

/// What tells files from others under the same key; nothing without any, as before there were files.
pub fn content(files: &[FormFile]) -> String {
    files.iter().map(|one| format!(" {}={}", one.field, one.file.sha256())).collect()
}
