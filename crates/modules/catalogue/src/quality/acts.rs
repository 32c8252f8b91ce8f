//! Acts that are not in force any more, kept by the platform: likumi.lv offers no feed of them.

use super::keep::refresh;
use super::whole::{act_number, host_of};
use super::{QUALITY_READER, QualityContext, elements, lists};
use crate::events::{QUALITY_ACT_REMOVED, QUALITY_ACT_SET};
use crate::store::quality::acts as rows;
use crate::{Description, policy};
use kernel::{Error, Result};
use std::sync::Arc;
use storage::{Expected, NewEvent, Read, Stream, Write};
use uuid::Uuid;

/// Timer: the services that cite an act are judged again; its subject is the act.
pub const ACT_SPREAD_TIMER: &str = "catalogue.act_spread";

/// So many acts at most: a list that people keep by hand.
pub const MOST_ACTS: u64 = 2000;

/// Services in one unit of work.
const FEW: u64 = 200;

/// Longest title and address, in characters.
const LONGEST: usize = 300;

/// An act that is not in force any more, and what stands in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepealedAct {
    /// Its number at likumi.lv.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// What stands in its place.
    pub successor: String,
    /// The page of that.
    pub link: String,
}

/// The same as editors see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActLine {
    /// The act.
    pub act: RepealedAct,
    /// Counts its changes, from 1.
    pub revision: i64,
}

/// An act to add or change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SetRepealedAct {
    /// Which one, by its number, with the revision the editor saw; none for a new one.
    pub known: Option<(i64, i64)>,
    /// Its address at likumi.lv, or its number there.
    pub act: String,
    /// Its title.
    pub title: String,
    /// The title of what stands in its place.
    pub successor: String,
    /// The address of that, or its number at likumi.lv.
    pub link: String,
}

/// The acts that are known, by their title.
///
/// # Errors
/// Forbidden for everybody but the platform's administrators.
pub async fn repealed_acts(tx: &Read) -> Result<Vec<ActLine>> {
    policy::may_keep_acts(tx.caller())?;
    rows::present(tx).await
}

/// Adds or changes an act; the services that cite it are judged again a few at a time (CAT-18). Its number.
///
/// # Errors
/// Forbidden for everybody but the platform's administrators; not found; stale when somebody else changed it meanwhile;
/// invalid when something is missing or too long, for no address of likumi.lv, for an act that is there already, and when
/// the number of a known one is another.
pub async fn set_repealed_act(tx: &mut Write, input: SetRepealedAct) -> Result<i64> {
    policy::may_keep_acts(tx.caller())?;
    let act = understood(&input)?;
    let number = act.number;
    let known = rows::find(tx, number).await?;
    let present = known.as_ref().filter(|row| !row.removed).map(|row| row.revision);
    match (input.known, present) {
        (Some((other, _)), _) if other != number => {
            return Err(Error::invalid("form-has-errors").field("act", "act-other"));
        }
        (None, Some(_)) => return Err(Error::invalid("form-has-errors").field("act", "act-known")),
        (Some(_), None) => return Err(Error::not_found("act")),
        (Some((_, seen)), Some(present)) if seen != present => return Err(Error::stale("act-changed")),
        _ => {}
    }
    if present.is_none() && rows::present(tx).await?.len() as u64 >= MOST_ACTS {
        return Err(Error::invalid("acts-full").arg("most", MOST_ACTS));
    }
    put(tx, act, known).await?;
    Ok(number)
}

/// Removes an act; what cites it is judged again.
///
/// # Errors
/// Forbidden for everybody but the platform's administrators; not found; stale when somebody else changed it meanwhile.
pub async fn remove_repealed_act(tx: &mut Write, number: i64, revision: i64) -> Result<()> {
    policy::may_keep_acts(tx.caller())?;
    let known = rows::find(tx, number).await?.filter(|row| !row.removed).ok_or_else(|| Error::not_found("act"))?;
    if known.revision != revision {
        return Err(Error::stale("act-changed"));
    }
    let row = rows::Model { removed: true, spread_after: None, updated_at: tx.now(), ..known };
    let id = row.id;
    if !rows::change(tx, (revision, false), row).await? {
        return Err(Error::stale("act-changed"));
    }
    changed(tx, id, number, QUALITY_ACT_REMOVED, revision).await
}

/// Adds the acts of the starting set that were never there and returns how many; what editors changed or removed stays as
/// they left it.
///
/// # Errors
/// Forbidden for everybody but the platform.
pub async fn install_repealed_acts(tx: &mut Write) -> Result<usize> {
    policy::may_keep_acts(tx.caller())?;
    // Another process that starts at the same time waits.
    tx.lock_reader(QUALITY_READER).await?;
    let known = rows::numbers(tx).await?;
    let mut added = 0;
    for act in lists::starting_acts().into_iter().filter(|act| !known.contains(&act.number)) {
        put(tx, act, None).await?;
        added += 1;
    }
    Ok(added)
}

