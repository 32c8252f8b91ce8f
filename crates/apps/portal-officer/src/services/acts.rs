//! What is done with a working copy as a whole: to a colleague, back again, published, given up.

use super::overview::refuse;
use crate::parts::{Asked, either};
use axum::extract::{Path, Query};
use catalogue::{DraftSeen, ServiceState, WithdrawVersion};
use kernel::{Error, ErrorKind, Locale, Result};
use serde::Serialize;
use web_kit::{Answer, Fields, Template, Visit};

/// An act of one button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Submit,
    TakeBack,
    Return,
    Publish,
    Keep,
}

/// Gives the working copy to a colleague to read.
pub async fn submit(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    act(visit, code, sent, Act::Submit, "draft-submitted").await
}

/// Takes it back from review.
pub async fn take_back(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    act(visit, code, sent, Act::TakeBack, "draft-taken-back").await
}

/// Sends it back to its author.
pub async fn give_back(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    act(visit, code, sent, Act::Return, "draft-returned").await
}

/// Publishes it, at once or on its day.
pub async fn publish(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    act(visit, code, sent, Act::Publish, "").await
}

/// Makes a text that was sent the working copy, once the page of the differences has shown what it says.
pub async fn take_over(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    let version = sent.text("version").parse::<i32>().map_err(|_| Error::invalid("bad-form"))?;
    let mut tx = visit.write().await?;
    match catalogue::take_sent(&mut tx, &code, version).await {
        Ok(taken) => {
            tx.commit().await?;
            let done = if taken { "?done=sent-taken" } else { "" };
            visit.redirect(&format!("/work/services/{code}{done}"))
        }
        Err(error) if error.kind() == ErrorKind::Stale => {
            drop(tx);
            refuse(visit, code, error, String::new()).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Lets its words stand over those of a later publication.
pub async fn keep(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    act(visit, code, sent, Act::Keep, "draft-kept").await
}

/// The page says what was done: by the text of `done`, or of a publication with its number and day.
async fn act(visit: Visit, code: String, sent: Fields, act: Act, done: &'static str) -> Answer {
    let seen = seen(&code, &sent)?;
    let comment = sent.text("comment").to_owned();
    match carry_out(&visit, seen, act, comment.clone()).await {
        Ok(Some(version)) => visit.redirect(&format!("/work/services/{code}?published={version}")),
        Ok(None) => visit.redirect(&format!("/work/services/{code}?done={done}")),
        // Somebody was quicker, or something is missing: the page says so with what is true now.
        Err(error) if correctable(&error) => refuse(visit, code, error, comment).await,
        Err(error) => Err(error.into()),
    }
}

fn correctable(error: &Error) -> bool {
    let refused = error.kind() == ErrorKind::Forbidden && error.key().starts_with("draft-");
    refused || matches!(error.kind(), ErrorKind::Invalid | ErrorKind::Conflict | ErrorKind::Stale)
}

/// Does it; the number of the version, if one was published.
async fn carry_out(visit: &Visit, seen: DraftSeen, act: Act, comment: String) -> Result<Option<i32>> {
    let mut tx = visit.write().await?;
    let mut published = None;
    match act {
        Act::Submit => catalogue::submit_for_review(&mut tx, &seen).await?,
        Act::TakeBack => catalogue::take_back(&mut tx, &seen).await?,
        Act::Return => catalogue::return_draft(&mut tx, &seen, &comment).await?,
        Act::Publish => published = Some(catalogue::publish_draft(&mut tx, &seen).await?),
        Act::Keep => catalogue::keep_own_words(&mut tx, &seen).await?,
    }
    tx.commit().await?;
    Ok(published)
}

fn seen(code: &str, sent: &Fields) -> Result<DraftSeen> {
    let revision = sent.text("revision").parse().map_err(|_| Error::invalid("bad-form"))?;
    Ok(DraftSeen { code: code.to_owned(), revision })
}

/// Takes a scheduled version back; with `?keep=yes` its text becomes the working copy.
pub async fn withdraw(
    visit: Visit,
    Path((code, version)): Path<(String, String)>,
    Query(asked): Asked,
    _: Fields,
) -> Answer {
    let version = version.parse().map_err(|_| Error::not_found("service-version"))?;
    let input = WithdrawVersion { code: code.clone(), version };
    let keep = Fields(asked).text("keep") == "yes";
    let mut tx = visit.write().await?;
    if keep {
        catalogue::rewrite_version(&mut tx, input).await?;
    } else {
        catalogue::withdraw_version(&mut tx, input).await?;
    }
    tx.commit().await?;
    let done = if keep { "version-rewritten" } else { "version-withdrawn" };
    visit.redirect(&format!("/work/services/{code}?done={done}"))
}

/// Context of `work/services/discard.html`.
#[derive(Debug, Clone, Serialize)]
pub struct DiscardPage {
    code: String,
    name: String,
    here: String,
    revision: i64,
    changes: usize,
    /// Whether there is a published description, which stays.
    public: bool,
}

impl Template for DiscardPage {
    const NAME: &'static str = "work/services/discard.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let page = |public: bool| Self {
            code: "1007".to_owned(),
            name: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            here: format!("/{locale}/work/services/1007"),
            revision: 3,
            changes: 4,
            public,
        };
        vec![page(true), page(false)]
    }
}

/// Asks before a working copy is given up.
pub async fn ask_discard(visit: Visit, Path(code): Path<String>) -> Answer {
    let tx = visit.read().await?;
    let copy = catalogue::working_copy(&tx, &code).await?;
    let draft = copy.draft.ok_or_else(|| Error::not_found("service-draft"))?;
    visit.render(&DiscardPage {
        name: copy.description.name.get(visit.locale()).to_owned(),
        here: visit.url(&format!("/work/services/{code}")),
        revision: draft.revision,
        changes: copy.changes.len(),
        public: copy.service.state != ServiceState::Draft,
        code,
    })
}

/// Gives it up.
pub async fn discard(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    let seen = seen(&code, &sent)?;
    let mut tx = visit.write().await?;
    catalogue::discard_editing(&mut tx, &code, seen.revision).await?;
    tx.commit().await?;
    visit.redirect(&format!("/work/services/{code}?done=draft-given-up"))
}
