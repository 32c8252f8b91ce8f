//! Signing in and out.

mod go_on;
mod oidc;
mod out;
mod show;

pub(crate) use go_on::go_on;
#[cfg(test)]
pub(crate) use oidc::again;
pub(crate) use oidc::{begin, callback};
pub(crate) use out::sign_out;
#[cfg(test)]
pub(crate) use show::begin_address;
pub(crate) use show::{SignInPage, show};
