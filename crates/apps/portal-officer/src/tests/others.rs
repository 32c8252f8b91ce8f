//! The pages of contact persons, administrators, auditors and the platform.

use super::course::imported;
use super::house::House;
use http::StatusCode;
use kernel::{Caller, Error, Role};

// req: ADM-03, ADM-04
#[tokio::test]
async fn each_role_begins_at_its_own_page_and_opens_no_other() {
    let house = House::open().await;
    let pages = [
        (Role::Officer, "/lv/work/desk"),
        (Role::Specialist, "/lv/work/desk"),
        (Role::ContactPerson, "/lv/work/services"),
        (Role::InstitutionAdministrator, "/lv/work/institution"),
        (Role::Auditor, "/lv/work/audit"),
        (Role::PlatformAdministrator, "/lv/work/operations"),
    ];
    for (place, (role, start)) in pages.into_iter().enumerate() {
        let browser = house.staff(&format!("320000-0002{place}"), "Darbinieks", role).await;
        assert_eq!(browser.get("/lv/work").await.location(), start);
        let page = browser.get(start).await;
        assert_eq!(page.status, StatusCode::OK, "{role}: {}", page.text("main"));
        for own in ["/lv/work/indicators", "/en/work/indicators?months=3", "/lv/work/shortcuts"] {
            assert_eq!(browser.get(own).await.status, StatusCode::OK, "{role} {own}");
        }
        for (other, path) in pages.into_iter().filter(|(_, path)| *path != start) {
            let in_menu = path == "/lv/work/services" && role == Role::InstitutionAdministrator;
            // The platform comes to the staff of an institution by the list of institutions.
            let allowed = in_menu || (path == "/lv/work/institution" && role == Role::PlatformAdministrator);
            let answer = browser.get(path).await.status;
            assert_eq!(answer == StatusCode::OK, allowed, "{role} at the page of {other}");
            assert_eq!(page.count(&format!(".dv-nav a[href='{path}']")), usize::from(in_menu), "{role}: menu {path}");
        }
    }
}

#[tokio::test]
async fn what_readers_set_aside_is_told_with_place_and_reason() {
    let house = House::open().await;
    let browser = house.staff("320000-00040", "Zane", Role::PlatformAdministrator).await;
    let quiet = browser.get("/lv/work/operations").await;
    assert!(quiet.text("main").contains("Neviens notikums nav atlikts"), "{}", quiet.text("main"));
    let kinds = ["service.published"];
    let mut first = None;
    for _ in 0..8 {
        let mut tx = house.db.writing(&Caller::engine()).await;
        let delivery = tx.deliver("test", &kinds, 1).await.unwrap().unwrap();
        tx.not_delivered(&delivery, &Error::unavailable("register-unreachable")).await.unwrap();
        tx.commit().await.unwrap();
        first = delivery.events.first().map(|event| event.place.position);
        house.db.test_clock().advance(chrono::TimeDelta::seconds(600));
    }
    // So much later the session has run out.
    let browser = house.staff("320000-00040", "Zane", Role::PlatformAdministrator).await;
    let page = browser.get("/lv/work/operations").await;
    let row = page.text("section[aria-labelledby=h-letters] tbody tr");
    for word in ["test", "service.published", "register-unreachable", &first.unwrap().to_string()] {
        assert!(row.contains(word), "{word}: {row}");
    }
    assert_eq!(page.count("section[aria-labelledby=h-letters] tbody tr"), 1);
}

