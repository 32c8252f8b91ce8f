//! Beginning a life situation.

use crate::parts::{Choice, choices, either};
use crate::picks::{Among, Meant, Pick, institutions_of, said};
use catalogue::{
    CreateSituation, SituationBranch, SituationText, coordinated_branches, create_situation, situation_faults,
};
use institutions::InstitutionKind;
use kernel::{Error, ErrorKind, FieldError, InstitutionId, LangText, Locale, Result};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Template, Visit};

/// New situations stand behind those that have their place.
const LAST: i32 = 1000;

/// Institutions that answer for situations, coordinate them and are named in their steps: those of the state.
const KINDS: &[InstitutionKind] = &[InstitutionKind::StateInstitution, InstitutionKind::Ministry];

/// One of those institutions.
pub(super) const OF_STATE: Among = Among::Institutions(KINDS);

/// Context of `work/situations/new.html`.
#[derive(Debug, Clone, Serialize)]
pub struct NewPage {
    /// Those that the caller coordinates.
    pub(super) branches: Vec<Choice>,
    /// The responsible institution.
    pub(super) responsible: Pick,
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
        responsible: said(&sent, "responsible"),
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
    let text = SituationText { title: LangText::new(&typed.title_lv, &typed.title_en), ..SituationText::default() };
    let (branch, responsible) = asked(visit, typed, situation_faults(&typed.slug, &text)).await?;
    let input = CreateSituation { id: None, slug: typed.slug.clone(), branch, responsible, place: LAST, text };
    let mut tx = visit.write().await?;
    create_situation(&mut tx, input).await?;
    tx.commit().await
}

/// What was chosen; what was not is told at once, with all else that is `wrong`.
async fn asked(visit: &Visit, typed: &Typed, mut wrong: Vec<FieldError>) -> Result<(SituationBranch, InstitutionId)> {
    let branch = typed.branch.parse::<SituationBranch>().ok();
    if branch.is_none() {
        wrong.push(FieldError::new("branch", "situation-branch"));
    }
    let responsible = match chosen(visit, &visit.read().await?, &typed.responsible).await {
        Ok(found) => Some(found),
        Err(error) if error.kind() == ErrorKind::Invalid => {
            wrong.extend(error.field_errors().iter().cloned());
            None
        }
        Err(error) => return Err(error),
    };
    match (branch, responsible) {
        (Some(branch), Some(responsible)) if wrong.is_empty() => Ok((branch, responsible)),
        _ => Err(Error::invalid("form-has-errors").fields(wrong)),
    }
}

/// The responsible institution that a form names.
pub(super) async fn chosen(visit: &Visit, tx: &Read, typed: &str) -> Result<InstitutionId> {
    let meant = Meant::read(visit, tx, OF_STATE, typed).await?;
    let unknown = if typed.is_empty() { "situation-responsible" } else { "work-pick-holder" };
    let wrong = |key: &'static str| Error::invalid("form-has-errors").field("responsible", key);
    meant.only(unknown).map_err(wrong)?.parse::<InstitutionId>().map_err(|_| wrong(unknown))
}

impl NewPage {
    /// # Errors
    /// Forbidden for those who coordinate no branch.
    async fn read(visit: &Visit, tx: &Read, typed: Typed, errors: FormErrors) -> Result<Self> {
        let own = coordinated_branches(tx).await?;
        if own.is_empty() {
            return Err(Error::forbidden("situation-branch-not-yours"));
        }
        let responsible = Meant::read(visit, tx, OF_STATE, &typed.responsible).await?.pick(tx, visit.locale()).await?;
        // Who coordinates one branch has nothing to choose.
        let typed = match own.as_slice() {
            [only] => Typed { branch: only.as_str().to_owned(), ..typed },
            _ => typed,
        };
        let branches = choices(visit, "life", own.iter().map(|branch| branch.as_str()));
        Ok(Self { branches, responsible, typed, errors })
    }
}

/// All institutions of the state as choices, by name: a step is written among many, so its list is whole.
pub(super) async fn institution_choices(tx: &Read, locale: Locale) -> Result<Vec<Choice>> {
    let all = institutions_of(tx, KINDS).await?;
    let mut choices: Vec<Choice> = all.into_iter().map(|one| Choice::new(one.value, one.name.get(locale))).collect();
    choices.sort_by_cached_key(|choice| kernel::sort_key(&choice.label));
    Ok(choices)
}

impl Template for NewPage {
    const NAME: &'static str = "work/situations/new.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let branches = vec![Choice::new("residents", either(locale, "Iedzīvotājiem", "For residents"))];
        let listed = Pick { choices: vec![Choice::new("1", "VSAA")], ..Pick::default() };
        let plain = Self { branches, responsible: listed, typed: Typed::default(), errors: FormErrors::none() };
        let mut errors = FormErrors::none();
        for field in ["slug", "branch", "responsible", "title-lv", "title-en"] {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        let several = Self { responsible: Pick::sample("valsts", &["VID", "VSAA"]), ..plain.clone() };
        vec![plain.clone(), several, Self { errors, ..plain }]
    }
}
