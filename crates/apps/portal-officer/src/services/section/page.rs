//! Context of the page of a section.

use super::builder::Builder;
use super::fields::Block;
use super::forms::{Offered, blocks};
use crate::parts::{Choice, either};
use crate::picks::institutions_of;
use crate::services::people::Names;
use catalogue::{Began, DraftState, Remark, RemarkKind, Section, SectionText};
use chrono::{DateTime, Utc};
use i18n::Args;
use kernel::{Locale, Result};
use serde::Serialize;
use std::sync::Arc;
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
    /// The page of what was typed; what is wrong stands above the form when `told`.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn of(visit: &Visit, tx: &Read, section: Section, text: &SectionText, told: bool) -> Result<Self> {
        let form = Builder::new(visit, text);
        let code = text.service.code.clone();
        let here = format!("/work/services/{code}");
        let names = Names::of(tx, &[text.updated_by]).await?;
        let in_review = text.state == Some(DraftState::InReview);
        let known = |tag: &String| Choice::new(tag, service_words::language(visit, tag));
        let languages: Vec<Choice> = text.typed.languages().iter().map(known).collect();
        let offered =
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
            blocks: blocks(section, &form, boxes_offered(visit, tx, section).await?),
            further: offered.map(|tag| known(&tag)).collect(),
            institutions: institutions_offered(visit, tx, section).await?,
            evidence_types: evidence_offered(visit.locale(), section),
            errors: if told { errors(visit, &text.findings)? } else { FormErrors::none() },
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
    Ok(errors)
}

/// What a section offers to tick, besides our own lists.
async fn boxes_offered(visit: &Visit, tx: &Read, section: Section) -> Result<Offered> {
    match section {
        Section::Basics => municipalities(visit, tx).await,
        Section::Links => situations(visit, tx).await,
        Section::Channels => forms(visit),
        _ => Ok(Vec::new()),
    }
}

/// The newest version of every form of the portal, by key.
fn forms(visit: &Visit) -> Result<Offered> {
    let named = |form: &Arc<::forms::Definition>| {
        let mut args = Args::new();
        args.set("title", form.title.get(visit.locale()).to_owned());
        args.set("version", i64::from(form.version));
        (form.key.clone(), visit.text_with("edit-form-version", &args))
    };
    Ok(::forms::newest()?.iter().map(named).collect())
}

/// The published life situations by the words that descriptions use: residents' first, in the order of their lists.
async fn situations(visit: &Visit, tx: &Read) -> Result<Offered> {
    let lines = catalogue::list_situations(tx, None).await?;
    Ok(lines.into_iter().map(|line| (line.word(), line.title.get(visit.locale()).to_owned())).collect())
}

/// All municipalities by ATVK code: there are some forty.
async fn municipalities(visit: &Visit, tx: &Read) -> Result<Offered> {
    let all = institutions::municipalities(tx).await?;
    let named = all.into_iter().filter_map(|one| Some((one.atvk?, one.name.get(visit.locale()).to_owned())));
    let mut named: Offered = named.collect();
    named.sort_by_cached_key(|(_, name)| kernel::sort_key(name));
    Ok(named)
}

/// Institutions to choose a provider from: all of them by code.
async fn institutions_offered(visit: &Visit, tx: &Read, section: Section) -> Result<Vec<Choice>> {
    if section != Section::Providers {
        return Ok(Vec::new());
    }
    let all = institutions_of(tx, &[]).await?;
    Ok(all.into_iter().map(|one| Choice::new(one.code, one.name.get(visit.locale()))).collect())
}

/// Kinds of evidence to name a document by.
fn evidence_offered(locale: Locale, section: Section) -> Vec<Choice> {
    let offered = if section == Section::Documents { catalogue::evidence_types() } else { &[] };
    offered.iter().map(|known| Choice::new(known.code.as_str(), known.name.get(locale))).collect()
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
