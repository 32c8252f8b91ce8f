//! Whom an institution names as the client of a request.

use super::{install, told};
use crate::{NamedClient, RegistrationNumber, ensure_organisation, find_client, persona_caller, recognise};
use kernel::{Caller, Error, ErrorKind, Party};
use test_support::{TestDb, TestPostgres};

fn of_person(code: &str, family_name: &str) -> NamedClient {
    NamedClient::Person { code: code.to_owned(), family_name: family_name.to_owned() }
}

fn of_company(number: &str) -> NamedClient {
    NamedClient::Organisation { number: number.to_owned() }
}

fn fields(error: &Error) -> Vec<(&str, &str)> {
    assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
    error.field_errors().iter().map(|field| (field.path.as_str(), field.key.as_str())).collect()
}

async fn clients_are_found_on(db: TestDb) {
    let demo = install(&db).await;
    let mut tx = db.writing(&Caller::engine()).await;
    let somebody = recognise(&mut tx, &told(&["328000-00915"])).await.unwrap();
    let number = RegistrationNumber::parse("49999999000").unwrap();
    let firm = ensure_organisation(&mut tx, &number, "SIA „Rīta Rasa”").await.unwrap();
    let officer = persona_caller(&tx, &demo, "officer").await.unwrap();
    let client = persona_caller(&tx, &demo, "resident").await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&officer).await;
    let found = find_client(&tx, &of_person("32800000915", " PARAUGS ")).await.unwrap();
    assert_eq!(found, Party::Person(somebody));
    assert_eq!(find_client(&tx, &of_company("LV 49999999000")).await.unwrap(), Party::Organisation(firm));
    for (named, wrong) in [
        (of_person("328000-00915", "Cits"), vec![("personal_code", "client-unknown")]),
        (of_person("328000-00916", "Paraugs"), vec![("personal_code", "client-unknown")]),
        (of_person("328000-00915", " "), vec![("family_name", "client-name")]),
        (of_person("32", ""), vec![("personal_code", "personal-code-length"), ("family_name", "client-name")]),
        (of_company("4"), vec![("registration_number", "registration-number-form")]),
        (of_company("40003000642"), vec![("registration_number", "client-company-unknown")]),
    ] {
        assert_eq!(fields(&find_client(&tx, &named).await.unwrap_err()), wrong);
    }
    let tx = db.reading(&client).await;
    let refused = find_client(&tx, &of_person("328000-00915", "Paraugs")).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden, "clients look nobody up");
}

// req: REG-04, REG-05
#[tokio::test]
async fn a_client_is_found_by_code_and_name_or_by_number() {
    clients_are_found_on(TestDb::sqlite().await).await;
}

// req: REG-04, REG-05
#[tokio::test]
async fn a_client_is_found_on_postgresql() {
    let cluster = TestPostgres::start();
    clients_are_found_on(TestDb::postgres(&cluster).await).await;
}
