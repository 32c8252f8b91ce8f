//! Publishing and withdrawing life situations; the services they name learn of it.

use super::events::{SITUATION_PUBLISHED, SITUATION_WITHDRAWN, SituationFact, append};
use super::save::allowed;
use super::{SituationState, SituationText, links, policy, quality, word_of};
use crate::store::{mentions, situation_rows, situations, template_members};
use chrono::{Months, NaiveDate};
use kernel::{Error, InstitutionId, Result, SituationId, riga_date};
use std::sync::Arc;
use storage::Write;

/// A text is checked at least so often, in months (POR-03).
const CHECK_EVERY: Months = Months::new(3);
/// Longest note about a change, in characters.
const LONGEST_NOTE: usize = 500;

/// What to publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishSituation {
    /// Which one.
    pub slug: String,
    /// The revision that the editor saw.
    pub revision: i64,
    /// What changed and why, for those who read the history.
    pub note: String,
}

/// Makes the newest text public and returns its number. The text counts as checked on this day.
///
/// # Errors
/// Not found, also for those who have nothing to do with it; forbidden for everybody but the coordinator's contact
/// person and the platform; stale `situation-changed`; conflict `situation-unchanged` when the newest text is public
/// already; invalid `situation-incomplete` with one field error per gap, unknown services included.
pub async fn publish_situation(tx: &mut Write, input: PublishSituation) -> Result<i32> {
    let row = allowed(tx, &input.slug, input.revision, policy::may_publish).await?;
    if input.note.chars().count() > LONGEST_NOTE {
        return Err(Error::invalid("form-has-errors").field("note", "service-note-long"));
    }
    let published = row.state == SituationState::Published.as_str();
    if published && row.latest == row.version {
        return Err(Error::conflict("situation-unchanged"));
    }
    let text = situations::text(tx, &row, row.latest).await?;
    quality::require_complete(tx, &text).await?;
    let before = if published { Some(situations::text(tx, &row, row.version).await?) } else { None };
    let today = riga_date(tx.now());
    let (version, digest) = situations::put_in_force(tx, &row, &text, &input.note, today, next_check(today)).await?;
    note(tx, &row, SITUATION_PUBLISHED, version, digest).await?;
    let after = text.services();
    situations::set_services(tx, SituationId::new(row.id), &after).await?;
    touch(tx, &row.slug, before.as_ref(), &text).await?;
    Ok(version)
}

/// What to withdraw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawSituation {
    /// Which one.
    pub slug: String,
    /// The revision that the editor saw.
    pub revision: i64,
}

/// Takes a life situation off the portal; what it said stays on record.
///
/// # Errors
/// Not found, also for those who have nothing to do with it; forbidden for everybody but the coordinator's contact
/// person and the platform; stale `situation-changed`; conflict `situation-not-published`.
pub async fn withdraw_situation(tx: &mut Write, input: WithdrawSituation) -> Result<()> {
    let row = allowed(tx, &input.slug, input.revision, policy::may_publish).await?;
    if row.state != SituationState::Published.as_str() {
        return Err(Error::conflict("situation-not-published"));
    }
    let text = situations::text(tx, &row, row.version).await?;
    let digest = situations::withdraw(tx, &row).await?;
    note(tx, &row, SITUATION_WITHDRAWN, row.version, digest).await?;
    situations::set_services(tx, SituationId::new(row.id), &[]).await?;
    let mut ends = text.services();
    ends.extend(naming(tx, &row.slug).await?);
    told(tx, ends).await
}

/// The day by which a text that was checked today must be checked again.
pub(super) fn next_check(today: NaiveDate) -> NaiveDate {
    today.checked_add_months(CHECK_EVERY).unwrap_or(today)
}

/// A service's page shows the titles of its life situations: services that came, went, or see another title are changed.
async fn touch(tx: &mut Write, slug: &str, before: Option<&Arc<SituationText>>, after: &SituationText) -> Result<()> {
    let old = before.map(|text| text.services()).unwrap_or_default();
    let same_title = before.is_some_and(|text| text.title == after.title);
    let mut ends = links::changed(&old, &after.services(), same_title);
    if !same_title {
        ends.extend(naming(tx, slug).await?);
    }
    told(tx, ends).await
}

/// Moves the revisions of these services, and of what is attached to the unified ones among them: one of an institution
/// at most, so they are as many as institutions.
async fn told(tx: &mut Write, mut ends: Vec<String>) -> Result<()> {
    let attached = template_members::attached_codes(tx, &ends).await?;
    ends.extend(attached);
    crate::links::touch(tx, &ends).await
}

/// The services whose descriptions name the situation by its word.
async fn naming(tx: &Write, slug: &str) -> Result<Vec<String>> {
    mentions::naming(tx, mentions::SITUATION, &word_of(slug)).await
}

async fn note(
    tx: &mut Write,
    row: &situation_rows::Model,
    kind: &'static str,
    version: i32,
    digest: String,
) -> Result<()> {
    let responsible = InstitutionId::new(row.responsible);
    let fact = SituationFact { slug: row.slug.clone(), responsible, version, digest };
    append(tx, SituationId::new(row.id), kind, &fact).await
}
