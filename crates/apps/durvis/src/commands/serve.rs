//! `durvis serve` and `durvis demo`.
use std::io::Write as _;

use kernel::Caller;
use tokio::signal::unix::{SignalKind, signal};

use crate::app::Mode;
use crate::cli::{Demo, Place, Serve};
use crate::commands::said::said;
use crate::failure::Failure;
use crate::{demo, open, server};

/// The platform.
pub async fn serve(place: &Place, options: &Serve) -> Result<(), Failure> {
    let config = open::configuration(place, options.listen.as_deref())?;
    start_log(&config)?;
    let running = server::start(&config, Mode::Serve).await?;
    tracing::info!(address = %running.address, "serving");
    if config.oidc.is_none() {
        tracing::warn!("nobody can sign in: `oidc.issuer` names a provider");
    }
    if identity::holds_demonstration(&running.database().read(&Caller::engine()).await?).await? {
        tracing::warn!(
            "a demonstration filled these data, and roles given in it hold: real people need data of their own"
        );
    }
    running.until(told_to_end()?).await
}

/// The demonstration.
pub async fn demo(place: &Place, options: &Demo) -> Result<(), Failure> {
    let config = open::demonstration(place, options.listen.as_deref())?;
    start_log(&config)?;
    let running = server::start(&config, Mode::Demo { with: options.with.clone() }).await?;
    let base = config.server.base_url.clone().unwrap_or_else(|| format!("http://{}", running.address));
    let personas = demo::persona_lines(&demo::personas()?, &base);
    writeln!(said(), "\nDurvis demonstration: {base}\nSign in as an invented person:\n{personas}")?;
    running.until(told_to_end()?).await
}

fn start_log(config: &config::Config) -> Result<(), Failure> {
    let format = match config.log.format {
        config::LogFormat::Text => telemetry::LogFormat::Text,
        config::LogFormat::Json => telemetry::LogFormat::Json,
    };
    Ok(telemetry::start_log(&config.log.filter, format)?)
}

/// Ends with SIGTERM or Ctrl-C.
fn told_to_end() -> Result<impl Future<Output = ()>, Failure> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("told to end: finishing open requests");
    })
}
