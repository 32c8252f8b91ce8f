//! Who sees which figures, as a table that is reviewed when it changes.

use super::holder;
use crate::{View, view_of};
use kernel::{ApiClientId, Caller, PersonId, Role};
use std::fmt::Write;
use uuid::Uuid;

fn caller(role: Role, institution: u128) -> Caller {
    let person = PersonId::new(Uuid::from_u128(9));
    match role {
        Role::Anonymous => Caller::anonymous(),
        Role::Client => Caller::client(person),
        Role::Engine => Caller::engine(),
        Role::ApiClient => Caller::api_client(ApiClientId::new(Uuid::from_u128(8)), holder(institution)),
        _ => Caller::staff(person, role, holder(institution)),
    }
}

// req: ANA-01, AUD-03
#[test]
fn the_policy_table() {
    let word = |view| if view == View::Full { "all" } else { "5 and more" };
    let mut table = format!("{:<28}{:<14}{}\n", "role", "own holder", "other holder");
    for role in Role::ALL {
        let own = word(view_of(&caller(role, 1), holder(1)));
        let other = word(view_of(&caller(role, 2), holder(1)));
        writeln!(table, "{:<28}{own:<14}{other}", role.as_str()).unwrap();
    }
    insta::assert_snapshot!(table);
}
