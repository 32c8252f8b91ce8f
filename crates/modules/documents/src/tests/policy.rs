//! The policy as a table that a person can read; a change of the rules is a change of `policy.txt`.

use crate::model::{Document, Subject};
use crate::policy::{remove, sees, store};
use chrono::DateTime;
use kernel::{
    ApiClientId, Caller, CaseId, DocumentId, DraftId, InstitutionId, OrganisationId, Party, PersonId, Remit, Result,
    Role,
};
use std::fmt::Write as _;
use uuid::Uuid;

const DRAFT: Subject = Subject::Draft(DraftId::new(Uuid::from_u128(50)));
const CASE: Subject = Subject::Case(CaseId::new(Uuid::from_u128(60)));

const HEADING: &str = "caller                    | keep, draft      | keep, case       | see, draft | see, case \
    | take back, draft | take back, case\n";

fn person(n: u128) -> PersonId {
    PersonId::new(Uuid::from_u128(n))
}

fn company() -> Party {
    Party::Organisation(OrganisationId::new(Uuid::from_u128(9)))
}

/// A file that the first person sent for `owner`.
fn document(owner: Party, subject: Subject) -> Document {
    Document {
        id: DocumentId::new(Uuid::from_u128(70)),
        subject,
        field: "birth_certificate".to_owned(),
        owner,
        uploaded_by: Some(person(1)),
        file_name: "apliecība.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        size: 1,
        sha256: String::new(),
        uploaded_at: DateTime::UNIX_EPOCH,
    }
}

/// Clients in every relation to the file, and every other role, held by the very person who sent it.
fn callers() -> Vec<(String, Caller)> {
    let acting = |n| Caller::client_for(person(n), company(), "valdes loceklis");
    let clients = [
        ("client", Caller::client(person(1))),
        ("client for the company", acting(1)),
        ("  with one service", Caller { remit: Remit::only(["1007".to_owned()]), ..acting(1) }),
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

fn word(allowed: Result<()>) -> &'static str {
    match allowed {
        Ok(()) => "yes",
        Err(error) => error.key(),
    }
}

// req: POR-10
#[test]
fn the_table_is_as_written() {
    let mut table = String::new();
    for (whose, owner) in [("the first person", Party::Person(person(1))), ("the company", company())] {
        writeln!(table, "files of {whose}, sent by the first person").unwrap();
        table.push_str(HEADING);
        for (name, caller) in callers() {
            let keep = |subject| word(store(&caller, owner, subject));
            let see = |subject| if sees(&caller, &document(owner, subject)) { "yes" } else { "-" };
            let take_back = |subject| word(remove(&caller, &document(owner, subject)));
            writeln!(
                table,
                "{name:25} | {:16} | {:16} | {:10} | {:9} | {:16} | {}",
                keep(DRAFT),
                keep(CASE),
                see(DRAFT),
                see(CASE),
                take_back(DRAFT),
                take_back(CASE)
            )
            .unwrap();
        }
    }
    assert_eq!(table, include_str!("policy.txt"), "\n{table}");
}
