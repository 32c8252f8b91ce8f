//! What must be known of a provider and of our registration there.

use kernel::{Assurance, Error, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;

/// Registration at a provider and the meaning of its claims.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OidcSettings {
    /// Issuer URL; the discovery document is below it.
    pub issuer: String,
    /// Our client id there.
    pub client_id: String,
    /// Our client secret there; none for a public client.
    #[serde(default)]
    pub client_secret: Option<String>,
    /// Where the provider sends the browser back: `https://<host>/sign-in/callback`.
    pub redirect_url: String,
    /// Scopes to ask for beside `openid`.
    #[serde(default = "default_scopes")]
    pub scopes: Vec<String>,
    /// Names of the claims we read.
    #[serde(default)]
    pub claims: ClaimNames,
    /// Assurance level of each `acr` value.
    #[serde(default)]
    pub assurance: BTreeMap<String, Assurance>,
    /// Assurance level of any other `acr` value, and of none.
    #[serde(default = "low")]
    pub otherwise: Assurance,
}

/// Names of the claims that tell who somebody is.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ClaimNames {
    /// Personal code, or a list of them with the one in force first.
    pub personal_code: String,
    /// Given names.
    pub given_name: String,
    /// Family names.
    pub family_name: String,
    /// Birth date as `YYYY-MM-DD`.
    pub birth_date: String,
    /// E-mail.
    pub email: String,
}

impl Default for ClaimNames {
    fn default() -> Self {
        Self {
            personal_code: "personal_code".into(),
            given_name: "given_name".into(),
            family_name: "family_name".into(),
            birth_date: "birthdate".into(),
            email: "email".into(),
        }
    }
}

const fn low() -> Assurance {
    Assurance::Low
}

fn default_scopes() -> Vec<String> {
    vec!["profile".into()]
}

impl OidcSettings {
    /// Settings with the usual scopes and claim names.
    #[must_use]
    pub fn new(issuer: impl Into<String>, client_id: impl Into<String>, redirect_url: impl Into<String>) -> Self {
        Self {
            issuer: issuer.into(),
            client_id: client_id.into(),
            client_secret: None,
            redirect_url: redirect_url.into(),
            scopes: default_scopes(),
            claims: ClaimNames::default(),
            assurance: BTreeMap::new(),
            otherwise: low(),
        }
    }

    /// What the `acr` of a sign-in means.
    pub(crate) fn assurance_of(&self, acr: Option<&str>) -> Assurance {
        acr.and_then(|acr| self.assurance.get(acr)).copied().unwrap_or(self.otherwise)
    }
}

/// A defect of the settings, named by its key.
pub(crate) fn wrong(key: &'static str, source: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::internal("oidc-settings").arg("key", key).source(source)
}

/// The path to return to after sign-in: only paths of this site. `//host`, `/\host` and control characters would
/// lead a browser elsewhere.
pub(crate) fn local_path(path: &str) -> Result<String> {
    let local = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n', '\t', '\0']);
    if local && path.len() <= 2000 { Ok(path.to_owned()) } else { Err(Error::invalid("return-path")) }
}

impl fmt::Debug for OidcSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OidcSettings")
            .field("issuer", &self.issuer)
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}
