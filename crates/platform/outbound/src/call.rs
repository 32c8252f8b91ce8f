//! One call to another system, and its answer.

use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use kernel::{Error, Result};
use serde::Serialize;
use std::time::Duration;

/// A call that is about to be made.
#[derive(Debug, Clone)]
pub struct Call {
    pub(crate) method: Method,
    pub(crate) url: String,
    pub(crate) template: &'static str,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) attempts: Option<u32>,
    pub(crate) repeatable: bool,
}

impl Call {
    /// A call with any method. `template` stands for the path in logs and metrics, so it carries no personal data:
    /// `/persons/{code}`. The methods that HTTP calls idempotent are repeated when they fail; POST and PATCH are not.
    #[must_use]
    pub fn new(method: Method, url: impl Into<String>, template: &'static str) -> Self {
        let repeatable = method.is_idempotent();
        let headers = HeaderMap::new();
        Self { method, url: url.into(), template, headers, body: Vec::new(), timeout: None, attempts: None, repeatable }
    }

    /// GET.
    #[must_use]
    pub fn get(url: impl Into<String>, template: &'static str) -> Self {
        Self::new(Method::GET, url, template)
    }

    /// POST with a JSON body.
    ///
    /// # Errors
    /// Internal `json` when the body cannot be written as JSON.
    pub fn post_json<T: Serialize>(url: impl Into<String>, template: &'static str, body: &T) -> Result<Self> {
        let mut call = Self::new(Method::POST, url, template);
        call.body = serde_json::to_vec(body)?;
        call.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        Ok(call)
    }

    /// Adds a header. A header `Idempotency-Key` makes the call one that may be repeated.
    ///
    /// # Errors
    /// Internal `outbound-header` when the name or the value is not one.
    pub fn header(mut self, name: &'static str, value: &str) -> Result<Self> {
        let name = HeaderName::try_from(name).map_err(|error| Error::internal("outbound-header").source(error))?;
        let value = HeaderValue::try_from(value).map_err(|error| Error::internal("outbound-header").source(error))?;
        self.repeatable |= name == "idempotency-key";
        self.headers.insert(name, value);
        Ok(self)
    }

    /// Sets the body as it is.
    #[must_use]
    pub fn body(mut self, body: Vec<u8>) -> Self {
        self.body = body;
        self
    }

    /// Allows each attempt this long.
    #[must_use]
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Makes at most this many attempts (at least one); only calls that may be repeated get more than one.
    #[must_use]
    pub const fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = Some(attempts);
        self
    }
}

/// What the other system answered.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Body, decompressed.
    pub body: Vec<u8>,
}
