//! Asking a register without ever standing in the way of a form.

use crate::model::RegisterPerson;
use crate::port::PersonRegister;
use chrono::{DateTime, Utc};
use kernel::{Clock, ErrorKind};

/// Something a register said, with its source and time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retrieved<T> {
    /// What it said.
    pub value: T,
    /// Name of the register.
    pub register: String,
    /// When it was asked.
    pub at: DateTime<Utc>,
}

/// What came of asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    /// The register knows the person.
    Found(Box<Retrieved<RegisterPerson>>),
    /// It answered that it does not.
    Missing {
        /// Name of the register.
        register: String,
        /// When it was asked.
        at: DateTime<Utc>,
    },
    /// It did not answer: the client is asked, and the answers are marked.
    Unreachable {
        /// Name of the register.
        register: String,
        /// When it was asked.
        at: DateTime<Utc>,
    },
    /// No register is connected: the client is asked.
    NotConnected,
}

/// Asks a register about a person. Call it before a unit of work is opened: it goes over the network.
pub async fn lookup(register: &dyn PersonRegister, code: &str, clock: &dyn Clock) -> Lookup {
    let (name, at) = (register.name().to_owned(), clock.now());
    match register.person(code).await {
        Ok(value) => Lookup::Found(Box::new(Retrieved { value, register: name, at })),
        Err(error) if error.kind() == ErrorKind::NotFound => Lookup::Missing { register: name, at },
        Err(error) if error.key() == "register-not-connected" => Lookup::NotConnected,
        Err(_) => Lookup::Unreachable { register: name, at },
    }
}
