//! Colleagues found in all institutions.

use super::house::{Browser, House};
use http::StatusCode;
use jobs::{Reader, run_reader};
use kernel::{Caller, InstitutionId, Role};
use std::sync::Arc;

async fn institution(house: &House, code: &str) -> InstitutionId {
    institutions::by_code(&house.db.reading(&Caller::engine()).await, code).await.unwrap().unwrap().id
}

/// Two officers of different institutions, and the directory that the log makes of them.
async fn listed(house: &House) -> Browser {
    let officer = house.officer().await;
    house.staff_of(institution(house, "NVA").await, "320000-00011", "Žanna", Role::ContactPerson).await;
    let reader: Arc<dyn Reader> = Arc::new(identity::StaffReader);
    run_reader(&house.db, &reader).await.unwrap();
    officer
}

// req: POR-14
#[tokio::test]
async fn a_colleague_of_another_institution_is_found_by_name_role_and_institution() {
    let house = House::open().await;
    let officer = listed(&house).await;
    let page = officer.get("/lv/work/staff").await;
    assert_eq!((page.status, page.count("tbody")), (StatusCode::OK, 0));
    assert_eq!(page.count(".dv-nav a[href='/lv/work/staff'][aria-current='page']"), 1);
    for typed in ["zanna", "%C5%BDan", "izdomats+zanna"] {
        let found = officer.get(&format!("/lv/work/staff?q={typed}")).await;
        let row = found.text("tbody tr");
        assert!(row.contains("Žanna Izdomāts Kontaktpersona"), "{typed}: {row}");
        assert_eq!((found.count("tbody tr"), found.count("a[href='/lv/institutions/NVA']")), (1, 1), "{typed}");
    }
    let both = officer.get("/lv/work/staff?q=izdomats").await;
    assert_eq!(both.count("tbody tr"), 2);
    let by_role = officer.get("/lv/work/staff?q=izdomats&role=officer").await;
    assert!(by_role.count("tbody tr") == 1 && by_role.text("tbody").contains("Pēteris"), "{}", by_role.text("main"));
    let of = institution(&house, "NVA").await;
    let by_institution = officer.get(&format!("/lv/work/staff?institution={of}")).await;
    assert!(by_institution.count("tbody tr") == 1 && by_institution.text("tbody").contains("Žanna"));
    assert_eq!(by_institution.attribute("select[name=institution] option[selected]", "value"), of.to_string());
}

// req: POR-14
#[tokio::test]
async fn clients_are_not_in_the_directory_and_no_personal_code_is_shown() {
    let house = House::open().await;
    let officer = listed(&house).await;
    let client = officer.get("/lv/work/staff?q=Anna+B%C4%93rzi%C5%86a").await;
    assert!(client.count("tbody") == 0 && client.text(".ds-alert").contains("Nevienu neatradām"), "{}", client.body);
    let found = officer.get("/lv/work/staff?q=izdomats").await;
    assert!(!found.body.contains("320000"), "a personal code is shown");
    assert!(house.views().await.is_empty());
}

// req: POR-14
#[tokio::test]
async fn what_is_no_institution_role_or_page_is_told_and_what_was_typed_stays() {
    let house = House::open().await;
    let officer = listed(&house).await;
    let unknown = officer.get("/lv/work/staff?q=zanna&institution=qqqq").await;
    assert_eq!(unknown.count(".dv-errsum a"), 1, "{}", unknown.text("main"));
    assert_eq!((unknown.attribute("#f-q", "value"), unknown.count("tbody tr")), ("zanna".to_owned(), 1));
    for wrong in ["role=king", "after=zz"] {
        let page = officer.get(&format!("/lv/work/staff?q=zanna&{wrong}")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let odd = officer.get("/lv/work/staff?q=%3Cb%3Ezz").await;
    assert!(odd.status == StatusCode::OK && !odd.body.contains("<b>zz"));
}
