//! Which form of the portal a service is requested with (CAT-06, EFR-01).

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The word that descriptions say no form by.
const NO_FORM: &str = "none";

/// The form of a description: a word of the document, the key of the form or `none`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum FormChoice {
    /// Nothing is said: the service keeps the form that it has. So do descriptions from before there was a choice, and
    /// those of senders who know nothing of forms.
    #[default]
    Unsaid,
    /// It has no form here.
    NoForm,
    /// The newest version of the form with this key.
    Key(String),
}

impl FormChoice {
    /// What an input or a cell says: nothing in it is no form.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        match text.trim() {
            "" | NO_FORM => Self::NoForm,
            key => Self::Key(key.to_owned()),
        }
    }

    /// The key of the form, if one is chosen.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Key(key) => Some(key),
            Self::Unsaid | Self::NoForm => None,
        }
    }

    /// Whether nothing is said.
    #[must_use]
    pub const fn is_unsaid(&self) -> bool {
        matches!(self, Self::Unsaid)
    }

    /// The choice, or what was chosen before where it says nothing.
    #[must_use]
    pub fn or(self, before: &Self) -> Self {
        if self.is_unsaid() { before.clone() } else { self }
    }

    /// Whether there is a form with the chosen key.
    pub(crate) fn is_there(&self) -> bool {
        self.key().is_none_or(|key| forms::definition(key, None).is_ok())
    }
}

impl Serialize for FormChoice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unsaid => serializer.serialize_none(),
            Self::NoForm => serializer.serialize_str(NO_FORM),
            Self::Key(key) => serializer.serialize_str(key),
        }
    }
}

impl<'de> Deserialize<'de> for FormChoice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let said = Option::<String>::deserialize(deserializer)?;
        Ok(said.map_or(Self::Unsaid, |text| if text == NO_FORM { Self::NoForm } else { Self::Key(text) }))
    }
}
