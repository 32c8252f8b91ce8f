//! The indicators that holders set.

use super::define::unknown;
use super::model::{OwnCode, OwnIndicator, OwnValue};
use super::values::seen;
use crate::policy::{self, Sight};
use crate::{Filter, store};
use kernel::{Cursor, Page, PageRequest, Result};
use std::collections::BTreeMap;
use storage::Read;

/// An indicator with its values in the months that were asked for, the first month first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnSeries {
    /// The indicator.
    pub indicator: OwnIndicator,
    /// All of its values in these months.
    pub values: Vec<OwnValue>,
}

/// One page of the indicators of the holder and of the service of `filter`, closed ones too, by code, each with all of its
/// values in the months (CAT-29). Who sees which: as [`crate::own_figures`].
///
/// # Errors
/// Invalid `indicator-months` when the last month lies before the first, `bad-cursor` for a foreign cursor.
pub async fn own_indicators(tx: &Read, filter: &Filter, page: &PageRequest) -> Result<Page<OwnSeries>> {
    let sight = seen(tx.caller(), filter)?;
    let after = page.after.as_ref().map(place).transpose()?;
    let holder = match sight {
        Sight::Nothing => return Ok(Page { items: Vec::new(), next: None }),
        Sight::Of(holder) => Some(holder),
        Sight::All => None,
    };
    let found = store::own::listed(tx, holder, filter.service.as_deref(), after.as_ref(), page.probe()).await?;
    let found = Page::from_probe(found, page, |one: &OwnIndicator| {
        Cursor::from_parts(&[&one.code.service, &one.code.number.to_string()])
    });
    let codes: Vec<&OwnCode> = found.items.iter().map(|one| &one.code).collect();
    let mut values: BTreeMap<OwnCode, Vec<OwnValue>> = BTreeMap::new();
    for value in store::own_values::of_codes(tx, &codes, filter).await? {
        values.entry(value.code.clone()).or_default().push(value);
    }
    Ok(found.map(|indicator| OwnSeries { values: values.remove(&indicator.code).unwrap_or_default(), indicator }))
}

fn place(cursor: &Cursor) -> Result<OwnCode> {
    let (service, number) = cursor.two()?;
    Ok(OwnCode { service, number })
}

/// One indicator.
///
/// # Errors
/// Not found when there is none, or the caller has nothing to do with its holder.
pub async fn own_indicator(tx: &Read, code: &OwnCode) -> Result<OwnIndicator> {
    let found =
        store::own::find(tx, code).await?.filter(|(_, one)| policy::may_see_own(tx.caller(), one.holder).is_ok());
    found.map(|(_, indicator)| indicator).ok_or_else(|| unknown(code))
}
