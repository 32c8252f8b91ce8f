//! Signing in and out.

mod oidc;
mod out;
mod show;

#[cfg(test)]
pub(crate) use oidc::again;
pub(crate) use oidc::{begin, callback};
pub(crate) use out::sign_out;
pub(crate) use show::{SignInPage, show};
