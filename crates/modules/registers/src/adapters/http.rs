//! A person register that answers JSON over HTTP.

use crate::model::RegisterPerson;
use crate::port::PersonRegister;
use async_trait::async_trait;
use kernel::{Error, ErrorKind, Result};
use outbound::{Call, Client};
use std::time::Duration;

/// `GET {base}/persons/{code}` gives a [`RegisterPerson`] or 404; `GET {base}/health` gives 200.
#[derive(Debug, Clone)]
pub struct HttpPersonRegister {
    client: Client,
    base: String,
    name: String,
}

impl HttpPersonRegister {
    /// How long a form waits for its register.
    pub const TIMEOUT: Duration = Duration::from_secs(2);

    /// A register called `name` at `base` (`http://127.0.0.1:9100/register`).
    #[must_use]
    pub fn new(client: Client, base: &str, name: impl Into<String>) -> Self {
        Self { client, base: base.trim_end_matches('/').to_owned(), name: name.into() }
    }

    fn call(&self, path: &str, template: &'static str) -> Call {
        // One attempt: a person waits, and the form works without the register.
        Call::get(format!("{}{path}", self.base), template).timeout(Self::TIMEOUT).attempts(1)
    }

    fn unreachable(&self, error: Error) -> Error {
        Error::unavailable("register-unreachable").arg("register", &self.name).source(error)
    }
}

#[async_trait]
impl PersonRegister for HttpPersonRegister {
    async fn person(&self, code: &str) -> Result<RegisterPerson> {
        // Only digits and the hyphen may reach the address of the call.
        if code.is_empty() || !code.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
            return Err(Error::not_found("register-person"));
        }
        match self.client.json::<RegisterPerson>(self.call(&format!("/persons/{code}"), "/persons/{code}")).await {
            Ok(person) => Ok(person),
            Err(error) if error.kind() == ErrorKind::NotFound => Err(Error::not_found("register-person")),
            Err(error) => Err(self.unreachable(error)),
        }
    }

    fn name(&self) -> &str {
        &self.name
    }

    async fn check(&self) -> Result<()> {
        let answer = self.client.send(self.call("/health", "/health")).await;
        answer.map(drop).map_err(|error| self.unreachable(error))
    }
}
