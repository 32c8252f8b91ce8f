//! Own indicators with their values in a period, as lists show them.

use crate::parts::service_names;
use i18n::Args;
use indicators::{Better, Filter, OwnFigure, OwnIndicator, Quantity, own_figures};
use kernel::{Locale, PageRequest, Result};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Read;
use web_kit::Visit;

/// The most pages of values that one page shows.
const MOST_PAGES: usize = 10;
/// Values before the last one that a line shows.
const EARLIER: usize = 11;

/// An own indicator as a line of a list.
#[derive(Debug, Clone, Serialize)]
pub struct OwnRow {
    pub code: String,
    pub name: String,
    pub service: String,
    pub channel: &'static str,
    pub stage: &'static str,
    /// `≤ 5 min`
    pub wanted: String,
    pub closed: bool,
    pub last: Option<Shown>,
    pub earlier: Vec<Shown>,
}

/// A value of a month.
#[derive(Debug, Clone, Serialize)]
pub struct Shown {
    pub month: String,
    pub value: String,
    pub reached: bool,
}

/// The indicators with a value in the period of `filter`, and `more` ones without, by code.
pub async fn own_rows(visit: &Visit, tx: &Read, filter: &Filter, more: Vec<OwnIndicator>) -> Result<Vec<OwnRow>> {
    let mut all: BTreeMap<_, (OwnIndicator, Vec<Shown>)> =
        more.into_iter().map(|one| (one.code.clone(), (one, Vec::new()))).collect();
    for figure in figures(tx, filter).await? {
        let value = shown(visit.locale(), &figure);
        let (_, values) = all.entry(figure.value.code).or_insert((figure.indicator, Vec::new()));
        values.push(value);
    }
    let services = all.keys().map(|code| code.service.clone()).collect();
    let names = service_names(tx, visit.locale(), services).await?;
    Ok(all.into_values().map(|(one, values)| row(visit, one, values, &names)).collect())
}

async fn figures(tx: &Read, filter: &Filter) -> Result<Vec<OwnFigure>> {
    let mut found = Vec::new();
    let mut request = PageRequest::first(PageRequest::MAX);
    for _ in 0..MOST_PAGES {
        let page = own_figures(tx, filter, &request).await?;
        found.extend(page.items);
        let Some(next) = page.next else { break };
        request = PageRequest::new(PageRequest::MAX, Some(next));
    }
    Ok(found)
}

fn row(visit: &Visit, one: OwnIndicator, mut values: Vec<Shown>, names: &BTreeMap<String, String>) -> OwnRow {
    values.reverse();
    let mut values = values.into_iter();
    OwnRow {
        name: one.text.name.get(visit.locale()).to_owned(),
        service: names.get(&one.code.service).cloned().unwrap_or_default(),
        channel: one.channel.as_str(),
        stage: one.stage.as_str(),
        wanted: wanted(visit, &one),
        closed: one.closed,
        last: values.next(),
        earlier: values.take(EARLIER).collect(),
        code: one.code.to_string(),
    }
}

fn shown(locale: Locale, figure: &OwnFigure) -> Shown {
    Shown {
        month: figure.value.month.to_string(),
        value: with_unit(locale, &figure.indicator, figure.value.value),
        reached: figure.indicator.text.reached(figure.value.value),
    }
}

/// `4,25 min`
pub(super) fn with_unit(locale: Locale, indicator: &OwnIndicator, value: Quantity) -> String {
    format!("{}\u{a0}{}", value.written(locale), indicator.text.unit.get(locale))
}

/// `ne vairāk kā 5 min`
pub(super) fn wanted(visit: &Visit, indicator: &OwnIndicator) -> String {
    let mut args = Args::new();
    args.set("value", with_unit(visit.locale(), indicator, indicator.text.wanted));
    let key = match indicator.text.better {
        Better::Higher => "own-wanted-higher",
        Better::Lower => "own-wanted-lower",
    };
    visit.text_with(key, &args)
}
