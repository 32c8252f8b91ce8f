//! Shows what occurs, and where.

use super::page::{Asked, BulkPage, Found, TypedChange, Value};
use super::run::MOST;
use crate::parts::{Asked as Query, Choice, choices, page_asked};
use catalogue::{BulkKind, BulkTarget, ServiceState};
use kernel::{Channel, Result};
use service_words::label;
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Visit, percent};

/// How many values are offered to choose from.
const OFFERED: usize = 50;

/// The page: the kind, then the value, then every place.
pub async fn show(visit: Visit, axum::extract::Query(asked): Query) -> Answer {
    let tx = visit.read().await?;
    let page = BulkPage::read(&visit, &tx, &Fields(asked), None).await?;
    visit.render(&page)
}

/// What a form or an address asks to change.
///
/// # Errors
/// Invalid for a kind or channel that does not exist.
pub fn target(asked: &Fields) -> Result<Option<BulkTarget>> {
    let kind = crate::parts::word::<BulkKind>(asked, "kind")?;
    let channel = crate::parts::word::<Channel>(asked, "channel")?;
    Ok(kind.map(|kind| BulkTarget { kind, old: asked.text("old").to_owned(), channel }))
}

impl BulkPage {
    /// The page; `chosen` are the codes that were ticked in a form that is shown again.
    ///
    /// # Errors
    /// Those of the use cases.
    pub async fn read(visit: &Visit, tx: &Read, asked: &Fields, chosen: Option<&[String]>) -> Result<Self> {
        let holder = visit.caller().require_institution()?;
        let kinds = choices(visit, "bulk-kind", BulkKind::ALL.iter().map(|kind| kind.as_str()));
        let mut channels = vec![Choice::new("", visit.text("bulk-all-channels"))];
        channels.extend(choices(visit, "channel", Channel::ALL.iter().map(|channel| channel.as_str())));
        let mut page = Self {
            kinds,
            channels,
            asked: Asked::default(),
            values: Vec::new(),
            cut: false,
            found: Vec::new(),
            opening: false,
            rest: String::new(),
            next: None,
            most: MOST,
            // What the new words do not say any more is taken away unless somebody wants otherwise.
            typed: TypedChange { clear_opening: true, ..TypedChange::default() },
            errors: FormErrors::none(),
        };
        let Some(target) = target(asked)? else { return Ok(page) };
        let ready = !target.old.is_empty() || target.kind == BulkKind::Notice;
        page.asked = Asked {
            kind: target.kind.as_str().to_owned(),
            old: target.old.clone(),
            channel: target.channel.map(|channel| channel.as_str().to_owned()).unwrap_or_default(),
            after: asked.text("after").to_owned(),
            ready,
            in_words: matches!(target.kind, BulkKind::Hours | BulkKind::Notice),
        };
        if !ready {
            let found = catalogue::bulk_values(tx, holder, target.kind).await?;
            page.cut = found.partial || found.values.len() > OFFERED;
            let value = |(text, count): (String, usize)| Value {
                href: place(visit, &BulkTarget { old: text.clone(), ..target.clone() }, ""),
                text,
                count,
            };
            page.values = found.values.into_iter().take(OFFERED).map(value).collect();
            return Ok(page);
        }
        let request = page_asked(asked, MOST)?;
        let found = catalogue::occurrences(tx, holder, &target, &request).await?;
        page.rest = found.next.map(|next| next.as_str().to_owned()).unwrap_or_default();
        page.next = next(visit, &target, &page.rest);
        page.found = found.items.into_iter().map(|one| occurrence(visit, one, chosen)).collect();
        page.opening = page.found.iter().any(|one| one.opening);
        Ok(page)
    }
}

/// The address of the places that come after those already shown; none when there are no more.
pub(super) fn next(visit: &Visit, target: &BulkTarget, rest: &str) -> Option<String> {
    Some(rest).filter(|rest| !rest.is_empty()).map(|rest| place(visit, target, rest))
}

/// The address of the places of a value, from `after` on.
fn place(visit: &Visit, target: &BulkTarget, after: &str) -> String {
    let channel = target.channel.map_or("", Channel::as_str);
    let mut path = format!("/work/services/bulk?kind={}&channel={channel}", target.kind.as_str());
    path.push_str(&format!("&old={}", percent(&target.old)));
    if !after.is_empty() {
        path.push_str(&format!("&after={}", percent(after)));
    }
    visit.url(&path)
}

fn occurrence(visit: &Visit, one: catalogue::Occurrence, chosen: Option<&[String]>) -> Found {
    Found {
        name: one.name.get(visit.locale()).to_owned(),
        places: one.paths.iter().map(|path| label(visit, path)).collect(),
        state: one.state.as_str(),
        copy: one.copy,
        opening: !one.opening.is_empty(),
        chosen: chosen.map_or(one.state != ServiceState::Closed, |chosen| chosen.contains(&one.code)),
        code: one.code,
    }
}
