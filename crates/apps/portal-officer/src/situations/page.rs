//! Context of the page on which a life situation is written.

use super::create::{OF_STATE, institution_choices};
use super::form::TextFields;
use crate::differences::{Difference, field_place};
use crate::parts::{Choice, institution_name};
use crate::picks::{Meant, Pick};
use catalogue::{SituationCheck, SituationDraft, SituationState, SituationText, SituationVersion};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Party, PersonId, Result, riga_date};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Read;
use web_kit::{FormErrors, Visit};

/// A line of the history.
#[derive(Debug, Clone, Serialize)]
pub struct Version {
    pub(super) version: i32,
    pub(super) from: Option<DateTime<Utc>>,
    pub(super) to: Option<DateTime<Utc>>,
    pub(super) note: String,
    /// The public page as it was then.
    pub(super) href: Option<String>,
}

/// What keeps the text from being published.
#[derive(Debug, Clone, Serialize)]
pub struct GapLine {
    /// The field of the form.
    pub(super) field: String,
    /// Where it stands, in words.
    pub(super) place: String,
    /// What is wrong there.
    pub(super) what: String,
}

/// A recorded check.
#[derive(Debug, Clone, Serialize)]
pub struct Check {
    pub(super) at: DateTime<Utc>,
    pub(super) who: String,
    pub(super) note: String,
}

/// Context of `work/situations/edit.html`.
#[derive(Debug, Clone, Serialize)]
pub struct EditPage {
    pub(super) here: String,
    pub(super) title: String,
    pub(super) responsible: String,
    /// Who coordinates its branch.
    pub(super) coordinator: String,
    /// Whether the caller publishes and withdraws it.
    pub(super) publishes: bool,
    /// Whether the caller confirms that it is right.
    pub(super) confirms: bool,
    /// To whom it may be handed; for those who may.
    pub(super) hand: Option<Pick>,
    pub(super) state: &'static str,
    pub(super) revision: i64,
    pub(super) public: Option<String>,
    pub(super) preview: String,
    pub(super) unpublished: bool,
    pub(super) gaps: Vec<GapLine>,
    pub(super) check_due: Option<NaiveDate>,
    pub(super) check_late: bool,
    pub(super) checks: Vec<Check>,
    pub(super) versions: Vec<Version>,
    pub(super) institutions: Vec<Choice>,
    pub(super) fields: TextFields,
    /// What changed, as typed for the publication.
    pub(super) note: String,
    /// What was checked, as typed for the confirmation.
    pub(super) check_note: String,
    /// Where the typed text differs from what somebody else kept meanwhile.
    pub(super) conflict: Vec<Difference>,
    pub(super) errors: FormErrors,
}

impl EditPage {
    /// Reads a life situation; `text` is what the form shows.
    pub async fn read(visit: &Visit, tx: &Read, draft: &SituationDraft, text: &SituationText) -> Result<Self> {
        let situation = &draft.situation;
        let published = situation.state == SituationState::Published;
        let checks = catalogue::situation_checks(tx, &situation.slug).await?;
        let versions = catalogue::situation_versions(tx, &situation.slug).await?;
        let public = visit.url(&format!("/life/{}", situation.slug));
        let due = draft.check_due.filter(|_| published);
        let coordinator = match draft.coordinator {
            Some(id) => institution_name(tx, visit.locale(), id).await?,
            None => visit.text("work-coordinator-platform"),
        };
        Ok(Self {
            here: visit.url(&format!("/work/situations/{}", situation.slug)),
            title: text.title.get(visit.locale()).to_owned(),
            responsible: institution_name(tx, visit.locale(), situation.responsible).await?,
            coordinator,
            publishes: draft.acts.publish,
            confirms: draft.acts.confirm,
            hand: hand(visit, tx, draft, "").await?,
            state: situation.state.as_str(),
            revision: draft.revision,
            preview: format!("{public}?draft=1"),
            unpublished: draft.unpublished,
            gaps: gaps(visit, draft),
            check_due: due,
            check_late: due.is_some_and(|due| due < riga_date(visit.now())),
            checks: named(tx, checks).await?,
            versions: versions.into_iter().map(|line| version(&public, line)).collect(),
            institutions: institution_choices(tx, visit.locale()).await?,
            fields: TextFields::from(text),
            note: String::new(),
            check_note: String::new(),
            conflict: Vec::new(),
            errors: FormErrors::none(),
            public: published.then_some(public),
        })
    }
}

/// To whom a situation may be handed, with what was typed.
pub(super) async fn hand(visit: &Visit, tx: &Read, draft: &SituationDraft, typed: &str) -> Result<Option<Pick>> {
    if !draft.acts.publish {
        return Ok(None);
    }
    Meant::read(visit, tx, OF_STATE, typed).await?.pick(tx, visit.locale()).await.map(Some)
}

/// What the kept text lacks, in words; each place once.
fn gaps(visit: &Visit, draft: &SituationDraft) -> Vec<GapLine> {
    let line = |gap: &catalogue::Gap| GapLine {
        field: gap.path.clone(),
        place: field_place(visit, &gap.path),
        what: visit.text(&format!("error-{}", gap.key)),
    };
    draft.gaps.iter().map(line).collect()
}

fn version(public: &str, line: SituationVersion) -> Version {
    Version {
        version: line.version,
        from: line.valid_from,
        to: line.valid_to,
        note: line.note,
        href: line.valid_to.map(|_| format!("{public}?version={}", line.version)),
    }
}

async fn named(tx: &Read, checks: Vec<SituationCheck>) -> Result<Vec<Check>> {
    let people: Vec<Party> = checks.iter().filter_map(|check| check.person).map(Party::Person).collect();
    let names: BTreeMap<Party, String> = identity::names_of(tx, &people).await?;
    let who = |person: Option<PersonId>| person.and_then(|id| names.get(&Party::Person(id)).cloned());
    let check =
        |check: SituationCheck| Check { at: check.at, who: who(check.person).unwrap_or_default(), note: check.note };
    Ok(checks.into_iter().map(check).collect())
}
