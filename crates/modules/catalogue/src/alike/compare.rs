//! How alike two sets of features are, and why.

use super::features::{Class, Features};
use super::{SimilarKind, SimilarReason};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Pairs below this are not kept; per mille.
pub(super) const LEAST: i32 = 450;

/// What a comparison found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Likeness {
    /// Shared weight by all weight, per mille.
    pub(super) score: i32,
    pub(super) reasons: Vec<SimilarReason>,
    /// What both are.
    pub(super) kind: Option<SimilarKind>,
}

#[derive(Default)]
struct Count {
    shared: u32,
    all: u32,
}

/// Compares two services.
pub(super) fn compare(left: &Features, right: &Features) -> Likeness {
    let mut counts: BTreeMap<Class, Count> = BTreeMap::new();
    let (mut left_rest, mut right_rest) = (left.iter().peekable(), right.iter().peekable());
    loop {
        let order = match (left_rest.peek(), right_rest.peek()) {
            (None, None) => break,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some((left, _)), Some((right, _))) => left.cmp(right),
        };
        let taken = match order {
            Ordering::Less => left_rest.next(),
            Ordering::Greater => right_rest.next(),
            Ordering::Equal => {
                left_rest.next();
                right_rest.next()
            }
        };
        let Some((_, class)) = taken else { break };
        let count = counts.entry(class).or_default();
        count.all += 1;
        count.shared += u32::from(order == Ordering::Equal);
    }
    let weigh = |part: fn(&Count) -> u32| counts.iter().map(|(class, count)| class.weight() * part(count)).sum::<u32>();
    let (shared, all) = (weigh(|count| count.shared), weigh(|count| count.all));
    let score = (shared * 1000).checked_div(all).map_or(0, |score| i32::try_from(score).unwrap_or(0));
    let kind = left.kind().filter(|kind| right.kind() == Some(*kind));
    Likeness { score, reasons: reasons(&counts), kind }
}

/// The classes that share enough to be named.
fn reasons(counts: &BTreeMap<Class, Count>) -> Vec<SimilarReason> {
    let shares = |class: Class, of_all: u32| {
        counts.get(&class).is_some_and(|count| count.shared > 0 && count.shared * 100 >= count.all * of_all)
    };
    [
        (Class::Name, 50, SimilarReason::Name),
        (Class::Law, 1, SimilarReason::Law),
        (Class::Document, 1, SimilarReason::Documents),
        (Class::Summary, 40, SimilarReason::Summary),
        (Class::Cofog, 1, SimilarReason::Cofog),
        (Class::Kind, 1, SimilarReason::Kind),
    ]
    .into_iter()
    .filter(|(class, of_all, _)| shares(*class, *of_all))
    .map(|(_, _, reason)| reason)
    .collect()
}
