//! `/work/corrections/{id}`: one reported mistake and what can be done with it.

use super::list::badge;
use crate::parts::{Badge, Choice, choices, either, institution_name};
use axum::extract::Path;
use catalogue::{Correction, CorrectionAbout, CorrectionState, Resolution, coordinated_branches, correction};
use chrono::{DateTime, Utc};
use kernel::{CorrectionId, Error, Locale, Result};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, FormErrors, Template, Visit};

/// Context of `work/corrections/show.html`.
#[derive(Debug, Clone, Serialize)]
pub struct CorrectionPage {
    pub(super) here: String,
    pub(super) title: String,
    pub(super) public: String,
    pub(super) edit: String,
    pub(super) report: String,
    pub(super) language: Locale,
    pub(super) responsible: String,
    /// Which institution reported it.
    pub(super) reporter: Option<String>,
    pub(super) state: &'static str,
    pub(super) reported_at: DateTime<Utc>,
    pub(super) resolved_at: Option<DateTime<Utc>>,
    pub(super) badge: Badge,
    pub(super) open: bool,
    /// The report is open, and no newer text was published since.
    pub(super) unpublished: bool,
    pub(super) forward: bool,
    pub(super) resolutions: Vec<Choice>,
    pub(super) answer: String,
    pub(super) resolution: String,
    pub(super) errors: FormErrors,
}

/// One report.
pub async fn show(visit: Visit, Path(id): Path<String>) -> Answer {
    let tx = visit.read().await?;
    let page = CorrectionPage::read(&visit, &tx, id_of(&id)?).await?;
    visit.render(&page)
}

/// What cannot be an id is no report.
pub(super) fn id_of(text: &str) -> Result<CorrectionId> {
    text.parse().map_err(|_| Error::not_found("correction"))
}

impl CorrectionPage {
    pub(super) async fn read(visit: &Visit, tx: &Read, id: CorrectionId) -> Result<Self> {
        let found: Correction = correction(tx, id).await?;
        let reporter = match found.institution {
            Some(institution) => Some(institution_name(tx, visit.locale(), institution).await?),
            None => None,
        };
        let (public, edit) = match &found.about {
            CorrectionAbout::Situation { slug, .. } => (format!("/life/{slug}"), format!("/work/situations/{slug}")),
            CorrectionAbout::Service { code, .. } => (format!("/services/{code}"), format!("/work/services/{code}")),
        };
        let coordinates = match found.about.branch() {
            Some(branch) => coordinated_branches(tx).await?.contains(&branch),
            None => false,
        };
        Ok(Self {
            here: visit.url(&format!("/work/corrections/{id}")),
            title: found.title.get(visit.locale()).to_owned(),
            public: visit.url(&public),
            edit: visit.url(&edit),
            badge: badge(visit, &found),
            responsible: institution_name(tx, visit.locale(), found.responsible).await?,
            reporter,
            state: found.state.as_str(),
            reported_at: found.reported_at,
            resolved_at: found.resolved_at,
            open: found.state.is_open(),
            unpublished: found.state.is_open() && !found.newer_text,
            forward: coordinates && found.state == CorrectionState::Received,
            resolutions: choices(visit, "work-resolution", Resolution::ALL.iter().map(|one| one.as_str())),
            language: found.language,
            report: found.report,
            answer: found.answer,
            resolution: String::new(),
            errors: FormErrors::none(),
        })
    }
}

impl Template for CorrectionPage {
    const NAME: &'static str = "work/corrections/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let open = Self {
            here: format!("/{locale}/work/corrections/1"),
            title: either(locale, "Slimība", "Illness"),
            public: format!("/{locale}/life/illness"),
            edit: format!("/{locale}/work/situations/illness"),
            report: "Saite nedarbojas.\nOtrajā solī <a>.".to_owned(),
            language: Locale::Lv,
            responsible: "VSAA".to_owned(),
            reporter: Some("NVA".to_owned()),
            state: "received",
            reported_at: DateTime::UNIX_EPOCH,
            resolved_at: None,
            badge: Badge { kind: "late", days: 2 },
            open: true,
            unpublished: true,
            forward: true,
            resolutions: vec![Choice::new("corrected", either(locale, "Izlabots", "Corrected"))],
            answer: String::new(),
            resolution: String::new(),
            errors: FormErrors::none(),
        };
        let mut errors = FormErrors::none();
        for field in ["resolution", "answer"] {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        let closed = Self {
            state: "refused",
            reporter: None,
            open: false,
            unpublished: false,
            forward: false,
            resolved_at: Some(DateTime::UNIX_EPOCH),
            answer: "Teksts ir pareizs.".to_owned(),
            badge: Badge { kind: "done", days: 0 },
            ..open.clone()
        };
        let corrected = Self { state: "corrected", answer: String::new(), ..closed.clone() };
        let elsewhere = Self { state: "elsewhere", ..closed.clone() };
        vec![open.clone(), closed, corrected, elsewhere, Self { errors, forward: false, ..open }]
    }
}
