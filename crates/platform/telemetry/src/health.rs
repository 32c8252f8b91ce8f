//! Is this process able to serve? Each part says so for itself.
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

/// The state of each named part, shared by everything that reports and everything that asks.
#[derive(Clone, Debug)]
pub struct Health(Arc<RwLock<BTreeMap<&'static str, Result<(), String>>>>);

impl Health {
    /// Parts that must all report before the process is ready.
    pub fn new(parts: &[&'static str]) -> Self {
        let starting = parts.iter().map(|part| (*part, Err("starting".to_owned()))).collect();
        Self(Arc::new(RwLock::new(starting)))
    }

    /// A part reports.
    pub fn set(&self, part: &'static str, state: Result<(), String>) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(part, state);
    }

    /// Do all parts work?
    pub fn is_ready(&self) -> bool {
        self.0.read().unwrap_or_else(PoisonError::into_inner).values().all(Result::is_ok)
    }

    /// Each part with `ok` or what is wrong.
    pub fn parts(&self) -> Vec<(&'static str, String)> {
        let parts = self.0.read().unwrap_or_else(PoisonError::into_inner);
        parts.iter().map(|(part, state)| (*part, state.clone().err().unwrap_or_else(|| "ok".to_owned()))).collect()
    }
}
