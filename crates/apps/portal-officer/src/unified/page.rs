//! Context of the page of a template.

use super::plan::Plans;
use super::words::{deviation, fees, terms};
use crate::picks::{Among, Meant, Pick};
use catalogue::{Family, MemberDeviations, ServiceFilter, ServiceState, TemplateState};
use kernel::{InstitutionId, LangText, Result, Role};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Read;
use web_kit::{FormErrors, Visit};

/// Context of `work/unified/show.html`.
#[derive(Debug, Clone, Serialize)]
pub struct TemplatePage {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) summary: String,
    pub(super) state: &'static str,
    pub(super) scope: &'static str,
    pub(super) revision: i64,
    /// The public page; none while it is not in use.
    pub(super) public: Option<String>,
    /// Address of this page, to which its forms add their act.
    pub(super) href: String,
    /// Whether the caller writes templates.
    pub(super) manage: bool,
    pub(super) local: Vec<String>,
    pub(super) steps: Vec<Step>,
    pub(super) documents: Vec<String>,
    pub(super) laws: Vec<String>,
    pub(super) members: Vec<MemberRow>,
    /// Whether deviations are shown.
    pub(super) compares: bool,
    /// What a contact person can do; none for others.
    pub(super) own: Option<Own>,
    /// Texts that wait for a day or were taken back; for those who write templates.
    pub(super) plans: Plans,
    pub(super) history: Vec<Version>,
    pub(super) errors: FormErrors,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Step {
    pub(super) stage: &'static str,
    pub(super) title: String,
    pub(super) text: String,
}

/// An attached service.
#[derive(Debug, Clone, Serialize)]
pub(super) struct MemberRow {
    pub(super) holder: String,
    pub(super) service: String,
    pub(super) href: String,
    pub(super) state: &'static str,
    pub(super) fee: String,
    pub(super) deadline: String,
    pub(super) deviations: Vec<String>,
    /// What the holder says about being different.
    pub(super) note: String,
    /// Whether the caller may detach it.
    pub(super) detach: bool,
}

/// What the caller's institution can do with the template.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Own {
    /// Whether the template is for institutions of its kind.
    pub(super) fits: bool,
    /// Its attached service.
    pub(super) attached: Option<Attached>,
    /// Its services that could be attached.
    pub(super) service: Pick,
    pub(super) typed: TypedAttach,
}

/// The service that it has attached, with the page where it is kept.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Attached {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) href: String,
}

/// What was typed into the form that attaches.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TypedAttach {
    pub(super) service: String,
    /// `own` for words of one's own.
    pub(super) words: String,
    pub(super) deviation_lv: String,
    pub(super) deviation_en: String,
}

/// A version of the text.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Version {
    pub(super) version: i32,
    pub(super) at: chrono::DateTime<chrono::Utc>,
    pub(super) note: String,
}

impl TemplatePage {
    /// Reads a template as the caller sees it; `typed` is what stands in the form that attaches.
    pub async fn read(visit: &Visit, tx: &Read, code: &str, typed: TypedAttach) -> Result<Self> {
        let family = catalogue::family(tx, code).await?;
        let role = visit.caller().role;
        let manage = role == Role::PlatformAdministrator;
        let deviating = catalogue::deviations(tx, &family)?;
        let history = if manage { history(tx, code).await? } else { Vec::new() };
        let plans = if manage { Plans::read(visit, tx, code).await? } else { Plans::default() };
        let own = if role == Role::ContactPerson { Some(own(visit, tx, &family, typed).await?) } else { None };
        let members = members(visit, tx, &family, &deviating).await?;
        let (template, locale) = (&family.template, visit.locale());
        let text = &template.text;
        let words = |texts: &[LangText]| texts.iter().map(|text| text.get(locale).to_owned()).collect();
        let names: Vec<LangText> = text.documents.iter().map(|document| document.name.clone()).collect();
        let laws: Vec<LangText> = text.legal_basis.iter().map(|act| act.title.clone()).collect();
        let in_use = template.state == TemplateState::Published;
        Ok(Self {
            code: template.code.clone(),
            name: text.name.get(locale).to_owned(),
            summary: text.summary.get(locale).to_owned(),
            state: template.state.as_str(),
            scope: text.scope.as_str(),
            revision: template.revision,
            public: in_use.then(|| visit.url(&format!("/unified/{}", template.code))),
            href: visit.url(&format!("/work/templates/{}", template.code)),
            manage,
            local: words(&text.local),
            steps: text
                .steps
                .iter()
                .map(|step| Step {
                    stage: step.stage.as_str(),
                    title: step.title.get(locale).to_owned(),
                    text: step.text.get(locale).to_owned(),
                })
                .collect(),
            documents: words(&names),
            laws: words(&laws),
            compares: !deviating.is_empty(),
            members,
            own,
            plans,
            history,
            errors: FormErrors::none(),
        })
    }
}

