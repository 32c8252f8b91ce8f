//! The policy as a table that a person can read; a change of the rules is a change of `policy.txt`.

use crate::policy::{answers_for, reads};
use kernel::{Caller, InstitutionId, PersonId, Role};
use std::fmt::Write as _;
use uuid::Uuid;

// req: POR-05, AUT-06
#[test]
fn the_table_is_as_written() {
    let own = InstitutionId::new(Uuid::from_u128(1));
    let mut table = String::from("caller                    | answers | reads\n");
    for role in Role::ALL {
        let caller = Caller::staff(PersonId::new(Uuid::from_u128(3)), role, own);
        let answers = if answers_for(&caller).is_ok() { "own" } else { "-" };
        let reads = match reads(&caller) {
            Ok(Some(_)) => "own",
            Ok(None) => "all",
            Err(_) => "-",
        };
        writeln!(table, "{:25} | {answers:7} | {reads}", role.as_str()).unwrap();
    }
    assert_eq!(table, include_str!("policy.txt"), "\n{table}");
}
