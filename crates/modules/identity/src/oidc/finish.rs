//! The last steps of a sign-in: take what was remembered, recognise the person, begin a session.

use super::provider::Proven;
use crate::model::ProfileChoice;
use crate::recognise::recognise;
use crate::secret::{Secret, hash, same};
use crate::session::{SignIn, sign_in_by};
use crate::store::logins;
use kernel::{Error, PersonId, Result};
use std::fmt;
use storage::Write;

/// A sign-in that was begun, taken once.
#[derive(Clone, PartialEq, Eq)]
pub struct PendingSignIn {
    pub(crate) nonce: String,
    pub(crate) pkce_verifier: String,
    /// Path of this site to return to.
    pub return_to: String,
}

/// A session that began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// Who.
    pub person: PersonId,
    /// The session's token, for the browser alone.
    pub token: Secret,
    /// Path of this site to return to.
    pub return_to: String,
}

/// Takes the sign-in of `state` (which the provider sent back) if this browser began it (`cookie`). Only the first who
/// asks gets it; commit before the exchange.
///
/// # Errors
/// Invalid `sign-in-expired` for an unknown, used, expired or foreign one.
pub async fn take_pending(tx: &mut Write, state: &str, cookie: &str) -> Result<PendingSignIn> {
    let expired = || Error::invalid("sign-in-expired");
    if !same(state, cookie) {
        return Err(expired());
    }
    let row = logins::take(tx, &hash(state)).await?.filter(|row| tx.now() < row.expires_at).ok_or_else(expired)?;
    Ok(PendingSignIn { nonce: row.nonce, pkce_verifier: row.pkce_verifier, return_to: row.return_to })
}

/// Recognises the proven person and begins a session for themselves. (AUT-01)
///
/// # Errors
/// Forbidden unless the engine calls; conflict `person-codes-differ`.
pub async fn finish_sign_in(tx: &mut Write, pending: PendingSignIn, proven: &Proven) -> Result<SignedIn> {
    let person = recognise(tx, &proven.identified).await?;
    let input = SignIn { person, profile: ProfileChoice::Myself, assurance: proven.assurance };
    let token = sign_in_by(tx, input, &proven.issuer).await?;
    Ok(SignedIn { person, token, return_to: pending.return_to })
}

impl fmt::Debug for PendingSignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PendingSignIn(to {})", self.return_to)
    }
}
