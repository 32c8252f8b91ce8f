//! One life situation: what to do in order, which service of which institution, what not to miss.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use catalogue::{LifeSituation, SituationStep, SituationText};
use chrono::{DateTime, NaiveDate, Utc};
use http::StatusCode;
use institutions::Institution;
use kernel::{Error, ErrorKind, InstitutionId, LangText, Locale, Result, riga_date};
use serde::{Deserialize, Serialize};
use storage::Read;
use web_kit::{Answer, Visit};

use super::meant::{Meant, ServiceRef};
use crate::names::{Link, Names, foreign};
use crate::spoken::{Language, Speech, languages, speak};

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

/// The number of a version and the time in which it held.
#[derive(Debug, Serialize)]
pub(crate) struct Was {
    pub(super) number: i32,
    pub(super) from: Option<DateTime<Utc>>,
    pub(super) to: Option<DateTime<Utc>>,
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
    /// A version that was asked for by its number.
    pub(super) was: Option<Was>,
    /// Since when nothing of it is public.
    pub(super) withdrawn: Option<NaiveDate>,
    /// What it said before; none for a draft.
    pub(super) versions: Option<String>,
    pub(super) correct: Option<String>,
    pub(super) languages: Vec<Language>,
    pub(super) speech: Option<Speech>,
    /// The language of the texts where it is not that of the page.
    pub(super) lang: Option<String>,
}

/// `?lang=uk`, `?on=2026-11-23`, `?version=2` and `?draft=1`
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    lang: String,
    #[serde(default)]
    on: String,
    #[serde(default)]
    version: String,
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
        return visit.render(&LifePage { draft: true, correct: None, versions: None, ..page });
    }
    if !asked.version.is_empty() {
        return version(&tx, &visit, &slug, &asked.version).await;
    }
    if !asked.on.is_empty() {
        return past(&tx, &visit, &slug, &asked.on).await;
    }
    let situation = match catalogue::situation(&tx, &slug).await {
        Err(error) if error.kind() == ErrorKind::NotFound => return withdrawn(&tx, &visit, &slug).await,
        found => found?,
    };
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

/// One of its versions, with the time in which it held.
async fn version(tx: &Read, visit: &Visit, slug: &str, number: &str) -> Answer {
    let number = number.parse().map_err(|_| Error::not_found("situation"))?;
    let (line, then) = catalogue::situation_version(tx, slug, number).await?;
    let page = page(tx, visit, &then, &then.text).await?;
    let was = Was { number, from: line.valid_from, to: line.valid_to };
    visit.render(&LifePage { was: Some(was), correct: None, ..page })
}

/// That it is withdrawn, and since when. What it said may be wrong by now, so it stands in its history alone.
async fn withdrawn(tx: &Read, visit: &Visit, slug: &str) -> Answer {
    let found = catalogue::withdrawn_situation(tx, slug).await?;
    let known = &found.situation.text;
    let text = SituationText { title: known.title.clone(), summary: known.summary.clone(), ..SituationText::default() };
    let page = page(tx, visit, &found.situation, &text).await?;
    let withdrawn = Some(riga_date(found.since));
    visit.render_with(StatusCode::GONE, &LifePage { withdrawn, correct: None, checked_on: None, ..page })
}

async fn page(tx: &Read, visit: &Visit, situation: &LifeSituation, text: &SituationText) -> Result<LifePage> {
    let locale = visit.locale();
    let say = |text: &LangText| text.get(locale).to_owned();
    let meant = Meant::read(tx, &text.services()).await?;
    let names = Names::of(tx, visit, meant.holders().chain([situation.responsible])).await?;
    let places: Vec<InstitutionId> = text.steps.iter().filter_map(|step| step.institution).collect();
    let places = institutions::of_ids(tx, &places).await?;
    let href = visit.url(&format!("/life/{}", situation.slug));
    Ok(LifePage {
        title: say(&text.title),
        summary: say(&text.summary),
        steps: text.steps.iter().map(|one| step(visit, one, &meant, &names, &places)).collect(),
        terms: text.deadlines.iter().map(|one| Term { when: say(&one.when), what: say(&one.what) }).collect(),
        advice: say(&text.advice),
        responsible: names.get(situation.responsible),
        checked_on: situation.checked_on,
        sdg: text.sdg,
        draft: false,
        on: None,
        was: None,
        withdrawn: None,
        versions: Some(format!("{href}/versions")),
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
    meant: &Meant,
    names: &Names,
    places: &BTreeMap<InstitutionId, Institution>,
) -> Step {
    let locale: Locale = visit.locale();
    // To the page with its addresses: where there is no service for the step, a list of its services leads nowhere.
    let institution = |place: &Institution| Link {
        href: visit.url(&format!("/institutions/{}", place.code)),
        name: place.name.get(locale).to_owned(),
    };
    Step {
        title: step.title.get(locale).to_owned(),
        text: step.text.get(locale).to_owned(),
        services: meant.lines(visit, names, &step.services),
        institution: step.institution.and_then(|id| places.get(&id)).map(institution),
    }
}
