//! What somebody had typed into a form that is refused: it travels with the refusal to the page that gives it back, and is
//! kept nowhere else.

use std::fmt;

use crate::Fields;
use crate::owner::OWNER;

/// Stands in the address of a form that was given back once: it is given back again, whoever is signed in by then.
const AGAIN: &str = "late=again";

/// The field that session.js adds when it sends a form of its own accord, because the session is over.
pub(crate) const BY_ITSELF: &str = "late-by-itself";

/// The fields with the names of files that came with a form which was given back.
pub(crate) const FILE: &str = "late-file";

/// Fields that a page puts into a form: nobody typed them.
const GIVEN: [&str; 2] = ["revision", "reference"];

/// What a lone tick sends. Alone it says nothing that would be lost: whoever goes on ticks again.
const TICK: &str = "yes";

/// Parts of names of fields whose values never go back into a page. Apart from the mark no form of staff has any.
const SECRET: [&str; 4] = ["csrf", "password", "secret", "token"];

/// The fields of a refused form that may be shown to whoever sent it.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Typed {
    /// Names and values in the order sent.
    pub(crate) fields: Vec<(String, String)>,
    /// Names of files; their content is not kept.
    pub(crate) files: Vec<String>,
    /// Whether the script had sent the form, and nobody pressed a button.
    pub(crate) by_itself: bool,
    /// The sign of the client who typed it; none for staff.
    pub(crate) owner: Option<String>,
    /// Whether somebody else is signed in now: they see nothing of it.
    pub(crate) foreign: bool,
}

impl Typed {
    /// What of these fields and names of files may go back.
    pub(crate) fn of(fields: &Fields, files: impl IntoIterator<Item = String>) -> Self {
        Self {
            fields: fields.0.iter().filter(|(name, _)| is_shown(name)).cloned().collect(),
            files: files.into_iter().chain(fields.all(FILE).map(str::to_owned)).collect(),
            by_itself: fields.get(BY_ITSELF).is_some(),
            ..Self::default()
        }
    }

    /// Whether nobody had typed or chosen anything but a lone tick: only a button was pressed.
    pub(crate) fn is_empty(&self) -> bool {
        self.files.is_empty() && self.filled().all(|(_, value)| value == TICK)
    }

    /// The fields that somebody typed or chose something in.
    pub(crate) fn filled(&self) -> impl Iterator<Item = &(String, String)> {
        self.fields.iter().filter(|(name, value)| !GIVEN.contains(&name.as_str()) && !value.trim().is_empty())
    }
}

/// Says how much there is and never what: errors with it inside may be written to a log.
impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Typed({} fields, {} files)", self.fields.len(), self.files.len())
    }
}

fn is_shown(name: &str) -> bool {
    let low = name.to_ascii_lowercase();
    ![BY_ITSELF, FILE, OWNER].contains(&name) && !SECRET.iter().any(|part| low.contains(part))
}

/// Whether a form with this query in its address was given back before.
pub(crate) fn was_given_back(query: Option<&str>) -> bool {
    query.is_some_and(|query| query.split('&').any(|pair| pair == AGAIN))
}

/// `address` as that of a form which is given back.
pub(crate) fn given_back(address: &str) -> String {
    let address = as_first_sent(address);
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{sign}{AGAIN}")
}

/// `address` as it was before its form was given back.
pub(crate) fn as_first_sent(address: &str) -> String {
    let Some((path, query)) = address.split_once('?') else { return address.to_owned() };
    let pairs: Vec<&str> = query.split('&').filter(|pair| *pair != AGAIN).collect();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}
