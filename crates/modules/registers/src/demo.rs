//! The person register of the demonstration: invented people as plain data. The `durvis` binary serves it over HTTP on
//! the loopback address, so that the demonstration takes the same road as a real register.

use crate::model::RegisterPerson;
use kernel::{Error, Locale, Result};
use std::sync::atomic::{AtomicBool, Ordering};

/// Name shown beside the answers it gives.
pub const NAME: &str = "Demonstrācijas personu reģistrs (izdomāti dati)";

/// The same in English.
const NAME_EN: &str = "Person register of the demonstration (invented data)";

/// The name of a register for a reader of this language. Others have the one name that the state or the operator gave
/// them, and answers keep it as it was; this one is ours.
#[must_use]
pub fn name_in(name: &str, locale: Locale) -> &str {
    match locale {
        Locale::En if name == NAME => NAME_EN,
        Locale::En | Locale::Lv => name,
    }
}

/// A code for which the register behaves as if it did not answer.
pub const UNREACHABLE_CODE: &str = "328000-00049";

/// What the demonstration register answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// 200 with the person.
    Person(Box<RegisterPerson>),
    /// 404.
    Unknown,
    /// 503: switched off, or asked about [`UNREACHABLE_CODE`].
    Down,
}

/// The register; it can be switched off to see what a form does then.
#[derive(Debug, Default)]
pub struct DemoRegister {
    people: Vec<RegisterPerson>,
    down: AtomicBool,
}

impl DemoRegister {
    /// Reads the invented people.
    ///
    /// # Errors
    /// Internal `json` when the file of this build cannot be read: a test keeps that from happening.
    pub fn load() -> Result<Self> {
        let people = serde_json::from_str(include_str!("../content/demo_persons.json")).map_err(Error::from)?;
        Ok(Self { people, down: AtomicBool::new(false) })
    }

    /// Switches the register off or on.
    pub fn set_down(&self, down: bool) {
        self.down.store(down, Ordering::Relaxed);
    }

    /// Whether it is switched off.
    #[must_use]
    pub fn is_down(&self) -> bool {
        self.down.load(Ordering::Relaxed)
    }

    /// The answer for a personal code.
    #[must_use]
    pub fn answer(&self, code: &str) -> Answer {
        if self.is_down() || code == UNREACHABLE_CODE {
            return Answer::Down;
        }
        let children = self.people.iter().flat_map(|person| &person.children);
        let found = self.people.iter().chain(children).find(|person| person.personal_code == code);
        found.map_or(Answer::Unknown, |person| Answer::Person(Box::new(person.clone())))
    }
}
