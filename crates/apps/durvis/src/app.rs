//! Puts the doors together: which routes, with which parts, for which mode.
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use catalogue::SearchIndex;
use config::Config;
use exchange::{OpenData, OpenDataSettings};
use i18n::Catalog;
use identity::{ClaimNames, Demonstration, OidcProvider, OidcSettings};
use kernel::{Assurance, Caller, Clock};
use outbound::Client;
use portal_citizen::GuideIndex;
use registers::{HttpPersonRegister, PersonRegister, Unconfigured};
use search::Location;
use storage::Database;
use telemetry::Metrics;
use translation::{DemoTranslator, HttpTranslator, Translator};
use web_kit::{AppState, RateLimit, Routes, Settings, Templates};

use crate::failure::Failure;
use crate::{demo, ops};

/// For real people, or for show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mode {
    /// For real people: no invented ones, sign-in by OpenID Connect.
    Serve,
    /// For show: personas, and a register of invented persons.
    Demo {
        /// A folder of real data to load first.
        with: Option<PathBuf>,
    },
}

/// The folder of the search indexes below the data folder.
pub const SEARCH: &str = "search";

/// The name people read beside what the register of the demonstration answered.
const DEMO_REGISTER: &str = registers::demo::NAME;

/// What handlers and readers need besides the database.
pub struct Parts {
    register: Arc<dyn PersonRegister>,
    sign_in: Option<Arc<OidcProvider>>,
    /// The services of the catalogue, to be searched.
    pub search: Arc<SearchIndex>,
    /// Life situations and articles, to be searched.
    pub guides: Arc<GuideIndex>,
    /// The machine translation engine, if there is one.
    pub translator: Option<Arc<dyn Translator>>,
    /// What is counted.
    pub metrics: Metrics,
}

impl Parts {
    /// From the configuration; `demo_register` is the address of the invented one.
    ///
    /// # Errors
    /// When TLS or the search index cannot be set up.
    pub async fn new(
        config: &Config,
        base_url: &str,
        db: &Database,
        demo_register: Option<String>,
    ) -> Result<Self, Failure> {
        let client = Client::new(outbound::Settings::default())?;
        let clock = Arc::clone(db.clock());
        let sign_in = config.oidc.as_ref().map(|oidc| provider(oidc, base_url, client.clone(), clock));
        let demo = demo_register.is_some();
        let translator = translator(&config.translation, &client, demo);
        let register = register(&config.registers, client, demo_register);
        let search = SearchIndex::open(Location::Own(config.storage.data_dir.join(SEARCH)))?;
        // A small register is indexed before the doors open; a large one behind them, and lists are read from the tables
        // until then. An index that is there is brought up to date behind them too.
        let tx = db.read(&Caller::engine()).await?;
        if !search.is_built() && SearchIndex::is_quickly_built(&tx).await? {
            search.refresh(&tx).await?;
        }
        let guides = GuideIndex::new()?;
        guides.refresh(&tx).await?;
        drop(tx);
        let (search, guides) = (Arc::new(search), Arc::new(guides));
        Ok(Self { register, sign_in, search, guides, translator, metrics: Metrics::install()? })
    }
}

/// The configured person register; in a demonstration without one, the invented one at its address; else none.
pub fn register(settings: &config::Registers, client: Client, demo: Option<String>) -> Arc<dyn PersonRegister> {
    let named = settings.persons_url.clone().map(|url| (url, settings.persons_name.clone()));
    match named.or_else(|| demo.map(|url| (url, DEMO_REGISTER.to_owned()))) {
        Some((url, name)) => Arc::new(HttpPersonRegister::new(client, &url, name)),
        None => Arc::new(Unconfigured),
    }
}

/// The configured engine; in a demonstration without one, the one that replaces words.
pub fn translator(settings: &config::Translation, client: &Client, demo: bool) -> Option<Arc<dyn Translator>> {
    match &settings.url {
        Some(url) => {
            let key = settings.key.as_ref().map(|key| key.reveal().to_owned());
            Some(Arc::new(HttpTranslator::new(client.clone(), url, key, &settings.name)))
        }
        None if demo => Some(Arc::new(DemoTranslator::default())),
        None => None,
    }
}

