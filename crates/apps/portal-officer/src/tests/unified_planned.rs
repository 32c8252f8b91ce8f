//! Texts of templates that wait for a day, in the workplace (decision 0020).

use super::house::{Browser, House, Page, changed};
use chrono::Days;
use http::StatusCode;
use kernel::{Caller, Role, riga_date};

const PAGE: &str = "/lv/work/templates/V102";
const EDIT: &str = "/lv/work/templates/V102/edit";
const NAME: &str = "Atļauja būvēt jaunā kārtībā";

/// Sends the form with some of its fields changed; those that it did not have are added.
async fn send(browser: &Browser, fields: &[(String, String)], changes: &[(&str, &str)]) -> Page {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(EDIT, &changed(&fields, changes)).await
}

/// What stands in the form of this page.
fn form(page: &Page) -> Vec<(String, String)> {
    page.inputs(&format!("form[action='{EDIT}']"))
}

/// Sends the form and confirms what the page in between shows.
async fn confirmed(browser: &Browser, fields: &[(String, String)], changes: &[(&str, &str)]) -> String {
    let asked = send(browser, fields, changes).await;
    assert_eq!(asked.status, StatusCode::OK, "{}", asked.text("main"));
    let seen = asked.attribute("button[name='seen']", "value");
    send(browser, &form(&asked), &[("seen", &seen)]).await.location().to_owned()
}

/// So many days from today, as people write it.
async fn day(house: &House, days: u64) -> String {
    let today = riga_date(house.db.reading(&Caller::engine()).await.now());
    today.checked_add_days(Days::new(days)).unwrap().format("%d.%m.%Y").to_string()
}

async fn platform(house: &House) -> Browser {
    house.staff("320000-00031", "Edgars", Role::PlatformAdministrator).await
}

