//! The rules of the search.

use super::house::{Browser, House, Page};
use http::StatusCode;
use kernel::Role;

async fn platform(house: &House) -> Browser {
    house.staff("320000-00015", "Platforma", Role::PlatformAdministrator).await
}

fn action(page: &Page, what: &str) -> String {
    page.attribute(&format!("form[action*='/{what}/'][action$='/remove']"), "action")
}

// req: POR-15, ADM-04
#[tokio::test]
async fn the_platform_adds_changes_and_removes_synonyms() {
    let house = House::open().await;
    let browser = platform(&house).await;
    let empty = browser.get("/lv/work/search").await;
    assert!(empty.text("main").contains("Noteikumu vēl nav"), "{}", empty.text("main"));
    let wrong = browser.post("/lv/work/search/synonyms", &[("words", "dārziņš"), ("means", " , ")]).await;
    assert_eq!((wrong.status, wrong.count("#f-means-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert_eq!(wrong.text("textarea[name=words]"), "dārziņš");
    let sent = [("words", "dārziņš, bērnudārzs"), ("means", "pirmsskola"), ("way", "both")];
    let kept = browser.post("/lv/work/search/synonyms", &sent).await;
    assert_eq!(kept.location(), "/lv/work/search?done=search-rule");
    let list = browser.get("/lv/work/search?find=bērnu").await;
    assert!(list.text("table").contains("dārziņš, bērnudārzs"), "{}", list.text("main"));
    assert_eq!(browser.get("/lv/work/search?find=zzz").await.count("tbody tr"), 0);
    let remove = action(&list, "synonyms");
    let id = remove.trim_end_matches("/remove").rsplit('/').next().unwrap().to_owned();
    let form = browser.get(&format!("/lv/work/search?edit={id}")).await;
    assert_eq!(form.text("#synonym textarea[name=words]"), "dārziņš bērnudārzs");
    let change = [("id", id.as_str()), ("revision", "1"), ("words", "dārziņš"), ("means", "skola"), ("way", "one")];
    assert_eq!(browser.post("/lv/work/search/synonyms", &change).await.status, StatusCode::SEE_OTHER);
    let stale = browser.post("/lv/work/search/synonyms", &change).await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stale.text(".ds-error-summary").contains("mainījis kāds cits"));
    assert_eq!(browser.post(&remove, &[("revision", "1")]).await.status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(browser.post(&remove, &[("revision", "2")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.post(&remove, &[("revision", "2")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.post("/lv/work/search/synonyms/x/remove", &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_service_is_moved_and_the_starting_set_is_added() {
    let house = House::open().await;
    let browser = platform(&house).await;
    let wrong = [("service", "9999"), ("percent", "daudz"), ("boost-words", "x")];
    let refused = browser.post("/lv/work/search/boosts", &wrong).await;
    assert_eq!((refused.status, refused.count("#f-service-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert_eq!(refused.count("#f-percent-error"), 1);
    let sent = [("service", house.benefit.as_str()), ("percent", "150 %"), ("boost-words", "")];
    assert_eq!(browser.post("/lv/work/search/boosts", &sent).await.status, StatusCode::SEE_OTHER);
    let list = browser.get("/en/work/search").await;
    assert!(list.text("main").contains("150 %") && list.text("main").contains("Always"));
    assert_eq!(browser.post(&action(&list, "boosts"), &[("revision", "1")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.post("/lv/work/search/starting-set", &[]).await.status, StatusCode::SEE_OTHER);
    assert!(browser.get("/lv/work/search").await.text("main").contains("bērnudārzs"));
    let report = browser.get("/lv/work/search/report?days=7").await;
    assert_eq!(report.status, StatusCode::OK);
    assert_eq!(browser.get("/lv/work/search/report?days=x").await.status, StatusCode::OK);
}

#[tokio::test]
async fn nobody_else_sees_the_rules() {
    let house = House::open().await;
    for (place, role) in [Role::ContactPerson, Role::Officer, Role::Auditor].into_iter().enumerate() {
        let browser = house.staff(&format!("320000-0003{place}"), "Darbinieks", role).await;
        assert_eq!(browser.get("/lv/work/search").await.status, StatusCode::FORBIDDEN, "{role}");
        assert_eq!(browser.get("/lv/work/search/report").await.status, StatusCode::FORBIDDEN, "{role}");
        assert_eq!(browser.post("/lv/work/search/boosts", &[]).await.status, StatusCode::FORBIDDEN, "{role}");
    }
}
