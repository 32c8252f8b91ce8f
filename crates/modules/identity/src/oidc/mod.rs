//! Sign-in by OpenID Connect: authorisation code with PKCE, state and nonce, against any provider.
//!
//! Three steps, because no transaction stays open while another server is asked: begin (write), exchange (network),
//! finish (write).

mod begin;
mod claims;
mod finish;
mod http;
mod provider;
mod settings;

pub use begin::{Redirect, begin_sign_in};
pub use finish::{PendingSignIn, SignedIn, finish_sign_in, take_pending};
pub use provider::{OidcProvider, Proven, Ready};
pub use settings::{ClaimNames, OidcSettings};

#[cfg(test)]
pub(crate) use {claims::identified, settings::local_path};
