//! Between the form of a life situation and its text.

use catalogue::{Keywords, SituationDeadline, SituationStep, SituationText};
use kernel::LangText;
use serde::Serialize;
use web_kit::Fields;

/// Empty steps and terms at the end of the form, to be filled in.
const SPARE: usize = 2;
/// More than the use case takes, so that it can say so.
const MOST: usize = 40;

/// A step as the form shows it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StepFields {
    pub place: String,
    pub title_lv: String,
    pub title_en: String,
    pub text_lv: String,
    pub text_en: String,
    pub services: String,
    pub institution: String,
}

/// A term as the form shows it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TermFields {
    pub when_lv: String,
    pub when_en: String,
    pub what_lv: String,
    pub what_en: String,
}

/// The whole form.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TextFields {
    pub title_lv: String,
    pub title_en: String,
    pub summary_lv: String,
    pub summary_en: String,
    pub steps: Vec<StepFields>,
    pub terms: Vec<TermFields>,
    pub advice_lv: String,
    pub advice_en: String,
    pub keywords_lv: String,
    pub keywords_en: String,
    pub sdg: bool,
}

impl From<&SituationText> for TextFields {
    fn from(text: &SituationText) -> Self {
        let mut steps: Vec<StepFields> = (1_usize..).zip(&text.steps).map(step_fields).collect();
        steps.extend(
            (0..SPARE)
                .map(|more| StepFields { place: (text.steps.len() + more + 1).to_string(), ..StepFields::default() }),
        );
        let mut terms: Vec<TermFields> = text.deadlines.iter().map(term_fields).collect();
        terms.resize_with(text.deadlines.len() + SPARE, TermFields::default);
        Self {
            title_lv: text.title.lv.clone(),
            title_en: text.title.en.clone(),
            summary_lv: text.summary.lv.clone(),
            summary_en: text.summary.en.clone(),
            steps,
            terms,
            advice_lv: text.advice.lv.clone(),
            advice_en: text.advice.en.clone(),
            keywords_lv: text.keywords.lv.join(", "),
            keywords_en: text.keywords.en.join(", "),
            sdg: text.sdg,
        }
    }
}

fn step_fields((place, step): (usize, &SituationStep)) -> StepFields {
    StepFields {
        place: place.to_string(),
        title_lv: step.title.lv.clone(),
        title_en: step.title.en.clone(),
        text_lv: step.text.lv.clone(),
        text_en: step.text.en.clone(),
        services: step.services.join(" "),
        institution: step.institution.map(|id| id.to_string()).unwrap_or_default(),
    }
}

fn term_fields(term: &SituationDeadline) -> TermFields {
    TermFields {
        when_lv: term.when.lv.clone(),
        when_en: term.when.en.clone(),
        what_lv: term.what.lv.clone(),
        what_en: term.what.en.clone(),
    }
}

/// The text that a form says, on top of `known`: what the form does not show (other languages) stays. Empty steps and
/// terms go; steps stand in the order of their numbers.
pub fn text_of(sent: &Fields, known: &SituationText) -> SituationText {
    let mut steps: Vec<(i64, SituationStep)> = (0..MOST).filter_map(|at| step_of(sent, at)).collect();
    steps.sort_by_key(|(place, _)| *place);
    let words = |name: &str| split(sent.text(name), |sign| sign == ',');
    SituationText {
        title: LangText { other: known.title.other.clone(), ..both(sent, "title") },
        summary: LangText { other: known.summary.other.clone(), ..both(sent, "summary") },
        steps: steps.into_iter().map(|(_, step)| step).collect(),
        deadlines: (0..MOST).filter_map(|at| term_of(sent, at)).collect(),
        advice: LangText { other: known.advice.other.clone(), ..both(sent, "advice") },
        keywords: Keywords { lv: words("keywords-lv"), en: words("keywords-en") },
        sdg: sent.text("sdg") == "true",
    }
}

fn step_of(sent: &Fields, at: usize) -> Option<(i64, SituationStep)> {
    let name = |part: &str| format!("step-{at}-{part}");
    let step = SituationStep {
        title: both(sent, &name("title")),
        text: both(sent, &name("text")),
        // Codes of unified services have a letter, which people type as they like.
        services: split(&sent.text(&name("services")).to_uppercase(), |sign| sign == ',' || sign.is_whitespace()),
        institution: sent.text(&name("institution")).parse().ok(),
    };
    // The number may stand there already: an empty step is one without words and services.
    let empty = SituationStep { institution: step.institution, ..SituationStep::default() };
    let place = sent.text(&name("place")).parse().unwrap_or(i64::MAX);
    (step != empty).then_some((place, step))
}

fn term_of(sent: &Fields, at: usize) -> Option<SituationDeadline> {
    let name = |part: &str| format!("deadline-{at}-{part}");
    let term = SituationDeadline { when: both(sent, &name("when")), what: both(sent, &name("what")) };
    (term != SituationDeadline::default()).then_some(term)
}

fn both(sent: &Fields, name: &str) -> LangText {
    let text = |locale: &str| sent.text(&format!("{name}-{locale}")).replace("\r\n", "\n");
    LangText::new(text("lv"), text("en"))
}

fn split(text: &str, by: impl Fn(char) -> bool) -> Vec<String> {
    text.split(by).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
