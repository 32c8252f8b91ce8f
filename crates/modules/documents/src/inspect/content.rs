//! Whether the content is what the name says, and only that.

use super::{archive, image, scan};
use crate::model::FileType;
use kernel::{Error, Result};

/// Checks the content against the type.
///
/// # Errors
/// Unsupported `file-content` when it is something else, or something else as well; and what the archives and images
/// say.
pub(crate) fn check(kind: FileType, bytes: &[u8]) -> Result<()> {
    let found = infer::get(bytes).map(|found| found.mime_type());
    match kind {
        FileType::Pdf => wanted(found == Some("application/pdf") && !ends_as_zip(bytes))?,
        FileType::Jpeg => {
            wanted(found == Some("image/jpeg") && !is_also_document(bytes))?;
            image::check_jpeg(bytes)?;
        }
        FileType::Png => {
            wanted(found == Some("image/png") && !is_also_document(bytes))?;
            image::check_png(bytes)?;
        }
        FileType::Docx | FileType::Odt | FileType::Asice => {
            wanted(bytes.starts_with(b"PK\x03\x04"))?;
            archive::check(kind, bytes)?;
        }
        FileType::Txt => wanted(found.is_none_or(is_word) && is_plain_text(bytes))?,
    }
    Ok(())
}

fn wanted(holds: bool) -> Result<()> {
    if holds { Ok(()) } else { Err(Error::unsupported("file-content")) }
}

/// Kinds that are told by two letters with which words begin as well (`BMW`, `MZ`): what is plain text is none of them, for
/// they cannot do without control characters.
fn is_word(found: &str) -> bool {
    ["image/bmp", "application/vnd.microsoft.portable-executable"].contains(&found)
}

/// Text in UTF-8 without control characters other than tabs and line ends.
fn is_plain_text(bytes: &[u8]) -> bool {
    let allowed = |c: char| !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{c}');
    !ends_as_zip(bytes) && std::str::from_utf8(bytes).is_ok_and(|text| text.chars().all(allowed))
}

/// Readers of PDF accept a header within the first kilobyte, readers of ZIP begin at the end: a file may be an image
/// to one program and a document to another.
fn is_also_document(bytes: &[u8]) -> bool {
    ends_as_zip(bytes) || scan::contains(&bytes[..bytes.len().min(1024)], b"%PDF-")
}

/// Whether the file carries the closing record of a ZIP archive where readers of ZIP look for it: in its last 64 KiB,
/// with a comment that fits into what follows.
fn ends_as_zip(bytes: &[u8]) -> bool {
    const RECORD: usize = 22;
    let Some(last) = bytes.len().checked_sub(RECORD) else { return false };
    let first = last.saturating_sub(usize::from(u16::MAX));
    (first..=last).any(|at| {
        let comment = usize::from(u16::from_le_bytes([bytes[at + 20], bytes[at + 21]]));
        bytes[at..].starts_with(b"PK\x05\x06") && at + RECORD + comment <= bytes.len()
    })
}
