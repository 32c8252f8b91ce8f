//! `/work/indicators/own`: the institution's own indicators, and many values at once.

use super::figures::{OwnRow, own_rows};
use indicators::{Filter, Month, own_indicators};
use kernel::Result;
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, FormErrors, Visit};

/// Context of `work/own_indicators/list.html`.
#[derive(Debug, Clone, Serialize)]
pub struct OwnListPage {
    pub(super) rows: Vec<OwnRow>,
    /// The table of values as it was typed.
    pub(super) typed: String,
    pub(super) errors: FormErrors,
}

/// The page.
pub async fn list(visit: Visit) -> Answer {
    let tx = visit.read().await?;
    visit.render(&OwnListPage::read(&visit, &tx).await?)
}

impl OwnListPage {
    /// The indicators with their values of the last twelve months.
    pub(super) async fn read(visit: &Visit, tx: &Read) -> Result<Self> {
        let holder = visit.caller().require_institution()?;
        let present = Month::of(visit.now());
        let filter = Filter { holder: Some(holder), ..Filter::between(present.back(11), present) };
        let rows = own_rows(visit, tx, &filter, own_indicators(tx, holder).await?).await?;
        Ok(Self { rows, typed: String::new(), errors: FormErrors::none() })
    }
}
