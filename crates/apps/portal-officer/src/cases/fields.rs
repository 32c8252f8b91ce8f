//! Fields that several forms at a case have, read so that everything that is wrong is told at once.

use documents::{InspectedFile, too_large};
use kernel::{Channel, Error, ErrorKind, FieldError, Result};
use web_kit::{UploadedFile, Visit, aside};

/// The channel chosen in a field.
pub fn channel(field: &'static str, typed: &str) -> Result<Channel> {
    typed.parse().map_err(|_| Error::invalid("form-has-errors").field(field, "work-consultation-channel"))
}

/// The file that came with a form, if one did; what is wrong with it stands beside its input.
pub async fn inspected(visit: &Visit, file: Option<UploadedFile>) -> Result<Option<InspectedFile>> {
    let Some(file) = file else { return Ok(None) };
    inspect(visit, file).await.map(Some).map_err(|error| error.beside("file"))
}

/// What came of reading a field, or nothing with what is wrong with it among the rest.
pub fn told<T>(outcome: Result<T>, wrong: &mut Vec<FieldError>) -> Result<Option<T>> {
    match outcome {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == ErrorKind::Invalid && !error.field_errors().is_empty() => {
            wrong.extend(error.field_errors().iter().cloned());
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Looks into the file away from the threads that serve requests; one that is too large never came in.
async fn inspect(visit: &Visit, file: UploadedFile) -> Result<InspectedFile> {
    let limit = visit.state().settings().upload_limit;
    if file.too_large {
        return Err(too_large(&file.name, limit));
    }
    aside(move || documents::inspect(&file.name, file.content, limit)).await
}
