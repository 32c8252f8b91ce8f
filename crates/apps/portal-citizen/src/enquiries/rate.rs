//! Whether an answer helped.

use axum::extract::Path;
use enquiries::{RateEnquiry, Which, rate_enquiry};
use kernel::{Error, Result};
use serde::Deserialize;
use web_kit::{Answer, Form, Visit};

/// What the buttons send.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Sent {
    helpful: String,
    reference: String,
}

/// `POST /contact/answer/rate`
pub(crate) async fn rate(visit: Visit, Form(sent): Form<Sent>) -> Answer {
    let back = format!("/contact/answer?reference={}&done=voted", sent.reference);
    keep(&visit, Which::Reference(sent.reference), &sent.helpful).await?;
    visit.redirect(&back)
}

/// `POST /contact/mine/{id}/rate`
pub(crate) async fn rate_own(visit: Visit, Path(id): Path<String>, Form(sent): Form<Sent>) -> Answer {
    let known = id.parse().map_err(|_| Error::not_found("enquiry"))?;
    keep(&visit, Which::Own(known), &sent.helpful).await?;
    visit.redirect(&format!("/contact/mine/{id}?done=voted"))
}

async fn keep(visit: &Visit, which: Which, helpful: &str) -> Result<()> {
    let mut tx = visit.write().await?;
    rate_enquiry(&mut tx, RateEnquiry { which, helpful: helpful == "yes" }).await?;
    tx.commit().await
}
