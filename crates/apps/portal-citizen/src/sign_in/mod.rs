//! Signing in and out.

mod oidc;
mod out;
mod show;

pub(crate) use oidc::{begin, callback};
pub(crate) use out::sign_out;
pub(crate) use show::{SignInPage, show};
