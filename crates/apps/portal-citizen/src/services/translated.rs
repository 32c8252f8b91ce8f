//! The description of a service in a further language: its texts in that language, the frame in the page's own.

use std::sync::Arc;

use catalogue::{Description, Service};
use kernel::{Error, LangText, Locale};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Template, Visit};

use crate::spoken::{self, Language, Speech, languages, speak};

#[derive(Debug, Serialize)]
struct Step {
    title: String,
    text: String,
}

/// Context of `services/translated.html`.
#[derive(Debug, Serialize)]
pub(crate) struct TranslatedPage {
    href: String,
    name: String,
    lead: String,
    audience: String,
    conditions: Vec<String>,
    documents: Vec<String>,
    steps: Vec<Step>,
    appeal: String,
    languages: Vec<Language>,
    speech: Speech,
}

/// The page of `service` in the language `tag`.
pub(super) async fn show(tx: &Read, visit: &Visit, service: &Arc<Service>, tag: &str) -> Answer {
    let path = format!("/services/{}", service.code);
    let spoken = speak(tx, visit, &*service.description, tag, &path).await?;
    let (text, speech): (Description, Speech) = spoken.ok_or_else(|| Error::not_found("page"))?;
    let say = |text: &LangText| text.get(visit.locale()).to_owned();
    visit.render(&TranslatedPage {
        href: visit.url(&path),
        name: say(&text.name),
        lead: say(&text.summary),
        audience: say(&text.audience),
        conditions: text.conditions.iter().map(say).collect(),
        documents: text.documents.iter().map(|document| say(&document.name)).collect(),
        steps: text.steps.iter().map(|step| Step { title: say(&step.title), text: say(&step.text) }).collect(),
        appeal: say(&text.appeal),
        languages: languages(tx, visit, service.name(), &path).await?,
        speech,
    })
}

impl Template for TranslatedPage {
    const NAME: &'static str = "citizen/services/translated.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let (languages, speech) = spoken::samples(locale);
        let full = Self {
            href: format!("/{locale}/services/1007"),
            name: "Допомога при народженні дитини".to_owned(),
            lead: "Одноразова допомога".to_owned(),
            audience: "Мати, батько".to_owned(),
            conditions: vec!["Ви живете в Латвії".to_owned()],
            documents: vec!["IBAN".to_owned()],
            steps: vec![Step { title: "Подайте заяву".to_owned(), text: "Онлайн".to_owned() }],
            appeal: "Один місяць".to_owned(),
            languages,
            speech: speech.clone(),
        };
        let bare = Self {
            href: full.href.clone(),
            name: "Назва".to_owned(),
            lead: String::new(),
            audience: String::new(),
            conditions: Vec::new(),
            documents: Vec::new(),
            steps: Vec::new(),
            appeal: String::new(),
            languages: Vec::new(),
            speech,
        };
        vec![full, bare]
    }
}
