//! One life situation: what to do in order, which service of which institution, what not to miss.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use catalogue::{LifeSituation, Online, ServiceListItem, SituationStep, SituationText};
use chrono::NaiveDate;
use kernel::{Error, InstitutionId, LangText, Locale, Result, ServiceId};
use serde::{Deserialize, Serialize};
use storage::Read;
use web_kit::{Answer, Visit};

use crate::names::{Link, Names, foreign};
use crate::spoken::{Language, Speech, languages, speak};

/// A service that a step needs.
#[derive(Debug, Serialize)]
pub(crate) struct ServiceRef {
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) lang: Option<String>,
    pub(crate) holder: String,
    pub(crate) online: bool,
    pub(crate) closed: bool,
}

/// One step.
#[derive(Debug, Serialize)]
pub(crate) struct Step {
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) services: Vec<ServiceRef>,
    /// Where to go when there is no service for it.
    pub(crate) institution: Option<Link>,
}

/// A term.
#[derive(Debug, Serialize)]
pub(crate) struct Term {
    pub(crate) when: String,
    pub(crate) what: String,
}

/// Context of `life/show.html`.
#[derive(Debug, Serialize)]
pub(crate) struct LifePage {
    pub(super) href: String,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) steps: Vec<Step>,
    pub(super) terms: Vec<Term>,
    pub(super) advice: String,
    pub(super) responsible: String,
    pub(super) checked_on: Option<NaiveDate>,
    pub(super) sdg: bool,
    /// What is shown is not what is in force: `draft`, or a day in the past.
    pub(super) draft: bool,
    pub(super) on: Option<NaiveDate>,
    pub(super) correct: Option<String>,
    pub(super) languages: Vec<Language>,
    pub(super) speech: Option<Speech>,
    /// The language of the texts where it is not that of the page.
    pub(super) lang: Option<String>,
}

/// `?lang=uk`, `?on=2026-11-23` and `?draft=1`
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    lang: String,
    #[serde(default)]
    on: String,
    #[serde(default)]
    draft: String,
}

/// `GET /life/{slug}`
pub(crate) async fn show(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let tx = visit.read().await?;
    if asked.draft == "1" {
        let draft = catalogue::situation_draft(&tx, &slug).await?;
        let text = (*draft.situation.text).clone();
        let page = page(&tx, &visit, &draft.situation, &text).await?;
        return visit.render(&LifePage { draft: true, correct: None, ..page });
    }
    if !asked.on.is_empty() {
        return past(&tx, &visit, &slug, &asked.on).await;
    }
    let situation = catalogue::situation(&tx, &slug).await?;
    let path = format!("/life/{slug}");
    let spoken = speak(&tx, &visit, &*situation.text, &asked.lang, &path).await?;
    let (text, speech) =
        spoken.map_or_else(|| ((*situation.text).clone(), None), |(text, speech)| (text, Some(speech)));
    let page = page(&tx, &visit, &situation, &text).await?;
    let lang = speech.as_ref().map(|speech| speech.tag.clone()).or(page.lang);
    let languages = languages(&tx, &visit, &situation.text.title, &path).await?;
    visit.render(&LifePage { languages, lang, speech, ..page })
}

/// What it said on a day that is over.
async fn past(tx: &Read, visit: &Visit, slug: &str, on: &str) -> Answer {
    let day: NaiveDate = on.parse().map_err(|_| Error::not_found("situation"))?;
    let then = catalogue::situation_at(tx, slug, worktime::end_of_day(day)).await?;
    let page = page(tx, visit, &then, &then.text).await?;
    visit.render(&LifePage { on: Some(day), correct: None, ..page })
}

async fn page(tx: &Read, visit: &Visit, situation: &LifeSituation, text: &SituationText) -> Result<LifePage> {
    let locale = visit.locale();
    let say = |text: &LangText| text.get(locale).to_owned();
    let items = catalogue::services_by_codes(tx, &text.services()).await?;
    let institutions = text.steps.iter().filter_map(|step| step.institution);
    let ids = items.iter().map(|item| item.holder).chain(institutions).chain([situation.responsible]);
    let names = Names::of(tx, visit, ids).await?;
    let online = catalogue::online_of(tx, &items.iter().collect::<Vec<_>>()).await?;
    let items: BTreeMap<&str, &ServiceListItem> = items.iter().map(|item| (item.code.as_str(), item)).collect();
    let href = visit.url(&format!("/life/{}", situation.slug));
    Ok(LifePage {
        title: say(&text.title),
        summary: say(&text.summary),
        steps: text.steps.iter().map(|one| step(visit, one, &items, &online, &names)).collect(),
        terms: text.deadlines.iter().map(|one| Term { when: say(&one.when), what: say(&one.what) }).collect(),
        advice: say(&text.advice),
        responsible: names.get(situation.responsible),
        checked_on: situation.checked_on,
        sdg: text.sdg,
        draft: false,
        on: None,
        correct: Some(format!("{href}/correction")),
        languages: Vec::new(),
        speech: None,
        lang: foreign(&text.title, locale).map(str::to_owned),
        href,
    })
}

fn step(
    visit: &Visit,
    step: &SituationStep,
    items: &BTreeMap<&str, &ServiceListItem>,
    online: &BTreeMap<ServiceId, Online>,
    names: &Names,
) -> Step {
    let locale: Locale = visit.locale();
    let service = |code: &String| {
        let item = items.get(code.as_str())?;
        Some(ServiceRef {
            href: visit.url(&format!("/services/{code}")),
            name: item.name.get(locale).to_owned(),
            lang: Some(foreign(&item.name, locale).unwrap_or(locale.as_str()).to_owned()),
            holder: names.get(item.holder),
            online: online.contains_key(&item.id),
            closed: item.state == catalogue::ServiceState::Closed,
        })
    };
    let institution =
        |id: InstitutionId| Link { href: visit.url(&format!("/browse/institution/{id}")), name: names.get(id) };
    Step {
        title: step.title.get(locale).to_owned(),
        text: step.text.get(locale).to_owned(),
        services: step.services.iter().filter_map(service).collect(),
        institution: step.institution.map(institution),
    }
}
