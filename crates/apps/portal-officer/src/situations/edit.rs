//! `/work/situations/{slug}`: writing at a life situation. What is done with it next (publishing, confirming, withdrawing)
//! is sent with the text and keeps it in the same step, so that nothing typed is left behind; when somebody else was
//! quicker, both texts are shown.

use super::form::text_of;
use super::page::EditPage;
use crate::differences::differences;
use crate::parts::{form_errors, refusal, seen_revision};
use axum::extract::Path;
use catalogue::{
    ConfirmSituation, PublishSituation, SaveSituation, SituationText, WithdrawSituation, confirm_situation,
    publish_situation, save_situation, situation_draft, withdraw_situation,
};
use kernel::{ErrorKind, Result};
use web_kit::{Answer, Fields, FormErrors, Visit};

/// The form with the newest text.
pub async fn edit(visit: Visit, Path(slug): Path<String>) -> Answer {
    let tx = visit.read().await?;
    let draft = situation_draft(&tx, &slug).await?;
    let page = EditPage::read(&visit, &tx, &draft, &draft.situation.text).await?;
    visit.render(&page)
}

/// What is done with the text once it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    Nothing,
    Publish,
    Withdraw,
    Confirm,
}

impl Then {
    /// The word by which the page says that it is done.
    fn done(self) -> &'static str {
        match self {
            Self::Nothing => "situation-saved",
            Self::Publish => "situation-published",
            Self::Withdraw => "situation-withdrawn",
            Self::Confirm => "situation-checked",
        }
    }
}

/// Keeps what was typed.
pub async fn save(visit: Visit, Path(slug): Path<String>, sent: Fields) -> Answer {
    written(visit, &slug, &sent, Then::Nothing).await
}

/// `POST /work/situations/{slug}/publish`
pub async fn publish(visit: Visit, Path(slug): Path<String>, sent: Fields) -> Answer {
    written(visit, &slug, &sent, Then::Publish).await
}

/// `POST /work/situations/{slug}/withdraw`
pub async fn withdraw(visit: Visit, Path(slug): Path<String>, sent: Fields) -> Answer {
    written(visit, &slug, &sent, Then::Withdraw).await
}

/// `POST /work/situations/{slug}/check`
pub async fn check(visit: Visit, Path(slug): Path<String>, sent: Fields) -> Answer {
    written(visit, &slug, &sent, Then::Confirm).await
}

/// Both or nothing: what stands in the way is told above the form, in which everything typed stays.
async fn written(visit: Visit, slug: &str, sent: &Fields, then: Then) -> Answer {
    let path = format!("/work/situations/{slug}");
    let visit = visit.shown_at(&path);
    let known = situation_draft(&visit.read().await?, slug).await?.situation.text;
    // A page that was open before the form had these buttons sends no text with them.
    let text = if sent.get("title-lv").is_some() { text_of(sent, &known) } else { (*known).clone() };
    // What is kept already would be one more version of the same.
    let new = (then == Then::Nothing || text != *known).then(|| text.clone());
    let error = match keep(&visit, slug, sent, new, then).await {
        Ok(()) => return visit.redirect(&format!("{path}?done={}", then.done())),
        Err(error) => error,
    };
    let stale = error.kind() == ErrorKind::Stale;
    let (status, error) = refusal(error)?;
    let tx = visit.read().await?;
    let draft = situation_draft(&tx, slug).await?;
    let page = EditPage::read(&visit, &tx, &draft, &text).await?;
    // Beside what was typed stands what somebody else kept. Sending it again replaces the other text knowingly.
    let conflict = if stale { differences(&visit, &text, &*draft.situation.text) } else { Vec::new() };
    let mut errors = FormErrors::none();
    if conflict.is_empty() {
        errors = form_errors(&visit, error)?;
    } else {
        errors.add(None, visit.text("edit-conflict"));
    }
    let revision = if stale { draft.revision } else { seen_revision(sent) };
    let (note, check_note) = (sent.text("note").to_owned(), sent.text("check-note").to_owned());
    // What the kept text lacks says nothing about the one in the form.
    let gaps = Vec::new();
    visit.render_with(status, &EditPage { revision, note, check_note, gaps, conflict, errors, ..page })
}

async fn keep(visit: &Visit, slug: &str, sent: &Fields, new: Option<SituationText>, then: Then) -> Result<()> {
    let slug = slug.to_owned();
    let mut revision = seen_revision(sent);
    let mut tx = visit.write().await?;
    if let Some(text) = new {
        revision = save_situation(&mut tx, SaveSituation { slug: slug.clone(), revision, text }).await?;
    }
    match then {
        Then::Nothing => {}
        Then::Publish => {
            let note = sent.text("note").to_owned();
            publish_situation(&mut tx, PublishSituation { slug, revision, note }).await?;
        }
        Then::Withdraw => withdraw_situation(&mut tx, WithdrawSituation { slug, revision }).await?,
        Then::Confirm => {
            let note = sent.text("check-note").to_owned();
            confirm_situation(&mut tx, ConfirmSituation { slug, revision, note }).await?;
        }
    }
    tx.commit().await
}
