//! What waits for a day on the pages of a template, and taking it back.

use super::asked::template_code;
use crate::parts::{either, seen_revision};
use axum::extract::Path;
use catalogue::{TemplatePlan, TemplatePlanState};
use chrono::{DateTime, Utc};
use kernel::{Locale, Result};
use serde::Serialize;
use service_words::{Change, PieceView};
use storage::Read;
use web_kit::{Answer, Fields, Visit};

/// A text that waits for a day, as its page and the form name it.
#[derive(Debug, Clone, Serialize)]
pub struct Waits {
    /// From when it is, or was, to be in force.
    from: DateTime<Utc>,
    /// Whether its day came and it could not take effect.
    refused: bool,
    note: String,
    /// The form to write on in it.
    href: String,
}

impl Waits {
    fn of(visit: &Visit, code: &str, plan: &TemplatePlan) -> Self {
        Self {
            from: plan.from,
            refused: plan.state == TemplatePlanState::Refused,
            note: plan.note.clone(),
            href: visit.url(&format!("/work/templates/{code}/edit?plan={}", plan.number)),
        }
    }

    /// What waits of a template, if something does.
    pub async fn read(visit: &Visit, tx: &Read, code: &str) -> Result<Option<Self>> {
        let plans = catalogue::template_plans(tx, code).await?;
        Ok(plans.iter().find(|plan| plan.is_open()).map(|plan| Self::of(visit, code, plan)))
    }

    /// An invented one.
    pub fn sample(locale: Locale, refused: bool) -> Self {
        Self {
            from: DateTime::UNIX_EPOCH,
            refused,
            note: either(locale, "No gada sākuma <jauns likums>", "From the new year <a new law>"),
            href: format!("/{locale}/work/templates/V102/edit?plan=2"),
        }
    }
}

/// What waits and what was taken back, on the page of a template.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Plans {
    open: Option<Waits>,
    /// What it says differently from the text in force.
    changes: Vec<Change>,
    taken_back: Vec<Waits>,
}

impl Plans {
    /// Those of a template.
    pub async fn read(visit: &Visit, tx: &Read, code: &str) -> Result<Self> {
        let mut found = Self::default();
        for plan in catalogue::template_plans(tx, code).await? {
            let line = Waits::of(visit, code, &plan);
            if plan.is_open() {
                found.changes = service_words::changes(tx, visit, &plan.changes).await?;
                found.open = Some(line);
            } else {
                found.taken_back.push(line);
            }
        }
        Ok(found)
    }

    /// Invented ones: a text that waits, or could not take effect.
    pub fn sample(locale: Locale, refused: bool) -> Self {
        let piece = |kind: &'static str, text: &str| PieceView { kind, text: text.to_owned() };
        let change = Change {
            label: either(locale, "Nosaukums (latviešu)", "Name (Latvian)"),
            lang: Some("lv".to_owned()),
            pieces: vec![piece("kept", "Būvatļauja"), piece("added", " <paraugs>")],
        };
        let changes = if refused { Vec::new() } else { vec![change] };
        Self { open: Some(Waits::sample(locale, refused)), changes, taken_back: Vec::new() }
    }

    /// Invented ones that were taken back.
    pub fn sample_taken_back(locale: Locale) -> Self {
        let line = Waits::sample(locale, false);
        let bare = Waits { note: String::new(), ..line.clone() };
        Self { taken_back: vec![line, bare], ..Self::default() }
    }
}

/// Takes back the text that waits.
pub async fn withdraw_plan(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    let code = template_code(&code)?;
    let mut tx = visit.write().await?;
    catalogue::withdraw_template_plan(&mut tx, code, seen_revision(&sent)).await?;
    tx.commit().await?;
    visit.redirect(&format!("/work/templates/{code}?done=template-plan-withdrawn"))
}
