//! The first step of a sign-in: remember what was asked, send the browser to the provider.

use super::provider::Ready;
use super::settings::local_path;
use crate::secret::Secret;
use crate::store::logins;
use chrono::TimeDelta;
use kernel::Result;
use openidconnect::core::{CoreAuthPrompt, CoreAuthenticationFlow};
use openidconnect::{CsrfToken, Nonce, PkceCodeChallenge, PkceCodeVerifier, Scope};
use storage::Write;

/// A sign-in that was begun must be finished within so many minutes.
const MINUTES: i64 = 10;

/// Where to send the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The provider's address with all parameters.
    pub url: String,
    /// Keep it in a short-lived cookie of this browser and hand it to [`super::take_pending`]: a sign-in that somebody
    /// else began cannot be finished here.
    pub state: Secret,
}

/// Begins a sign-in that will return to `return_to`, a path of this site. (AUT-01)
///
/// `anew` has the provider ask who it is, though it may know somebody from before: it would answer for whoever signed out
/// here, and could tell no more of whom it did not know well enough.
///
/// # Errors
/// Invalid `return-path` for any other address.
pub async fn begin_sign_in(tx: &mut Write, provider: &Ready, return_to: &str, anew: bool) -> Result<Redirect> {
    let return_to = local_path(return_to)?;
    let (state, nonce, verifier) = (Secret::new(tx.ids()), Secret::new(tx.ids()), Secret::new(tx.ids()));
    let pending = logins::PendingRow {
        state_hash: state.hash(),
        nonce: nonce.reveal().to_owned(),
        pkce_verifier: verifier.reveal().to_owned(),
        return_to,
        expires_at: tx.now() + TimeDelta::minutes(MINUTES),
    };
    logins::insert(tx, pending).await?;
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(verifier.reveal().to_owned()));
    let (known_state, known_nonce) = (state.reveal().to_owned(), nonce.reveal().to_owned());
    let request = provider
        .client
        .authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            move || CsrfToken::new(known_state),
            move || Nonce::new(known_nonce),
        )
        .add_scopes(provider.scopes.iter().cloned().map(Scope::new))
        .set_pkce_challenge(challenge);
    let request = if anew { request.add_prompt(CoreAuthPrompt::Login) } else { request };
    let (url, _, _) = request.url();
    Ok(Redirect { url: url.to_string(), state })
}
