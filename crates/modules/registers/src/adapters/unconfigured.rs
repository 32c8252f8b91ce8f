//! The adapter of an installation that has no person register: forms ask everything.

use crate::model::RegisterPerson;
use crate::port::PersonRegister;
use async_trait::async_trait;
use kernel::{Error, Result};

/// No register.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unconfigured;

#[async_trait]
impl PersonRegister for Unconfigured {
    async fn person(&self, _code: &str) -> Result<RegisterPerson> {
        Err(Error::unavailable("register-not-connected"))
    }

    fn name(&self) -> &str {
        "-"
    }

    async fn check(&self) -> Result<()> {
        Err(Error::unavailable("register-not-connected"))
    }
}
