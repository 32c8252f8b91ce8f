//! The viewings of a case of a client whom many have looked at, and those found by person, institution and official.

use super::house::{ANNAS_CODE, House};
use cases::{Origin, SubmitCase};
use http::StatusCode;
use kernel::{ApiClientId, Caller, Channel, PersonId, Role};
use storage::AccessRecord;
use uuid::Uuid;

// req: AUD-03, PRF-03
#[tokio::test]
async fn the_viewings_of_a_case_are_read_page_by_page_whatever_came_later() {
    let house = House::open().await;
    let number = house.submitted().await;
    let tx = house.db.reading(&Caller::engine()).await;
    let case = cases::history(&tx, &number).await.unwrap().0.id;
    let ministry = institutions::by_code(&tx, "VARAM").await.unwrap().unwrap().id;
    drop(tx);
    let officer = Caller::staff(PersonId::new(Uuid::from_u128(7)), Role::Officer, house.vsaa);
    let mut tx = house.db.writing(&officer).await;
    for (case, times) in [(Some(case), 30), (None, 120)] {
        for _ in 0..times {
            let record = AccessRecord { subject: house.anna, what: "case", purpose: "handle-case", case };
            tx.record_access(record).await.unwrap();
        }
    }
    tx.commit().await.unwrap();

    let auditor = house.staff_of(ministry, "320000-00015", "Inese", Role::Auditor).await;
    let path = format!("/lv/work/audit?number={}", number.slug());
    let page = auditor.get(&path).await;
    assert_eq!(page.count("#h-views + div tbody tr"), 25, "{}", page.text("main"));
    let next = page.attribute("a[rel=next]", "href");
    assert!(next.ends_with("#h-views"), "{next}");
    let rest = auditor.get(next.trim_end_matches("#h-views")).await;
    assert_eq!((rest.count("#h-views + div tbody tr"), rest.count("a[rel=next]")), (5, 0));
    assert_eq!(rest.count(&format!("a[href='{path}#h-views']")), 1, "the way back to the first page");
    assert_eq!(house.views().await[0].purpose, "audit", "each page is on the record");
    assert!(auditor.get(&format!("{path}&after=zz")).await.status.is_client_error());
}

// req: AUD-02, AUD-03
#[tokio::test]
async fn the_course_names_the_official_to_an_auditor_and_a_number_is_needed() {
    let house = House::open().await;
    let number = house.submitted().await.slug();
    let officer = house.officer().await;
    officer.post("/lv/work/desk/next", &[]).await;
    let auditor = house.staff("320000-00015", "Inese", Role::Auditor).await;
    let page = auditor.get(&format!("/lv/work/audit?number={number}")).await;
    let named = |row: usize| page.text(&format!("#h-chain ~ div tbody tr:nth-child({row}) td[data-label=Kas]"));
    assert_eq!(named(1), "Klients", "{}", page.text("main"));
    assert!(
        named(3).starts_with("Valsts sociālās apdrošināšanas aģentūra") && named(3).contains("Pēteris"),
        "{}",
        named(3)
    );
    let course = officer.get(&format!("/lv/work/cases/{number}")).await.text("section[aria-labelledby=h-course]");
    assert!(!course.contains("Pēteris"), "at the case the institution stands for its people: {course}");
    for (lang, words) in [("lv", "Ierakstiet lietas numuru"), ("en", "Write the number of the case")] {
        let refused = auditor.get(&format!("/{lang}/work/audit?number=+")).await;
        assert_eq!(refused.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 1));
        assert!(refused.text("#f-number-error").contains(words), "{}", refused.text("#f-number-error"));
        assert_eq!(auditor.get(&format!("/{lang}/work/audit")).await.refused(), (StatusCode::OK, 0));
    }
}

// req: AUD-03, PRF-03
#[tokio::test]
async fn looks_at_a_case_of_a_client_nobody_knows_are_read_with_the_case() {
    let house = House::open().await;
    let system = Caller::api_client(ApiClientId::new(Uuid::from_u128(8)), house.vsaa);
    let mut tx = house.db.writing(&system).await;
    let answers = forms::example("childbirth-benefit").unwrap();
    let origin = Origin::Answers { service: house.benefit.clone(), answers };
    let input = SubmitCase { origin, channel: Channel::Electronic, idempotency_key: None };
    let number = cases::submit(&mut tx, input).await.unwrap().number.slug();
    tx.commit().await.unwrap();
    let opened = house.officer().await.get(&format!("/lv/work/cases/{number}")).await;
    assert_eq!(opened.status, StatusCode::OK);
    assert!(opened.text("main").contains("reģistrēts lietā un redzams auditoram"), "{}", opened.text("main"));

    let auditor = house.staff("320000-00015", "Inese", Role::Auditor).await;
    let page = auditor.get(&format!("/lv/work/audit?number={number}")).await;
    assert_eq!(page.count("#h-views + div tbody tr"), 2, "the officer's look and this one: {}", page.text("main"));
    let found = auditor.post("/lv/work/audit/viewings", &[("official", "320000-00010")]).await;
    assert_eq!(found.attribute("tbody tr:first-child td a", "href"), format!("/lv/work/audit?number={number}"));
}

