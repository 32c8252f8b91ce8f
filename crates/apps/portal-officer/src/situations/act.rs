//! Publishing, withdrawing, confirming a life situation, and handing it to another institution.

use super::create::chosen;
use super::page::{EditPage, hand};
use crate::parts::{form_errors, refusal, seen_revision};
use crate::picks::said;
use axum::extract::Path;
use catalogue::{
    ConfirmSituation, HandOverSituation, PublishSituation, WithdrawSituation, confirm_situation, hand_over_situation,
    publish_situation, situation_draft, withdraw_situation,
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
    after(visit, &slug, done, "situation-published", &sent).await
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
    after(visit, &slug, done, "situation-withdrawn", &sent).await
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
    after(visit, &slug, done, "situation-checked", &sent).await
}

/// `POST /work/situations/{slug}/hand-over`
pub async fn hand_over(visit: Visit, Path(slug): Path<String>, sent: Fields) -> Answer {
    let typed = said(&sent, "responsible");
    let done = async {
        // What is chosen wrongly is told to those only who may see the situation.
        let tx = visit.read().await?;
        situation_draft(&tx, &slug).await?;
        let responsible = chosen(&visit, &tx, &typed).await?;
        drop(tx);
        let mut tx = visit.write().await?;
        let input = HandOverSituation { slug: slug.clone(), revision: seen_revision(&sent), responsible };
        hand_over_situation(&mut tx, input).await?;
        tx.commit().await
    };
    let done = done.await;
    after(visit, &slug, done, "situation-handed-over", &sent).await
}

/// Back to the page; what stands in the way is told above its form, and what was typed beside it stays.
async fn after(visit: Visit, slug: &str, done: Result<()>, word: &str, sent: &Fields) -> Answer {
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
    let hand = hand(&visit, &tx, &draft, &said(sent, "responsible")).await?;
    let (note, check_note) = (sent.text("note").to_owned(), sent.text("check-note").to_owned());
    visit.render_with(status, &EditPage { errors, hand, note, check_note, ..page })
}
