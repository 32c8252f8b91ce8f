//! A provider: its discovered addresses and keys, and the exchange of a code for proven claims.

use super::claims::identified;
use super::finish::PendingSignIn;
use super::http::Http;
use super::settings::{OidcSettings, wrong};
use crate::recognise::Identified;
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Assurance, Clock, Error, Result};
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreRevocableToken,
    CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AdditionalClaims, AuthorizationCode, Client, ClientId, ClientSecret, EmptyExtraTokenFields, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, IdTokenFields, IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeVerifier, RedirectUrl,
    RequestTokenError, StandardErrorResponse, StandardTokenResponse, TokenResponse, UserInfoClaims, UserInfoError,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::sync::{Arc, Mutex, PoisonError};

/// Addresses and keys are asked again after so many minutes, so that a provider can change its keys.
const CACHE_MINUTES: i64 = 10;

/// All claims beyond those the library names.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct AllClaims {
    #[serde(flatten)]
    all: Map<String, Value>,
}

impl AdditionalClaims for AllClaims {}

type IdFields = IdTokenFields<
    AllClaims,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;

pub(super) type ReadyClient = Client<
    AllClaims,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    StandardTokenResponse<IdFields, CoreTokenType>,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// A provider whose addresses and keys are known at this moment.
#[derive(Clone)]
pub struct Ready {
    pub(super) client: Arc<ReadyClient>,
    pub(super) scopes: Vec<String>,
    until: DateTime<Utc>,
}

/// What a provider has proven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proven {
    /// Who it is.
    pub identified: Identified,
    /// How sure, by the provider's `acr`.
    pub assurance: Assurance,
    /// Which provider says so.
    pub issuer: String,
}

/// One provider. Cheap to clone; the cache is shared.
#[derive(Clone)]
pub struct OidcProvider {
    settings: Arc<OidcSettings>,
    http: Http,
    clock: Arc<dyn Clock>,
    cached: Arc<Mutex<Option<Ready>>>,
}

impl OidcProvider {
    /// A provider that is asked through `http` (which must not follow redirects). Nothing is asked yet.
    #[must_use]
    pub fn new(settings: OidcSettings, http: outbound::Client, clock: Arc<dyn Clock>) -> Self {
        Self { settings: Arc::new(settings), http: Http(http), clock, cached: Arc::default() }
    }

    /// Its addresses and keys, from the cache or asked now. Call it outside any transaction.
    ///
    /// # Errors
    /// Unavailable `sign-in-unavailable` when the provider does not answer; internal `oidc-settings`.
    pub async fn discover(&self) -> Result<Ready> {
        let now = self.clock.now();
        let cached = self.cached.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(ready) = cached.filter(|ready| now < ready.until) {
            return Ok(ready);
        }
        let ready = self.ask(now + TimeDelta::minutes(CACHE_MINUTES)).await?;
        *self.cached.lock().unwrap_or_else(PoisonError::into_inner) = Some(ready.clone());
        Ok(ready)
    }

    /// Exchanges the code that the browser brought back for proven claims. Call it outside any transaction.
    ///
    /// # Errors
    /// Unauthenticated `sign-in-refused` when the provider or our check of its token says no; unavailable
    /// `sign-in-unavailable`; invalid `sign-in-no-code` or `sign-in-no-name` when the claims do not tell who it is.
    pub async fn exchange(&self, pending: &PendingSignIn, code: &str) -> Result<Proven> {
        let ready = self.discover().await?;
        let request = ready.client.exchange_code(AuthorizationCode::new(code.to_owned()));
        let request = request.map_err(|error| wrong("token_endpoint", error))?;
        let verifier = PkceCodeVerifier::new(pending.pkce_verifier.clone());
        let answer =
            request.set_pkce_verifier(verifier).request_async(&self.http).await.map_err(|error| match error {
                RequestTokenError::Request(silence) => unavailable(silence),
                no => refused(no),
            })?;
        let (claims, acr) = self.verified(&ready, &answer, &pending.nonce)?;
        let claims = self.with_user_info(&ready, &answer, claims).await?;
        let assurance = self.settings.assurance_of(acr.as_deref());
        let issuer = self.settings.issuer.clone();
        Ok(Proven { identified: identified(&claims, &self.settings)?, assurance, issuer })
    }

    async fn ask(&self, until: DateTime<Utc>) -> Result<Ready> {
        let settings = &self.settings;
        let issuer = IssuerUrl::new(settings.issuer.clone()).map_err(|error| wrong("issuer", error))?;
        let redirect = RedirectUrl::new(settings.redirect_url.clone()).map_err(|error| wrong("redirect_url", error))?;
        let metadata = CoreProviderMetadata::discover_async(issuer, &self.http).await.map_err(unavailable)?;
        let (id, secret) = (ClientId::new(settings.client_id.clone()), settings.client_secret.clone());
        let client = ReadyClient::from_provider_metadata(metadata, id, secret.map(ClientSecret::new));
        let client = Arc::new(client.set_redirect_uri(redirect));
        Ok(Ready { client, scopes: settings.scopes.clone(), until })
    }

    /// Claims of the ID token after its signature, issuer, audience, times and nonce were checked; and its `acr`.
    fn verified(
        &self,
        ready: &Ready,
        answer: &StandardTokenResponse<IdFields, CoreTokenType>,
        nonce: &str,
    ) -> Result<(Map<String, Value>, Option<String>)> {
        let token = answer.id_token().ok_or_else(|| Error::unauthenticated("sign-in-refused"))?;
        let clock = Arc::clone(&self.clock);
        let verifier = ready.client.id_token_verifier().set_time_fn(move || clock.now());
        let claims = token.claims(&verifier, &Nonce::new(nonce.to_owned())).map_err(|error| {
            // The provider may have changed its keys: ask again next time.
            *self.cached.lock().unwrap_or_else(PoisonError::into_inner) = None;
            refused(error)
        })?;
        let acr = claims.auth_context_ref().map(|acr| acr.to_string());
        Ok((as_map(claims)?, acr))
    }

    /// The same claims with those that the provider tells only at its user-info address.
    async fn with_user_info(
        &self,
        ready: &Ready,
        answer: &StandardTokenResponse<IdFields, CoreTokenType>,
        mut claims: Map<String, Value>,
    ) -> Result<Map<String, Value>> {
        if claims.contains_key(&self.settings.claims.personal_code) {
            return Ok(claims);
        }
        let subject = claims.get("sub").and_then(Value::as_str).map(str::to_owned);
        let subject = subject.map(openidconnect::SubjectIdentifier::new);
        let Ok(request) = ready.client.user_info(answer.access_token().clone(), subject) else { return Ok(claims) };
        let info: UserInfoClaims<AllClaims, CoreGenderClaim> =
            request.request_async(&self.http).await.map_err(|error| match error {
                UserInfoError::Request(silence) => unavailable(silence),
                no => refused(no),
            })?;
        claims.extend(as_map(&info)?);
        Ok(claims)
    }
}

fn refused(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::unauthenticated("sign-in-refused").source(error)
}

fn unavailable(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::unavailable("sign-in-unavailable").source(error)
}

fn as_map(claims: &impl Serialize) -> Result<Map<String, Value>> {
    match serde_json::to_value(claims)? {
        Value::Object(map) => Ok(map),
        _ => Err(Error::unauthenticated("sign-in-refused")),
    }
}

impl std::fmt::Debug for OidcProvider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OidcProvider({})", self.settings.issuer)
    }
}

impl std::fmt::Debug for Ready {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Ready(until {})", self.until)
    }
}
