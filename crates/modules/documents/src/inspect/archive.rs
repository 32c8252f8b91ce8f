//! Documents that are ZIP archives: what must be inside, and what must not.

use super::scan::StreamScan;
use crate::model::FileType;
use kernel::{Error, Result};
use std::io::{Cursor, Read as _};
use zip::{ZipArchive, read::ZipFile};

/// The most entries.
const MAX_ENTRIES: usize = 1000;
/// How many times larger the content may be than the file.
const MAX_RATIO: u64 = 100;
/// Content up to this many bytes is no bomb, however small the file.
const HARMLESS: u64 = 1024 * 1024;
/// The most content in any case, in bytes.
const MAX_CONTENT: u64 = 200 * 1024 * 1024;

/// Unpacks into nothing, counting: the sizes an archive states about itself are not believed.
///
/// # Errors
/// Unsupported `file-archive` (not readable, unsafe, or a bomb), `file-protected` (encrypted), `file-macros`,
/// `file-virus`, `file-content` (not the kind of document that was announced).
pub(crate) fn check(kind: FileType, bytes: &[u8]) -> Result<()> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(unsafe_archive)?;
    if archive.len() > MAX_ENTRIES || archive.has_duplicate_names() {
        return Err(Error::unsupported("file-archive"));
    }
    if archive.has_overlapping_entries().map_err(unsafe_archive)? {
        return Err(Error::unsupported("file-archive"));
    }
    let mut budget = (bytes.len() as u64).saturating_mul(MAX_RATIO).clamp(HARMLESS, MAX_CONTENT);
    let mut names = Vec::with_capacity(archive.len());
    let mut mimetype = None;
    for index in 0..archive.len() {
        if archive.by_index_data(index).map_err(unsafe_archive)?.encrypted() {
            return Err(Error::unsupported("file-protected"));
        }
        let mut entry = archive.by_index(index).map_err(unsafe_archive)?;
        let name = safe_name(&entry)?;
        let head = drain(&mut entry, &mut budget)?;
        if name == "mimetype" {
            mimetype = Some(String::from_utf8_lossy(&head).trim().to_owned());
        }
        names.push(name);
    }
    is_document(kind, &names, mimetype.as_deref())
}

/// The name of an entry, if it stays inside the folder it would be unpacked into.
fn safe_name(entry: &ZipFile<'_, Cursor<&[u8]>>) -> Result<String> {
    let name = entry.name().map_err(unsafe_archive)?.into_owned();
    let is_unsafe = entry.is_symlink()
        || name.starts_with('/')
        || name.contains(['\\', '\0', ':'])
        || name.split('/').any(|part| part == "..");
    if is_unsafe { Err(Error::unsupported("file-archive")) } else { Ok(name) }
}

/// Reads an entry to its end against the budget and returns its first bytes.
fn drain(entry: &mut ZipFile<'_, Cursor<&[u8]>>, budget: &mut u64) -> Result<Vec<u8>> {
    let mut scan = StreamScan::default();
    let mut head = Vec::new();
    let mut piece = vec![0; 64 * 1024];
    loop {
        let length = entry.read(&mut piece).map_err(|error| Error::unsupported("file-archive").source(error))?;
        if length == 0 {
            return Ok(head);
        }
        let read = &piece[..length];
        *budget = budget.checked_sub(length as u64).ok_or_else(|| Error::unsupported("file-archive"))?;
        if scan.feed(read) {
            return Err(Error::unsupported("file-virus"));
        }
        if head.is_empty() {
            head = read[..length.min(200)].to_vec();
        }
    }
}

/// Whether the entries are those of the announced kind of document.
fn is_document(kind: FileType, names: &[String], mimetype: Option<&str>) -> Result<()> {
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    let has_macros = names.iter().any(|name| {
        let name = name.to_lowercase();
        name.ends_with("vbaproject.bin") || name.starts_with("basic/") || name.starts_with("scripts/")
    });
    let is_signature =
        |name: &String| name.starts_with("META-INF/") && name.contains("signatures") && name.ends_with(".xml");
    let fits = match kind {
        FileType::Docx => has("[Content_Types].xml") && has("word/document.xml"),
        FileType::Odt => has("content.xml") && mimetype == Some(kind.media_type()),
        // Some makers of containers leave the entry `mimetype` out; the signature is what makes a container one.
        _ => names.iter().any(is_signature) && mimetype.is_none_or(|found| found == kind.media_type()),
    };
    match (fits, has_macros && kind != FileType::Asice) {
        (false, _) => Err(Error::unsupported("file-content")),
        (true, true) => Err(Error::unsupported("file-macros")),
        (true, false) => Ok(()),
    }
}

fn unsafe_archive(error: zip::result::ZipError) -> Error {
    Error::unsupported("file-archive").source(error)
}
