//! Sign-in by OpenID Connect, against the real provider of `e2e/oidc`.

mod browser;
mod local;
mod provider;
mod server;
