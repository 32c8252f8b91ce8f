//! The person register of the demonstration: invented persons behind HTTP on a free loopback port, so that forms take
//! the same road as to a real register.
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use registers::demo::{Answer, DemoRegister};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::failure::Failure;
use crate::server::told;

/// Serves the register until told to stop; gives its address.
pub async fn serve(stop: watch::Receiver<bool>) -> Result<String, Failure> {
    let register = Arc::new(DemoRegister::load()?);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let router = Router::new()
        .route("/health", get(|| async { StatusCode::OK }))
        .route("/persons/{code}", get(person))
        .with_state(register);
    tokio::spawn(axum::serve(listener, router).with_graceful_shutdown(told(stop)).into_future());
    Ok(format!("http://{address}"))
}

async fn person(State(register): State<Arc<DemoRegister>>, Path(code): Path<String>) -> Response {
    match register.answer(&code) {
        Answer::Person(person) => Json(*person).into_response(),
        Answer::Unknown => StatusCode::NOT_FOUND.into_response(),
        Answer::Down => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}
