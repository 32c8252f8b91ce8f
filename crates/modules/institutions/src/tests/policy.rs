//! The policy as a table that a person can read; a change of the rules is a change of `policy.txt`.

use crate::policy::{
    may_change_institution, may_give_platform_role, may_install, may_keep_branch, may_keep_branches,
    may_keep_institutions, may_manage_members, may_oversee_norms, may_see_members, may_see_norms, may_state_norms,
};
use kernel::{Caller, InstitutionId, Role};
use uuid::Uuid;

/// Whether a caller of the first institution may do something with what belongs to it or to the second one.
type Rule = fn(&Caller, InstitutionId, InstitutionId) -> bool;

/// The columns of the table.
const RULES: &[(&str, Rule)] = &[
    ("staff own", |who, own, _| may_manage_members(who, own, Role::Officer).is_ok()),
    ("auditor own", |who, own, _| may_manage_members(who, own, Role::Auditor).is_ok()),
    ("platform own", |who, own, _| may_give_platform_role(who, own, None).is_ok()),
    ("platform above", |who, _, other| may_give_platform_role(who, other, Some(other)).is_ok()),
    ("platform other", |who, _, other| may_give_platform_role(who, other, None).is_ok()),
    ("staff other", |who, _, other| may_manage_members(who, other, Role::Officer).is_ok()),
    ("see own", |who, own, _| may_see_members(who, own).is_ok()),
    ("see other", |who, _, other| may_see_members(who, other).is_ok()),
    ("install", |who, _, _| may_install(who).is_ok()),
    ("state rules own", |who, own, _| may_state_norms(who, own).is_ok()),
    ("state rules other", |who, _, other| may_state_norms(who, other).is_ok()),
    ("see rules own", |who, own, _| may_see_norms(who, own).is_ok()),
    ("see rules other", |who, _, other| may_see_norms(who, other).is_ok()),
    ("branches own", |who, own, _| may_keep_branches(who, own).is_ok() && may_keep_branch(who, Some(own)).is_ok()),
    ("branches other", |who, _, other| {
        may_keep_branches(who, other).is_ok() || may_keep_branch(who, Some(other)).is_ok()
    }),
    ("oversee rules", |who, _, _| may_oversee_norms(who).is_ok()),
    ("contacts own", |who, own, _| may_change_institution(who, Some(own)).is_ok()),
    ("contacts other", |who, _, other| may_change_institution(who, Some(other)).is_ok()),
    ("keep institutions", |who, _, _| may_keep_institutions(who).is_ok()),
];

// req: AUT-06, ADM-07, CAT-34
#[test]
fn the_table_is_as_written() {
    let own = InstitutionId::new(Uuid::from_u128(1));
    let other = InstitutionId::new(Uuid::from_u128(2));
    let mut table = format!("{:25}", "caller");
    for (heading, _) in RULES {
        table.push_str(&format!(" | {heading}"));
    }
    for role in Role::ALL {
        let caller = Caller::staff(super::person(1), role, own);
        table.push_str(&format!("\n{:25}", role.as_str()));
        for (heading, rule) in RULES {
            let word = if rule(&caller, own, other) { "yes" } else { "-" };
            table = format!("{table} | {word:width$}", width = heading.len());
        }
        table.truncate(table.trim_end().len());
    }
    table.push('\n');
    assert_eq!(table, include_str!("policy.txt"), "\n{table}");
}
