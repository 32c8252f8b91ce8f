//! What the editor says beside its inputs.

use super::house::House;

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
