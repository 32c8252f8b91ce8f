//! Leaves a host that keeps failing alone for a while, so that people do not wait for it again and again.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The breakers of all hosts.
#[derive(Debug)]
pub(crate) struct Breakers {
    failures: u32,
    rest: Duration,
    hosts: Mutex<HashMap<String, Host>>,
}

#[derive(Debug, Default)]
struct Host {
    failures: u32,
    /// Since when no calls are let through; one is, each time the rest is over.
    open_since: Option<Instant>,
}

impl Breakers {
    pub(crate) fn new(failures: u32, rest: Duration) -> Self {
        Self { failures, rest, hosts: Mutex::default() }
    }

    /// Whether a call may go out now. After the rest one caller gets through; the others wait for its outcome, or for
    /// another rest if that caller never reports.
    pub(crate) fn allows(&self, host: &str, now: Instant) -> bool {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(host) = hosts.get_mut(host) else { return true };
        match host.open_since {
            None => true,
            Some(since) if now.duration_since(since) >= self.rest => {
                host.open_since = Some(now);
                true
            }
            Some(_) => false,
        }
    }

    /// Notes the outcome of a call.
    pub(crate) fn report(&self, host: &str, worked: bool, now: Instant) {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        if worked {
            hosts.remove(host);
            return;
        }
        let host = hosts.entry(host.to_owned()).or_default();
        host.failures = host.failures.saturating_add(1);
        if host.failures >= self.failures {
            host.open_since = Some(now);
        }
    }
}
