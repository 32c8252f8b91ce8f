//! The policy as a table that a person can read; a change of the rules is a change of `policy.txt`.

use crate::situations::{may_coordinate, may_edit_situation};
use kernel::{Caller, InstitutionId, PersonId, Role};
use std::fmt::Write as _;
use uuid::Uuid;

// req: POR-03, POR-05, POR-06
#[test]
fn the_table_is_as_written() {
    let own = InstitutionId::new(Uuid::from_u128(1));
    let other = InstitutionId::new(Uuid::from_u128(2));
    let mut table = String::from("caller                    | edit own | edit other | pass corrections on\n");
    for role in Role::ALL {
        let caller = Caller::staff(PersonId::new(Uuid::from_u128(3)), role, own);
        let words = [
            may_edit_situation(&caller, own).is_ok(),
            may_edit_situation(&caller, other).is_ok(),
            may_coordinate(&caller).is_ok(),
        ];
        let [a, b, c] = words.map(|yes| if yes { "yes" } else { "-" });
        writeln!(table, "{:25} | {a:8} | {b:10} | {c}", role.as_str()).unwrap();
    }
    assert_eq!(table, include_str!("policy.txt"), "\n{table}");
}
