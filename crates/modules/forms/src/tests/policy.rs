//! The policy as a table that a person can read; a change of the rules is a change of `policy.txt`.

use crate::draft::Draft;
use crate::normalise::RawInput;
use crate::policy::{owns, require_owner};
use chrono::DateTime;
use kernel::{ApiClientId, Caller, DraftId, InstitutionId, OrganisationId, Party, PersonId, Remit, Role};
use std::fmt::Write as _;
use uuid::Uuid;

const SERVICE: &str = "1007";

fn person(n: u128) -> PersonId {
    PersonId::new(Uuid::from_u128(n))
}

fn company() -> Party {
    Party::Organisation(OrganisationId::new(Uuid::from_u128(9)))
}

/// What the first person fills in for `party`.
fn draft(party: Party) -> Draft {
    Draft {
        id: DraftId::new(Uuid::from_u128(50)),
        service_code: SERVICE.to_owned(),
        form_key: "childbirth-benefit".to_owned(),
        form_version: 1,
        person: person(1),
        party,
        raw: RawInput::default(),
        answers: Default::default(),
        sources: Default::default(),
        revision: 1,
        step: "applicant".to_owned(),
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
        expires_at: DateTime::UNIX_EPOCH,
        submitted_case: None,
    }
}

/// Clients in every relation to the draft, and every other role, held by the very person who fills it in.
fn callers() -> Vec<(String, Caller)> {
    let acting = |n| Caller::client_for(person(n), company(), "valdes loceklis");
    let assigned = |service: &str| Caller { remit: Remit::only([service.to_owned()]), ..acting(1) };
    let clients = [
        ("client", Caller::client(person(1))),
        ("client for the company", acting(1)),
        ("  with this service alone", assigned(SERVICE)),
        ("  with another service", assigned("1008")),
        ("another client", Caller::client(person(2))),
        ("another for the company", acting(2)),
    ];
    let institution = InstitutionId::new(Uuid::from_u128(7));
    let other = |role: Role| match role {
        Role::Anonymous => Caller::anonymous(),
        Role::ApiClient => Caller::api_client(ApiClientId::new(Uuid::from_u128(8)), institution),
        Role::Engine => Caller::engine(),
        _ => Caller::staff(person(1), role, institution),
    };
    let others = Role::ALL.into_iter().filter(|role| *role != Role::Client).map(|role| (role.to_string(), other(role)));
    clients.into_iter().map(|(name, caller)| (name.to_owned(), caller)).chain(others).collect()
}

// req: POR-10
#[test]
fn the_table_is_as_written() {
    let mut table = String::from("caller                      | own draft      | company's draft\n");
    for (name, caller) in callers() {
        let word = |party| match require_owner(&caller, Some(draft(party))) {
            Ok(_) => "yes",
            Err(error) => error.key(),
        };
        let (own, for_company) = (word(Party::Person(person(1))), word(company()));
        writeln!(table, "{name:27} | {own:14} | {for_company}").unwrap();
    }
    assert_eq!(table, include_str!("policy.txt"), "\n{table}");
}

#[test]
fn a_missing_draft_looks_like_one_of_somebody_else() {
    for (name, caller) in callers() {
        let missing = require_owner(&caller, None).unwrap_err();
        assert_eq!(missing.key(), if caller.role == Role::Anonymous { "sign-in-needed" } else { "draft" }, "{name}");
        assert!(!owns(&caller, &draft(Party::Person(person(3)))), "{name}");
    }
}
