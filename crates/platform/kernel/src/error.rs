//! One error with few kinds and two faces: a page for people, an RFC 9457 problem for systems.

use std::fmt;

/// The result of everything that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong, as far as a caller can act on it. The kind alone decides the HTTP status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ErrorKind {
    /// The input breaks a rule (422).
    Invalid,
    /// Nobody is signed in (401).
    Unauthenticated,
    /// Known, but not allowed (403).
    Forbidden,
    /// Not there, or not to be known (404).
    NotFound,
    /// The present state does not allow it (409).
    Conflict,
    /// It was there and is over (410).
    Gone,
    /// Somebody else changed it meanwhile (412).
    Stale,
    /// Too much data (413).
    TooLarge,
    /// A type of data that is not accepted (415).
    Unsupported,
    /// Too often (429).
    RateLimited,
    /// Another system does not answer (503).
    Unavailable,
    /// A defect of ours (500).
    Internal,
}

impl ErrorKind {
    /// The HTTP status.
    #[must_use]
    pub const fn status(self) -> u16 {
        match self {
            Self::Invalid => 422,
            Self::Unauthenticated => 401,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::Conflict => 409,
            Self::Gone => 410,
            Self::Stale => 412,
            Self::TooLarge => 413,
            Self::Unsupported => 415,
            Self::RateLimited => 429,
            Self::Unavailable => 503,
            Self::Internal => 500,
        }
    }

    /// Whether what was sent is at fault and whoever sent it can correct it. With every other kind nothing of the input
    /// need be wrong.
    #[must_use]
    pub const fn is_correctable(self) -> bool {
        matches!(self, Self::Invalid | Self::TooLarge | Self::Unsupported)
    }
}

/// A named value that the words of an error mention.
pub type ErrorArg = (&'static str, String);

/// What is wrong with one field of the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Path of the field: `answers/child_name`.
    pub path: String,
    /// Message id: the words are `error-<key>` in `locales/`.
    pub key: String,
    /// Values the words mention.
    pub args: Vec<ErrorArg>,
}

impl FieldError {
    /// Words without values.
    #[must_use]
    pub fn new(path: impl Into<String>, key: impl Into<String>) -> Self {
        Self { path: path.into(), key: key.into(), args: Vec::new() }
    }

    /// What `error` says, of one field.
    #[must_use]
    pub fn of(path: impl Into<String>, error: &Error) -> Self {
        Self { args: error.args().to_vec(), ..Self::new(path, error.key()) }
    }

    /// Adds a value that the words mention.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// That no field is at fault; otherwise everything that is wrong is told at once, as `form-has-errors`.
///
/// # Errors
/// Invalid, with the faults.
#[track_caller]
pub fn no_faults(faults: Vec<FieldError>) -> Result<()> {
    if faults.is_empty() { Ok(()) } else { Err(Error::invalid("form-has-errors").fields(faults)) }
}

struct Inner {
    kind: ErrorKind,
    key: &'static str,
    args: Vec<ErrorArg>,
    fields: Vec<FieldError>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
    at: &'static std::panic::Location<'static>,
}

/// The error of every use case. Words for people are `error-<key>` in `locales/`; the source stays in the log.
pub struct Error(Box<Inner>);

macro_rules! constructors {
    ($($(#[$doc:meta])* $name:ident => $kind:ident;)*) => {$(
        $(#[$doc])*
        #[must_use]
        #[track_caller]
        pub fn $name(key: &'static str) -> Self {
            Self::new(ErrorKind::$kind, key)
        }
    )*};
}

impl Error {
    /// An error of `kind` whose words are `error-<key>`.
    #[must_use]
    #[track_caller]
    pub fn new(kind: ErrorKind, key: &'static str) -> Self {
        let at = std::panic::Location::caller();
        Self(Box::new(Inner { kind, key, args: Vec::new(), fields: Vec::new(), source: None, at }))
    }

    constructors! {
        /// The input breaks a rule.
        invalid => Invalid;
        /// Nobody is signed in.
        unauthenticated => Unauthenticated;
        /// Known, but not allowed.
        forbidden => Forbidden;
        /// Not there, or not to be known.
        not_found => NotFound;
        /// The present state does not allow it.
        conflict => Conflict;
        /// It was there and is over.
        gone => Gone;
        /// Somebody else changed it meanwhile.
        stale => Stale;
        /// Too much data.
        too_large => TooLarge;
        /// A type of data that is not accepted.
        unsupported => Unsupported;
        /// Too often.
        rate_limited => RateLimited;
        /// Another system does not answer.
        unavailable => Unavailable;
        /// A defect of ours.
        internal => Internal;
    }

    /// Adds a value that the words mention.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.0.args.push((name, value.to_string()));
        self
    }

    /// Adds what is wrong with one field.
    #[must_use]
    pub fn field(self, path: impl Into<String>, key: impl Into<String>) -> Self {
        self.fields([FieldError::new(path, key)])
    }

    /// Adds what is wrong with several fields.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = FieldError>) -> Self {
        self.0.fields.extend(fields);
        self
    }

    /// The same fault told of the field that brought it, where whoever sent it can correct it: for a door that knows where
    /// a file or a word of an address came from. Every other error stays as it is: no field is at fault.
    #[must_use]
    #[track_caller]
    pub fn beside(self, path: impl Into<String>) -> Self {
        if !self.kind().is_correctable() {
            return self;
        }
        let field = FieldError::of(path, &self);
        Self::invalid("form-has-errors").fields([field]).source(self)
    }

    /// Keeps the cause for the log; nobody outside sees it.
    #[must_use]
    pub fn source(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The message id without the prefix `error-`.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.0.key
    }

    /// The values that the words mention.
    #[must_use]
    pub fn args(&self) -> &[ErrorArg] {
        &self.0.args
    }

    /// What is wrong, field by field.
    #[must_use]
    pub fn field_errors(&self) -> &[FieldError] {
        &self.0.fields
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {}", self.0.kind, self.0.key)?;
        for (name, value) in &self.0.args {
            write!(f, " {name}={value}")?;
        }
        for field in &self.0.fields {
            write!(f, " [{}: {}]", field.path, field.key)?;
        }
        if let Some(source) = &self.0.source {
            write!(f, ": {source}")?;
        }
        write!(f, " ({}:{})", self.0.at.file(), self.0.at.line())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as &(dyn std::error::Error + 'static))
    }
}

impl From<serde_json::Error> for Error {
    /// Keeps the place of the fault and not its words: they quote the value, which may be somebody's answer. What stopped
    /// the reader or writer below is kept as its kind.
    #[track_caller]
    fn from(error: serde_json::Error) -> Self {
        if let Some(kind) = error.io_error_kind() {
            return Self::internal("json").source(std::io::Error::from(kind));
        }
        let place = format!("{:?} at line {}, column {}", error.classify(), error.line(), error.column());
        Self::internal("json").source(place)
    }
}
