//! An engine that answers JSON over HTTP.

use crate::port::Translator;
use async_trait::async_trait;
use kernel::{Error, Result};
use outbound::{Call, Client};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::Duration;

/// `POST {url}` with `{"from": "lv", "to": "uk", "texts": […]}` answers `{"texts": […]}` of the same number. The key, if
/// there is one, travels as a bearer token.
#[derive(Clone)]
pub struct HttpTranslator {
    client: Client,
    url: String,
    key: Option<String>,
    name: String,
}

#[derive(Serialize)]
struct Asked<'a> {
    from: &'a str,
    to: &'a str,
    texts: &'a [String],
}

#[derive(Deserialize)]
struct Answered {
    texts: Vec<String>,
}

impl HttpTranslator {
    /// How long an engine may take for one question.
    pub const TIMEOUT: Duration = Duration::from_secs(30);

    /// An engine called `name` at `url`.
    #[must_use]
    pub fn new(client: Client, url: impl Into<String>, key: Option<String>, name: impl Into<String>) -> Self {
        Self { client, url: url.into(), key, name: name.into() }
    }
}

impl fmt::Debug for HttpTranslator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HttpTranslator({} at {})", self.name, self.url)
    }
}

#[async_trait]
impl Translator for HttpTranslator {
    async fn translate(&self, texts: &[String], from: &str, to: &str) -> Result<Vec<String>> {
        let mut call = Call::post_json(&self.url, "/translate", &Asked { from, to, texts })?.timeout(Self::TIMEOUT);
        if let Some(key) = &self.key {
            call = call.header("authorization", &format!("Bearer {key}"))?;
        }
        let unreachable = |error: Error| Error::unavailable("translation-unreachable").source(error);
        let answered: Answered = self.client.json(call).await.map_err(unreachable)?;
        if answered.texts.len() == texts.len() {
            Ok(answered.texts)
        } else {
            Err(Error::unavailable("translation-answer"))
        }
    }

    fn name(&self) -> &str {
        &self.name
    }
}