// req: A11-01
#[tokio::test]
async fn a_long_menu_keeps_to_one_line_and_a_short_one_has_no_more_button() {
    let house = House::open().await;
    let roles = [(Role::Officer, "/lv/work/desk", 5), (Role::PlatformAdministrator, "/lv/work/operations", 15)];
    for (place, (role, start, all)) in roles.into_iter().enumerate() {
        let browser = house.staff(&format!("320000-0003{place}"), "Darbinieks", role).await;
        let page = browser.get(start).await;
        let behind = if all > 6 { all - 5 } else { 0 };
        assert_eq!((page.count(".dv-menu a"), page.count(".dv-nav .dv-more a")), (all, behind), "{role}");
        // The list of keys stands at the end of the line.
        assert_eq!(page.count(".dv-nav > div > ul > li > a"), all - behind + 1, "{role}");
        assert_eq!(page.count(".dv-more summary strong"), 0, "{role}: where one is stands in the line");
        if behind > 0 {
            let far = browser.get("/lv/work/articles").await;
            assert_eq!(far.text(".dv-more summary strong"), far.text(".dv-more a[aria-current=page]"), "{role}");
            assert_eq!(far.count(".dv-more a[aria-current=page]"), 1, "{role}");
        }
    }
}

// req: AUT-06
#[tokio::test]
async fn an_administrator_gives_and_takes_roles() {
    let house = House::open().await;
    let administrator = house.staff("320000-00014", "Māris", Role::InstitutionAdministrator).await;
    let path = "/lv/work/institution/members";
    let wrong = administrator.post(path, &[("code", "12"), ("unit", "Daļa")]).await;
    assert_eq!(wrong.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 3));
    assert_eq!(wrong.attribute("#f-unit", "value"), "Daļa");
    // A slip in the code makes no stranger an officer, and nobody learns whether somebody has a code.
    let mut told = Vec::new();
    for (code, name) in [("320000-00099", "Bērziņa"), (super::house::ANNAS_CODE, "Kalniņa")] {
        let fields = [("code", code), ("family_name", name), ("role", "officer")];
        let unknown = administrator.post(path, &fields).await;
        assert_eq!(unknown.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 1));
        assert_eq!(unknown.attribute("#f-family_name", "value"), name);
        told.push(unknown.text("#f-code-error"));
    }
    assert_eq!(told[0], told[1]);
    let anna = [("code", super::house::ANNAS_CODE), ("family_name", "Bērziņa")];
    let forbidden = administrator.post(path, &[&anna[..], &[("role", "auditor")]].concat()).await;
    assert_eq!(forbidden.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let given = administrator.post(path, &[&anna[..], &[("role", "officer"), ("unit", "Daļa")]].concat()).await;
    assert_eq!(given.location(), "/lv/work/institution?done=role-given");
    let page = administrator.get("/lv/work/institution").await;
    assert!(page.text("table").contains("Anna Bērziņa Amatpersona Daļa"), "{}", page.text("table"));
    let revoke = page.attribute("form[action$='/revoke']", "action");
    assert_eq!(administrator.post(&revoke, &[]).await.location(), "/lv/work/institution?done=role-revoked");
    assert_eq!(administrator.get("/lv/work/institution").await.count("form[action$='/revoke']"), 0);
}

