//! Names of the people who write and read descriptions.

use kernel::{Party, PersonId, Result};
use std::collections::BTreeMap;
use storage::Read;

/// Names by person.
#[derive(Debug, Clone, Default)]
pub struct Names(BTreeMap<Party, String>);

impl Names {
    /// The names of these people, in one question.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn of(tx: &Read, people: &[Option<PersonId>]) -> Result<Self> {
        let mut people: Vec<Party> = people.iter().flatten().copied().map(Party::Person).collect();
        people.sort_unstable();
        people.dedup();
        Ok(Self(if people.is_empty() { BTreeMap::new() } else { identity::names_of(tx, &people).await? }))
    }

    /// The name; empty for nobody, and for what came with the program.
    pub fn get(&self, person: Option<PersonId>) -> String {
        person.and_then(|person| self.0.get(&Party::Person(person)).cloned()).unwrap_or_default()
    }
}
