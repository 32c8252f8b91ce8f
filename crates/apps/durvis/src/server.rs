//! A whole server in this process: started, waited for, stopped. The binary and the tests use the same one.
use std::future::Future;
use std::net::SocketAddr;
use std::time::Duration;

use axum::serve::ListenerExt as _;
use catalogue::LinkChecker;
use config::Config;
use outbound::{PublicClient, PublicSettings};
use storage::Database;
use telemetry::Metrics;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

use crate::app::{self, Mode};
use crate::demo;
use crate::failure::Failure;
use crate::patience::{Patience, Patient, Waited};
use crate::{open, ops, subscriptions, translate};

/// A server that answers.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    /// Where it gives its numbers, when not there.
    pub metrics: Option<SocketAddr>,
    stop: watch::Sender<bool>,
    serving: JoinHandle<std::io::Result<()>>,
    jobs: JoinSet<()>,
    db: Database,
    patience: Duration,
}

/// Opens the database, brings up everything the mode needs, and listens.
///
/// # Errors
/// Says what cannot be used: the address, the database, a part of the configuration.
pub async fn start(config: &Config, mode: Mode) -> Result<Running, Failure> {
    let listener = bind(&config.server.listen).await?;
    let address = listener.local_addr()?;
    let numbers = match &config.server.metrics_listen {
        Some(listen) => Some(bind(listen).await?),
        None => None,
    };
    let metrics = numbers.as_ref().map(TcpListener::local_addr).transpose()?;
    let base_url = config.server.base_url.clone().unwrap_or_else(|| format!("http://{address}"));
    let (stop, stopping) = watch::channel(false);
    let (db, personas, register) = match &mode {
        Mode::Serve => (open::current_database(config).await?, None, None),
        Mode::Demo { with } => {
            let personas = demo::personas()?;
            let db = demo::database(config, &personas, with.as_deref()).await?;
            (db, Some(personas), Some(demo::register::serve(stopping.clone()).await?))
        }
    };
    let parts = app::Parts::new(config, &base_url, &db, register).await?;
    let router = app::router(db.clone(), config, base_url, personas, &parts)?;
    let mut jobs = JoinSet::new();
    if let Some(listener) = numbers {
        jobs.spawn(give_numbers(listener, parts.metrics.clone(), stopping.clone()));
    }
    jobs.spawn(subscriptions::keep_search_fresh(db.clone(), parts.search, parts.guides, stopping.clone()));
    if config.jobs.enabled {
        subscriptions::set_daily(&db).await?;
        if let Some(translator) = parts.translator {
            let languages = config.translation.languages.clone();
            jobs.spawn(translate::keep_translating(db.clone(), translator, languages, stopping.clone()));
        }
        jobs.spawn(subscriptions::runner().run(db.clone(), stopping.clone()));
        if config.links.check.unwrap_or(mode == Mode::Serve) {
            let client = PublicClient::new(PublicSettings::default())?;
            jobs.spawn(subscriptions::keep_links_checked(db.clone(), LinkChecker::new(client), stopping.clone()));
        }
    }
    let listener = Patient::new(listener, Patience::beyond(config.server.request)).tap_io(Waited::hurry);
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let serving = tokio::spawn(axum::serve(listener, service).with_graceful_shutdown(told(stopping)).into_future());
    Ok(Running { address, metrics, stop, serving, jobs, db, patience: config.server.shutdown })
}

async fn bind(listen: &str) -> Result<TcpListener, Failure> {
    let refused = |e: std::io::Error| Failure { code: 3, text: format!("cannot listen on {listen}: {e}") };
    TcpListener::bind(listen).await.map_err(refused)
}

/// Gives the numbers until the platform stops.
async fn give_numbers(listener: TcpListener, metrics: Metrics, stopping: watch::Receiver<bool>) {
    let served = axum::serve(listener, ops::numbers(metrics)).with_graceful_shutdown(told(stopping)).await;
    if let Err(error) = served {
        tracing::error!(%error, "the numbers are not given any more");
    }
}

/// Ends when the sender says so or is gone.
pub async fn told(mut stop: watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

impl Running {
    /// Serves until `end` ends, then stops.
    ///
    /// # Errors
    /// When serving itself fails.
    pub async fn until(mut self, end: impl Future<Output = ()>) -> Result<(), Failure> {
        tokio::select! {
            () = end => self.stop().await,
            served = &mut self.serving => Err(Failure::work(format!("the server ended by itself: {served:?}"))),
        }
    }

    /// Takes no new requests, lets open ones finish, ends readers and timers, closes the database.
    ///
    /// # Errors
    /// When the database refuses to be closed.
    pub async fn stop(mut self) -> Result<(), Failure> {
        let _ = self.stop.send(true);
        if tokio::time::timeout(self.patience, &mut self.serving).await.is_err() {
            tracing::warn!(seconds = self.patience.as_secs(), "open requests did not finish in time");
            self.serving.abort();
        }
        let ended = async { while self.jobs.join_next().await.is_some() {} };
        if tokio::time::timeout(self.patience, ended).await.is_err() {
            tracing::warn!("readers of the log did not finish in time: they go on at the next start");
        }
        self.jobs.abort_all();
        Ok(self.db.close().await?)
    }

    /// The database, for tests that look behind the doors.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.db
    }
}