async fn members(visit: &Visit, tx: &Read, family: &Family, deviating: &[MemberDeviations]) -> Result<Vec<MemberRow>> {
    let holders: Vec<InstitutionId> = family.members.iter().map(|member| member.service.holder).collect();
    let names = institutions::names_of(tx, &holders).await?;
    let deviating: BTreeMap<&str, &MemberDeviations> =
        deviating.iter().map(|line| (line.service.as_str(), line)).collect();
    let caller = visit.caller();
    let row = |member: &catalogue::Member| {
        let service = &member.service;
        let mine = caller.role == Role::ContactPerson && caller.institution == Some(service.holder);
        let deviations =
            deviating.get(service.code.as_str()).map(|line| line.deviations.as_slice()).unwrap_or_default();
        MemberRow {
            holder: names.get(&service.holder).map(|name| name.get(visit.locale()).to_owned()).unwrap_or_default(),
            service: service.code.clone(),
            href: visit.url(&format!("/services/{}", service.code)),
            state: service.state.as_str(),
            fee: fees(visit, member),
            deadline: terms(visit, member),
            deviations: deviations.iter().map(|one| deviation(visit, one)).collect(),
            note: member.deviation.get(visit.locale()).to_owned(),
            detach: mine || caller.role == Role::PlatformAdministrator,
        }
    };
    Ok(family.members.iter().map(row).collect())
}

/// The services that an institution can attach.
pub(super) fn attachable(holder: InstitutionId) -> Among {
    let states = vec![ServiceState::Draft, ServiceState::Open];
    Among::Services(ServiceFilter { states, holder: Some(holder), internal: false, ..ServiceFilter::default() })
}

/// What the caller's institution has attached, or could attach.
async fn own(visit: &Visit, tx: &Read, family: &Family, typed: TypedAttach) -> Result<Own> {
    let holder = visit.caller().require_institution()?;
    if let Some(member) = family.of_holder(holder) {
        let service = &member.service;
        let attached = Attached {
            code: service.code.clone(),
            name: service.name().get(visit.locale()).to_owned(),
            href: visit.url(&format!("/work/services/{}", service.code)),
        };
        return Ok(Own { fits: true, attached: Some(attached), service: Pick::default(), typed });
    }
    if !family.template.text.scope.takes(institutions::find(tx, holder).await?.kind) {
        return Ok(Own { fits: false, attached: None, service: Pick::default(), typed });
    }
    let meant = Meant::read(visit, tx, attachable(holder), &typed.service).await?;
    Ok(Own { fits: true, attached: None, service: meant.pick(tx, visit.locale()).await?, typed })
}

async fn history(tx: &Read, code: &str) -> Result<Vec<Version>> {
    let lines = catalogue::template_history(tx, code).await?;
    let version =
        |line: catalogue::TemplateVersionLine| Version { version: line.version, at: line.created_at, note: line.note };
    Ok(lines.into_iter().map(version).collect())
}
