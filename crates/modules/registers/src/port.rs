//! The port: what Durvis asks of a person register, whoever runs it.

use crate::model::RegisterPerson;
use async_trait::async_trait;
use kernel::Result;

/// A register of persons.
#[async_trait]
pub trait PersonRegister: Send + Sync + std::fmt::Debug {
    /// The person with this personal code.
    ///
    /// # Errors
    /// Not found `register-person` when the register does not know the code; unavailable `register-unreachable` when it
    /// does not answer in time or in its own language; unavailable `register-not-connected` when none is configured.
    async fn person(&self, code: &str) -> Result<RegisterPerson>;

    /// Its name, as people read it beside an answer: `Fizisko personu reģistrs`.
    fn name(&self) -> &str;

    /// Whether the connection works now, for the operator's page.
    ///
    /// # Errors
    /// As [`Self::person`].
    async fn check(&self) -> Result<()>;
}
