//! How a failure of the index engine becomes the platform's error.
use kernel::Error;
use tantivy::TantivyError;

/// Searching is a convenience: when its files are damaged the rest of the platform goes on, so the kind is "unavailable".
pub(crate) fn unavailable(error: TantivyError) -> Error {
    Error::unavailable("search-unavailable").source(error)
}
