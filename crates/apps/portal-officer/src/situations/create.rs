//! Beginning a life situation.

use crate::parts::{Choice, choices, either};
use catalogue::{CreateSituation, SituationBranch, SituationText, create_situation};
use institutions::{InstitutionFilter, InstitutionKind};
use kernel::{Error, ErrorKind, InstitutionId, LangText, Locale, PageRequest, Result, Role};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Template, Visit};

/// New situations stand behind those that have their place.
const LAST: i32 = 1000;

/// Context of `work/situations/new.html`.
#[derive(Debug, Clone, Serialize)]
pub struct NewPage {
    pub(super) branches: Vec<Choice>,
    /// From which the responsible institution is chosen; empty for those who write for their own.
    pub(super) institutions: Vec<Choice>,
    pub(super) typed: Typed,
    pub(super) errors: FormErrors,
}

/// What was typed.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Typed {
    slug: String,
    branch: String,
    responsible: String,
    title_lv: String,
    title_en: String,
}

/// `GET /work/situations/new`
pub async fn begin(visit: Visit) -> Answer {
    let tx = visit.read().await?;
    let page = NewPage::read(&visit, &tx, Typed::default(), FormErrors::none()).await?;
    visit.render(&page)
}

/// `POST /work/situations`
pub async fn create(visit: Visit, sent: Fields) -> Answer {
    let text = |name: &str| sent.text(name).to_owned();
    let typed = Typed {
        slug: text("slug"),
        branch: text("branch"),
        responsible: text("responsible"),
        title_lv: text("title-lv"),
        title_en: text("title-en"),
    };
    match keep(&visit, &typed).await {
        Ok(()) => visit.redirect(&format!("/work/situations/{}?done=situation-begun", typed.slug)),
        Err(error) if error.kind() == ErrorKind::Invalid => {
            let errors = visit.form_errors(error)?;
            let tx = visit.read().await?;
            visit.render_invalid(&NewPage::read(&visit, &tx, typed, errors).await?)
        }
        Err(error) => Err(error.into()),
    }
}

async fn keep(visit: &Visit, typed: &Typed) -> Result<()> {
    let wrong = |field: &'static str| Error::invalid("form-has-errors").field(field, "work-choose");
    let branch: SituationBranch = typed.branch.parse().map_err(|_| wrong("branch"))?;
    let responsible: InstitutionId = match visit.caller().role {
        Role::ContactPerson => visit.caller().require_institution()?,
        _ => typed.responsible.parse().map_err(|_| wrong("responsible"))?,
    };
    let text = SituationText { title: LangText::new(&typed.title_lv, &typed.title_en), ..SituationText::default() };
    let input = CreateSituation { id: None, slug: typed.slug.clone(), branch, responsible, place: LAST, text };
    let mut tx = visit.write().await?;
    create_situation(&mut tx, input).await?;
    tx.commit().await
}

impl NewPage {
    async fn read(visit: &Visit, tx: &Read, typed: Typed, errors: FormErrors) -> Result<Self> {
        let own = visit.caller().role == Role::ContactPerson;
        let institutions = if own { Vec::new() } else { institution_choices(tx, visit.locale()).await? };
        let branches = choices(visit, "life", SituationBranch::ALL.iter().map(|branch| branch.as_str()));
        Ok(Self { branches, institutions, typed, errors })
    }
}

/// The institutions of the state as choices, by name.
pub(super) async fn institution_choices(tx: &Read, locale: Locale) -> Result<Vec<Choice>> {
    let mut found = Vec::new();
    for kind in [InstitutionKind::StateInstitution, InstitutionKind::Ministry] {
        let filter = InstitutionFilter { kind: Some(kind), parent: None };
        found.extend(institutions::list(tx, &filter, &PageRequest::first(PageRequest::MAX)).await?.items);
    }
    let mut choices: Vec<Choice> =
        found.into_iter().map(|one| Choice::new(one.id.to_string(), one.name.get(locale))).collect();
    choices.sort_by(|one, other| one.label.cmp(&other.label));
    Ok(choices)
}

impl Template for NewPage {
    const NAME: &'static str = "work/situations/new.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let branches = vec![Choice::new("residents", either(locale, "Iedzīvotājiem", "For residents"))];
        let plain = Self { branches, institutions: Vec::new(), typed: Typed::default(), errors: FormErrors::none() };
        let mut errors = FormErrors::none();
        for field in ["slug", "branch", "responsible", "title-lv", "title-en"] {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        let institutions = vec![Choice::new("1", "VSAA")];
        vec![plain.clone(), Self { institutions, errors, ..plain }]
    }
}
