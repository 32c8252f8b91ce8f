//! What operators and orchestrators ask: is it alive, is it ready, what are its numbers.
use std::time::Duration;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use kernel::Caller;
use serde_json::json;
use storage::Database;
use telemetry::{Health, Metrics};
use web_kit::{Access, AppState, Routes};

const PATIENCE: Duration = Duration::from_secs(2);

/// What the three routes need.
#[derive(Clone)]
pub struct Ops {
    metrics: Metrics,
    health: Health,
}

impl Ops {
    /// Ready once the database answers.
    pub fn new(metrics: Metrics) -> Self {
        Self { metrics, health: Health::new(&["database"]) }
    }
}

/// `/healthz`, `/readyz` and, in a demonstration, `/metrics`: the numbers tell how much is asked and what fails, which
/// is nobody's business where real people are served. There they have a listener of their own, [`numbers`].
pub fn routes() -> Routes {
    Routes::plain().get("/healthz", Access::Public, || async { "ok\n" }).get("/readyz", Access::Public, ready).get(
        "/metrics",
        Access::DemoOnly,
        metrics,
    )
}

/// `/metrics` and nothing else, for `server.metrics_listen`. A listener of its own and no rule by the peer's address:
/// behind a proxy everybody comes from the machine itself.
pub fn numbers(metrics: Metrics) -> Router {
    Router::new().route("/metrics", get(move || async move { exposition(&metrics) }))
}

/// 200 when the database answers within two seconds, else 503 with the part that fails.
async fn ready(State(state): State<AppState>) -> Result<Response, web_kit::Failure> {
    let ops = state.part::<Ops>()?;
    ops.health.set("database", answers(state.database()).await);
    let ready = ops.health.is_ready();
    let parts: serde_json::Map<_, _> =
        ops.health.parts().into_iter().map(|(part, state)| (part.to_owned(), json!(state))).collect();
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    Ok((status, Json(json!({ "ready": ready, "parts": parts }))).into_response())
}

async fn answers(db: &Database) -> Result<(), String> {
    let asked = async {
        let tx = db.read(&Caller::engine()).await?;
        storage::head_of_log(&tx).await
    };
    match tokio::time::timeout(PATIENCE, asked).await {
        Ok(Ok(_)) => Ok(()),
        // The words of a driver may name hosts and users: they go to the log, not to whoever asks.
        Ok(Err(error)) => {
            tracing::warn!(%error, "not ready");
            Err("does not answer".to_owned())
        }
        Err(_) => Err("does not answer in time".to_owned()),
    }
}

async fn metrics(State(state): State<AppState>) -> Result<Response, web_kit::Failure> {
    Ok(exposition(&state.part::<Ops>()?.metrics))
}

fn exposition(metrics: &Metrics) -> Response {
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], metrics.render()).into_response()
}
