//! Institutions and services chosen for the figures among more than a list can hold.

use super::editor::inputs;
use super::house::{Browser, House, Page, changed};
use http::StatusCode;
use kernel::{Caller, LangText, Role};
use web_kit::percent;

/// VSAA with 121 services more, and 20 institutions more; the code of the last service, which has a name of its own.
pub(super) async fn many(house: &House) -> String {
    let mut tx = house.db.writing(&Caller::engine()).await;
    for number in 1..=20 {
        let name = LangText::new(format!("Izdomāta aģentūra {number}"), format!("Invented agency {number}"));
        institutions::ensure_sample(&mut tx, name).await.unwrap();
    }
    let summary = LangText::new("Izdomāts.", "Invented.");
    for number in 1..=120 {
        let name = LangText::new(format!("Dārziņa paraugs {number}"), format!("Sample garden {number}"));
        catalogue::ensure_sample(&mut tx, house.vsaa, name, summary.clone()).await.unwrap();
    }
    let name = LangText::new("Dārziņa noslēgums", "Closing garden");
    let last = catalogue::ensure_sample(&mut tx, house.vsaa, name, summary).await.unwrap();
    tx.commit().await.unwrap();
    house.indexed().await;
    last
}

async fn auditor(house: &House) -> Browser {
    house.staff("320000-00015", "Inese", Role::Auditor).await
}

#[tokio::test]
async fn a_short_list_stays_a_list() {
    let house = House::open().await;
    let page = house.officer().await.get("/lv/work/indicators").await;
    let found = (page.count("select[name=service]"), page.count("input[name=service]"), page.count("[name=holder]"));
    assert_eq!(found, (1, 0, 0));
    let chosen = house.officer().await.get(&format!("/lv/work/indicators?service={}", house.benefit)).await;
    assert_eq!(chosen.attribute("select[name=service] option[selected]", "value"), house.benefit);
}

