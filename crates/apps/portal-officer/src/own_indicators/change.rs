//! Changing what an own indicator measures or wants, closing it, opening it again.

use super::show::{OwnPage, first_values};
use super::typed::{TypedOwn, called};
use crate::parts::{form_errors, refusal, seen_revision};
use axum::extract::Path;
use indicators::{ChangeOwn, OwnCode, change_own_indicator, own_indicator};
use web_kit::{Answer, Fields, Visit};

/// Changes it and shows it.
pub async fn change(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    let code: OwnCode = code.parse()?;
    let visit = visit.shown_at(&format!("/work/indicators/own/{code}"));
    let typed = TypedOwn::of(&sent);
    let kept = async {
        let mut tx = visit.write().await?;
        own_indicator(&tx, &code).await?;
        let text = typed.text(Vec::new())?;
        let revision = seen_revision(&sent);
        change_own_indicator(&mut tx, ChangeOwn { code: code.clone(), revision, text, closed: typed.closed }).await?;
        tx.commit().await
    };
    let error = match kept.await {
        Ok(()) => return visit.redirect(&format!("/work/indicators/own/{code}?done=own-changed")),
        Err(error) => error,
    };
    let (status, error) = refusal(error)?;
    let errors = form_errors(&visit, error)?.named(|field| called(&visit, field));
    let tx = visit.read().await?;
    let page = OwnPage::read(&visit, &tx, &code, &first_values()).await?;
    visit.render_with(status, &OwnPage { typed, errors, ..page })
}
