//! For which services somebody may act on behalf of a company.

use std::{collections::BTreeSet, fmt, sync::Arc};

/// The word for every service, in storage and in the log.
const ALL: &str = "all";

/// Which services a caller may use: what company management assigned to a representative (POR-10). Everybody else may
/// use all that their role allows. A copy costs nothing: every request carries one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Remit {
    /// Every service.
    #[default]
    All,
    /// The services with these codes, and no other; with none of them nothing.
    Only(Arc<BTreeSet<String>>),
}

impl Remit {
    /// The services with these codes.
    #[must_use]
    pub fn only(codes: impl IntoIterator<Item = String>) -> Self {
        Self::Only(Arc::new(codes.into_iter().collect()))
    }

    /// From the text that storage keeps: `all`, or codes separated by blanks. An empty text is no service at all.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        match text.trim() {
            ALL => Self::All,
            codes => Self::only(codes.split_whitespace().map(str::to_owned)),
        }
    }

    /// Whether the service with this code is in it.
    #[must_use]
    pub fn covers(&self, service: &str) -> bool {
        self.codes().is_none_or(|codes| codes.contains(service))
    }

    /// The codes it is limited to; none without a limit.
    #[must_use]
    pub fn codes(&self) -> Option<&BTreeSet<String>> {
        match self {
            Self::All => None,
            Self::Only(codes) => Some(codes),
        }
    }
}

impl fmt::Display for Remit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str(ALL),
            Self::Only(codes) => {
                for (number, code) in codes.iter().enumerate() {
                    f.write_str(if number == 0 { "" } else { " " })?;
                    f.write_str(code)?;
                }
                Ok(())
            }
        }
    }
}
