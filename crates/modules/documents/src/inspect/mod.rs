//! Looks at a file before anything keeps it: pure, without a database, and slow for large archives; run it before a
//! unit of work is opened and away from the threads that serve requests.

mod archive;
mod content;
mod image;
mod name;
mod scan;

use crate::model::FileType;
use bytes::Bytes;
use kernel::{Error, Result};

/// A file that has been looked at: accepted type, content that is what its name says, harmless name. There is no other
/// way to make one.
#[derive(Debug, Clone)]
pub struct InspectedFile {
    pub(crate) name: String,
    pub(crate) kind: FileType,
    pub(crate) sha256: String,
    pub(crate) bytes: Bytes,
}

impl InspectedFile {
    /// The name, cleaned.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The type.
    #[must_use]
    pub const fn kind(&self) -> FileType {
        self.kind
    }

    /// SHA-256 in lower-case hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Length in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.bytes.len() as u64
    }
}

/// Accepts a file of up to `limit` bytes, as the operator set it, or says why not.
///
/// # Errors
/// [`too_large`]; invalid `file-empty`; unsupported `file-type` (arguments `name`, `types`), `file-content` (`name`),
/// `file-archive`, `file-protected`, `file-macros`, `file-image` or `file-virus`.
pub fn inspect(file_name: &str, bytes: Bytes, limit: usize) -> Result<InspectedFile> {
    if bytes.len() > limit {
        return Err(too_large(file_name, limit));
    }
    let name = name::clean(file_name);
    if bytes.is_empty() {
        return Err(Error::invalid("file-empty").arg("name", name));
    }
    let kind = name.rsplit_once('.').and_then(|(_, ending)| FileType::of_extension(ending));
    let kind = kind.ok_or_else(|| Error::unsupported("file-type").arg("name", &name).arg("types", type_names()))?;
    if scan::contains_test_virus(&bytes) {
        return Err(Error::unsupported("file-virus").arg("name", name));
    }
    content::check(kind, &bytes).map_err(|error| error.arg("name", &name))?;
    Ok(InspectedFile { name, kind, sha256: kernel::digest_hex(&bytes), bytes })
}

/// Why a file above the limit is refused: too large `file-too-large` (arguments `name`, `bytes`), also for doors that
/// did not take it in.
#[must_use]
#[track_caller]
pub fn too_large(file_name: &str, limit: usize) -> Error {
    Error::too_large("file-too-large").arg("name", name::clean(file_name)).arg("bytes", limit)
}

/// The accepted types as people call them.
fn type_names() -> &'static str {
    "PDF, JPG, PNG, DOCX, ODT, eDOC, TXT"
}
