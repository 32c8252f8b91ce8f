//! What is asked for and overseen: reminders where people begin their day, life situations beside descriptions, what an
//! overseer looks for.

use super::house::House;
use catalogue::{install_life_situations, run_checks};
use http::StatusCode;
use jobs::{Reader, run_reader};
use kernel::{Caller, Role};
use std::sync::Arc;

/// The workplace with life situations and the checks of this quarter.
async fn house() -> House {
    let house = House::open().await;
    let mut tx = house.db.writing(&Caller::engine()).await;
    install_life_situations(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    work(&house).await;
    house
}

/// What the platform does beside the pages.
async fn work(house: &House) {
    for _ in 0..3 {
        let mut tx = house.db.writing(&Caller::engine()).await;
        run_checks(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }
    let reader: Arc<dyn Reader> = Arc::new(catalogue::QualityReader);
    run_reader(&house.db, &reader).await.unwrap();
}

// req: CAT-16, POR-03
#[tokio::test]
async fn reminders_stand_where_contact_persons_begin_their_day() {
    let house = house().await;
    let dace = house.staff("320000-00020", "Dace", Role::ContactPerson).await;
    let page = dace.get("/lv/work/services").await;
    assert_eq!(page.count(".ds-alert a[href='/lv/work/checks']"), 1, "{}", page.text("main"));
    assert!(page.text(".ds-alert").contains("27.11.2026"), "{}", page.text("main"));
    assert_eq!(dace.get("/lv/work/checks").await.count("section[aria-labelledby=h-situations]"), 0);
    // Three months after their publication life situations are to be checked.
    house.db.test_clock().set("2027-02-16T10:00:00Z".parse().unwrap());
    let dace = house.staff("320000-00020", "Dace", Role::ContactPerson).await;
    let page = dace.get("/lv/work/services").await;
    assert!(page.text("main").contains("Tuvojas dzīves situāciju pārbaudes termiņš"), "{}", page.text("main"));
    let checks = dace.get("/lv/work/checks").await;
    let due = checks.count("section[aria-labelledby=h-situations] tbody tr");
    assert!(due > 1, "{}", checks.text("main"));
    let one = checks.attribute("section[aria-labelledby=h-situations] td a", "href");
    assert_eq!(dace.get(&one).await.status, StatusCode::OK);
    let administrator = house.staff("320000-00021", "Ilze", Role::InstitutionAdministrator).await;
    let seen = administrator.get("/lv/work/checks").await;
    assert_eq!(seen.count("section[aria-labelledby=h-situations] td a"), 0, "only those who edit confirm");
    assert_eq!(seen.count("section[aria-labelledby=h-situations] tbody tr"), due);
}

// req: CAT-21, POR-03
#[tokio::test]
async fn the_register_is_narrowed_to_what_is_unregistered_stale_or_defective() {
    let house = house().await;
    let platform = house.staff("320000-00022", "Juris", Role::PlatformAdministrator).await;
    let nothing = platform.get("/lv/work/oversight?concern=unregistered&kind=state_institution").await;
    assert!(!nothing.text("tbody").contains("Valsts sociālās apdrošināšanas aģentūra"));
    assert!(nothing.count("tbody tr") > 3);
    assert_eq!(platform.get("/lv/work/oversight?concern=stale").await.count("tbody tr"), 0);
    assert_eq!(platform.get("/lv/work/oversight?concern=x").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // In the next quarter everything that was never confirmed is stale at once, and life situations are late.
    house.db.test_clock().set("2027-02-24T10:00:00Z".parse().unwrap());
    work(&house).await;
    let platform = house.staff("320000-00022", "Juris", Role::PlatformAdministrator).await;
    let stale = platform.get("/lv/work/oversight?concern=stale&kind=state_institution").await;
    let text = stale.text("tbody");
    assert!(text.contains("Valsts sociālās apdrošināšanas aģentūra") && text.contains("Nokavēts"), "{text}");
    let csv = platform.get("/lv/work/oversight.csv?concern=stale").await.body;
    let vsaa = csv.lines().find(|line| line.starts_with("VSAA,")).unwrap();
    let cells: Vec<&str> = vsaa.split(',').collect();
    assert_eq!((cells[11], cells[12], cells[13]), ("13", "13", ""), "{vsaa}");
    assert!(cells[14] != "0" && cells[14] == cells[15], "{vsaa}");
    assert!(csv.lines().count() < 30, "{csv}");
    // Nobody reported a mistake yet.
    assert!(csv.starts_with("\u{feff}code,") && vsaa.ends_with(",0,0,"), "{vsaa}");
    let mut tx = house.db.writing(&Caller::anonymous()).await;
    let report = "Otrajā solī ir kļūda.".to_owned();
    let report = catalogue::ReportCorrection { slug: "illness".into(), report, language: kernel::Locale::Lv };
    catalogue::report_correction(&mut tx, report).await.unwrap();
    tx.commit().await.unwrap();
    house.db.test_clock().advance(chrono::TimeDelta::days(7));
    let platform = house.staff("320000-00022", "Juris", Role::PlatformAdministrator).await;
    let waiting = platform.get("/lv/work/oversight?concern=uncorrected").await;
    assert_eq!(waiting.count("tbody tr"), 1, "{}", waiting.text("tbody"));
    assert!(waiting.text("tbody").contains("laikā 0 %"), "{}", waiting.text("tbody"));
    let csv = platform.get("/lv/work/oversight.csv?concern=uncorrected").await.body;
    let heading = csv.lines().next().unwrap();
    assert!(heading.ends_with(",corrections_ended,corrections_late,corrections_in_time_percent"), "{heading}");
    assert!(csv.lines().any(|line| line.starts_with("VSAA,") && line.ends_with(",0,1,0")), "{csv}");
}

// req: CAT-21, UNI-01
#[tokio::test]
async fn a_service_centre_is_not_blamed_for_what_its_municipality_registers() {
    let house = house().await;
    let platform = house.staff("320000-00022", "Juris", Role::PlatformAdministrator).await;
    let centres = platform.get("/lv/work/oversight?kind=service_centre").await;
    assert!(centres.count("tbody tr") > 3, "{}", centres.text("main"));
    assert!(!centres.text("tbody").contains("Nav reģistrēts neviens"), "{}", centres.text("tbody"));
    let none = platform.get("/lv/work/oversight?kind=service_centre&concern=unregistered").await;
    assert_eq!(none.count("tbody tr"), 0, "{}", none.text("tbody"));
}

// req: CAT-21, A11-01
#[tokio::test]
async fn tables_are_cards_on_narrow_screens_and_the_oversight_leaves_out_what_asks_for_nothing() {
    let house = house().await;
    let platform = house.staff("320000-00022", "Juris", Role::PlatformAdministrator).await;
    let administrator = house.staff("320000-00021", "Ilze", Role::InstitutionAdministrator).await;
    for (browser, path) in [
        (&platform, "/lv/work/oversight"),
        (&platform, "/lv/work/indicators"),
        (&platform, "/lv/work/operations"),
        (&platform, "/lv/work/search/report"),
        (&platform, "/lv/work/acts"),
        (&administrator, "/lv/work/institution"),
        (&administrator, "/lv/work/systems"),
        (&administrator, "/lv/work/norms"),
    ] {
        let page = browser.get(path).await;
        assert_eq!((page.status, page.count("table:not(.dv-stacked)")), (StatusCode::OK, 0), "{path}");
        assert_eq!(page.count("tbody td[data-num]:not([data-label])"), 0, "{path}");
    }
    // Who registered nothing has one card with its name alone.
    let page = platform.get("/lv/work/oversight?kind=ministry").await;
    assert!(page.count("tbody tr") > 3, "{}", page.text("main"));
    assert_eq!(page.count("tbody td:not([data-quiet])"), 0, "{}", page.text("tbody"));
    let registered = platform.get("/lv/work/oversight?kind=state_institution").await;
    assert!(registered.count("tbody td a:not([href*=norms])") > 0, "{}", registered.text("tbody"));
    assert_eq!(registered.count("tbody td[data-quiet] a:not([href*=norms])"), 0, "{}", registered.text("tbody"));
}

// req: CAT-31
#[tokio::test]
async fn the_editor_offers_the_published_life_situations_and_keeps_unknown_words() {
    let house = house().await;
    let dace = house.staff("320000-00020", "Dace", Role::ContactPerson).await;
    let path = format!("/lv/work/services/{}/sections/links", house.benefit);
    let page = dace.get(&path).await;
    let of = |value: &str| format!("input[name='life_events'][value='{value}']");
    assert_eq!(page.count("input[name='life_events']"), 20);
    assert_eq!((page.count(&of("first_employee")), page.count(&of("childbirth"))), (1, 1));
    assert!(page.text("form.dv-edit-form").contains("Pirmais darbinieks"), "{}", page.text("form.dv-edit-form"));
    let mut tx = house.db.writing(&Caller::engine()).await;
    let before = catalogue::service(&tx, &house.benefit).await.unwrap();
    let mut description = (*before.description).clone();
    description.life_events = vec!["old_word".to_owned()];
    let input = catalogue::PublishService::now(house.benefit.clone(), before.latest, Some(description));
    catalogue::publish(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    let page = dace.get(&path).await;
    assert_eq!((page.count("input[name='life_events']"), page.count(&format!("{}[checked]", of("old_word")))), (21, 1));
}
