//! The policy as a table that a person can read; a change of the rules is a change of `policy.txt`.

use crate::policy::{may_install, may_manage_members, may_see_members};
use kernel::{Caller, InstitutionId, Role};
use std::fmt::Write as _;
use uuid::Uuid;

// req: AUT-06
#[test]
fn the_table_is_as_written() {
    let own = InstitutionId::new(Uuid::from_u128(1));
    let other = InstitutionId::new(Uuid::from_u128(2));
    let mut table = String::from(
        "caller                    | staff own | auditor own | staff other | see own | see other | install\n",
    );
    for role in Role::ALL {
        let caller = Caller::staff(super::person(1), role, own);
        let answers = [
            may_manage_members(&caller, own, Role::Officer),
            may_manage_members(&caller, own, Role::Auditor),
            may_manage_members(&caller, other, Role::Officer),
            may_see_members(&caller, own),
            may_see_members(&caller, other),
            may_install(&caller),
        ];
        let words: Vec<_> = answers.map(|a| if a.is_ok() { "yes" } else { "-" }).to_vec();
        writeln!(
            table,
            "{:25} | {:9} | {:11} | {:11} | {:7} | {:9} | {}",
            role.as_str(),
            words[0],
            words[1],
            words[2],
            words[3],
            words[4],
            words[5]
        )
        .unwrap();
    }
    assert_eq!(table, include_str!("policy.txt"), "\n{table}");
}
