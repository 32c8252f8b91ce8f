//! The policy as a table that a person can read; a change of the rules is a change of `policy.txt`.

use crate::ServiceState;
use crate::policy::{may_edit, may_import, may_see, may_tune_search};
use kernel::{Caller, InstitutionId, PersonId, Role};
use std::fmt::Write as _;
use uuid::Uuid;

// req: CAT-15, CAT-21, CAT-22
#[test]
fn the_table_is_as_written() {
    let own = InstitutionId::new(Uuid::from_u128(1));
    let other = InstitutionId::new(Uuid::from_u128(2));
    let mut table = String::from(
        "caller                    | edit own | edit other | import | public | internal | own draft | other draft | tune search\n",
    );
    for role in Role::ALL {
        let caller = Caller::staff(PersonId::new(Uuid::from_u128(3)), role, own);
        let words = [
            may_edit(&caller, own).is_ok(),
            may_edit(&caller, other).is_ok(),
            may_import(&caller).is_ok(),
            may_see(&caller, ServiceState::Open, other, false),
            may_see(&caller, ServiceState::Open, other, true),
            may_see(&caller, ServiceState::Draft, own, false),
            may_see(&caller, ServiceState::Draft, other, false),
            may_tune_search(&caller).is_ok(),
        ]
        .map(|yes| if yes { "yes" } else { "-" });
        let [a, b, c, d, e, f, g, h] = words;
        let role = role.as_str();
        writeln!(table, "{role:25} | {a:8} | {b:10} | {c:6} | {d:6} | {e:8} | {f:9} | {g:11} | {h}").unwrap();
    }
    assert_eq!(table, include_str!("policy.txt"), "\n{table}");
}