// req: UNI-01, CAT-17
#[tokio::test]
async fn a_text_waits_for_its_day_is_changed_in_place_and_taken_back() {
    let house = House::with_unified().await;
    let platform = platform(&house).await;
    let (soon, later) = (day(&house, 10).await, day(&house, 20).await);
    let in_force = platform.get(EDIT).await;
    let (typed, before) = (form(&in_force), in_force.attribute("#f-name-lv", "value"));

    let asked = send(&platform, &typed, &[("name-lv", NAME), ("note", "Jauns likums"), ("from", &soon)]).await;
    let told = asked.text("main");
    assert_eq!(asked.status, StatusCode::OK, "{told}");
    assert!(told.contains(&format!("{soon}. saglabātais teksts mainīs")), "{told}");
    assert!(told.contains(&format!("redzams no {soon}")) && !told.contains("redzams uzreiz"), "{told}");
    let (hidden, seen) = (form(&asked), asked.attribute("button[name='seen']", "value"));
    let back = send(&platform, &hidden, &[("back", "yes")]).await;
    assert_eq!(
        (back.attribute("#f-name-lv", "value"), back.attribute("#f-from", "value")),
        (NAME.into(), soon.clone())
    );
    let other_day = send(&platform, &hidden, &[("seen", &seen), ("from", &later)]).await;
    assert_eq!(other_day.status, StatusCode::PRECONDITION_FAILED, "another day was confirmed");
    let kept = send(&platform, &hidden, &[("seen", &seen)]).await;
    assert_eq!(kept.location(), format!("{PAGE}?done=template-planned"));

    // The page says what waits and from when, word by word; the text in force is as it was.
    let page = platform.get(PAGE).await;
    let waits = "section[aria-labelledby='h-plan']";
    let told = page.text(waits);
    assert!(told.contains(&soon) && told.contains("Jauns likums") && told.contains("jaunā kārtībā"), "{told}");
    assert_eq!((page.text("h1"), page.count(&format!("{waits} ins")) > 0), (before.clone(), true));
    let dace = house.staff("320000-00032", "Dace", Role::ContactPerson).await;
    assert_eq!(dace.get(PAGE).await.count("#h-plan"), 0, "the platform alone sees what is to come");
    assert_eq!(dace.get(&format!("{EDIT}?plan=1")).await.status, StatusCode::FORBIDDEN);

    // The form of the text in force leads to the one that waits, which is changed in place.
    let beside = platform.get(EDIT).await;
    assert_eq!((beside.attribute("#f-name-lv", "value"), beside.count("#f-from")), (before.clone(), 0));
    let place = beside.attribute(".ds-alert a[href*='plan=']", "href");
    assert_eq!(place, format!("{EDIT}?plan=1"));
    let waiting = platform.get(&place).await;
    let value = |page: &Page, field: &str| page.attribute(&format!("#f-{field}"), "value");
    assert_eq!((value(&waiting, "name-lv"), value(&waiting, "from")), (NAME.into(), soon.clone()));
    let typed = form(&waiting);
    let bare = send(&platform, &typed, &[("from", ""), ("name-en", "Permit")]).await;
    assert_eq!((bare.status, bare.count("#f-from-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert_eq!((value(&bare, "name-en"), value(&bare, "from")), ("Permit".to_owned(), String::new()));
    assert_eq!(confirmed(&platform, &typed, &[("from", &later)]).await, format!("{PAGE}?done=template-planned"));
    // Who had the first one open learns that another one waits, and has both texts.
    let late = send(&platform, &typed, &[("name-lv", "Vēl cits")]).await;
    assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(
        (value(&late, "name-lv"), late.attribute("input[name='plan']", "value")),
        ("Vēl cits".into(), "2".into())
    );
    assert!(late.text("table.dv-data").contains(NAME), "{}", late.text("main"));

    let page = platform.get(PAGE).await;
    assert!(page.text("#h-plan").contains(&later), "{}", page.text(waits));
    let revision = page.attribute("form[action$='/plan/withdraw'] input[name='revision']", "value");
    let path = format!("{PAGE}/plan/withdraw");
    let taken = platform.post(&path, &[("revision", &revision)]).await;
    assert_eq!(taken.location(), format!("{PAGE}?done=template-plan-withdrawn"));
    assert_eq!(platform.post(&path, &[("revision", &revision)]).await.status, StatusCode::PRECONDITION_FAILED);
    // What was taken back is not lost: its form takes the place of nothing.
    let page = platform.get(PAGE).await;
    assert_eq!((page.count("#h-plan"), page.text("h1")), (0, before));
    let again = platform.get(&page.attribute("#h-taken-back ~ ul a", "href")).await;
    assert_eq!((value(&again, "name-lv"), again.count("input[name='plan']")), (NAME.into(), 0));
    for nothing in ["9", "x"] {
        let status = platform.get(&format!("{EDIT}?plan={nothing}")).await.status;
        assert_eq!(status, StatusCode::NOT_FOUND, "{nothing}");
    }
}

// req: UNI-01, CAT-17
#[tokio::test]
async fn a_day_that_is_none_or_too_early_is_named_at_its_field_and_what_was_typed_stays() {
    let house = House::with_unified().await;
    let platform = platform(&house).await;
    let (today, typed) = (day(&house, 0).await, form(&platform.get(EDIT).await));
    for (from, words) in
        [("31.02.2099", "31.12.2026"), ("rīt", "31.12.2026"), (today.as_str(), "rītdienu"), ("01.01.2020", "rītdienu")]
    {
        let wrong = send(&platform, &typed, &[("name-lv", NAME), ("from", from)]).await;
        assert_eq!((wrong.status, wrong.count("#f-from-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1), "{from}");
        assert!(wrong.text("#f-from-error").contains(words), "{from}: {}", wrong.text("main"));
        assert_eq!(wrong.attribute("#f-from", "value"), from);
        assert_eq!(wrong.attribute("#f-name-lv", "value"), NAME);
        // All that is wrong is told at once.
        let both = send(&platform, &typed, &[("name-lv", ""), ("from", from)]).await;
        assert_eq!((both.count("#f-name-lv-error"), both.count("#f-from-error")), (1, 1), "{from}");
    }
    let same = send(&platform, &typed, &[("from", &day(&house, 1).await)]).await;
    assert!(same.text("#f-from-error").contains("ne ar ko neatšķiras"), "{}", same.text("main"));
    // A new template is in use by nobody: there is no day to give.
    assert_eq!(platform.get("/lv/work/templates/new").await.count("#f-from"), 0);
}

// req: UNI-01, CAT-17
#[tokio::test]
async fn a_change_at_once_says_that_it_goes_into_what_waits_or_why_it_cannot() {
    let house = House::with_unified().await;
    let platform = platform(&house).await;
    let soon = day(&house, 10).await;
    let typed = form(&platform.get(EDIT).await);
    confirmed(&platform, &typed, &[("name-lv", NAME), ("from", &soon)]).await;

    let typed = form(&platform.get(EDIT).await);
    let asked = send(&platform, &typed, &[("appeal-lv", "Divu mēnešu laikā.")]).await;
    assert!(asked.text("main").contains(&format!("stāsies spēkā {soon}")), "{}", asked.text("main"));
    let done = confirmed(&platform, &typed, &[("appeal-lv", "Divu mēnešu laikā.")]).await;
    assert_eq!(done, format!("{PAGE}?done=template-saved"));
    let waiting = platform.get(&format!("{EDIT}?plan=2")).await;
    assert_eq!(
        (waiting.attribute("#f-name-lv", "value"), waiting.text("#f-appeal-lv")),
        (NAME.into(), "Divu mēnešu laikā.".into())
    );

    let typed = form(&platform.get(EDIT).await);
    let refused = send(&platform, &typed, &[("name-lv", "Cita atļauja")]).await;
    assert_eq!((refused.status, refused.count(".dv-errsum li")), (StatusCode::CONFLICT, 1));
    assert!(refused.text(".dv-errsum").contains(&format!("spēkā {soon}")), "{}", refused.text(".dv-errsum"));
    assert_eq!(refused.attribute("#f-name-lv", "value"), "Cita atļauja");
    assert_eq!(refused.attribute(".ds-alert a[href*='plan=']", "href"), format!("{EDIT}?plan=2"));
    // A second text for a day is refused too, and its day stays in the form.
    let second = send(&platform, &typed, &[("appeal-lv", "Nekad."), ("from", &soon)]).await;
    assert_eq!((second.status, second.attribute("#f-from", "value")), (StatusCode::CONFLICT, soon));
}
