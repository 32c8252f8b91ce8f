//! What a stored file is.

use chrono::{DateTime, Utc};
use kernel::{CaseId, DocumentId, DraftId, Error, Party, PersonId, Result};
use uuid::Uuid;

/// The most files in one field of one draft or case.
pub const MAX_PER_FIELD: u64 = 5;

/// The accepted types of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileType {
    /// Portable Document Format.
    Pdf,
    /// JPEG image.
    Jpeg,
    /// PNG image.
    Png,
    /// Word document without macros.
    Docx,
    /// OpenDocument text.
    Odt,
    /// Signed container ASiC-E: `.edoc`, `.asice`.
    Asice,
    /// Plain text in UTF-8.
    Txt,
}

impl FileType {
    /// Every type.
    pub const ALL: [Self; 7] = [Self::Pdf, Self::Jpeg, Self::Png, Self::Docx, Self::Odt, Self::Asice, Self::Txt];

    /// The accepted endings of a name; the first is the usual one.
    #[must_use]
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Docx => &["docx"],
            Self::Odt => &["odt"],
            Self::Asice => &["edoc", "asice"],
            Self::Txt => &["txt"],
        }
    }

    /// The media type it is served with.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Asice => "application/vnd.etsi.asic-e+zip",
            Self::Txt => "text/plain; charset=utf-8",
        }
    }

    /// Value of the attribute `accept` of a file input: every ending.
    #[must_use]
    pub fn accept() -> String {
        let endings = Self::ALL.iter().flat_map(|kind| kind.extensions());
        endings.map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(",")
    }

    pub(crate) fn of_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.extensions().contains(&extension))
    }
}

/// What a file belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// An application that is being filled in.
    Draft(DraftId),
    /// A case.
    Case(CaseId),
}

impl Subject {
    /// `draft` or `case`.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Draft(_) => "draft",
            Self::Case(_) => "case",
        }
    }

    /// The bare id.
    #[must_use]
    pub const fn uuid(self) -> Uuid {
        match self {
            Self::Draft(id) => id.uuid(),
            Self::Case(id) => id.uuid(),
        }
    }

    pub(crate) fn from_parts(kind: &str, id: Uuid) -> Result<Self> {
        match kind {
            "draft" => Ok(Self::Draft(DraftId::new(id))),
            "case" => Ok(Self::Case(CaseId::new(id))),
            _ => Err(Error::internal("document-subject").arg("kind", kind)),
        }
    }
}

/// What is known about a stored file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Id.
    pub id: DocumentId,
    /// What it belongs to.
    pub subject: Subject,
    /// The field of the form, or the purpose on a case (`decision`, `request`).
    pub field: String,
    /// The client it concerns.
    pub owner: Party,
    /// Who sent it; none for a system.
    pub uploaded_by: Option<PersonId>,
    /// Name for people, safe to put into a header or a file system.
    pub file_name: String,
    /// Media type to serve it with.
    pub media_type: String,
    /// Length in bytes.
    pub size: u64,
    /// SHA-256 in lower-case hexadecimal.
    pub sha256: String,
    /// When it came.
    pub uploaded_at: DateTime<Utc>,
}
