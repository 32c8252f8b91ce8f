//! The policy as a table.

use crate::policy::{Action, may};
use kernel::Role;
use std::fmt::Write as _;

// req: ACC-03
#[test]
fn the_policy_is_the_reviewed_table() {
    let mut table = String::new();
    for action in Action::ALL {
        let allowed: Vec<&str> =
            Role::ALL.into_iter().filter(|role| may(*role, action)).map(|role| role.as_str()).collect();
        writeln!(table, "{action:?}: {}", if allowed.is_empty() { "nobody".into() } else { allowed.join(", ") })
            .unwrap();
    }
    insta::assert_snapshot!(table);
}
