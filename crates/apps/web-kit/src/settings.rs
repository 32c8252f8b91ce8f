//! What an operator can set about the doors.

use std::time::Duration;

/// How many requests one address may send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLimit {
    /// Requests per second over a longer time.
    pub per_second: u32,
    /// Requests at once.
    pub burst: u32,
}

/// Settings of the web doors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Whether this is a demonstration: personas and a banner; never with real data.
    pub demo: bool,
    /// Whether cookies are sent over TLS only and carry the prefix `__Host-`. Off for plain HTTP on the own machine.
    pub secure_cookies: bool,
    /// The address under which people reach the program: `https://durvis.example.lv`, without a final slash.
    pub base_url: String,
    /// Short addresses (POR-23): a host, and the path that its `/` leads to, in which `{lang}` is the visitor's language.
    pub plain_addresses: Vec<(String, String)>,
    /// A line above every page: planned work, outages.
    pub banner: Option<String>,
    /// The OpenID Connect provider that signs people in: other systems that it serves need no second sign-in (POR-12).
    pub sign_in_issuer: Option<String>,
    /// The licence of the open data, as the address of its text (OPN-03).
    pub open_licence: String,
    /// Where questions about the open data are answered.
    pub open_email: String,
    /// None: no limit (tests, measurements).
    pub rate_limit: Option<RateLimit>,
    /// Whether the address of a client is the last one of `X-Forwarded-For` (behind a proxy that sets it).
    pub behind_proxy: bool,
    /// A request that takes longer is answered with 503.
    pub timeout: Duration,
    /// The most bytes one attached file may have. Bodies of forms with files, what is said of files and their refusal
    /// all follow from it.
    pub upload_limit: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            demo: false,
            secure_cookies: true,
            base_url: "http://127.0.0.1:8080".to_owned(),
            plain_addresses: Vec::new(),
            banner: None,
            sign_in_issuer: None,
            open_licence: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
            open_email: "dati@example.lv".to_owned(),
            rate_limit: Some(RateLimit { per_second: 20, burst: 120 }),
            behind_proxy: false,
            timeout: Duration::from_secs(30),
            upload_limit: 10 * 1024 * 1024,
        }
    }
}
