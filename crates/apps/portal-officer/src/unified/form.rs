//! The form of a template: as typed, and its fields.

use catalogue::{Template, TemplatePlan, TemplateText};
use kernel::{LangText, riga_date};
use serde::Serialize;
use std::sync::Arc;
use web_kit::Fields;

/// Empty rows after those that are filled in.
const SPARE: usize = 2;
/// More rows than anybody needs.
const MOST: usize = 30;

/// What was typed.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Typed {
    pub revision: i64,
    pub name: Both,
    pub summary: Both,
    pub audience: Both,
    pub appeal: Both,
    /// One a line.
    pub conditions: Both,
    /// One a line.
    pub local: Both,
    /// Separated by commas.
    pub keywords: Both,
    pub client_circle: String,
    pub scope: String,
    pub cofog: String,
    /// The words of those that are ticked.
    pub life_events: Vec<String>,
    pub steps: Vec<TypedStep>,
    pub documents: Vec<TypedDocument>,
    pub laws: Vec<TypedLaw>,
    pub note: String,
    /// The day from which it is to be in force; empty for at once.
    pub from: String,
    /// Number of the waiting text that is written on; empty for the text in force.
    pub plan: String,
}

/// A text in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Both {
    pub lv: String,
    pub en: String,
}

/// A row of the steps.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TypedStep {
    pub stage: String,
    pub title: Both,
    pub text: Both,
}

/// A row of the documents.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TypedDocument {
    pub kind: String,
    pub name: Both,
    pub note: Both,
    pub required: bool,
}

/// A row of the legal basis.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TypedLaw {
    pub title: Both,
    pub link: String,
}

impl From<&LangText> for Both {
    fn from(text: &LangText) -> Self {
        Self { lv: text.lv.clone(), en: text.en.clone() }
    }
}

impl Both {
    /// The field in both languages.
    fn sent(sent: &Fields, name: &str) -> Self {
        let text = |language: &str| sent.text(&format!("{name}-{language}")).replace("\r\n", "\n");
        Self { lv: text("lv"), en: text("en") }
    }

    pub fn is_empty(&self) -> bool {
        self.lv.is_empty() && self.en.is_empty()
    }

    pub fn text(&self) -> LangText {
        LangText::new(&self.lv, &self.en)
    }
}

/// The values of the boxes that are ticked.
fn ticked(sent: &Fields, name: &str) -> Vec<String> {
    sent.all(name).map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

impl Typed {
    /// The form of a template that is there.
    pub fn of(template: &Template) -> Self {
        let text: &TemplateText = &template.text;
        let lines = |texts: &[LangText]| {
            let of = |language: fn(&LangText) -> &str| texts.iter().map(language).collect::<Vec<_>>().join("\n");
            Both { lv: of(|text| &text.lv), en: of(|text| &text.en) }
        };
        Self {
            revision: template.revision,
            name: (&text.name).into(),
            summary: (&text.summary).into(),
            audience: (&text.audience).into(),
            appeal: (&text.appeal).into(),
            conditions: lines(&text.conditions),
            local: lines(&text.local),
            keywords: Both { lv: text.keywords.lv.join(", "), en: text.keywords.en.join(", ") },
            client_circle: text.client_circle.as_str().to_owned(),
            scope: text.scope.as_str().to_owned(),
            cofog: text.cofog.clone(),
            life_events: text.life_events.clone(),
            steps: text
                .steps
                .iter()
                .map(|step| TypedStep {
                    stage: step.stage.as_str().to_owned(),
                    title: (&step.title).into(),
                    text: (&step.text).into(),
                })
                .collect(),
            documents: text
                .documents
                .iter()
                .map(|document| TypedDocument {
                    kind: document.kind.as_str().to_owned(),
                    name: (&document.name).into(),
                    note: document.note.as_ref().map(Both::from).unwrap_or_default(),
                    required: document.required,
                })
                .collect(),
            laws: text
                .legal_basis
                .iter()
                .map(|act| TypedLaw { title: (&act.title).into(), link: act.link.clone().unwrap_or_default() })
                .collect(),
            ..Self::default()
        }
    }

    /// The form of a text that waits for a day, or that was taken back: then it waits no longer, and takes the place of none.
    pub fn planned(template: &Template, plan: &TemplatePlan) -> Self {
        let shown = Template { text: Arc::clone(&plan.text), ..template.clone() };
        Self {
            note: plan.note.clone(),
            from: riga_date(plan.from).format("%d.%m.%Y").to_string(),
            plan: if plan.is_open() { plan.number.to_string() } else { String::new() },
            ..Self::of(&shown)
        }
    }

    /// The waiting text that this one is to replace.
    pub fn replaces(&self) -> Option<i32> {
        self.plan.parse().ok()
    }

    /// The fields of a form.
    pub fn sent(sent: &Fields) -> Self {
        let text = |name: &str| sent.text(name).to_owned();
        let rows = |list: &str| (0..MOST).map(move |row| format!("{list}-{row}")).collect::<Vec<_>>();
        let mut typed = Self {
            revision: crate::parts::seen_revision(sent),
            name: Both::sent(sent, "name"),
            summary: Both::sent(sent, "summary"),
            audience: Both::sent(sent, "audience"),
            appeal: Both::sent(sent, "appeal"),
            conditions: Both::sent(sent, "conditions"),
            local: Both::sent(sent, "local"),
            keywords: Both::sent(sent, "keywords"),
            client_circle: text("client_circle"),
            scope: text("scope"),
            cofog: text("cofog"),
            life_events: ticked(sent, "life_events"),
            note: text("note"),
            from: text("from"),
            plan: text("plan"),
            ..Self::default()
        };
        for row in rows("steps") {
            let step = TypedStep {
                stage: text(&format!("{row}-stage")),
                title: Both::sent(sent, &format!("{row}-title")),
                text: Both::sent(sent, &format!("{row}-text")),
            };
            if !(step.title.is_empty() && step.text.is_empty()) {
                typed.steps.push(step);
            }
        }
        for row in rows("documents") {
            let document = TypedDocument {
                kind: text(&format!("{row}-kind")),
                name: Both::sent(sent, &format!("{row}-name")),
                note: Both::sent(sent, &format!("{row}-note")),
                required: sent.get(&format!("{row}-required")).is_some(),
            };
            if !(document.name.is_empty() && document.note.is_empty()) {
                typed.documents.push(document);
            }
        }
        for row in rows("laws") {
            let law = TypedLaw { title: Both::sent(sent, &format!("{row}-title")), link: text(&format!("{row}-link")) };
            if !(law.title.is_empty() && law.link.is_empty()) {
                typed.laws.push(law);
            }
        }
        typed
    }

    /// With empty rows to go on in.
    pub fn with_spare_rows(mut self) -> Self {
        let step = TypedStep { stage: "request".to_owned(), ..TypedStep::default() };
        let document = TypedDocument { kind: "document".to_owned(), ..TypedDocument::default() };
        self.steps.extend(std::iter::repeat_n(step, SPARE));
        self.documents.extend(std::iter::repeat_n(document, SPARE));
        self.laws.extend(std::iter::repeat_n(TypedLaw::default(), SPARE));
        self
    }
}
