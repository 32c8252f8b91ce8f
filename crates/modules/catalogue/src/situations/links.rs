//! Which services see something else after a life situation changed.

use std::collections::BTreeSet;

/// The services whose page changes: those that came or went; all of them when the title is another one.
pub(super) fn changed(before: &[String], after: &[String], same_title: bool) -> Vec<String> {
    let (before, after): (BTreeSet<&String>, BTreeSet<&String>) = (before.iter().collect(), after.iter().collect());
    if same_title {
        before.symmetric_difference(&after).map(|code| (*code).clone()).collect()
    } else {
        before.union(&after).map(|code| (*code).clone()).collect()
    }
}
