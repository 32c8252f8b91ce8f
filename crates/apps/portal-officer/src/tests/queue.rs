//! The queue: what is in it, in which order, and taking from it.

use super::house::House;
use http::StatusCode;
use kernel::{Caller, Role};
use std::collections::BTreeSet;

// req: CSS-01, CSS-02
#[tokio::test]
async fn the_queue_is_sorted_filtered_and_names_nobody() {
    let house = House::open().await;
    let first = house.submitted().await;
    house.db.test_clock().advance(chrono::TimeDelta::days(3));
    let second = house.submitted().await;
    let officer = house.officer().await;
    let page = officer.get("/lv/work/desk?tab=unassigned").await;
    assert_eq!((page.status, page.count("tr[data-row]")), (StatusCode::OK, 2));
    assert!(page.text("tr[data-row]").contains(first.as_str()), "the most urgent is first");
    assert!(page.body.contains(second.as_str()));
    assert!(!page.body.contains("Bērziņa"), "a list opens nobody's data");
    assert_eq!(house.views().await.len(), 0);
    assert_eq!(page.text(".dv-tabs a[aria-current] .dv-count"), "2");
    for (filter, rows) in [("channel=electronic", 2), ("channel=phone", 0), ("due=late", 0), ("service=9999", 0)] {
        let page = officer.get(&format!("/lv/work/desk?tab=team&{filter}")).await;
        assert_eq!(page.count("tr[data-row]"), rows, "{filter}");
    }
    for wrong in ["tab=all", "channel=pigeon", "due=never", "after=zz"] {
        assert_eq!(
            officer.get(&format!("/lv/work/desk?{wrong}")).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{wrong}"
        );
    }
}

// req: CSS-01
#[tokio::test]
async fn a_long_queue_is_read_page_by_page() {
    let house = House::open().await;
    let mut all = BTreeSet::new();
    for _ in 0..30 {
        all.insert(house.submitted().await.to_string());
    }
    let officer = house.officer().await;
    let first = officer.get("/lv/work/desk?tab=team").await;
    assert_eq!(first.count("tr[data-row]"), 25);
    let second = officer.get(&first.attribute("a[rel=next]", "href")).await;
    assert_eq!((second.count("tr[data-row]"), second.count("a[rel=next]")), (5, 0));
    let seen = |number: &String| first.body.contains(number.as_str()) || second.body.contains(number.as_str());
    assert!(all.iter().all(seen));
}

// req: CSS-02
#[tokio::test]
async fn officers_who_take_at_once_get_different_cases() {
    let house = House::open().await;
    let (first, second) = (house.submitted().await, house.submitted().await);
    let one = house.officer().await;
    let other = house.staff("320000-00011", "Otrs", Role::Officer).await;
    let mine = one.post("/lv/work/desk/next", &[]).await;
    let yours = other.post("/lv/work/desk/next", &[]).await;
    assert_eq!(mine.location(), format!("/lv/work/cases/{}?done=case-taken", first.slug()));
    assert_eq!(yours.location(), format!("/lv/work/cases/{}?done=case-taken", second.slug()));
    let nothing = one.post("/lv/work/desk/next", &[]).await;
    assert_eq!(nothing.location(), "/lv/work/desk?tab=team&done=nothing-to-take");
    let taken = one.post(&format!("/lv/work/cases/{}/take", second.slug()), &[]).await;
    assert_eq!(taken.status, StatusCode::CONFLICT);
    let page = one.get("/lv/work/desk").await;
    assert_eq!((page.count("tr[data-row]"), page.count("form[action$='/take']")), (1, 0));
}

// req: CSS-01, PRF-03
#[tokio::test]
async fn a_specialist_reads_and_does_not_take() {
    let house = House::open().await;
    let number = house.submitted().await;
    let specialist = house.staff("320000-00012", "Ilze", Role::Specialist).await;
    let page = specialist.get("/lv/work/desk").await;
    assert_eq!(
        (page.count("tr[data-row]"), page.count("form[action$='/take']"), page.count("[data-key=g]")),
        (1, 0, 0)
    );
    assert_eq!(specialist.post("/lv/work/desk/next", &[]).await.status, StatusCode::FORBIDDEN);
    let case = specialist.get(&format!("/lv/work/cases/{}", number.slug())).await;
    assert_eq!((case.status, case.count("#h-act")), (StatusCode::OK, 0));
    assert_eq!(house.views().await[0].purpose, "consult-client");
}

#[tokio::test]
async fn the_search_box_leads_to_own_cases_only() {
    let house = House::open().await;
    let number = house.submitted().await;
    let officer = house.officer().await;
    let found = officer.get(&format!("/lv/work/find?q=%20{}", number.slug())).await;
    assert_eq!(found.location(), format!("/lv/work/cases/{}", number.slug()));
    assert_eq!(officer.get("/lv/work/find?q=nothing").await.status, StatusCode::NOT_FOUND);
    let tx = house.db.reading(&Caller::engine()).await;
    let other = institutions::by_code(&tx, "NVA").await.unwrap().unwrap().id;
    drop(tx);
    let foreign = house.staff_of(other, "320000-00013", "Svešs", Role::Officer).await;
    let missing = foreign.get("/lv/work/find?q=1000-1").await;
    assert!(missing.text("main").contains("Lietas ar numuru „1000-1” jūsu iestādē nav"));
    assert_eq!((missing.status, missing.attribute("#f-q", "value")), (StatusCode::NOT_FOUND, "1000-1".to_owned()));
    assert_eq!(foreign.get("/lv/work/find?q=+").await.location(), "/lv/work/desk", "nothing was looked for");
    let hidden = foreign.get(&format!("/lv/work/find?q={}", number.slug())).await;
    let hidden_words = hidden.text("main").replace(&number.slug(), "1000-1");
    assert_eq!((hidden.status, hidden_words), (missing.status, missing.text("main")));
}
