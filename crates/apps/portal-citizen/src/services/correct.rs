//! Reporting a mistake in the description of a service: as in a life situation (POR-03, POR-22).

use axum::extract::Path;
use web_kit::{Answer, Form, Visit};

use crate::life::{Sent, Wrong};

/// `GET /services/{code}/correction`
pub(crate) async fn ask_correction(visit: Visit, Path(code): Path<String>) -> Answer {
    Wrong::Service(code).ask(&visit).await
}

/// `POST /services/{code}/correction`
pub(crate) async fn correct(visit: Visit, Path(code): Path<String>, Form(sent): Form<Sent>) -> Answer {
    Wrong::Service(code).report(&visit, sent).await
}