// req: AUD-03, AUD-04, PRF-03
#[tokio::test]
async fn viewings_are_found_by_person_by_institution_and_by_official() {
    let house = House::open().await;
    let number = house.submitted().await;
    let path = format!("/lv/work/cases/{}", number.slug());
    let officer = house.officer().await;
    for _ in 0..26 {
        assert_eq!(officer.get(&path).await.status, StatusCode::OK);
    }
    let tx = house.db.reading(&Caller::engine()).await;
    let ministry = institutions::by_code(&tx, "VARAM").await.unwrap().unwrap().id;
    drop(tx);
    let auditor = house.staff_of(ministry, "320000-00015", "Inese", Role::Auditor).await;
    let form = auditor.get("/lv/work/audit/viewings").await;
    assert_eq!((form.status, form.count("tbody tr")), (StatusCode::OK, 0));
    let find = async |fields: &[(&str, &str)]| auditor.post("/lv/work/audit/viewings", fields).await;

    let vsaa = find(&[("institution", "VSAA")]).await;
    assert_eq!(vsaa.count("#h-found + div tbody tr"), 25, "{}", vsaa.text("main"));
    assert_eq!(vsaa.attribute("tbody tr:first-child td a", "href"), format!("/lv/work/audit?number={}", number.slug()));
    assert!(!vsaa.body.contains("Bērziņa"), "whose data they were is not told");
    assert_eq!(vsaa.text("tbody th"), "Valsts sociālās apdrošināšanas aģentūra Pēteris Izdomāts", "who looked is");
    assert_eq!(vsaa.count("table.dv-stacked td[data-label]"), 25 * 5, "each value has its name on a phone");
    let after = vsaa.attribute("input[name=after]", "value");
    let rest = find(&[("institution", "VSAA"), ("after", after.as_str())]).await;
    assert_eq!((rest.count("#h-found + div tbody tr"), rest.count("input[name=after]")), (1, 0));
    assert_eq!(house.views().await.len(), 26, "no client's record has grown");

    let anna = find(&[("code", ANNAS_CODE)]).await;
    assert_eq!(anna.count("#h-found + div tbody tr"), 25);
    assert_eq!(house.views().await[0].purpose, "audit", "read on the record");
    let official = find(&[("official", "320000-00010"), ("to", "31.12.2199")]).await;
    assert_eq!(official.count("#h-found + div tbody tr"), 25);
    let nothing = find(&[("official", "320000-00010"), ("from", "31.12.2199")]).await;
    assert_eq!((nothing.status, nothing.count("tbody tr")), (StatusCode::OK, 0));
}

// req: AUD-03, AUD-04
#[tokio::test]
async fn a_wrong_search_for_viewings_keeps_what_was_typed_and_leaves_no_record() {
    let house = House::open().await;
    let auditor = house.staff("320000-00015", "Inese", Role::Auditor).await;
    let searches: [(&[(&str, &str)], &str); 7] = [
        (&[], "#f-code-error"),
        (&[("code", ANNAS_CODE), ("official", "320000-00010")], "#f-code-error"),
        (&[("code", "123")], "#f-code-error"),
        (&[("official", "329999-99999")], "#f-official-error"),
        (&[("institution", "nav tādas")], "#f-institution-error"),
        (&[("code", ANNAS_CODE), ("from", "rīt")], "#f-from-error"),
        (&[("code", ANNAS_CODE), ("from", "02.02.2026"), ("to", "01.02.2026")], "#f-to-error"),
    ];
    for (fields, wrong) in searches {
        let page = auditor.post("/lv/work/audit/viewings", fields).await;
        assert_eq!((page.status, page.count(wrong)), (StatusCode::UNPROCESSABLE_ENTITY, 1), "{fields:?}");
        for (name, value) in fields.iter().filter(|(name, _)| *name != "institution") {
            assert_eq!(page.attribute(&format!("input[name={name}]"), "value"), *value);
        }
    }
    assert!(house.views().await.is_empty());
    let officer = house.officer().await;
    let refused = officer.post("/lv/work/audit/viewings", &[("code", ANNAS_CODE)]).await;
    assert_eq!((refused.status, house.views().await.len()), (StatusCode::FORBIDDEN, 0));
}
