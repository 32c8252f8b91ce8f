//! How attached services differ from their template and from each other: what to standardise (UNI-06, UNI-07).

use super::{Family, Member, TemplateText, policy};
use crate::offer::weight;
use crate::{Description, Step};
use kernel::{InstitutionId, LangText, Result};
use search::analysis::{fold, stem};
use std::collections::BTreeSet;
use storage::Read;

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deviation {
    /// Its name is not the harmonised one.
    Name,
    /// Its short description is not the harmonised one.
    Summary,
    /// Recommended steps that it does not describe.
    StepsMissing(Vec<LangText>),
    /// Recommended documents that it does not mention.
    DocumentsMissing(Vec<LangText>),
    /// Its longest term is longer than that of most: working days, and those of the median.
    LongerDeadline(u32, u32),
    /// Its ordinary fee is higher than that of most: cents, and those of the median.
    HigherFee(i64, i64),
}

/// The differences of one attached service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberDeviations {
    /// Code of the service.
    pub service: String,
    /// Its holder.
    pub holder: InstitutionId,
    /// The differences, the weightier ones first.
    pub deviations: Vec<Deviation>,
}

/// What differs among the services of a family: all for the platform and its auditors, the own for a holder's contact
/// persons and administrators. Medians are those of the whole family.
///
/// # Errors
/// Forbidden for everybody else.
pub fn deviations(tx: &Read, family: &Family) -> Result<Vec<MemberDeviations>> {
    let own = policy::may_see_coverage(tx.caller())?;
    let terms = family.members.iter().filter_map(longest_term).collect();
    let fees = family.members.iter().filter_map(Member::ordinary_fee).collect();
    let (term, fee) = (median(terms), median(fees));
    let members = family.members.iter().filter(|member| own.is_none_or(|own| own == member.service.holder));
    Ok(members
        .map(|member| MemberDeviations {
            service: member.service.code.clone(),
            holder: member.service.holder,
            deviations: of_member(member, &family.template.text, term, fee),
        })
        .collect())
}

fn of_member(member: &Member, text: &TemplateText, term: Option<u32>, fee: Option<i64>) -> Vec<Deviation> {
    let description = &member.service.description;
    let mut found = Vec::new();
    if let (Some(own), Some(median)) = (longest_term(member), term)
        && own > median
    {
        found.push(Deviation::LongerDeadline(own, median));
    }
    if let (Some(own), Some(median)) = (member.ordinary_fee(), fee)
        && own > median
    {
        found.push(Deviation::HigherFee(own, median));
    }
    let steps: Vec<LangText> =
        text.steps.iter().filter(|step| !has_step(description, step)).map(|step| step.title.clone()).collect();
    if !steps.is_empty() {
        found.push(Deviation::StepsMissing(steps));
    }
    let named = |name: &LangText| description.documents.iter().any(|document| alike(&document.name.lv, &name.lv));
    let documents: Vec<LangText> =
        text.documents.iter().map(|document| document.name.clone()).filter(|name| !named(name)).collect();
    if !documents.is_empty() {
        found.push(Deviation::DocumentsMissing(documents));
    }
    if description.name != text.name {
        found.push(Deviation::Name);
    }
    if description.summary != text.summary {
        found.push(Deviation::Summary);
    }
    found
}

fn longest_term(member: &Member) -> Option<u32> {
    member.deadlines().map(|(_, longest)| weight(longest))
}

/// The lower middle value.
fn median<T: Ord + Copy>(mut values: Vec<T>) -> Option<T> {
    values.sort_unstable();
    values.get(values.len().saturating_sub(1) / 2).copied()
}

fn has_step(description: &Description, wanted: &Step) -> bool {
    description.steps.iter().any(|step| step.stage == wanted.stage && alike(&step.title.lv, &wanted.title.lv))
}

/// Whether at least half of the words of the shorter text are in the other one, whatever their endings.
fn alike(left: &str, right: &str) -> bool {
    let (left, right) = (stems(left), stems(right));
    let shared = left.intersection(&right).count();
    shared > 0 && shared * 2 >= left.len().min(right.len())
}

fn stems(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.chars().count() > 2);
    words.map(|word| fold(&stem(&word.to_lowercase()))).collect()
}
