//! The rules of access as a table that people review.

use crate::{Action, Relation, may};
use kernel::Role;
use std::fmt::Write as _;

// req: AUD-03, PRF-03, AUT-06
#[test]
fn who_may_do_what_with_a_case() {
    let mut table = String::from("action        relation     roles that may\n");
    for action in Action::ALL {
        for relation in Relation::ALL {
            let roles: Vec<&str> =
                Role::ALL.into_iter().filter(|role| may(*role, relation, action)).map(Role::as_str).collect();
            let roles = if roles.is_empty() { "-".to_owned() } else { roles.join(", ") };
            writeln!(table, "{:<13} {:<12} {roles}", format!("{action:?}"), format!("{relation:?}")).unwrap();
        }
    }
    insta::assert_snapshot!(table);
}
