//! Handing a life situation to another institution.

use super::create::chosen;
use super::page::{EditPage, hand};
use crate::parts::{form_errors, refusal, seen_revision};
use crate::picks::said;
use axum::extract::Path;
use catalogue::{HandOverSituation, hand_over_situation, situation_draft};
use kernel::Result;
use web_kit::{Answer, Fields, Visit};

/// `POST /work/situations/{slug}/hand-over`; what stands in the way is told above the form, and what was typed for it
/// stays.
pub async fn hand_over(visit: Visit, Path(slug): Path<String>, sent: Fields) -> Answer {
    let path = format!("/work/situations/{slug}");
    let visit = visit.shown_at(&path);
    let typed = said(&sent, "responsible");
    let error = match hand_on(&visit, &slug, &sent, &typed).await {
        Ok(()) => return visit.redirect(&format!("{path}?done=situation-handed-over")),
        Err(error) => error,
    };
    let (status, error) = refusal(error)?;
    let errors = form_errors(&visit, error)?;
    let tx = visit.read().await?;
    let draft = situation_draft(&tx, &slug).await?;
    let page = EditPage::read(&visit, &tx, &draft, &draft.situation.text).await?;
    let hand = hand(&visit, &tx, &draft, &typed).await?;
    visit.render_with(status, &EditPage { errors, hand, ..page })
}

async fn hand_on(visit: &Visit, slug: &str, sent: &Fields, typed: &str) -> Result<()> {
    // What is chosen wrongly is told to those only who may see the situation.
    let tx = visit.read().await?;
    situation_draft(&tx, slug).await?;
    let responsible = chosen(visit, &tx, typed).await?;
    drop(tx);
    let mut tx = visit.write().await?;
    hand_over_situation(
        &mut tx,
        HandOverSituation { slug: slug.to_owned(), revision: seen_revision(sent), responsible },
    )
    .await?;
    tx.commit().await
}
