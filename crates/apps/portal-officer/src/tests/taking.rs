//! What a contact person chooses and takes over: a function of government by its name, a text that was sent, a template.

use super::house::{House, changed};
use http::StatusCode;
use kernel::Caller;

// req: CAT-09, CAT-15
#[tokio::test]
async fn a_function_of_government_is_chosen_by_its_name() {
    let house = House::open().await;
    let dace = house.dace().await;
    let path = format!("/lv/work/services/{}/sections/basics", house.benefit);
    let page = dace.get(&path).await;
    assert_eq!(page.attribute("select#f-cofog option[selected]", "value"), "10.4.0");
    assert!(page.text("select#f-cofog option[selected]").starts_with("10.4.0 "));
    assert_eq!(page.count("select#f-cofog optgroup"), 10);
    assert!(page.attribute("select#f-cofog optgroup:last-of-type", "label").starts_with("10 "));
    assert_eq!(page.count("select#f-cofog option[value='10.4']"), 0, "a group is no function");
    let fields = page.inputs("form.dv-edit-form");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    // What another program once wrote stays until something else is chosen.
    for code in ["04.7.3", "99.9.9"] {
        let revision = dace.get(&path).await.attribute("input[name='revision']", "value");
        let sent = changed(&fields, &[("cofog", code), ("revision", revision.as_str())]);
        assert!(dace.post(&path, &sent).await.location().ends_with("done=section-saved"));
        assert_eq!(dace.get(&path).await.attribute("select#f-cofog option[selected]", "value"), code);
    }
}

/// A system sends whom the service is for, without publishing it.
async fn send(house: &House, audience: &str) {
    let mut tx = house.db.writing(&Caller::engine()).await;
    let before = catalogue::service(&tx, &house.benefit).await.unwrap();
    let mut description = (*before.description).clone();
    description.audience.lv = audience.to_owned();
    let input = catalogue::SaveDescription {
        code: house.benefit.clone(),
        version: before.latest,
        description,
        publish: false,
        note: String::new(),
    };
    catalogue::save_description(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
}

// req: CAT-15, CAT-20
#[tokio::test]
async fn a_text_that_was_sent_is_read_before_it_is_taken_over() {
    let house = House::open().await;
    let dace = house.dace().await;
    let here = format!("/lv/work/services/{}", house.benefit);
    send(&house, "Atsūtīts teksts").await;
    let overview = dace.get(&here).await;
    assert_eq!(overview.count(&format!("aside a.ds-button[href='{here}/changes']")), 1);
    let form = format!("form[action='{here}/take-over']");
    let asked = dace.get(&format!("{here}/changes")).await;
    assert!(asked.text(".dv-changes").contains("Atsūtīts"), "{}", asked.text("main"));
    let version = asked.attribute(&format!("{form} input[name='version']"), "value");
    let stale = dace.post(&format!("{here}/take-over"), &[("version", "1")]).await;
    assert_eq!((stale.status, stale.count(".dv-errsum")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    for done in ["?done=sent-taken", ""] {
        let taken = dace.post(&format!("{here}/take-over"), &[("version", version.as_str())]).await;
        assert_eq!(taken.location(), format!("{here}{done}"));
    }
    assert_eq!(dace.get(&format!("{here}/changes")).await.count(&form), 0);
    let overview = dace.get(&here).await;
    assert_eq!(overview.count(&format!("form[action='{here}/publish']")), 1);
    assert_eq!(overview.count("#h-sent"), 0, "what was taken over does not wait any more");
    // The next one comes while the working copy is written.
    house.db.test_clock().advance(chrono::TimeDelta::minutes(1));
    send(&house, "Vēl viens teksts").await;
    let overview = dace.get(&here).await;
    assert_eq!(overview.count("#h-sent"), 1, "{}", overview.text("main"));
    let compare = overview.attribute("section[aria-labelledby=h-sent] a", "href");
    assert!(compare.contains("/versions/compare?from="), "{compare}");
}

// req: UNI-02, UNI-08
#[tokio::test]
async fn a_template_for_others_offers_nothing_to_attach() {
    let house = House::with_unified().await;
    let dace = house.dace().await;
    let page = dace.get("/lv/work/templates/V102").await;
    assert_eq!((page.status, page.count("#h-own")), (StatusCode::OK, 1));
    assert_eq!(page.count("form[action$='/attach'], form[action$='/create-service']"), 0);
    let own = dace.get("/lv/work/templates/V109").await;
    assert_eq!(own.count("form[action$='/attach'], form[action$='/create-service']"), 2);
}
