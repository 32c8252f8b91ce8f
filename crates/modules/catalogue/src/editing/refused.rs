//! Two people in one section: the second sees both texts and chooses; nothing of either is lost.

use super::assemble::{base_of, typed_of};
use super::began::{Began, Side, Sides};
use super::save::{SaveSection, Saved, save_section};
use super::sent::written;
use super::view::watched;
use crate::store::editing::{drafts, sections};
use crate::store::services;
use crate::{DraftState, Piece, RefusedLine, Section, Typed, compare_texts, policy};
use chrono::{DateTime, Utc};
use kernel::{Error, InstitutionId, PersonId, Result, ServiceId};
use std::collections::BTreeSet;
use storage::{Read, Write};
use uuid::Uuid;

/// A text that was not taken, beside the one that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedText {
    /// Who wrote it, when, in which section.
    pub line: RefusedLine,
    /// Whether somebody has chosen already.
    pub settled: bool,
    /// Whether the working copy is being reviewed, so that nothing can be chosen now.
    pub in_review: bool,
    /// The version the standing text began from.
    pub base: i32,
    /// The revision of the standing text.
    pub revision: i64,
    /// Who wrote the standing text; none when it is the published one.
    pub their_author: Option<PersonId>,
    /// When.
    pub their_time: Option<DateTime<Utc>>,
    /// The standing text.
    pub theirs: Typed,
    /// The refused text.
    pub mine: Typed,
    /// What both began with, where that is known.
    pub began: Option<Began>,
    /// The inputs that differ.
    pub fields: Vec<FieldDifference>,
}

impl RefusedText {
    /// Both texts put together: what only one side changed is that side's, for the rest `pick` says.
    #[must_use]
    pub fn merged(&self, pick: impl Fn(&str) -> Pick) -> Typed {
        let sides = self.began.as_ref().map(|began| Sides::new(began, &self.theirs, &self.mine));
        let chosen = |name: &str| match sides.as_ref().map_or(Side::Both, |sides| sides.of(name)) {
            Side::Theirs => Pick::Theirs,
            Side::Mine => Pick::Mine,
            Side::Both => pick(name),
        };
        merged(self.line.section, &self.theirs, &self.mine, chosen)
    }
}

/// An input that two texts answer differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldDifference {
    /// Name of the input: `name/lv`.
    pub name: String,
    /// What stands.
    pub theirs: String,
    /// What was refused.
    pub mine: String,
    /// Who changed it: what only one side did is no matter of choice.
    pub side: Side,
    /// The words of both.
    pub pieces: Vec<Piece>,
}

/// Which words of an input to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// Those that stand.
    Theirs,
    /// Those that were refused.
    Mine,
    /// These.
    Text(String),
}

/// What is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// The standing text as a whole.
    Theirs,
    /// The refused text as a whole.
    Mine,
    /// Words of both.
    Merged(Typed),
}

/// A refused text with the standing one.
///
/// # Errors
/// Not found; forbidden for everybody but the holder's contact persons and administrators, and the platform.
pub async fn refused_text(tx: &Read, code: &str, id: Uuid) -> Result<RefusedText> {
    let row = watched(tx, code).await?;
    let service = ServiceId::new(row.id);
    let found = sections::refused_text(tx, service, id).await?.ok_or_else(|| Error::not_found("refused-text"))?;
    let (line, mine, settled, began) = found;
    let draft = drafts::find(tx, service).await?;
    let base = base_of(tx, &row).await?;
    let standing = written(tx, &row, draft.as_ref(), &base).await?.into_iter().find(|one| one.section == line.section);
    let (theirs, revision, their_author, their_time) = match standing {
        Some(written) => (written.typed, written.revision, written.updated_by, Some(written.updated_at)),
        None => (typed_of(tx, line.section, &base.description).await?, 0, None, None),
    };
    Ok(RefusedText {
        fields: differences(began.as_ref(), &theirs, &mine),
        began,
        in_review: draft.is_some_and(|draft| draft.state == DraftState::InReview),
        base: base.version,
        line,
        settled,
        revision,
        their_author,
        their_time,
        theirs,
        mine,
    })
}

/// Settles a refused text. When the standing text has changed again, what was chosen is kept beside it in its turn.
///
/// # Errors
/// As [`save_section`]; not found for no such text.
pub async fn settle_refused(tx: &mut Write, code: &str, id: Uuid, revision: i64, choice: Choice) -> Result<Saved> {
    let row = services::by_code(tx, code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_edit(tx.caller(), InstitutionId::new(row.holder))?;
    let text = refused_text(tx, code, id).await?;
    let typed = match choice {
        Choice::Theirs => None,
        Choice::Mine => Some(text.mine),
        Choice::Merged(typed) => Some(typed),
    };
    let (section, base) = (text.line.section, text.base);
    let Some(typed) = typed else {
        sections::settle(tx, id).await?;
        return Ok(Saved::Kept { revision: text.revision, at: tx.now(), findings: Vec::new() });
    };
    let input = SaveSection { code: code.to_owned(), section, base, revision, typed, began: None };
    let saved = save_section(tx, input).await?;
    sections::settle(tx, id).await?;
    Ok(saved)
}

/// The inputs that two texts answer differently, in the order of the standing text.
fn differences(began: Option<&Began>, theirs: &Typed, mine: &Typed) -> Vec<FieldDifference> {
    let sides = began.map(|began| Sides::new(began, theirs, mine));
    let (left, right) = (theirs.by_name(), mine.by_name());
    let joined = |values: Option<&Vec<&str>>| values.map(|values| values.join(", ")).unwrap_or_default();
    let mut found = Vec::new();
    for name in names(theirs, mine) {
        let (a, b) = (joined(left.get(name)), joined(right.get(name)));
        if a.trim() != b.trim() {
            let pieces = compare_texts(&a, &b);
            let side = sides.as_ref().map_or(Side::Both, |sides| sides.of(name));
            found.push(FieldDifference { name: name.to_owned(), theirs: a, mine: b, side, pieces });
        }
    }
    found
}

/// Words of both texts: for each input that differs those that `pick` says.
fn merged(section: Section, theirs: &Typed, mine: &Typed, pick: impl Fn(&str) -> Pick) -> Typed {
    let (left, right) = (theirs.by_name(), mine.by_name());
    let mut pairs: Vec<(String, String)> = Vec::new();
    for name in names(theirs, mine) {
        let (a, b) = (left.get(name), right.get(name));
        let chosen = if a == b { Pick::Theirs } else { pick(name) };
        let values: Vec<String> = match chosen {
            Pick::Theirs => a.into_iter().flatten().map(|value| (*value).to_owned()).collect(),
            Pick::Mine => b.into_iter().flatten().map(|value| (*value).to_owned()).collect(),
            Pick::Text(text) => vec![text],
        };
        pairs.extend(values.into_iter().map(|value| (name.to_owned(), value)));
    }
    Typed::of(section, pairs)
}

/// The names of both texts, each once, in the order of the first and then of the second.
fn names<'a>(theirs: &'a Typed, mine: &'a Typed) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    let all = theirs.pairs().iter().chain(mine.pairs()).map(|(name, _)| name.as_str());
    all.filter(|name| seen.insert(*name)).collect()
}
