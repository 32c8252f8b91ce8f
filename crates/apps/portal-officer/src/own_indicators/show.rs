//! `/work/indicators/own/{code}`: one indicator, its values, and the forms for both.

use super::figures::{wanted, with_unit};
use super::typed::{TypedOwn, TypedValue};
use crate::parts::{Asked, Choice, Paging, choices, page_asked, service_names};
use crate::services::Names;
use axum::extract::Path;
use chrono::{DateTime, Utc};
use indicators::{Better, OwnCode, OwnIndicator, OwnValue, own_indicator, own_values};
use kernel::{PageRequest, Result};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Visit};

/// Context of `work/own_indicators/show.html`.
#[derive(Debug, Clone, Serialize)]
pub struct OwnPage {
    pub(super) here: String,
    pub(super) code: String,
    pub(super) name: String,
    pub(super) service: String,
    pub(super) channel: &'static str,
    pub(super) stage: &'static str,
    pub(super) wanted: String,
    pub(super) closed: bool,
    pub(super) revision: i64,
    pub(super) values: Vec<Line>,
    pub(super) paging: Paging,
    pub(super) betters: Vec<Choice>,
    pub(super) typed: TypedOwn,
    pub(super) typed_value: TypedValue,
    pub(super) errors: FormErrors,
}

/// A value, the newest month first.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Line {
    pub(super) month: String,
    pub(super) value: String,
    pub(super) reached: bool,
    pub(super) recorded_at: DateTime<Utc>,
    /// Empty for an institution's system.
    pub(super) recorded_by: String,
}

/// How many values a page shows: those of five years.
const VALUES: u64 = 60;

/// The page with the newest values, or with those behind a place.
pub async fn show(visit: Visit, Path(code): Path<String>, axum::extract::Query(asked): Asked) -> Answer {
    let request = page_asked(&Fields(asked), VALUES)?;
    let tx = visit.read().await?;
    visit.render(&OwnPage::read(&visit, &tx, &code.parse()?, &request).await?)
}

/// The newest values, for a page that is shown again.
pub(super) fn first_values() -> PageRequest {
    PageRequest::first(VALUES)
}

impl OwnPage {
    pub(super) async fn read(visit: &Visit, tx: &Read, code: &OwnCode, request: &PageRequest) -> Result<Self> {
        let one = own_indicator(tx, code).await?;
        let page = own_values(tx, code, request).await?;
        let path = format!("/work/indicators/own/{code}");
        let paging = Paging::at(visit, &path, request, &page);
        let values = page.items;
        let people = Names::of(tx, &values.iter().map(|value| value.recorded_by).collect::<Vec<_>>()).await?;
        let service = service_names(tx, visit.locale(), vec![code.service.clone()]).await?;
        Ok(Self {
            here: visit.url(&path),
            paging,
            code: code.to_string(),
            name: one.text.name.get(visit.locale()).to_owned(),
            service: service.get(&code.service).cloned().unwrap_or_default(),
            channel: one.channel.as_str(),
            stage: one.stage.as_str(),
            wanted: wanted(visit, &one),
            closed: one.closed,
            revision: one.revision,
            values: values.iter().map(|value| line(visit, &one, value, &people)).collect(),
            betters: choices(visit, "own-better", Better::ALL.iter().map(|better| better.as_str())),
            typed: TypedOwn::known(&one),
            typed_value: TypedValue::default(),
            errors: FormErrors::none(),
        })
    }
}

fn line(visit: &Visit, one: &OwnIndicator, value: &OwnValue, people: &Names) -> Line {
    Line {
        month: value.month.to_string(),
        value: with_unit(visit.locale(), one, value.value),
        reached: one.text.reached(value.value),
        recorded_at: value.recorded_at,
        recorded_by: people.get(value.recorded_by),
    }
}
