//! Values of indicators that holders set, month by month.

use super::model::{OwnCode, OwnIndicator, OwnValue};
use crate::policy::{self, Sight};
use crate::{Filter, store};
use kernel::{Caller, Cursor, Page, PageRequest, Result};
use std::collections::BTreeMap;
use storage::Read;

/// A value with the indicator it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFigure {
    /// The indicator.
    pub indicator: OwnIndicator,
    /// Its value in one month.
    pub value: OwnValue,
}

/// Values in the months, of the holder and of the service of `filter`, by indicator and month (CAT-29). Staff and systems
/// see those of their own institution; the public, clients and others see none: a holder may count what would give
/// somebody away.
///
/// # Errors
/// Invalid `indicator-months` when the last month lies before the first, `bad-cursor` for a foreign cursor.
pub async fn own_figures(tx: &Read, filter: &Filter, page: &PageRequest) -> Result<Page<OwnFigure>> {
    let sight = seen(tx.caller(), filter)?;
    let after = page.after.as_ref().map(Cursor::three).transpose()?;
    let holder = match sight {
        Sight::Nothing => return Ok(Page { items: Vec::new(), next: None }),
        Sight::Of(holder) => Some(holder),
        Sight::All => None,
    };
    let rows = store::own_values::between(tx, filter, holder, after, page.probe()).await?;
    let page = Page::from_probe(rows, page, |row: &OwnValue| {
        Cursor::from_parts(&[&row.code.service, &row.code.number.to_string(), &row.month.to_string()])
    });
    let services: Vec<String> = page.items.iter().map(|row| row.code.service.clone()).collect();
    let known: BTreeMap<OwnCode, OwnIndicator> =
        store::own::of_services(tx, &services).await?.into_iter().map(|one| (one.code.clone(), one)).collect();
    let figure = |value: OwnValue| known.get(&value.code).map(|one| OwnFigure { indicator: one.clone(), value });
    Ok(Page { items: page.items.into_iter().filter_map(figure).collect(), next: page.next })
}

/// Whose indicators are meant, of those that the caller sees.
///
/// # Errors
/// Invalid `indicator-months` when the last month lies before the first.
pub(super) fn seen(caller: &Caller, filter: &Filter) -> Result<Sight> {
    filter.in_order()?;
    Ok(match (policy::sight_of_own(caller), filter.holder) {
        (Sight::Of(own), Some(wanted)) if own != wanted => Sight::Nothing,
        (Sight::All, Some(wanted)) => Sight::Of(wanted),
        (sight, _) => sight,
    })
}

/// One page of the values of one indicator, the newest month first.
///
/// # Errors
/// Not found when there is no such indicator, or the caller has nothing to do with its holder; invalid `bad-cursor` for a
/// foreign cursor.
pub async fn own_values(tx: &Read, code: &OwnCode, page: &PageRequest) -> Result<Page<OwnValue>> {
    super::own_indicator(tx, code).await?;
    let before = page.after.as_ref().map(Cursor::one).transpose()?;
    let rows = store::own_values::of(tx, code, before, page.probe()).await?;
    Ok(Page::from_probe(rows, page, |row: &OwnValue| Cursor::from_parts(&[&row.month.to_string()])))
}
