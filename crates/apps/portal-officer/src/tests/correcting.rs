//! Mistakes that readers reported in the descriptions of services, and whether they found the pages helpful.

use super::house::House;
use catalogue::{PublishService, ReportServiceCorrection, publish, report_service_correction, vote_on_service};
use http::StatusCode;
use kernel::{Caller, Locale, Role};

// req: POR-03
#[tokio::test]
async fn the_contact_person_of_the_holder_gets_the_report_and_ends_it_when_a_newer_text_is_published() {
    let house = House::open().await;
    let mut tx = house.db.writing(&Caller::anonymous()).await;
    let report = "Tālruņa numurs vairs neatbild <b>.".to_owned();
    let report = ReportServiceCorrection { code: house.benefit.clone(), report, language: Locale::Lv };
    let id = report_service_correction(&mut tx, report).await.unwrap();
    tx.commit().await.unwrap();
    let dace = house.dace().await;
    let begin = dace.get("/lv/work/services").await;
    assert_eq!(begin.attribute(".ds-alert a[href*=corrections]", "href"), "/lv/work/corrections?state=forwarded");
    let list = dace.get("/lv/work/corrections").await;
    let row = list.text("tbody tr");
    assert!(row.contains("pakalpojums") && row.contains("Tālruņa numurs vairs neatbild <b>."), "{row}");
    let path = format!("/lv/work/corrections/{id}");
    let page = dace.get(&path).await;
    assert_eq!(page.count(&format!("a[href='/lv/work/services/{}']", house.benefit)), 1);
    assert_eq!(page.count(&format!("a[href='/lv/services/{}']", house.benefit)), 1);
    assert_eq!(page.count("form[action$='/forward']"), 0, "it is with who corrects it");
    let typed = [("resolution", "corrected"), ("answer", "Jauns numurs")];
    let early = dace.post(&format!("{path}/resolve"), &typed).await;
    assert_eq!((early.status, early.count("#f-resolution-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert_eq!(early.text("#f-answer"), "Jauns numurs");

    let mut tx = house.db.writing(&Caller::engine()).await;
    let before = catalogue::service(&tx, &house.benefit).await.unwrap();
    let mut description = (*before.description).clone();
    description.minutes_to_fill = Some(9);
    publish(&mut tx, PublishService::now(house.benefit.clone(), before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    let done = dace.post(&format!("{path}/resolve"), &typed).await;
    assert_eq!(done.location(), format!("{path}?done=correction-resolved"));
    assert_eq!(dace.get("/lv/work/services").await.count(".ds-alert a[href*=corrections]"), 0);
    let officer = house.officer().await;
    assert_eq!(officer.get(&path).await.status, StatusCode::FORBIDDEN);
}

// req: POR-03
#[tokio::test]
async fn who_ends_a_report_second_sees_the_answer_that_was_kept() {
    let house = House::open().await;
    let mut tx = house.db.writing(&Caller::anonymous()).await;
    let report = "Maksa vairs nav tāda.".to_owned();
    let report = ReportServiceCorrection { code: house.benefit.clone(), report, language: Locale::Lv };
    let id = report_service_correction(&mut tx, report).await.unwrap();
    tx.commit().await.unwrap();
    let dace = house.dace().await;
    let path = format!("/lv/work/corrections/{id}/resolve");
    let first = dace.post(&path, &[("resolution", "refused"), ("answer", "Maksa ir pareiza.")]).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    let second = dace.post(&path, &[("resolution", "refused"), ("answer", "Par vēlu")]).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    let shown = second.text("section[aria-labelledby=h-answer]");
    assert!(shown.contains("Maksa ir pareiza.") && !shown.contains("Par vēlu"), "{shown}");
}

// req: POR-07
#[tokio::test]
async fn the_holder_sees_how_its_pages_were_found() {
    let house = House::open().await;
    for helpful in [true, false, true] {
        let mut tx = house.db.writing(&Caller::anonymous()).await;
        vote_on_service(&mut tx, &house.benefit, helpful).await.unwrap();
        tx.commit().await.unwrap();
    }
    for (code, role) in [("320000-00020", Role::ContactPerson), ("320000-00021", Role::InstitutionAdministrator)] {
        let who = house.staff(code, "Dace", role).await;
        let list = who.get(&format!("/lv/work/services?q={}", house.benefit)).await;
        assert!(list.text("tbody tr").contains("2 jā, 1 nē"), "{}", list.text("tbody"));
        let one = who.get(&format!("/lv/work/services/{}", house.benefit)).await;
        assert!(one.text("main").contains("2 jā, 1 nē"), "{}", one.text("main"));
    }
}
