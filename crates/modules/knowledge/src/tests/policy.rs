//! The policy as a table that a person can read; a change of the rules is a change of `policy.txt`.

use crate::Audience;
use crate::policy::{may_edit, may_read};
use kernel::{Caller, InstitutionId, PersonId, Role};
use std::fmt::Write as _;
use uuid::Uuid;

// req: POR-05, POR-11
#[test]
fn the_table_is_as_written() {
    let own = InstitutionId::new(Uuid::from_u128(1));
    let other = InstitutionId::new(Uuid::from_u128(2));
    let mut table = String::from("caller                    | edit own | edit other | read public | read staff\n");
    for role in Role::ALL {
        let caller = Caller::staff(PersonId::new(Uuid::from_u128(3)), role, own);
        let words = [
            may_edit(&caller, own).is_ok(),
            may_edit(&caller, other).is_ok(),
            may_read(&caller, Audience::Public),
            may_read(&caller, Audience::Staff),
        ];
        let [a, b, c, d] = words.map(|yes| if yes { "yes" } else { "-" });
        writeln!(table, "{:25} | {a:8} | {b:10} | {c:11} | {d}", role.as_str()).unwrap();
    }
    assert_eq!(table, include_str!("policy.txt"), "\n{table}");
}
