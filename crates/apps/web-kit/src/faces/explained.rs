//! A page for each `type` of a problem (RFC 9457): what it means, in the words that the problem itself is told in.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect};
use http::header::VARY;
use i18n::{Args, Catalog};
use kernel::{Error, ErrorKind, Locale, Result};
use serde::Serialize;

use super::words::kind_key;
use crate::{Access, Answer, Routes, Template, Visit};

/// `/problems/{key}`, where `type` of a problem leads, and the page in each language.
#[must_use]
pub fn problem_pages() -> Routes {
    let pages = Routes::new().get("/problems/{key}", Access::Public, show);
    pages.merge(Routes::plain().get("/problems/{key}", Access::Public, lead))
}

/// Context of `kit/problem.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ProblemPage {
    key: String,
    title: String,
    happened: String,
    kept: Option<String>,
    next: Option<String>,
}

impl ProblemPage {
    /// None where no problem is called so.
    fn of(catalog: &Catalog, locale: Locale, key: &str) -> Option<Self> {
        let is_word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !key.chars().all(is_word) {
            return None;
        }
        // Of what goes wrong inside us no more is told than that it does.
        let text = if key == "internal" { kind_key(ErrorKind::Internal).to_owned() } else { format!("error-{key}") };
        let own = |attribute: &str| catalog.outline(locale, &text, Some(attribute));
        // Whoever comes here was told of it by a program.
        let title = own("program-title")
            .or_else(|| own("title"))
            .or_else(|| catalog.text(locale, "web-problem-title", &Args::new()));
        Some(Self {
            key: key.to_owned(),
            title: title.unwrap_or_default(),
            happened: own("program").or_else(|| catalog.outline(locale, &text, None))?,
            kept: own("kept"),
            next: own("program-next").or_else(|| own("next")),
        })
    }

    fn asked(visit: &Visit, key: &str) -> Result<Self> {
        let catalog = visit.state().templates().catalog();
        Self::of(catalog, visit.locale(), key).ok_or_else(|| Error::not_found("page"))
    }
}

async fn show(visit: Visit, Path(key): Path<String>) -> Answer {
    let page = ProblemPage::asked(&visit, &key)?;
    visit.render(&page)
}

/// To the page in the language that is asked for: problems are told in one as well.
async fn lead(visit: Visit, Path(key): Path<String>) -> Answer {
    let page = ProblemPage::asked(&visit, &key)?;
    let target = format!("/{}/problems/{}", visit.locale(), page.key);
    Ok(([(VARY, "accept-language")], Redirect::to(&target)).into_response())
}

impl Template for ProblemPage {
    const NAME: &'static str = "kit/problem.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let Ok(catalog) = Catalog::load() else { return Vec::new() };
        ["bad-json", "internal", "json-field-missing"]
            .iter()
            .filter_map(|key| Self::of(&catalog, locale, key))
            .collect()
    }
}
