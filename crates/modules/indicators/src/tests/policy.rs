//! Who sees which figures, as a table that is reviewed when it changes.

use super::holder;
use crate::policy::{
    candidates_of, may_add_up, may_define_own, may_nominate, may_record_own, may_see_own, may_withdraw_nomination,
};
use crate::{View, view_of};
use kernel::{ApiClientId, Caller, InstitutionId, PersonId, Role};
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

/// Whether a caller of the first institution may do something with what belongs to it or to the second one.
type Rule = fn(&Caller, InstitutionId, InstitutionId) -> bool;

/// The columns of the table of own indicators.
const OWN_RULES: &[(&str, Rule)] = &[
    ("define own", |who, own, _| may_define_own(who, Some(own)).is_ok()),
    ("define other", |who, _, other| may_define_own(who, Some(other)).is_ok()),
    ("record own", |who, own, _| may_record_own(who).is_ok_and(|holder| holder == own)),
    ("record other", |who, _, other| may_record_own(who).is_ok_and(|holder| holder == other)),
    ("see own", |who, own, _| may_see_own(who, own).is_ok()),
    ("see other", |who, _, other| may_see_own(who, other).is_ok()),
];

/// The columns of the table of sums.
const SUM_RULES: &[(&str, Rule)] = &[
    ("add up own", |who, own, _| may_add_up(who, Some(own)).is_ok()),
    ("add up other", |who, _, other| may_add_up(who, Some(other)).is_ok()),
    ("add up all", |who, _, _| may_add_up(who, None).is_ok()),
];

/// The columns of the table of candidates for e-services.
const CANDIDATE_RULES: &[(&str, Rule)] = &[
    ("compare own", |who, own, _| candidates_of(who).is_ok_and(|of| of.is_none_or(|of| of == own))),
    ("compare other", |who, _, other| candidates_of(who).is_ok_and(|of| of.is_none_or(|of| of == other))),
    ("nominate own", |who, own, _| may_nominate(who, Some(own)).is_ok()),
    ("nominate other", |who, _, other| may_nominate(who, Some(other)).is_ok()),
    ("withdraw own", |who, own, _| may_withdraw_nomination(who, own).is_ok()),
    ("withdraw other", |who, _, other| may_withdraw_nomination(who, other).is_ok()),
];

fn table_of(rules: &[(&str, Rule)]) -> String {
    let mut table = format!("{:25}", "caller");
    for (heading, _) in rules {
        table.push_str(&format!(" | {heading}"));
    }
    for role in Role::ALL {
        table.push_str(&format!("\n{:25}", role.as_str()));
        for (heading, rule) in rules {
            let word = if rule(&caller(role, 1), holder(1), holder(2)) { "yes" } else { "-" };
            table = format!("{table} | {word:width$}", width = heading.len());
        }
        table.truncate(table.trim_end().len());
    }
    table
}

// req: CAT-29
#[test]
fn the_policy_table_of_own_indicators() {
    insta::assert_snapshot!(table_of(OWN_RULES));
}

// req: ANA-01, AUD-03
#[test]
fn the_policy_table_of_sums() {
    insta::assert_snapshot!(table_of(SUM_RULES));
}

// req: CAT-27
#[test]
fn the_policy_table_of_candidates() {
    insta::assert_snapshot!(table_of(CANDIDATE_RULES));
}
