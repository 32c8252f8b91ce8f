//! Counts added up over services and over months, for those who see every one of them.

use crate::cells::{Measure, known_dimension};
use crate::{Filter, Month, policy, store};
use kernel::{Error, InstitutionId, Result};
use std::collections::BTreeMap;
use storage::Read;

/// What counts come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sum(BTreeMap<(Measure, &'static str), i64>);

impl Sum {
    /// What a measure comes to over all its channels, outcomes or points.
    #[must_use]
    pub fn total(&self, measure: Measure) -> i64 {
        self.0.iter().filter(|((one, _), _)| *one == measure).map(|(_, sum)| sum).sum()
    }

    /// What a measure comes to in a channel, with an outcome or a number of points.
    #[must_use]
    pub fn part(&self, measure: Measure, dimension: &str) -> i64 {
        self.0.iter().filter(|((one, name), _)| *one == measure && *name == dimension).map(|(_, sum)| sum).sum()
    }

    fn count(&mut self, measure: &str, dimension: &str, sum: i64) -> Result<()> {
        let known = measure.parse::<Measure>().ok().zip(known_dimension(dimension));
        let unknown = || Error::internal("indicator-cell").arg("cell", format!("{measure} {dimension}"));
        *self.0.entry(known.ok_or_else(unknown)?).or_default() += sum;
        Ok(())
    }
}

/// What the counts of one service at one holder come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceSum {
    /// Service code.
    pub service: String,
    /// Holder of the service.
    pub holder: InstitutionId,
    /// Over all months asked for.
    pub sum: Sum,
}

/// Services with what their counts come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServiceSums {
    /// The first ones by code and holder.
    pub services: Vec<ServiceSum>,
    /// Whether there are others behind them.
    pub more: bool,
}

/// The last month before `month` in which anything of this holder was requested; none when nothing was.
///
/// # Errors
/// Not found when the caller sees the figures of the holder in the public view only.
pub async fn last_requested_before(tx: &Read, holder: InstitutionId, month: Month) -> Result<Option<Month>> {
    policy::may_add_up(tx.caller(), Some(holder))?;
    store::sums::last_month_before(tx, holder, Measure::Requested, month).await
}

/// What all counts of `filter` come to in each month that has any.
///
/// # Errors
/// Not found when the caller sees the figures of the holder in the public view only, forbidden when that is so of all
/// holders together; invalid `indicator-months` when the last month lies before the first.
pub async fn month_sums(tx: &Read, filter: &Filter) -> Result<BTreeMap<Month, Sum>> {
    policy::may_add_up(tx.caller(), filter.holder)?;
    filter.in_order()?;
    let rows: Vec<(String, String, String, i64)> = if filter.holder.is_none() && filter.service.is_none() {
        // These are kept added up, however many services there are.
        let (from, to) = filter.months();
        let kept = store::months::between(tx, from, to).await?;
        kept.into_iter().map(|row| (row.month, row.measure, row.dimension, row.value)).collect()
    } else {
        store::sums::by_month(tx, filter).await?
    };
    let mut sums: BTreeMap<Month, Sum> = BTreeMap::new();
    for (month, measure, dimension, value) in rows {
        sums.entry(month.parse()?).or_default().count(&measure, &dimension, value)?;
    }
    Ok(sums)
}

/// What the counts of each service of `filter` come to over its months, of the first `most` services.
///
/// # Errors
/// As [`month_sums`].
pub async fn service_sums(tx: &Read, filter: &Filter, most: usize) -> Result<ServiceSums> {
    policy::may_add_up(tx.caller(), filter.holder)?;
    filter.in_order()?;
    let mut found = store::sums::services(tx, filter, most as u64 + 1).await?;
    let more = found.len() > most;
    found.truncate(most);
    let mut codes: Vec<&str> = found.iter().map(|(code, _)| code.as_str()).collect();
    codes.dedup();
    if codes.is_empty() {
        return Ok(ServiceSums::default());
    }
    let rows = store::sums::by_service(tx, filter, &codes).await?;
    let mut sums: BTreeMap<_, Sum> = found.into_iter().map(|key| (key, Sum::default())).collect();
    for (service, holder, measure, dimension, value) in rows {
        // Another holder of the last service may be behind the first `most`.
        if let Some(sum) = sums.get_mut(&(service, holder)) {
            sum.count(&measure, &dimension, value)?;
        }
    }
    let one = |((service, holder), sum)| ServiceSum { service, holder: InstitutionId::new(holder), sum };
    Ok(ServiceSums { services: sums.into_iter().map(one).collect(), more })
}
