//! What the editor says beside its inputs.

use super::house::House;
use catalogue::{PublishService, publish};
use chrono::Days;
use kernel::{Caller, riga_date};

// req: CAT-15, CAT-18
#[tokio::test]
async fn the_editor_names_the_length_that_the_rules_check() {
    let house = House::open().await;
    let dace = house.dace().await;
    let most = |path: &str| format!("līdz {} rakstzīmēm", catalogue::most_characters(path).unwrap());
    let basics = dace.get(&format!("/lv/work/services/{}/sections/basics", house.benefit)).await;
    for name in ["name", "summary"] {
        let hint = basics.text(&format!("#f-{name}-hint")).to_lowercase();
        assert!(hint.contains(&most(name)), "{hint}");
    }
    let steps = dace.get(&format!("/lv/work/services/{}/sections/steps", house.benefit)).await;
    assert!(steps.text("#f-steps-0-title-hint").contains(&most("steps/0/title")));
    let new = dace.get("/lv/work/services/new").await;
    assert!(new.text("main").to_lowercase().contains(&most("name")), "{}", new.text("main"));
}

// req: CAT-17, CAT-33
#[tokio::test]
async fn a_version_that_waits_can_be_read_and_compared_from_the_overview() {
    let house = House::open().await;
    let dace = house.dace().await;
    let mut tx = house.db.writing(&Caller::engine()).await;
    let service = catalogue::service(&tx, &house.benefit).await.unwrap();
    let from = riga_date(tx.now()).checked_add_days(Days::new(40));
    let now = PublishService::now(house.benefit.clone(), service.latest, Some((*service.description).clone()));
    let version = publish(&mut tx, PublishService { from, ..now }).await.unwrap();
    tx.commit().await.unwrap();
    let page = dace.get(&format!("/lv/work/services/{}", house.benefit)).await;
    let versions = format!("/lv/services/{}/versions", house.benefit);
    let waiting = "section[aria-labelledby=h-scheduled]";
    for href in [format!("{versions}/{version}"), format!("{versions}/compare?from={}&to={version}", service.version)] {
        assert_eq!(page.count(&format!("{waiting} a[href='{href}']")), 1, "{href} in {}", page.text(waiting));
    }
    assert_eq!(page.count(&format!("{waiting} form[action$='/withdraw']")), 1);
}
