//! Puts the doors together: which routes, with which parts, for which mode.
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use config::Config;
use outbound::Client;
use registers::{HttpPersonRegister, PersonRegister, Unconfigured};
use storage::Database;
use telemetry::Metrics;
use web_kit::{AppState, RateLimit, Routes, Settings, Templates};

use crate::failure::Failure;
use crate::ops;

/// For real people, or for show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// For real people: no invented ones, sign-in by OpenID Connect.
    Serve,
    /// For show: personas, and a register of invented persons.
    Demo,
}

/// The name people read beside what the register of the demonstration answered.
const DEMO_REGISTER: &str = registers::demo::NAME;

/// What handlers and readers need besides the database.
pub struct Parts {
    register: Arc<dyn PersonRegister>,
    metrics: Metrics,
}

impl Parts {
    /// From the configuration; `demo_register` is the address of the invented one.
    ///
    /// # Errors
    /// When TLS or the search index cannot be set up.
    pub fn new(config: &Config, demo_register: Option<String>) -> Result<Self, Failure> {
        let client = Client::new(outbound::Settings::default())?;
        let named = config.registers.persons_url.clone().map(|url| (url, config.registers.persons_name.clone()));
        let chosen = named.or_else(|| demo_register.map(|url| (url, DEMO_REGISTER.to_owned())));
        let register: Arc<dyn PersonRegister> = match chosen {
            Some((url, name)) => Arc::new(HttpPersonRegister::new(client, &url, name)),
            None => Arc::new(Unconfigured),
        };
        Ok(Self { register, metrics: Metrics::install()? })
    }
}

/// Every route of every door. The test of routes and the server read the same list.
#[must_use]
pub fn routes() -> Routes {
    ops::routes()
}

/// The whole service.
///
/// # Errors
/// When a template, a text or the base address is wrong.
pub fn router(
    db: Database,
    config: &Config,
    address: SocketAddr,
    mode: Mode,
    parts: &Parts,
) -> Result<Router, Failure> {
    let templates = Templates::new(vec![web_kit::templates()])?;
    let state = AppState::new(db, templates, settings(config, address, mode))
        .with(ops::Ops::new(parts.metrics.clone()))
        .with(Arc::clone(&parts.register));
    Ok(web_kit::app(state, routes())?)
}

fn settings(config: &Config, address: SocketAddr, mode: Mode) -> Settings {
    let base_url = config.server.base_url.clone().unwrap_or_else(|| format!("http://{address}"));
    let limit = RateLimit { per_second: config.rate_limit.per_second, burst: config.rate_limit.burst };
    Settings {
        demo: mode == Mode::Demo,
        secure_cookies: base_url.starts_with("https://"),
        base_url,
        banner: config.server.banner.clone(),
        rate_limit: config.rate_limit.enabled.then_some(limit),
        behind_proxy: config.server.behind_proxy,
        timeout: config.server.request,
        upload_limit: usize::try_from(config.upload.max_bytes).unwrap_or(usize::MAX),
    }
}
