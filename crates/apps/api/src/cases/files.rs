//! Files that a request brings along, in base64: the same checks as of those that people add in their browser.

use axum::body::Bytes;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cases::FormFile;
use documents::{InspectedFile, inspect};
use kernel::{Error, FieldError, Result, Role, no_faults};
use serde::Deserialize;
use std::fmt;
use utoipa::ToSchema;
use web_kit::{Visit, aside};

/// A file of a request: PDF, JPEG, PNG, DOCX, ODT, eDOC (ASiC-E) or text in UTF-8, by its name and by its content.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FileRequest {
    /// The field of the form that it answers: one whose items have the format `document-id` in `answers_schema`, which takes
    /// up to 5. Left out for the scan of a request that came to an institution on paper; of those there is one.
    #[serde(default)]
    #[schema(example = "birth_certificate")]
    field: Option<String>,
    /// Its name, with the ending.
    #[schema(example = "apliecība.pdf")]
    name: String,
    /// Its content in base64 (RFC 4648).
    content: String,
}

impl fmt::Debug for FileRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FileRequest(…)")
    }
}

/// A decision as a file: of the kinds that the files of a request have.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionFile {
    /// Its name, with the ending.
    #[schema(example = "lēmums.pdf")]
    name: String,
    /// Its content in base64 (RFC 4648).
    content: String,
}

impl fmt::Debug for DecisionFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DecisionFile(…)")
    }
}

impl DecisionFile {
    /// Looks into it.
    ///
    /// # Errors
    /// Invalid `form-has-errors` with `file` and, of what is no base64, `file/content`.
    pub async fn read(self, visit: &Visit) -> Result<InspectedFile> {
        let limit = visit.state().settings().upload_limit;
        aside(move || looked_into("file", &self.name, &self.content, limit)).await
    }
}

/// The files of a request, looked into.
#[derive(Default)]
pub struct Files {
    /// Those that answer fields of the form.
    pub of_form: Vec<FormFile>,
    /// The request itself, scanned, and its place among the files.
    pub scan: Option<(usize, InspectedFile)>,
}

impl Files {
    /// Looks into every file; what is wrong with any is told at once, each with its place.
    ///
    /// # Errors
    /// Invalid `form-has-errors` with `files/<place>` and, of what is no base64, `files/<place>/content`.
    pub async fn read(visit: &Visit, sent: Vec<FileRequest>) -> Result<Self> {
        // Most requests bring none: they need no other thread.
        if sent.is_empty() {
            return Ok(Self::default());
        }
        let limit = visit.state().settings().upload_limit;
        let client = visit.caller().role == Role::Client;
        aside(move || Self::look_into(sent, client, limit)).await
    }

    fn look_into(sent: Vec<FileRequest>, client: bool, limit: usize) -> Result<Self> {
        let (mut files, mut wrong) = (Self::default(), Vec::new());
        for (place, one) in sent.into_iter().enumerate() {
            match (looked_into(&format!("files/{place}"), &one.name, &one.content, limit), one.field) {
                (Err(error), _) if error.field_errors().is_empty() => return Err(error),
                (Err(error), _) => wrong.extend(error.field_errors().iter().cloned()),
                (Ok(file), Some(field)) => files.of_form.push(FormFile { place, field, file }),
                (Ok(_), None) if client => {
                    let path = format!("files/{place}/field");
                    wrong.push(FieldError::new(path, "json-field-missing").arg("name", "field"));
                }
                (Ok(file), None) if files.scan.is_some() => {
                    let many = FieldError::new(format!("files/{place}"), "file-too-many");
                    wrong.push(many.arg("name", file.name()).arg("max", 1));
                }
                (Ok(file), None) => files.scan = Some((place, file)),
            }
        }
        no_faults(wrong)?;
        Ok(files)
    }
}

/// The file, if it is what it seems; what is wrong with it stands at its place.
fn looked_into(place: &str, name: &str, content: &str, limit: usize) -> Result<InspectedFile> {
    // Many programs write base64 in lines.
    let text: String = content.split_ascii_whitespace().collect();
    let content = STANDARD.decode(text).map_err(|error| {
        Error::invalid("form-has-errors").field(format!("{place}/content"), "file-base64").source(error)
    })?;
    inspect(name, Bytes::from(content), limit).map_err(|error| error.beside(place))
}