/// Judges the next services again that cite an act: the timer [`ACT_SPREAD_TIMER`], which sets itself until all are done.
/// A law that thousands of descriptions cite holds nobody up.
///
/// # Errors
/// Forbidden for everybody but the platform; unavailable when the database cannot be reached.
pub async fn spread_act(tx: &mut Write, id: Uuid) -> Result<()> {
    policy::may_import(tx.caller())?;
    // Whoever judges now may not know the act yet: what they keep is to be seen here.
    tx.lock_reader(QUALITY_READER).await?;
    let Some(found) = rows::find_by_id(tx, id).await? else { return Ok(()) };
    let services = rows::services_citing(tx, found.number, found.spread_after, FEW).await?;
    let last = services.last().copied().filter(|_| services.len() as u64 == FEW);
    refresh(tx, services).await?;
    rows::spread(tx, id, last).await?;
    if last.is_some() { tx.schedule(ACT_SPREAD_TIMER, id, tx.now()).await } else { Ok(()) }
}

/// What the rules know of a text while it is written, beside the text itself: the acts that it cites.
pub(crate) async fn while_written(tx: &Read, description: &Description) -> Result<QualityContext> {
    let numbers = elements::links(description).into_iter().filter_map(|(_, link)| act_number(link)).collect();
    Ok(QualityContext { repealed: Arc::new(rows::of_numbers(tx, &numbers).await?), ..QualityContext::default() })
}

/// Writes an act over what is known of its number, with its event.
async fn put(tx: &mut Write, act: RepealedAct, known: Option<rows::Model>) -> Result<()> {
    let (id, revision) = known.as_ref().map_or_else(|| (tx.ids().uuid(), 1), |row| (row.id, row.revision + 1));
    let RepealedAct { number, title, successor, link } = act;
    let row = rows::Model {
        id,
        number,
        title,
        successor,
        link,
        revision,
        removed: false,
        spread_after: None,
        updated_at: tx.now(),
    };
    match known {
        None => rows::add(tx, row).await?,
        Some(seen) => {
            if !rows::change(tx, (seen.revision, seen.removed), row).await? {
                return Err(Error::stale("act-changed"));
            }
        }
    }
    changed(tx, id, number, QUALITY_ACT_SET, revision).await
}

/// Tells the log, and has the services judged again.
async fn changed(tx: &mut Write, id: Uuid, number: i64, kind: &'static str, revision: i64) -> Result<()> {
    tx.schedule(ACT_SPREAD_TIMER, id, tx.now()).await?;
    let event = NewEvent::new(kind, 1, &serde_json::json!({ "act": number, "revision": revision }))?;
    tx.append(Stream::new("repealed_act", id), Expected::Any, vec![event]).await?;
    Ok(())
}

/// What was typed, as an act; everything that is wrong is told at once.
fn understood(input: &SetRepealedAct) -> Result<RepealedAct> {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (title, successor) = (one_line(&input.title), one_line(&input.successor));
    let number = number_of(&input.act);
    let link = match number_of(&input.link) {
        Some(number) => Some(format!("https://likumi.lv/ta/id/{number}")),
        None => Some(input.link.trim().to_owned()).filter(|link| host_of(link).is_some()),
    };
    let mut wrong = Vec::new();
    if number.is_none() {
        wrong.push(("act", "act-address"));
    }
    for (field, key, text) in [("title", "act-title", &title), ("successor", "act-successor", &successor)] {
        if text.is_empty() || text.chars().count() > LONGEST {
            wrong.push((field, key));
        }
    }
    match &link {
        None => wrong.push(("link", "act-link")),
        Some(link) if link.chars().count() > LONGEST => wrong.push(("link", "act-link")),
        Some(link) if number.is_some() && act_number(link) == number => wrong.push(("link", "act-itself")),
        Some(_) => {}
    }
    match (number, link) {
        (Some(number), Some(link)) if wrong.is_empty() => Ok(RepealedAct { number, title, successor, link }),
        _ => {
            let none = Error::invalid("form-has-errors");
            Err(wrong.into_iter().fold(none, |error, (field, key)| error.field(field, key)))
        }
    }
}

/// The number of an act in its address at likumi.lv, or typed alone.
fn number_of(typed: &str) -> Option<i64> {
    let typed = typed.trim();
    if !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return typed.parse().ok();
    }
    act_number(typed)
}
