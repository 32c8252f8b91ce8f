//! `GET /services/suggest?q=`: names of services, life situations and institutions while somebody types. Plain data for the
//! script, which shows the lines as they come; the form works without.

use axum::Json;
use axum::extract::Query;
use axum::response::IntoResponse;
use catalogue::{SearchIndex, services_by_codes};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use web_kit::{Answer, Visit};

use crate::guides::{GuideIndex, GuideLine};
use crate::unified::Families;

/// As many as fit below the box on a phone.
const LINES: usize = 7;
/// So many of them may be life situations and institutions, which stand after the services.
const GUIDES: usize = 3;
/// Longer texts are no beginnings of names, in characters.
const LONGEST: usize = 80;

/// What was typed so far.
#[derive(Debug, Deserialize)]
pub(crate) struct Typed {
    #[serde(default)]
    q: String,
}

/// One name.
#[derive(Debug, Serialize)]
struct Line {
    title: String,
    href: String,
}

/// Up to seven names with their addresses. What is no service says what it is.
pub(crate) async fn suggest(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    let index = visit.state().part::<Arc<SearchIndex>>()?;
    let text: String = typed.q.chars().take(LONGEST).collect();
    let tx = visit.read().await?;
    let guides = visit.state().part::<Arc<GuideIndex>>()?;
    let mut found = index.suggest(&tx, &text, visit.locale(), LINES).await?;
    let similar = if found.is_empty() { Some(index.synonyms(&tx).await?) } else { None };
    let guides = guides.suggest(&visit, &text, similar, GUIDES)?;
    found.truncate(LINES - guides.len());
    // A unified service is suggested once, and its own page is what is meant, not that of one of its institutions.
    let codes: Vec<String> = found.iter().map(|one| one.id.clone()).collect();
    let items = services_by_codes(&tx, &codes).await?;
    let families = Families::of(&tx, &items).await?;
    let family = |code: &str| families.line(&visit, items.iter().find(|item| item.code == code)?.id);
    let line = |one: search::Suggestion| match family(&one.id) {
        Some(family) => Line { href: family.href, title: family.name },
        None => Line { href: visit.url(&format!("/services/{}", one.id)), title: one.title },
    };
    let beside = |one: GuideLine| Line { title: format!("{} – {}", one.title, visit.text(one.kind)), href: one.href };
    let lines: Vec<Line> = found.into_iter().map(line).chain(guides.into_iter().map(beside)).collect();
    Ok(Json(lines).into_response())
}
