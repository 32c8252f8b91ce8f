//! Acts that are not in force any more.

use super::house::House;
use http::StatusCode;
use kernel::Role;

// req: CAT-18, CAT-21, ADM-04
#[tokio::test]
async fn the_platform_adds_changes_and_removes_acts() {
    let house = House::open().await;
    let browser = house.staff("320000-00015", "Platforma", Role::PlatformAdministrator).await;
    let empty = browser.get("/lv/work/acts").await;
    assert!(empty.text("main").contains("vēl nav neviena akta"), "{}", empty.text("main"));
    let wrong = [("act", "https://example.lv/1"), ("title", "Vecs likums"), ("successor", ""), ("link", "x")];
    let refused = browser.post("/lv/work/acts", &wrong).await;
    assert_eq!((refused.status, refused.count("#f-act-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert_eq!((refused.count("#f-successor-error"), refused.count("#f-link-error")), (1, 1));
    assert_eq!(refused.attribute("#f-title", "value"), "Vecs likums");

    let sent = [
        ("act", "https://likumi.lv/ta/id/57255-par-pasvaldibam"),
        ("title", "Likums „Par pašvaldībām”"),
        ("successor", "Pašvaldību likums"),
        ("link", "336956"),
    ];
    assert_eq!(browser.post("/lv/work/acts", &sent).await.location(), "/lv/work/acts?done=act");
    let list = browser.get("/lv/work/acts?find=PAŠVALD").await;
    assert!(list.text("tbody").contains("57255"), "{}", list.text("main"));
    assert_eq!(list.attribute("tbody td a", "href"), "https://likumi.lv/ta/id/336956");
    assert_eq!(browser.get("/lv/work/acts?find=zzz").await.count("tbody tr"), 0);
    let twice = browser.post("/lv/work/acts", &sent).await;
    assert!(twice.text(".ds-error-summary").contains("jau ir"), "{}", twice.text("main"));

    let form = browser.get("/en/work/acts?edit=57255").await;
    assert_eq!(form.attribute("#f-title", "value"), "Likums „Par pašvaldībām”");
    let change = [&[("number", "57255"), ("revision", "1")][..], &sent[..]].concat();
    assert_eq!(browser.post("/lv/work/acts", &change).await.status, StatusCode::SEE_OTHER);
    let stale = browser.post("/lv/work/acts", &change).await;
    assert!(stale.text(".ds-error-summary").contains("mainījis kāds cits"), "{}", stale.text("main"));

    let remove = "/lv/work/acts/57255/remove";
    assert_eq!(browser.post(remove, &[("revision", "1")]).await.status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(browser.post(remove, &[("revision", "2")]).await.location(), "/lv/work/acts?done=act-removed");
    assert_eq!(browser.post(remove, &[("revision", "2")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.post("/lv/work/acts/x/remove", &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.post("/lv/work/acts", &[("number", "x")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nobody_else_sees_the_acts() {
    let house = House::open().await;
    for (place, role) in [Role::ContactPerson, Role::Officer, Role::Auditor].into_iter().enumerate() {
        let browser = house.staff(&format!("320000-0003{place}"), "Darbinieks", role).await;
        assert_eq!(browser.get("/lv/work/acts").await.status, StatusCode::FORBIDDEN, "{role}");
        assert_eq!(browser.post("/lv/work/acts", &[]).await.status, StatusCode::FORBIDDEN, "{role}");
    }
}
