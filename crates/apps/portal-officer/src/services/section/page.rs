//! Context of the page of a section.

use super::builder::Builder;
use super::fields::Block;
use super::forms::blocks;
use super::offered::{Offered, evidence_offered, institutions_offered};
use super::sent::SEARCHED;
use crate::parts::{Choice, either};
use crate::services::people::Names;
use catalogue::{Began, DraftState, Remark, RemarkKind, Section, SectionText};
use chrono::{DateTime, Utc};
use kernel::{Locale, Result};
use serde::Serialize;
use storage::Read;
use web_kit::{FormErrors, Visit};

/// Languages offered besides Latvian and English: those that people in Latvia ask for most.
const FURTHER: [&str; 6] = ["uk", "ru", "de", "fr", "pl", "lt"];

/// Context of `work/services/section.html`.
#[derive(Debug, Clone, Serialize)]
pub struct SectionPage {
    pub(super) code: String,
    pub(super) service: String,
    pub(super) section: &'static str,
    pub(super) overview: String,
    pub(super) action: String,
    pub(super) preview: String,
    pub(super) sections: Vec<Link>,
    pub(super) base: i32,
    pub(super) revision: i64,
    /// A mark of what each input says, to tell later who changed what.
    pub(super) began: String,
    /// Whether the caller may write now.
    pub(super) writable: bool,
    /// A colleague reads the working copy.
    pub(super) in_review: bool,
    /// Who wrote last, and when.
    pub(super) by: String,
    pub(super) at: Option<DateTime<Utc>>,
    pub(super) blocks: Vec<Block>,
    pub(super) further: Vec<Choice>,
    pub(super) languages: Vec<Choice>,
    pub(super) institutions: Vec<Choice>,
    /// The shared list of kinds of evidence; others are typed.
    pub(super) evidence_types: Vec<Choice>,
    pub(super) errors: FormErrors,
}

/// A section in the list beside the form.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    pub(super) href: String,
    pub(super) name: String,
    pub(super) current: bool,
}

impl SectionPage {
    /// The page of what was typed; what is wrong stands above the form when `told`, and so does that words fit nothing. What
    /// was just changed `at` a place of the form stands open.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn of(
        visit: &Visit,
        tx: &Read,
        section: Section,
        text: &SectionText,
        (told, find, at): (bool, &str, &str),
    ) -> Result<Self> {
        let form = Builder::new(visit, text, at);
        let offered = Offered::of(visit, tx, section, text, find).await?;
        let mut errors = if told { errors(visit, &text.findings)? } else { FormErrors::none() };
        if let Some(nothing) = &offered.found.wrong {
            errors.add(Some(SEARCHED), nothing.clone());
        }
        let code = text.service.code.clone();
        let here = format!("/work/services/{code}");
        let names = Names::of(tx, &[text.updated_by]).await?;
        let in_review = text.state == Some(DraftState::InReview);
        let known = |tag: &String| Choice::new(tag, service_words::language(visit, tag));
        let languages: Vec<Choice> = text.typed.languages().iter().map(known).collect();
        let further =
            FURTHER.into_iter().map(str::to_owned).filter(|tag| !languages.iter().any(|one| one.value == *tag));
        Ok(Self {
            service: text.service.name().get(visit.locale()).to_owned(),
            section: section.as_str(),
            overview: visit.url(&here),
            action: visit.url(&format!("{here}/sections/{}", section.as_str())),
            preview: visit.url(&format!("/services/{code}/preview")),
            sections: sections(visit, &here, section),
            base: text.base,
            revision: text.revision,
            began: Began::of(&text.typed).text(),
            writable: !in_review && visit.caller().role != kernel::Role::InstitutionAdministrator,
            in_review,
            by: names.get(text.updated_by),
            at: text.updated_at,
            blocks: blocks(section, &form, offered),
            further: further.map(|tag| known(&tag)).collect(),
            institutions: institutions_offered(visit, tx, section).await?,
            evidence_types: evidence_offered(visit.locale(), section),
            errors,
            languages,
            code,
        })
    }
}

fn sections(visit: &Visit, here: &str, current: Section) -> Vec<Link> {
    let link = |section: &Section| Link {
        href: visit.url(&format!("{here}/sections/{}", section.as_str())),
        name: visit.text(&format!("edit-section-{}", section.as_str())),
        current: *section == current,
    };
    Section::ALL.iter().map(link).collect()
}

/// What could not be understood, for the summary above the form.
fn errors(visit: &Visit, findings: &[Remark]) -> Result<FormErrors> {
    let mut errors = FormErrors::none();
    for finding in findings.iter().filter(|finding| finding.kind == RemarkKind::Wrong) {
        errors.add(Some(&finding.path), super::builder::words(visit, finding));
    }
    Ok(errors.named(|path| Some(service_words::label(visit, path))))
}

/// Invented names for samples.
pub(super) fn sample_sections(locale: Locale) -> Vec<Link> {
    let link = |section: &Section| Link {
        href: format!("/{locale}/work/services/1007/sections/{}", section.as_str()),
        name: either(locale, "Sadaļa", "Section"),
        current: *section == Section::Steps,
    };
    Section::ALL.iter().map(link).collect()
}
