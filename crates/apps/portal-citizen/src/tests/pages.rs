//! Pages that need no application: services, profile, sign-in, signing out.

use catalogue::CloseService;
use http::StatusCode;
use kernel::Caller;

use super::browser::{Portal, Register};

// req: CSS-11, A11-04
#[tokio::test]
async fn services_are_listed_found_and_shown_in_both_languages() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    for lang in ["lv", "en"] {
        assert_eq!(visitor.get(&format!("/{lang}")).await.status, StatusCode::OK);
        let list = visitor.get(&format!("/{lang}/services")).await;
        assert!(list.body.matches("dv-h3").count() >= 16, "{}", list.body);
        for pilot in ["P.02", "P.08", "P.11", "P.20"] {
            let page = visitor.get(&format!("/{lang}/services/{}", portal.service(pilot).await)).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.has("#h-channels") && page.has("#h-law") && page.has("#h-appeal"));
        }
    }
    let found = visitor.get("/lv/services?q=piedzimsanas%20pabalsts").await;
    assert!(found.text("ul.dv-servicelist h2").contains("piedzimšanas"), "{}", found.body);
    let nothing = visitor.get("/lv/services?q=%3Cqqqq%3E").await;
    assert!(nothing.body.contains("neko neatradām") && !nothing.body.contains("<qqqq>"));
    assert_eq!(visitor.get("/lv/services/999999").await.status, StatusCode::NOT_FOUND);
    assert_eq!(visitor.get("/lv/services?after=zz").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_closed_service_says_so_and_cannot_be_applied_for() {
    let portal = Portal::open(Register { down: false }).await;
    let code = portal.service("P.11").await;
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let version = catalogue::service(&tx, &code).await.unwrap().version;
    catalogue::close_service(&mut tx, CloseService { code: code.clone(), version }).await.unwrap();
    tx.commit().await.unwrap();
    let (browser, _) = portal.resident("320000-00002", "Anna").await;
    let page = browser.get(&format!("/lv/services/{code}")).await;
    assert!(page.body.contains("Šis pakalpojums ir slēgts") && !page.body.contains("/apply"));
    let apply = browser.get(&format!("/lv/services/{code}/apply")).await;
    assert_eq!(apply.status, StatusCode::CONFLICT);
    assert!(apply.has(&format!("main a[href='/lv/services/{code}']")), "it leads to its service");
    assert!(apply.text("main").contains("Iesākts iesniegums paliek melnrakstos"), "{}", apply.text("main"));
}

#[tokio::test]
async fn contacts_are_changed_and_wrong_ones_shown_again() {
    let portal = Portal::open(Register { down: false }).await;
    let (browser, _) = portal.resident("320000-00002", "Anna").await;
    let page = browser.get("/lv/profile").await;
    assert!(page.body.contains("••••"), "the code is not masked");
    let wrong = browser.submit(&page, "/lv/profile", &[("iban", "LV00 WRONG"), ("email", "anna@example.lv")]).await;
    assert_eq!((wrong.status, wrong.has("#f-iban-error")), (StatusCode::UNPROCESSABLE_ENTITY, true));
    assert!(wrong.form("/lv/profile").contains(&("iban".to_owned(), "LV00 WRONG".to_owned())));
    let right = browser.submit(&wrong, "/lv/profile", &[("iban", "LV80BANK0000435195001")]).await;
    assert_eq!(right.location(), "/lv/profile?done=profile-saved");
    let stale = browser.submit(&wrong, "/lv/profile", &[("iban", "")]).await;
    assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let portal = Portal::open(Register { down: false }).await;
    let (browser, _) = portal.resident("320000-00002", "Anna").await;
    let page = browser.get("/en").await;
    let out = browser.submit(&page, "/en/sign-out", &[]).await;
    assert_eq!(out.location(), "/en?done=signed-out");
    assert!(browser.get("/en/cases").await.location().starts_with("/en/sign-in"));
    assert_eq!(portal.visitor().get("/en/sign-in").await.status, StatusCode::OK);
}

#[tokio::test]
async fn every_form_is_refused_without_the_mark_of_the_session() {
    let portal = Portal::open(Register { down: false }).await;
    let (browser, _) = portal.resident("320000-00002", "Anna").await;
    let posts = crate::routes().table().into_iter().filter(|row| row.method == http::Method::POST);
    let mut seen = 0;
    for row in posts {
        let parts = row.path.split('/').map(|part| if part.starts_with('{') { "1" } else { part });
        let path = parts.collect::<Vec<_>>().join("/").replacen("/1/", "/lv/", 1);
        assert_eq!(browser.post(&path, &[]).await.status, StatusCode::FORBIDDEN, "{path}");
        seen += 1;
    }
    assert!(seen > 10, "only {seen} forms");
}
