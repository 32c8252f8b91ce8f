//! The policy as a table that a person can read; a change of the rules is a change of `policy.txt`.

use crate::situations::{
    Keepers, Rule, may_confirm, may_coordinate, may_edit_situation, may_name_coordinators, may_publish_situation,
};
use kernel::{Caller, InstitutionId, PersonId, Role};
use std::fmt::Write as _;
use uuid::Uuid;

/// What somebody may do with a life situation that their institution answers for, whose branch it coordinates, or that
/// it has nothing to do with.
const RULES: [(&str, Rule); 3] =
    [("edit", may_edit_situation), ("publish, hand over", may_publish_situation), ("confirm", may_confirm)];

// req: POR-03, POR-04, POR-05, POR-06
#[test]
fn the_table_is_as_written() {
    let institution = |number| InstitutionId::new(Uuid::from_u128(number));
    let (own, other) = (institution(1), institution(2));
    let responsible = Keepers { responsible: own, coordinator: Some(other) };
    let coordinator = Keepers { responsible: other, coordinator: Some(own) };
    let neither = Keepers { responsible: other, coordinator: None };
    let mut table =
        String::from("situations: own | coordinated | other's; branches: own | other's | without coordinator\n");
    for role in Role::ALL {
        let caller = Caller::staff(PersonId::new(Uuid::from_u128(3)), role, own);
        let word = |yes: bool| if yes { "yes" } else { "-" };
        writeln!(table, "\n{}", role.as_str()).unwrap();
        for (name, rule) in RULES {
            let words = [responsible, coordinator, neither].map(|of| word(rule(&caller, &of).is_ok()));
            writeln!(table, "  {name:20} {}", words.join(" | ")).unwrap();
        }
        let begin = [Some(own), Some(other), None].map(|of| word(may_coordinate(&caller, of).is_ok()));
        writeln!(table, "  {:20} {}", "begin, order", begin.join(" | ")).unwrap();
        writeln!(table, "  {:20} {}", "name coordinators", word(may_name_coordinators(&caller).is_ok())).unwrap();
    }
    assert_eq!(table, include_str!("policy.txt"), "\n{table}");
}