// req: AUD-02, AUD-03
#[tokio::test]
async fn an_auditor_sees_the_chain_and_the_viewings_on_the_record() {
    let house = House::open().await;
    let number = house.submitted().await;
    let officer = house.officer().await;
    officer.get(&format!("/lv/work/cases/{}", number.slug())).await;
    let tx = house.db.reading(&kernel::Caller::engine()).await;
    let ministry = institutions::by_code(&tx, "VARAM").await.unwrap().unwrap().id;
    drop(tx);
    let auditor = house.staff_of(ministry, "320000-00015", "Inese", Role::Auditor).await;
    let page = auditor.get(&format!("/lv/work/audit?number={}", number.slug())).await;
    assert!(page.text("main").contains("Ķēde ir vesela: pārrēķināts 1 notikums."), "{}", page.text("main"));
    assert!(page.text("#h-views + div").contains("Iesnieguma izskatīšana"), "{}", page.text("#h-views + div"));
    assert_eq!(house.views().await[0].purpose, "audit");
    let missing = auditor.get("/lv/work/audit?number=9999-1").await;
    assert_eq!((missing.status, missing.count("#f-number-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let case = auditor.get(&format!("/lv/work/cases/{}", number.slug())).await;
    assert_eq!((case.status, case.count("form[action$='/identity']"), case.count("#h-act")), (StatusCode::OK, 0, 0));
    assert_eq!(house.views().await[0].purpose, "audit");
}

// req: ANA-01
#[tokio::test]
async fn figures_follow_the_cases_on_the_page_and_in_the_csv() {
    let house = House::open().await;
    house.submitted().await;
    house.submitted().await;
    let reader: std::sync::Arc<dyn jobs::Reader> = std::sync::Arc::new(indicators::IndicatorReader);
    while jobs::run_reader(&house.db, &reader).await.unwrap() > 0 {}
    let officer = house.officer().await;
    let page = officer.get("/lv/work/indicators").await;
    assert_eq!(page.text("#card-requested + .dv-metric"), "2");
    assert_eq!(page.text("#card-uptake-requested + .dv-metric"), "100,0 %");
    assert!(
        page.text("#h-services + div").contains("Bērna piedzimšanas pabalsts 2 100,0 %"),
        "{}",
        page.text("#h-services + div")
    );
    let csv = officer.get(&page.attribute("a[href*='indicators.csv']", "href")).await;
    assert_eq!(csv.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(
        (csv.body.lines().count(), csv.body.starts_with('\u{feff}')),
        (2, true),
        "a spreadsheet reads it as UTF-8"
    );
    for wrong in ["months=5", "service=zz%2Fqq"] {
        assert!(officer.get(&format!("/lv/work/indicators?{wrong}")).await.status.is_client_error(), "{wrong}");
    }
}

// req: ANA-01, INT-07
#[tokio::test]
async fn an_imported_case_is_told_to_have_ended_and_not_to_have_been_delivered() {
    let house = House::open().await;
    imported(&house).await;
    let reader: std::sync::Arc<dyn jobs::Reader> = std::sync::Arc::new(indicators::IndicatorReader);
    while jobs::run_reader(&house.db, &reader).await.unwrap() > 0 {}
    assert!(indicators::rebuild(&house.db, true).await.unwrap().is_equal());
    let officer = house.officer().await;
    for (locale, words, why) in [
        ("lv", "Sniegti gadījumi: 0; pabeigti gadījumi: 1.", "kad gadījums beidzies"),
        ("en", "Cases delivered: 0; cases closed: 1.", "when a case ended"),
    ] {
        let page = officer.get(&format!("/{locale}/work/indicators?months=12&until=2024-06")).await;
        let told = page.text("#h-months ~ p");
        assert!(told.contains(words) && told.contains(why), "{told}");
    }
    // The present year has nothing: the page says where the figures of this institution end.
    let now = officer.get("/lv/work/indicators").await;
    let there = now.attribute("#h-services + .ds-alert a", "href");
    assert!(there.starts_with("/lv/work/indicators?months=12&until=2024-"), "{there}");
    let then = officer.get(&there).await;
    assert_eq!((then.count("#h-services + div table"), then.count("#h-services + .ds-alert")), (1, 0));
    let csv = officer.get("/lv/work/indicators.csv?months=12&until=2024-06").await.body;
    let mut lines = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let (heading, row) = (lines.next().unwrap(), lines.next().unwrap());
    let cell = |name: &str| row[heading.iter().position(|one| *one == name).unwrap()];
    assert_eq!((cell("requested"), cell("delivered"), cell("closed")), ("1", "0", "1"), "{csv}");
}

#[tokio::test]
async fn a_contact_person_sees_the_services_of_the_institution() {
    let house = House::open().await;
    let contact = house.dace().await;
    let page = contact.get("/lv/work/services").await;
    assert!(page.body.contains("Bērna piedzimšanas pabalsts"));
    assert!(page.count(&format!("a[href='/lv/work/services/{}']", house.benefit)) == 1);
}
