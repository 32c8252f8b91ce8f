//! "Was this page helpful?" under the page of a service.

use axum::extract::Path;
use serde::Deserialize;
use web_kit::{Answer, Form, Visit};

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Sent {
    #[serde(default)]
    helpful: String,
}

/// `POST /services/{code}/helpful`
pub(crate) async fn vote(visit: Visit, Path(code): Path<String>, Form(sent): Form<Sent>) -> Answer {
    let mut tx = visit.write().await?;
    catalogue::vote_on_service(&mut tx, &code, sent.helpful == "yes").await?;
    tx.commit().await?;
    visit.redirect(&format!("/services/{code}?done=voted"))
}
