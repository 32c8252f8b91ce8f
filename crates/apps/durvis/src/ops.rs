//! What operators and orchestrators ask: is it alive, is it ready, what are its numbers.
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use kernel::Caller;
use serde_json::json;
use storage::{Blobs, Database};
use telemetry::{Health, Metrics};
use tokio::sync::Mutex;
use web_kit::{Access, AppState, Routes};

const PATIENCE: Duration = Duration::from_secs(2);

/// So long it is believed what came of keeping a file: whoever may ask whether we are ready may ask often.
const BELIEVED: Duration = Duration::from_secs(10);

/// How a part is, or what is wrong with it.
type Part = Result<(), String>;

/// What the three routes need.
#[derive(Clone)]
pub struct Ops {
    metrics: Metrics,
    health: Health,
    /// When a file was last kept for a trial, and what came of it.
    tried: Arc<Mutex<Option<(Instant, Part)>>>,
}

impl Ops {
    /// Ready once the database answers and files can be kept.
    pub fn new(metrics: Metrics) -> Self {
        Self { metrics, health: Health::new(&["database", "files"]), tried: Arc::default() }
    }

    /// Whether stored files are there and new ones are taken. The folder is looked at each time, a file is kept for a trial
    /// now and then, by one of those who ask at once.
    async fn files(&self, blobs: &Blobs) -> Part {
        within(blobs.is_there(), "the folder is missing").await?;
        let mut tried = self.tried.lock().await;
        if let Some((_, part)) = tried.as_ref().filter(|(at, _)| at.elapsed() < BELIEVED) {
            return part.clone();
        }
        let part = within(blobs.try_out(), "nothing can be kept").await;
        *tried = Some((Instant::now(), part.clone()));
        part
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

/// 200 when the database answers and takes changes and files can be kept, each within two seconds, else 503 with the part
/// that fails.
async fn ready(State(state): State<AppState>) -> Result<Response, web_kit::Failure> {
    let ops = state.part::<Ops>()?;
    let (database, files) = tokio::join!(answers(state.database()), ops.files(state.database().blobs()));
    ops.health.set("database", database);
    ops.health.set("files", files);
    let ready = ops.health.is_ready();
    let parts: serde_json::Map<_, _> =
        ops.health.parts().into_iter().map(|(part, state)| (part.to_owned(), json!(state))).collect();
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    Ok((status, Json(json!({ "ready": ready, "parts": parts }))).into_response())
}

async fn answers(db: &Database) -> Part {
    let asked = async {
        let tx = db.read(&Caller::engine()).await?;
        storage::head_of_log(&tx).await.map(drop)
    };
    within(asked, "does not answer").await?;
    within(db.takes_changes(), "takes no changes").await
}

/// What came of trying a part, in `words` where it fails.
async fn within(tried: impl Future<Output = kernel::Result<()>>, words: &str) -> Part {
    match tokio::time::timeout(PATIENCE, tried).await {
        Ok(Ok(())) => Ok(()),
        // The words of a driver may name hosts and users: they go to the log, not to whoever asks.
        Ok(Err(error)) => {
            tracing::warn!(%error, "not ready");
            Err(words.to_owned())
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
