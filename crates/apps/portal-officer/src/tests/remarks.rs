//! What the editor says beside its inputs.

use super::editor::inputs;
use super::house::House;
use catalogue::{PublishService, publish};
use chrono::Days;
use http::StatusCode;
use kernel::{Caller, Role, riga_date};

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

// req: CAT-15
#[tokio::test]
async fn of_two_texts_only_what_both_changed_is_asked_and_nothing_is_chosen_beforehand() {
    let house = House::open().await;
    let dace = house.dace().await;
    let ilze = house.staff("320000-00026", "Ilze", Role::ContactPerson).await;
    let path = format!("/lv/work/services/{}/sections/basics", house.benefit);
    let (hers, mine) = (inputs(&ilze.get(&path).await), inputs(&dace.get(&path).await));
    dace.post(&path, &with(&mine, &[("name/lv", "Daces nosaukums")])).await;
    let changed = [("name/lv", "Ilzes nosaukums"), ("audience/lv", "Ilzes klienti")];
    ilze.post(&format!("{path}/autosave"), &with(&hers, &changed)).await;
    let refused = ilze.post(&path, &with(&hers, &changed)).await;
    let place = refused.location().to_owned();
    let overview = ilze.get(&format!("/lv/work/services/{}", house.benefit)).await;
    assert_eq!(overview.count("section[aria-labelledby=h-refused] li"), 1, "{}", overview.text("main"));
    let page = ilze.get(&place).await;
    assert_eq!((page.count("fieldset.dv-item"), page.count("input[type=radio][checked]")), (1, 0));
    assert!(page.text("section[aria-labelledby=h-agreed]").contains("Ilzes"), "{}", page.text("main"));
    let revision = page.attribute("input[name=revision]", "value");
    let none = ilze.post(&place, &[("revision", &revision), ("choice", "merged")]).await;
    assert_eq!(none.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert_eq!(none.attribute(".dv-errsum a", "href"), "#f-pick-name-lv-theirs");
    let chosen = [("revision", revision.as_str()), ("choice", "merged"), ("pick/name/lv", "theirs")];
    assert!(ilze.post(&place, &chosen).await.location().ends_with("done=text-chosen"));
    let page = dace.get(&path).await;
    assert_eq!(page.attribute("#f-name-lv", "value"), "Daces nosaukums");
    assert_eq!(page.text("#f-audience-lv"), "Ilzes klienti");
}

/// The inputs of a page with some of them changed.
fn with<'a>(fields: &'a [(String, String)], changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let value = |name: &str| changes.iter().find(|(changed, _)| *changed == name).map(|(_, value)| *value);
    fields.iter().map(|(name, old)| (name.as_str(), value(name).unwrap_or(old))).collect()
}

// req: CAT-33
#[tokio::test]
async fn a_fee_that_was_none_is_one_change_with_both_values() {
    let house = House::open().await;
    let dace = house.dace().await;
    let here = format!("/lv/work/services/{}", house.benefit);
    let path = format!("{here}/sections/channels");
    let page = inputs(&dace.get(&path).await);
    dace.post(&path, &with(&page, &[("channels/1/fee", "amount"), ("channels/1/fee/amount", "5")])).await;
    let changes = dace.get(&format!("{here}/changes")).await.text(".dv-changes");
    assert!(changes.contains("2. kanāls: Parastā maksa") && !changes.contains("Summa eiro"), "{changes}");
    assert!(changes.contains("Bez maksas") && changes.contains("5,00"), "{changes}");
}
