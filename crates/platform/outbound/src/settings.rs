//! Limits of calls to other systems.

use std::time::Duration;

/// How long, how often and how much. The defaults suit calls between institutions.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Time to connect.
    pub connect_timeout: Duration,
    /// Time for one attempt, answer included; a call may ask for less.
    pub timeout: Duration,
    /// Attempts of a call that may be repeated without harm.
    pub attempts: u32,
    /// Wait before the second attempt; doubled for each further one.
    pub back_off: Duration,
    /// Longest answer, in bytes, after decompression.
    pub body_limit: usize,
    /// Failures in a row after which a host is left alone.
    pub breaker_failures: u32,
    /// How long it is left alone before one call tries again.
    pub breaker_rest: Duration,
    /// Whether calls without TLS may leave this machine.
    pub allow_plain_http: bool,
    /// Value of the header `user-agent`.
    pub user_agent: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(3),
            timeout: Duration::from_secs(10),
            attempts: 3,
            back_off: Duration::from_millis(200),
            body_limit: 10 * 1024 * 1024,
            breaker_failures: 5,
            breaker_rest: Duration::from_secs(30),
            allow_plain_http: false,
            user_agent: concat!("durvis/", env!("CARGO_PKG_VERSION")).to_owned(),
        }
    }
}
