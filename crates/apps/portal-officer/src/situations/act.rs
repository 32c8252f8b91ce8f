//! Publishing, withdrawing and confirming a life situation.

use super::page::EditPage;
use crate::parts::{form_errors, refusal, seen_revision};
use axum::extract::Path;
use catalogue::{
    ConfirmSituation, PublishSituation, WithdrawSituation, confirm_situation, publish_situation, situation_draft,
    withdraw_situation,
};
use kernel::{Error, Result};
use web_kit::{Answer, Fields, Visit};

/// `POST /work/situations/{slug}/publish`
pub async fn publish(visit: Visit, Path(slug): Path<String>, sent: Fields) -> Answer {
    let input =
        PublishSituation { slug: slug.clone(), revision: seen_revision(&sent), note: sent.text("note").to_owned() };
    let done = async {
        let mut tx = visit.write().await?;
        publish_situation(&mut tx, input).await?;
        tx.commit().await
    };
    let done = done.await;
    after(visit, &slug, done, "situation-published").await
}

/// `POST /work/situations/{slug}/withdraw`
pub async fn withdraw(visit: Visit, Path(slug): Path<String>, sent: Fields) -> Answer {
    let input = WithdrawSituation { slug: slug.clone(), revision: seen_revision(&sent) };
    let done = async {
        let mut tx = visit.write().await?;
        withdraw_situation(&mut tx, input).await?;
        tx.commit().await
    };
    let done = done.await;
    after(visit, &slug, done, "situation-withdrawn").await
}

/// `POST /work/situations/{slug}/check`
pub async fn check(visit: Visit, Path(slug): Path<String>, sent: Fields) -> Answer {
    let note = sent.text("check-note").to_owned();
    let input = ConfirmSituation { slug: slug.clone(), revision: seen_revision(&sent), note };
    let done = async {
        let mut tx = visit.write().await?;
        confirm_situation(&mut tx, input).await?;
        tx.commit().await
    };
    let done = done.await;
    after(visit, &slug, done, "situation-checked").await
}

/// Back to the page; what stands in the way is told above its form.
async fn after(visit: Visit, slug: &str, done: Result<()>, word: &str) -> Answer {
    let visit = visit.shown_at(&format!("/work/situations/{slug}"));
    let error: Error = match done {
        Ok(()) => return visit.redirect(&format!("/work/situations/{slug}?done={word}")),
        Err(error) => error,
    };
    let (status, error) = refusal(error)?;
    let errors = form_errors(&visit, error)?;
    let tx = visit.read().await?;
    let draft = situation_draft(&tx, slug).await?;
    let page = EditPage::read(&visit, &tx, &draft, &draft.situation.text).await?;
    visit.render_with(status, &EditPage { errors, ..page })
}
