//! Context of the page on which the record of an institution is changed, or a new one is added.

use super::typed::TypedInstitution;
use crate::differences::{Difference, differences};
use crate::parts::{Choice, LINES, Paging, choices, page_asked};
use chrono::{DateTime, Utc};
use institutions::{
    CalendarTransfers, Institution, InstitutionChange, InstitutionKind, PLANNING_REGIONS, institution_changes,
    institution_to_edit,
};
use kernel::{Party, PersonId, Result, Role};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Read;
use web_kit::{Fields, FormErrors, Visit, percent};

/// Context of `work/institutions/record.html`.
#[derive(Debug, Clone, Serialize)]
pub struct RecordPage {
    /// Where the form is sent.
    pub(super) action: String,
    /// The institution, where it is there already.
    pub(super) known: Option<Known>,
    /// Whether what the institution is stands in the form too.
    pub(super) whole: bool,
    pub(super) kinds: Vec<Choice>,
    pub(super) regions: Vec<Choice>,
    pub(super) transfers: Vec<Choice>,
    pub(super) typed: TypedInstitution,
    /// What differs from what somebody else kept meanwhile.
    pub(super) conflict: Vec<Difference>,
    pub(super) changes: Vec<Change>,
    pub(super) paging: Paging,
    pub(super) errors: FormErrors,
}

/// An institution that is there.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Known {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) kind: &'static str,
    pub(super) origin: &'static str,
    pub(super) revision: i64,
    /// Its page for the public.
    pub(super) public: String,
}

/// One field that was changed.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Change {
    pub(super) at: DateTime<Utc>,
    /// Who did it; none for the program.
    pub(super) by: Option<String>,
    /// Which field; none where the institution was added.
    pub(super) what: Option<String>,
    pub(super) before: String,
    pub(super) after: String,
}

/// Where the record of the institution with this code is changed: its own people have one page, the platform many.
pub(super) fn path_of(visit: &Visit, code: &str) -> String {
    if is_platform(visit) { format!("/work/institutions/{}", percent(code)) } else { "/work/contacts".to_owned() }
}

/// Whether the caller says what institutions are.
pub(super) fn is_platform(visit: &Visit) -> bool {
    visit.caller().role == Role::PlatformAdministrator
}

impl RecordPage {
    /// The empty form.
    pub(super) fn blank(visit: &Visit) -> Self {
        let region = |region: &&str| Choice::new(*region, *region);
        Self {
            action: visit.url("/work/institutions"),
            known: None,
            whole: true,
            kinds: choices(visit, "institution-kind", InstitutionKind::ALL.iter().map(|kind| kind.as_str())),
            regions: PLANNING_REGIONS.iter().map(region).collect(),
            transfers: choices(visit, "record-transfers", CalendarTransfers::ALL.iter().map(|one| one.as_str())),
            typed: TypedInstitution::default(),
            conflict: Vec::new(),
            changes: Vec::new(),
            paging: Paging::default(),
            errors: FormErrors::none(),
        }
    }

    /// The form of what is kept, with a page of the changes.
    pub(super) async fn read(visit: &Visit, tx: &Read, code: &str, asked: &Fields) -> Result<Self> {
        let (institution, record) = institution_to_edit(tx, code).await?;
        let request = page_asked(asked, LINES)?;
        let page = institution_changes(tx, institution.id, &request).await?;
        let path = format!("{}#changes", path_of(visit, code));
        Ok(Self {
            action: visit.url(&format!("/work/institutions/{}", percent(code))),
            whole: is_platform(visit),
            typed: TypedInstitution::known(&record),
            paging: Paging::at(visit, &path, &request, &page),
            changes: changes(visit, tx, &page.items).await?,
            known: Some(Known::of(visit, institution)),
            ..Self::blank(visit)
        })
    }
}

impl Known {
    fn of(visit: &Visit, institution: Institution) -> Self {
        Self {
            name: institution.name.get(visit.locale()).to_owned(),
            kind: institution.kind.as_str(),
            origin: institution.origin.as_str(),
            revision: institution.revision,
            public: visit.url(&format!("/institutions/{}", percent(&institution.code))),
            code: institution.code,
        }
    }
}

/// Every field of these changes, one a line.
async fn changes(visit: &Visit, tx: &Read, changes: &[InstitutionChange]) -> Result<Vec<Change>> {
    let people: Vec<Party> = changes.iter().filter_map(|change| change.by).map(Party::Person).collect();
    let names = identity::names_of(tx, &people).await?;
    Ok(changes.iter().flat_map(|change| lines(visit, change, &names)).collect())
}

fn lines(visit: &Visit, change: &InstitutionChange, names: &BTreeMap<Party, String>) -> Vec<Change> {
    let name = |by: PersonId| names.get(&Party::Person(by)).cloned().unwrap_or_default();
    let line = |what: Option<String>, before: String, after: String| Change {
        at: change.at,
        by: change.by.map(name),
        what,
        before,
        after,
    };
    let Some(before) = &change.before else { return vec![line(None, String::new(), String::new())] };
    let [before, after] = [before, &change.after].map(|record| TypedInstitution::known(record).labelled(visit));
    let differing = differences(visit, &before, &after).into_iter();
    differing.map(|one| line(Some(one.place), one.mine, one.theirs)).collect()
}
