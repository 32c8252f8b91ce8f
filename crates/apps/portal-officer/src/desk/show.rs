//! `/work/desk`: the queue, the most urgent first.

use super::page::DeskPage;
use super::panel::TypedConsultation;
use crate::parts::{Asked, form_errors, refusal, sent_before};
use kernel::Error;
use web_kit::{Answer, Fields, FormErrors, Visit};

/// The part of the queue that the address asks for.
pub async fn show(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    visit.render(&DeskPage::read(&visit, &tx, &Fields(asked), None, FormErrors::none()).await?)
}

/// The same part again, with what was typed into the consultation panel and what is wrong with it.
pub async fn again(visit: &Visit, asked: &Fields, mut typed: TypedConsultation, error: Error) -> Answer {
    let (status, error) = refusal(sent_before(visit, &mut typed.key, error))?;
    let names = |path: &str| match path {
        "service" => "consultation-service".to_owned(),
        "channel" => "consulted".to_owned(),
        "outcome" => "result".to_owned(),
        other => other.to_owned(),
    };
    let errors = form_errors(visit, error)?.renamed(names);
    let tx = visit.read().await?;
    visit.render_with(status, &DeskPage::read(visit, &tx, asked, Some(typed), errors).await?)
}
