//! Recording values: one from a page, many from a table or from an institution's system.

use super::define::unknown;
use super::events::stream;
use super::model::{OwnCode, OwnIndicator};
use super::{Quantity, recorded};
use crate::{Month, policy, store};
use kernel::{Error, FieldError, Result, digest_hex, no_faults};
use std::collections::{BTreeMap, BTreeSet};
use storage::{Claim, Expected, Write};
use uuid::Uuid;

/// The most values of one recording.
pub const MOST_VALUES: usize = 1_000;

/// A value as it was given, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenValue {
    /// What the indicator is called by: `1007-R1`.
    pub indicator: String,
    /// `2026-10`.
    pub month: String,
    /// `4,25` or `4.25`.
    pub value: String,
}

/// Values about to be recorded: all of them, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordValues {
    /// The values.
    pub values: Vec<GivenValue>,
    /// The same key twice is one recording.
    pub idempotency_key: Option<String>,
}

/// What became of a recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// How many values are new or other than before.
    pub changed: usize,
    /// Whether this very recording had been received before.
    pub repeated: bool,
}

/// An indicator with the id of its stream.
type Known = (Uuid, OwnIndicator);

/// Records values of the caller's institution (CAT-29). A value for a month that has one takes its place; the former one
/// stays in the event log. A value that stands already changes nothing.
///
/// # Errors
/// Forbidden for everybody but contact persons and institutions' systems; invalid `own-no-values` for none and
/// `own-many-values` for more than 1,000, `bad-idempotency-key` for a key over 200 characters; invalid by place
/// (`values/0/month`): an indicator that the institution does not have or that is closed, a month that is none, lies
/// ahead or comes twice, what is not a number; conflict `key-reused` for a key used for other values.
pub async fn record_own_values(tx: &mut Write, input: RecordValues) -> Result<Recorded> {
    let holder = policy::may_record_own(tx.caller())?;
    match input.values.len() {
        0 => return Err(Error::invalid("own-no-values")),
        count if count > MOST_VALUES => return Err(Error::invalid("own-many-values").arg("most", MOST_VALUES)),
        _ => {}
    }
    if let Some(key) = &input.idempotency_key {
        let content: Vec<String> =
            input.values.iter().map(|one| format!("{} {} {}", one.indicator, one.month, one.value)).collect();
        let (scope, digest) = (format!("own-indicators {holder}"), digest_hex(content.join("\n").as_bytes()));
        let id = tx.ids().uuid();
        if let Claim::Done { .. } = tx.claim_key(&scope, key, &digest, id).await? {
            return Ok(Recorded { changed: 0, repeated: true });
        }
    }
    let known = known(tx, &input.values).await?;
    let values = understood(&input.values, &known, |one| one.holder == holder, Month::of(tx.now()))?;
    let mut changed = 0;
    for ((id, indicator), month, value) in values {
        changed += usize::from(keep(tx, *id, indicator, month, value).await?);
    }
    Ok(Recorded { changed, repeated: false })
}

/// The indicators that are named, by their codes.
async fn known(tx: &Write, values: &[GivenValue]) -> Result<BTreeMap<OwnCode, Known>> {
    let codes: BTreeSet<OwnCode> = values.iter().filter_map(|one| one.indicator.trim().parse().ok()).collect();
    let mut known = BTreeMap::new();
    for code in codes {
        if let Some(found) = store::own::find(tx, &code).await? {
            known.insert(code, found);
        }
    }
    Ok(known)
}

type Understood<'a> = (&'a Known, Month, Quantity);

/// The values as they are meant; everything that is wrong is told at once.
fn understood<'a>(
    values: &[GivenValue],
    known: &'a BTreeMap<OwnCode, Known>,
    own: impl Fn(&OwnIndicator) -> bool,
    present: Month,
) -> Result<Vec<Understood<'a>>> {
    let (mut faults, mut good) = (Vec::new(), Vec::new());
    let mut seen = BTreeMap::new();
    for (place, given) in values.iter().enumerate() {
        let code: Result<OwnCode> = given.indicator.trim().parse();
        let found = code.and_then(|code| {
            let of_others = || unknown(&code);
            let found = known.get(&code).filter(|(_, one)| own(one)).ok_or_else(of_others)?;
            if found.1.closed { Err(Error::invalid("own-closed").arg("code", &code)) } else { Ok(found) }
        });
        let month = given.month.trim().parse().and_then(|month: Month| match month {
            ahead if ahead > present => Err(Error::invalid("own-month-ahead").arg("month", month)),
            month => Ok(month),
        });
        let value: Result<Quantity> = given.value.parse();
        let twice = match (&found, &month) {
            (Ok((_, one)), Ok(month)) => seen.insert((&one.code, *month), place).is_some(),
            _ => false,
        };
        if let (Ok(found), Ok(month), Ok(value), false) = (&found, &month, &value, twice) {
            good.push((*found, *month, *value));
            continue;
        }
        faults.extend(found.err().map(|error| fault(place, "indicator", &error)));
        faults.extend(month.err().map(|error| fault(place, "month", &error)));
        faults.extend(value.err().map(|error| fault(place, "value", &error)));
        faults.extend(twice.then(|| fault(place, "month", &Error::invalid("own-month-twice"))));
    }
    no_faults(faults)?;
    Ok(good)
}

fn fault(place: usize, field: &str, error: &Error) -> FieldError {
    FieldError::of(format!("values/{place}/{field}"), error)
}

/// Whether the value is another than the one that stood.
async fn keep(tx: &mut Write, id: Uuid, indicator: &OwnIndicator, month: Month, value: Quantity) -> Result<bool> {
    let before = store::own_values::lock(tx, &indicator.code, month).await?;
    if before == Some(value) {
        return Ok(false);
    }
    store::own_values::put(tx, indicator, month, value).await?;
    tx.append(stream(id), Expected::Any, vec![recorded(&indicator.code, month, value, before)?]).await?;
    Ok(true)
}
