//! Registers a consultation (CSS-04).

use super::place;
use crate::desk::{self, TypedConsultation};
use crate::parts::Asked;
use crate::picks::{Among, Meant, said};
use cases::RegisterConsultation;
use kernel::{Error, ErrorKind, FieldError, Result};
use web_kit::{Answer, Fields, Visit};

/// The key of what is told where no service fits.
const UNKNOWN: &str = "work-consultation-unknown";

/// Registers it and leads back to the same part of the queue.
pub async fn register(visit: Visit, axum::extract::Query(asked): Asked, sent: Fields) -> Answer {
    let asked = Fields(asked);
    let shown = format!("/work/desk?{}", place(&asked));
    let visit = visit.shown_at(shown.trim_end_matches(['?', '&']));
    let typed = typed(&sent);
    match keep(&visit, &typed).await {
        Ok(()) => visit.redirect(&format!("/work/desk?{}done=consultation-registered", place(&asked))),
        Err(error) => desk::again(&visit, &asked, typed, error).await,
    }
}

async fn keep(visit: &Visit, typed: &TypedConsultation) -> Result<()> {
    let tx = visit.read().await?;
    let meant = Meant::read(visit, &tx, Among::Services(desk::services_of(None)), &typed.service).await?;
    drop(tx);
    let input = input(typed, &meant)?;
    let mut tx = visit.write().await?;
    let kept = cases::register_consultation(&mut tx, input).await;
    kept.map_err(|error| if error.kind() == ErrorKind::NotFound { unknown_service() } else { error })?;
    tx.commit().await
}

fn typed(sent: &Fields) -> TypedConsultation {
    let text = |name: &str| sent.text(name).to_owned();
    TypedConsultation {
        channel: text("consulted"),
        service: said(sent, "consultation-service"),
        outcome: text("result"),
        note: text("note"),
        key: text("key"),
    }
}

/// Everything that is wrong is told at once, in the order of the panel.
fn input(typed: &TypedConsultation, meant: &Meant) -> Result<RegisterConsultation> {
    let mut wrong = Vec::new();
    let mut missing = |path: &str, key: &str| {
        wrong.push(FieldError::new(path, key));
    };
    let unknown = if typed.service.is_empty() { "work-consultation-service" } else { UNKNOWN };
    let channel = typed.channel.parse().map_err(|_| missing("channel", "work-consultation-channel"));
    let service = meant.only(unknown).map_err(|key| missing("service", key));
    let outcome = typed.outcome.parse().map_err(|_| missing("outcome", "work-consultation-outcome"));
    let (Ok(channel), Ok(service), Ok(outcome)) = (channel, service, outcome) else {
        wrong.extend(cases::consultation_faults(&typed.note));
        return Err(Error::invalid("form-has-errors").fields(wrong));
    };
    let idempotency_key = Some(typed.key.clone()).filter(|key| !key.is_empty() && key.len() <= 100);
    let (service, note) = (service.to_owned(), typed.note.clone());
    Ok(RegisterConsultation { service, channel, outcome, note, idempotency_key })
}

fn unknown_service() -> Error {
    Error::invalid("form-has-errors").field("service", UNKNOWN)
}