// req: ANA-06
#[tokio::test]
async fn a_service_beyond_the_first_hundred_is_found_by_its_code_and_by_words() {
    let house = House::open().await;
    let last = many(&house).await;
    for browser in [house.officer().await, auditor(&house).await] {
        let page = browser.get("/lv/work/indicators").await;
        assert_eq!((page.count("input[type=search][name=service]"), page.count("select[name=service]")), (1, 0));
        let several = browser.get("/lv/work/indicators?months=3&service=paraugs+darzina").await;
        assert_eq!(several.count("#h-found-service + ul a"), 20);
        assert!(several.text("#h-found-service ~ p").contains("Redzami pirmie 20"), "{}", several.text("main"));
        let first = several.attribute("#h-found-service + ul a", "href");
        assert!(first.contains("months=3") && first.contains("&service="), "{first}");
        let followed = browser.get(&first).await;
        assert!(followed.attribute("#f-service", "value").ends_with(" Dārziņa paraugs 1"));
        assert_eq!(followed.count("#h-found-service"), 0);
        for words in [last.clone(), format!("{last} Dārziņa noslēgums"), "closing garden".to_owned()] {
            let words = percent(&words);
            let page = browser.get(&format!("/lv/work/indicators?service={words}")).await;
            assert_eq!(page.attribute("#f-service", "value"), format!("{last} Dārziņa noslēgums"), "{words}");
            let csv = page.attribute("a[href*='indicators.csv']", "href");
            assert!(csv.ends_with(&format!("&service={last}")), "{csv}");
            assert_eq!(browser.get(&csv).await.status, StatusCode::OK);
        }
        let nothing = browser.get("/lv/work/indicators?service=zzz").await;
        assert_eq!((nothing.status, nothing.count("#f-service-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
        assert_eq!(nothing.attribute("#f-service", "value"), "zzz");
    }
}

// req: ANA-06
#[tokio::test]
async fn an_institution_is_found_by_its_code_and_by_words() {
    let house = House::open().await;
    let last = many(&house).await;
    let auditor = auditor(&house).await;
    let page = auditor.get("/en/work/indicators").await;
    assert_eq!((page.count("input[type=search][name=holder]"), page.count("select[name=holder]")), (1, 0));
    let several = auditor.get(&format!("/en/work/indicators?holder=invented+agency&service={last}")).await;
    assert_eq!(several.count("#h-found-holder + ul a"), 20);
    assert_eq!(several.text("#h-found-holder ~ p"), "Until one is chosen, the figures below are of all.");
    let first = several.attribute("#h-found-holder + ul a", "href");
    assert!(first.ends_with(&format!("&service={last}")), "{first}");
    assert_eq!(auditor.get(&first).await.count("#h-found-holder"), 0);
    for words in ["vsaa", "VSAA%20Valsts"] {
        let page = auditor.get(&format!("/en/work/indicators?holder={words}")).await;
        assert!(page.attribute("#f-holder", "value").starts_with("VSAA "), "{words}: {}", page.text("main"));
        assert!(page.attribute("a[href*='indicators.csv']", "href").ends_with(&house.vsaa.to_string()));
    }
    let nothing = auditor.get("/en/work/indicators?holder=zzz").await;
    assert_eq!((nothing.status, nothing.count("#f-holder-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let unknown = "/en/work/indicators?holder=0190ffff-0000-7000-8000-00000000ffff";
    assert_eq!(auditor.get(unknown).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_last_month_of_the_period_can_be_any() {
    let house = House::open().await;
    let auditor = auditor(&house).await;
    let page = auditor.get("/lv/work/indicators?months=24&until=2012-03").await;
    assert_eq!((page.status, page.attribute("#f-until", "value")), (StatusCode::OK, "2012-03".to_owned()));
    let months = page.text("tbody");
    assert!(months.contains("2010") && months.contains("2012"), "{months}");
    assert!(page.count("a[href*='indicators.csv?months=24&until=2012-03']") == 1);
    // What is no month, or lies ahead, is told at its field; the other filters stay.
    for wrong in ["March", "2026-13", "2199-01"] {
        let page = auditor.get(&format!("/lv/work/indicators?months=24&service=nekas&until={wrong}")).await;
        assert_eq!((page.status, page.count("#f-until-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1), "{wrong}");
        assert_eq!(page.attribute("#f-until", "value"), wrong);
        assert_eq!(page.attribute("select[name=months] option[selected]", "value"), "24");
        let csv = auditor.get(&format!("/lv/work/indicators.csv?until={wrong}")).await;
        assert_eq!(csv.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
}

/// Sends the section of the links as a page shows it, with these words to look for and these services ticked besides.
async fn look(browser: &Browser, path: &str, page: &Page, find: &str, ticked: &[&str]) -> Page {
    let mut fields = inputs(page);
    fields.extend(ticked.iter().map(|code| ("related".to_owned(), (*code).to_owned())));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(path, &changed(&fields, &[("find", find)])).await
}

// req: CAT-15
#[tokio::test]
async fn related_services_are_found_by_words_and_ticked() {
    let house = House::open().await;
    let last = many(&house).await;
    let dace = house.dace().await;
    let path = format!("/lv/work/services/{}/sections/links", house.benefit);
    let page = dace.get(&path).await;
    assert_eq!(page.count("textarea[name=related]"), 0, "no codes are typed");
    let before = page.count("input[name=related][checked]");
    // Words are looked for when the form is sent, whichever button sends it; what is found is not chosen yet.
    let found = look(&dace, &path, &page, "Dārziņa noslēgums", &[]).await;
    assert_eq!(found.status, StatusCode::OK, "{}", found.text("main"));
    let one = format!("input[name=related][value='{last}']");
    assert_eq!((found.count(&one), found.count(&format!("{one}[checked]"))), (1, 0));
    assert_eq!(found.text(&format!("label[for='f-related-{last}']")), format!("{last} Dārziņa noslēgums"));
    assert_eq!(found.attribute("#f-find", "value"), "Dārziņa noslēgums");
    let saved = look(&dace, &path, &found, "Dārziņa noslēgums", &[&last]).await;
    assert_eq!(saved.location(), format!("{path}?done=section-saved"), "{}", saved.body);
    let page = dace.get(&path).await;
    assert_eq!((page.count(&format!("{one}[checked]")), page.attribute("#f-find", "value")), (1, String::new()));
    assert_eq!(page.count("input[name=related][checked]"), before + 1, "those that were related still are");
    let changes = dace.get(&format!("/lv/work/services/{}/changes", house.benefit)).await;
    assert!(changes.text(".dv-changes").contains(&last), "{}", changes.text("main"));
    // A code nobody has is told and stays; a known one is found once, also when it is related already.
    let unknown = look(&dace, &path, &page, "9999", &[]).await;
    assert_eq!(unknown.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert!(unknown.text("#f-find-finding").contains("9999"), "{}", unknown.text("main"));
    assert_eq!(unknown.attribute("#f-find", "value"), "9999");
    let known = look(&dace, &path, &unknown, &last, &[]).await;
    assert_eq!((known.status, known.count(&one)), (StatusCode::OK, 1));
    let many = look(&dace, &path, &known, "paraugs", &[]).await;
    assert!(many.text("#f-find-hint").contains("pirmie 20"), "{}", many.text("main"));
    assert_eq!(many.count("input[name=related]"), before + 1 + 20);
}
