//! `/work/indicators/own`: the institution's own indicators, and many values at once.

use super::figures::{OwnRow, own_rows};
use crate::parts::{Asked, LINES, Paging, page_asked};
use indicators::{Filter, Month};
use kernel::{PageRequest, Result};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Visit};

const PATH: &str = "/work/indicators/own";

/// Context of `work/own_indicators/list.html`.
#[derive(Debug, Clone, Serialize)]
pub struct OwnListPage {
    pub(super) rows: Vec<OwnRow>,
    pub(super) paging: Paging,
    /// The table of values as it was typed.
    pub(super) typed: String,
    pub(super) errors: FormErrors,
}

/// A page of the list.
pub async fn list(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let request = page_asked(&Fields(asked), LINES)?;
    let tx = visit.read().await?;
    visit.render(&OwnListPage::read(&visit, &tx, &request).await?)
}

impl OwnListPage {
    /// A page of the indicators with their values of the last twelve months.
    pub(super) async fn read(visit: &Visit, tx: &Read, request: &PageRequest) -> Result<Self> {
        let holder = visit.caller().require_institution()?;
        let present = Month::of(visit.now());
        let filter = Filter { holder: Some(holder), ..Filter::between(present.back(11), present) };
        let page = own_rows(visit, tx, &filter, request).await?;
        let paging = Paging::at(visit, PATH, request, &page);
        Ok(Self { rows: page.items, paging, typed: String::new(), errors: FormErrors::none() })
    }
}
