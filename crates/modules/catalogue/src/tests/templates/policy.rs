//! The policy of templates as a table that a person can read; a change of the rules is a change of `policy.txt`.

use crate::TemplateState;
use crate::templates::policy::{may_manage, may_see, may_see_coverage, sees_all};
use kernel::{Caller, InstitutionId, PersonId, Role};
use std::fmt::Write as _;
use uuid::Uuid;

// req: UNI-01, UNI-02, UNI-04, UNI-05
#[test]
fn the_table_is_as_written() {
    let own = InstitutionId::new(Uuid::from_u128(1));
    let mut table =
        String::from("caller                    | manage | coverage | compare all | draft | published | withdrawn\n");
    for role in Role::ALL {
        let caller = Caller::staff(PersonId::new(Uuid::from_u128(3)), role, own);
        let word = |yes: bool| if yes { "yes" } else { "-" };
        let coverage = match may_see_coverage(&caller) {
            Ok(None) => "all",
            Ok(Some(_)) => "own",
            Err(_) => "-",
        };
        let [draft, published, withdrawn] = [TemplateState::Draft, TemplateState::Published, TemplateState::Withdrawn]
            .map(|state| word(may_see(&caller, state)));
        let (manage, compare) = (word(may_manage(&caller).is_ok()), word(sees_all(&caller)));
        let role = role.as_str();
        writeln!(
            table,
            "{role:25} | {manage:6} | {coverage:8} | {compare:11} | {draft:5} | {published:9} | {withdrawn}"
        )
        .unwrap();
    }
    assert_eq!(table, include_str!("policy.txt"), "\n{table}");
}
