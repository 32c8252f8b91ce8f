//! Own indicators with their values in a period, as lists show them.

use crate::parts::service_names;
use i18n::Args;
use indicators::{Better, Filter, OwnIndicator, OwnSeries, OwnValue, Quantity, own_indicators};
use kernel::{Locale, Page, PageRequest, Result};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Read;
use web_kit::Visit;

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
    /// The newest value of the period; none when it has no value in it.
    pub last: Option<Shown>,
    /// All the others of the period, newest first.
    pub earlier: Vec<Shown>,
}

/// A value of a month.
#[derive(Debug, Clone, Serialize)]
pub struct Shown {
    pub month: String,
    pub value: String,
    pub reached: bool,
}

/// A page of the indicators of the holder and of the service of `filter` by code, each with all of its values in the
/// months; the newest value leads.
pub async fn own_rows(visit: &Visit, tx: &Read, filter: &Filter, page: &PageRequest) -> Result<Page<OwnRow>> {
    let page = own_indicators(tx, filter, page).await?;
    let services = page.items.iter().map(|one| one.indicator.code.service.clone()).collect();
    let names = service_names(tx, visit.locale(), services).await?;
    Ok(page.map(|series| row(visit, &series, &names)))
}

fn row(visit: &Visit, series: &OwnSeries, names: &BTreeMap<String, String>) -> OwnRow {
    let one = &series.indicator;
    let mut values = series.values.iter().rev().map(|value| shown(visit.locale(), one, value));
    OwnRow {
        code: one.code.to_string(),
        name: one.text.name.get(visit.locale()).to_owned(),
        service: names.get(&one.code.service).cloned().unwrap_or_default(),
        channel: one.channel.as_str(),
        stage: one.stage.as_str(),
        wanted: wanted(visit, one),
        closed: one.closed,
        last: values.next(),
        earlier: values.collect(),
    }
}

fn shown(locale: Locale, one: &OwnIndicator, value: &OwnValue) -> Shown {
    Shown {
        month: value.month.to_string(),
        value: with_unit(locale, one, value.value),
        reached: one.text.reached(value.value),
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