/// Where the provider of sign-in leads people back to.
#[must_use]
pub fn callback(base_url: &str) -> String {
    format!("{base_url}/sign-in/callback")
}

/// The configured provider of sign-in. Nothing is asked yet.
pub fn provider(oidc: &config::Oidc, base_url: &str, client: Client, clock: Arc<dyn Clock>) -> Arc<OidcProvider> {
    let claims = oidc.claims.clone();
    let level = |values: &[String], level: Assurance| values.iter().map(|v| (v.clone(), level)).collect::<Vec<_>>();
    let levels =
        [level(&oidc.acr_substantial, Assurance::Substantial), level(&oidc.acr_high, Assurance::High)].concat();
    let settings = OidcSettings {
        client_secret: oidc.client_secret.as_ref().map(|secret| secret.reveal().to_owned()),
        scopes: oidc.scopes.clone(),
        claims: ClaimNames {
            personal_code: claims.personal_code,
            given_name: claims.given_name,
            family_name: claims.family_name,
            birth_date: claims.birth_date,
            email: claims.email,
        },
        assurance: levels.into_iter().collect(),
        otherwise: match oidc.acr_other.as_str() {
            "high" => Assurance::High,
            "substantial" => Assurance::Substantial,
            _ => Assurance::Low,
        },
        ..OidcSettings::new(&oidc.issuer, &oidc.client_id, callback(base_url))
    };
    Arc::new(OidcProvider::new(settings, client, clock))
}

/// Every route of every door. The test of routes and the server read the same list.
#[must_use]
pub fn routes() -> Routes {
    portal_citizen::routes()
        .merge(portal_officer::routes())
        .merge(api::routes())
        .merge(ops::routes())
        .merge(demo::doors::routes())
        .merge(web_kit::problem_pages())
}

/// The whole service.
///
/// # Errors
/// When a template, a text or the base address is wrong.
pub fn router(
    db: Database,
    config: &Config,
    base_url: String,
    personas: Option<Demonstration>,
    parts: &Parts,
) -> Result<Router, Failure> {
    let templates =
        Templates::new(vec![web_kit::templates(), portal_citizen::templates(), portal_officer::templates()])?;
    let open = open_data(config, &base_url)?;
    let mut state = AppState::new(db, templates, settings(config, base_url, personas.is_some()))
        .with(open)
        .with(ops::Ops::new(parts.metrics.clone()))
        .with(Arc::clone(&parts.register))
        .with(Arc::clone(&parts.search))
        .with(Arc::clone(&parts.guides));
    if let Some(provider) = &parts.sign_in {
        state = state.with(Arc::clone(provider));
    }
    if let Some(personas) = personas {
        state = state.with(personas);
    }
    Ok(web_kit::app(state, routes())?)
}

/// What the open data say of themselves, under the address people use.
///
/// # Errors
/// When a text is wrong.
pub fn open_data(config: &Config, base_url: &str) -> Result<OpenData, Failure> {
    let words = Catalog::load().map_err(|error| Failure::work(error.to_string()))?;
    let said = config.open_data.clone();
    let base_url = base_url.to_owned();
    let settings = OpenDataSettings { base_url, licence: said.licence, publisher: said.publisher, email: said.email };
    Ok(OpenData::new(settings, words))
}

fn settings(config: &Config, base_url: String, demo: bool) -> Settings {
    let limit = RateLimit { per_second: config.rate_limit.per_second, burst: config.rate_limit.burst };
    Settings {
        demo,
        secure_cookies: base_url.starts_with("https://"),
        base_url,
        plain_addresses: config.server.plain_addresses.clone(),
        banner: config.server.banner.clone(),
        sign_in_issuer: config.oidc.as_ref().map(|oidc| oidc.issuer.clone()),
        open_licence: config.open_data.licence.clone(),
        open_email: config.open_data.email.clone(),
        rate_limit: config.rate_limit.enabled.then_some(limit),
        behind_proxy: config.server.behind_proxy,
        timeout: config.server.request,
        upload_limit: usize::try_from(config.upload.max_bytes).unwrap_or(usize::MAX),
    }
}
