//! Facts that rarely change, kept in the memory of one process for a short time.

use crate::Read;
use chrono::{DateTime, TimeDelta, Utc};
use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use uuid::Uuid;

/// A fact with the instant it was read at.
type Kept = (DateTime<Utc>, Arc<dyn Any + Send + Sync>);

/// What is kept: by kind of fact and what it is about.
#[derive(Debug, Default)]
pub struct Memo(Mutex<HashMap<(TypeId, Uuid), Kept>>);

impl Read {
    /// A fact about `subject` that this process read at most `age` ago. Other processes may have changed it since: only
    /// for facts of which a value of that age is as good as the present one.
    #[must_use]
    pub fn recall<T: Clone + Send + Sync + 'static>(&self, subject: Uuid, age: TimeDelta) -> Option<T> {
        let facts = self.shared().memo.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, fact) = facts.get(&(TypeId::of::<T>(), subject))?;
        let fresh = (TimeDelta::zero()..=age).contains(&(self.now() - *at));
        if fresh { fact.downcast_ref::<T>().cloned() } else { None }
    }

    /// Keeps a fact that was just read. Never one that this very unit of work has changed: it may be rolled back.
    pub fn memorise<T: Clone + Send + Sync + 'static>(&self, subject: Uuid, fact: &T) {
        let mut facts = self.shared().memo.0.lock().unwrap_or_else(PoisonError::into_inner);
        facts.insert((TypeId::of::<T>(), subject), (self.now(), Arc::new(fact.clone())));
    }
}
