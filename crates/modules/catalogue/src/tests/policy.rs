//! The policy as a table that a person can read; a change of the rules is a change of `policy.txt`.

use crate::ServiceState::{Draft, Open};
use crate::VersionState::{Published, Scheduled};
use crate::policy::{
    may_confirm, may_edit, may_import, may_instruct, may_keep_acts, may_oversee, may_rule_editing, may_see,
    may_see_quality, may_see_version, may_send, may_tune_search, may_watch_editing, publishes_unread,
};
use kernel::{Caller, InstitutionId, PersonId, Role};
use uuid::Uuid;

/// Whether a caller of the first institution may do something with what belongs to it or to the second one.
type Rule = fn(&Caller, InstitutionId, InstitutionId) -> bool;

/// The columns of the table.
const RULES: &[(&str, Rule)] = &[
    ("edit own", |who, own, _| may_edit(who, own).is_ok()),
    ("edit other", |who, _, other| may_edit(who, other).is_ok()),
    ("watch editing own", |who, own, _| may_watch_editing(who, own).is_ok()),
    ("watch editing other", |who, _, other| may_watch_editing(who, other).is_ok()),
    ("rule editing own", |who, own, _| may_rule_editing(who, own).is_ok()),
    ("rule editing other", |who, _, other| may_rule_editing(who, other).is_ok()),
    ("import", |who, _, _| may_import(who).is_ok()),
    ("send", |who, _, _| may_send(who).is_ok()),
    ("send unread", |who, _, _| publishes_unread(who)),
    ("public", |who, _, other| may_see(who, Open, other, false)),
    ("internal", |who, _, other| may_see(who, Open, other, true)),
    ("own draft", |who, own, _| may_see(who, Draft, own, false)),
    ("other draft", |who, _, other| may_see(who, Draft, other, false)),
    ("public version", |who, _, other| may_see_version(who, Published, other, false)),
    ("internal version", |who, _, other| may_see_version(who, Published, other, true)),
    ("own plan", |who, own, _| may_see_version(who, Scheduled, own, false)),
    ("other plan", |who, _, other| may_see_version(who, Scheduled, other, false)),
    ("quality own", |who, own, _| may_see_quality(who, own).is_ok()),
    ("quality other", |who, _, other| may_see_quality(who, other).is_ok()),
    ("confirm own", |who, own, _| may_confirm(who, own).is_ok()),
    ("confirm other", |who, _, other| may_confirm(who, other).is_ok()),
    ("oversee", |who, _, _| may_oversee(who).is_ok()),
    ("tune search", |who, _, _| may_tune_search(who).is_ok()),
    ("keep acts", |who, _, _| may_keep_acts(who).is_ok()),
    ("instruct own", |who, own, _| may_instruct(who, own).is_ok()),
    ("instruct other", |who, _, other| may_instruct(who, other).is_ok()),
];

// req: CAT-15, CAT-16, CAT-18, CAT-20, CAT-21, CAT-22, CAT-32
#[test]
fn who_may_do_what_with_services() {
    let own = InstitutionId::new(Uuid::from_u128(1));
    let other = InstitutionId::new(Uuid::from_u128(2));
    let mut table = format!("{:25}", "caller");
    for (heading, _) in RULES {
        table.push_str(&format!(" | {heading}"));
    }
    for role in Role::ALL {
        let caller = Caller::staff(PersonId::new(Uuid::from_u128(3)), role, own);
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
