//! Forms with files.

use axum::body::Bytes;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use http::StatusCode;
use http::header::CONTENT_TYPE;
use kernel::{Error, Result};

use crate::form::{Fields, marked, unmarked, visitor};
use crate::routes::{Room, WORDS};
use crate::{AppState, Failure, zero};

/// What a part of a form takes beside its name and value: so many bytes of [`WORDS`], so that there is an end of empty ones.
const PART: usize = 256;

/// A file as it was sent; its type is to be found from the content, not from what the browser says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadedFile {
    /// The name of the input.
    pub field: String,
    /// The name of the file on the person's device.
    pub name: String,
    /// The content.
    pub content: Bytes,
    /// Whether the file was larger than allowed: the content is empty then, and the other fields are still there.
    pub too_large: bool,
}

/// A form that may hold files; forms without files are accepted as well.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Upload {
    /// The fields that are not files.
    pub fields: Fields,
    /// The files chosen; inputs left empty are passed over.
    pub files: Vec<UploadedFile>,
}

impl Upload {
    /// The file sent in the input `field`.
    #[must_use]
    pub fn file(&self, field: &str) -> Option<&UploadedFile> {
        self.files.iter().find(|file| file.field == field)
    }

    /// The names of the files on the person's device.
    pub(crate) fn file_names(&self) -> Vec<String> {
        self.files.iter().map(|file| file.name.clone()).collect()
    }
}

impl FromRequest<AppState> for Upload {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Failure> {
        let visitor = visitor(&request)?;
        let room = request.extensions().get::<Room>().copied().ok_or_else(|| Error::internal("room"))?;
        let upload = sent(request, state, room.of_file(state.settings())).await?;
        marked(&visitor, &upload.fields, upload.file_names())?;
        Ok(upload)
    }
}

/// A form as it came, whoever sent it: the mark is still to be looked at. Of files above `limit` bytes only the names are
/// kept.
pub(crate) async fn sent(request: Request, state: &AppState, limit: usize) -> Result<Upload> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("multipart/form-data") {
        return Ok(Upload { fields: unmarked(request, state).await?, files: Vec::new() });
    }
    let multipart = Multipart::from_request(request, state).await;
    read(multipart.map_err(|rejection| Error::invalid("bad-form").source(rejection))?, limit).await
}

async fn read(mut multipart: Multipart, limit: usize) -> Result<Upload> {
    let mut upload = Upload::default();
    let mut words = Words { left: WORDS, passed: false };
    while let Some(field) = multipart.next_field().await.map_err(refused)? {
        let name = zero::without(field.name().unwrap_or_default().to_owned());
        let file_name = field.file_name().map(|name| zero::without(name.to_owned()));
        words.take(PART + name.len() + file_name.as_ref().map_or(0, String::len));
        let (content, too_large) = content(field, words.room(file_name.is_some(), limit)).await?;
        match file_name {
            None => {
                words.passed |= too_large;
                words.take(content.len());
                upload.fields.0.push((name, zero::without(String::from_utf8_lossy(&content).into_owned())));
            }
            Some(file_name) if !file_name.is_empty() => {
                upload.files.push(UploadedFile { field: name, name: file_name, content, too_large });
            }
            Some(_) => {}
        }
        if words.passed {
            upload = Upload::default();
        }
    }
    if words.passed { Err(Error::too_large("body-too-large")) } else { Ok(upload) }
}

/// What of the room for names and values is left. There is room for large files, and whoever may send some, or nobody known,
/// must not fill it with words: they are copied, looked through and given back in a page.
struct Words {
    left: usize,
    /// Whether there was more than fits. The rest is read past and forgotten, so that the answer arrives.
    passed: bool,
}

impl Words {
    fn take(&mut self, bytes: usize) {
        self.passed |= bytes > self.left;
        self.left = self.left.saturating_sub(bytes);
    }

    /// The most bytes of the next value or file.
    const fn room(&self, file: bool, limit: usize) -> usize {
        match (self.passed, file) {
            (true, _) => 0,
            (false, true) => limit,
            (false, false) => self.left,
        }
    }
}

/// Reads a value or a file up to `limit` bytes; what is above is read past and forgotten, so that the rest of the form arrives.
async fn content(mut field: Field<'_>, limit: usize) -> Result<(Bytes, bool)> {
    let mut content = Vec::new();
    let mut too_large = false;
    while let Some(chunk) = field.chunk().await.map_err(refused)? {
        too_large |= content.len() + chunk.len() > limit;
        if too_large {
            content = Vec::new();
        } else {
            content.extend_from_slice(&chunk);
        }
    }
    Ok((Bytes::from(content), too_large))
}

fn refused(error: MultipartError) -> Error {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Error::too_large("body-too-large")
    } else {
        Error::invalid("bad-form").source(error)
    }
}
