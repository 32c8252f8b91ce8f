//! Places where the institution serves people, and what the editor of channels offers of them.

use super::house::{Browser, House, Page, changed};
use http::StatusCode;
use kernel::Role;

const LIST: &str = "/lv/work/branches";

/// A right branch with some fields replaced.
fn branch<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let right = [
        ("name_lv", "Cēsu <filiāle>"),
        ("name_en", "Cēsis branch"),
        ("address", "Raunas iela 8, Cēsis, LV-4101"),
        ("latitude", "57,3131"),
        ("longitude", "25.2740"),
        ("phone", "+371 64000000"),
        ("hours_lv", "Darba dienās"),
        ("hours_en", ""),
        ("day-1", "8:30–12:00, 13:00–17:00"),
        ("day-5", "8.30-15.00"),
    ];
    changed(&right, changes)
}

// req: POR-16
#[tokio::test]
async fn a_contact_person_adds_changes_and_closes_a_place_and_wrong_input_stays_as_typed() {
    let house = House::open().await;
    let dace = house.dace().await;
    let empty = dace.get(LIST).await;
    assert_eq!((empty.status, empty.count("tbody tr")), (StatusCode::OK, 0));
    assert_eq!(empty.count(".dv-nav a[href='/lv/work/branches'][aria-current=page]"), 1);

    // Degrees exchanged, hours that end before they begin, no address.
    let wrong = [("latitude", "25.27"), ("longitude", "57.31"), ("day-5", "15:00-8:30"), ("address", " ")];
    let page = dace.post(LIST, &branch(&wrong)).await;
    assert_eq!(page.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 4));
    let order = ["#f-address", "#f-latitude", "#f-longitude", "#f-day-5"];
    for (place, id) in order.into_iter().enumerate() {
        assert_eq!(page.attribute(&format!(".dv-errsum li:nth-child({}) a", place + 1), "href"), id);
    }
    assert_eq!(page.attribute("#f-latitude", "value"), "25.27");
    assert_eq!(page.attribute("#f-day-5", "value"), "15:00-8:30");
    assert_eq!(page.attribute("#f-name_lv", "value"), "Cēsu <filiāle>");
    let unread = dace.post(LIST, &branch(&[("latitude", "ziemeļi")])).await;
    assert_eq!(unread.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert_eq!(dace.get(LIST).await.count("tbody tr"), 0, "nothing of a refused one is kept");

    let added = dace.post(LIST, &branch(&[])).await;
    assert_eq!(added.location(), "/lv/work/branches?done=branch-added");
    let list = dace.get(LIST).await;
    assert_eq!((list.count("tbody tr"), list.text("tbody th")), (1, "Cēsu <filiāle>".to_owned()));
    let path = list.attribute("tbody th a", "href");
    assert_eq!(path, "/lv/work/branches/VSAA-1");
    let form = dace.get(&path).await;
    assert_eq!(form.attribute("#f-latitude", "value"), "57.3131");
    assert_eq!(form.attribute("#f-day-1", "value"), "08:30–12:00, 13:00–17:00");
    assert_eq!(form.attribute("#f-day-2", "value"), "");

    let changed = dace.post(&path, &branch(&[("revision", "1"), ("phone", "")])).await;
    assert_eq!(changed.location(), "/lv/work/branches?done=branch-changed");
    let late = dace.post(&path, &branch(&[("revision", "1"), ("name_lv", "Mans nosaukums")])).await;
    assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(late.attribute("#f-name_lv", "value"), "Mans nosaukums");
    assert_eq!(late.attribute("input[name=revision]", "value"), "2");
    let stored = late.text("section[aria-labelledby=h-stored]");
    assert!(stored.contains("Cēsu <filiāle>") && stored.contains("Raunas iela 8"), "{stored}");
    assert!(late.text(".dv-errsum").contains("Salīdziniet"), "{}", late.text(".dv-errsum"));
    // What is wrong besides does not hide that somebody else was there.
    let wrong = dace.post(&path, &branch(&[("revision", "1"), ("latitude", "ziemeļi")])).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text("section[aria-labelledby=h-stored]").contains("57.3131"));
    let own = dace.post(&path, &branch(&[("revision", "2"), ("latitude", "ziemeļi")])).await;
    assert_eq!(own.count("section[aria-labelledby=h-stored]"), 0, "nobody else changed it");

    let stale = dace.post(&format!("{path}/close"), &[("revision", "1")]).await;
    assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
    assert!(stale.text(".dv-errsum").contains("slēdziet to vēlreiz"), "{}", stale.text(".dv-errsum"));
    let closed = dace.post(&format!("{path}/close"), &[("revision", "2")]).await;
    assert_eq!(closed.location(), "/lv/work/branches?done=branch-closed");
    let gone = dace.get(&path).await;
    assert_eq!((gone.status, gone.count("form[action$='/close']"), gone.count("#f-name_lv")), (StatusCode::OK, 0, 0));
    // Who was still typing finds the text again, beside what is stored; there is no form any more.
    for changes in
        [[("revision", "2"), ("name_lv", "Mans nosaukums")], [("latitude", "ziemeļi"), ("name_lv", "Mans nosaukums")]]
    {
        let refused = dace.post(&path, &branch(&changes)).await;
        assert_eq!((refused.status, refused.count("#f-name_lv")), (StatusCode::CONFLICT, 0));
        assert!(refused.text("section[aria-labelledby=h-unsaved]").contains("Mans nosaukums"));
        let all = refused.text("main");
        assert!(all.contains("Cēsu <filiāle>") && all.contains("57.3131"), "{all}");
    }
    assert_eq!(dace.get(&path).await.count("section[aria-labelledby=h-unsaved]"), 0);
    assert!(dace.get(LIST).await.text("tbody").contains("Slēgta"));
}

// req: POR-16, ADM-07
#[tokio::test]
async fn places_of_others_are_missing_and_officers_keep_none() {
    let house = House::open().await;
    let dace = house.dace().await;
    dace.post(LIST, &branch(&[])).await;
    let administrator = house.staff("320000-00014", "Māris", Role::InstitutionAdministrator).await;
    assert_eq!(administrator.get("/lv/work/branches/VSAA-1").await.status, StatusCode::OK);
    assert_eq!(dace.get("/lv/work/branches/VSAA-2").await.status, StatusCode::NOT_FOUND);
    let nva = {
        let tx = house.db.reading(&kernel::Caller::engine()).await;
        institutions::by_code(&tx, "NVA").await.unwrap().unwrap().id
    };
    let other = house.staff_of(nva, "320000-00019", "Ilze", Role::ContactPerson).await;
    assert_eq!(other.get("/lv/work/branches/VSAA-1").await.status, StatusCode::NOT_FOUND);
    let change = branch(&[("revision", "1")]);
    assert_eq!(other.post("/lv/work/branches/VSAA-1", &change).await.status, StatusCode::NOT_FOUND);
    let close = other.post("/lv/work/branches/VSAA-1/close", &[("revision", "1")]).await;
    assert_eq!(close.status, StatusCode::NOT_FOUND);
    assert_eq!(house.officer().await.get(LIST).await.status, StatusCode::FORBIDDEN);
}

// req: CAT-06, POR-16, EFR-01
#[tokio::test]
async fn the_editor_of_channels_offers_every_form_and_refuses_places_that_are_not_there() {
    let house = House::open().await;
    let dace = house.dace().await;
    dace.post(LIST, &branch(&[])).await;
    let path = format!("/lv/work/services/{}/sections/channels", house.benefit);
    let page = dace.get(&path).await;
    assert_eq!(page.count("select[name=form] option"), 4, "three forms and none");
    assert_eq!(page.attribute("select[name=form] option[selected]", "value"), "childbirth-benefit");
    assert!(page.text("select[name=form]").contains("versija"));
    let number = |name: &str| page.attribute(&format!("input[name={name}]"), "value");
    let (base, revision) = (number("base"), number("revision"));
    let typed = [
        ("base", base.as_str()),
        ("revision", revision.as_str()),
        ("form", "unemployed-status"),
        ("channels/0/channel", "institution"),
        ("channels/0/stages", "request"),
        ("channels/0/fee", "free"),
        ("channels/0/places", "VSAA"),
        ("channels/0/elsewhere/0/code", "VSAA-77"),
    ];
    let wrong = dace.post(&path, &typed).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text(".dv-errsum").contains("Kādas no šīm vietām nav"), "{}", wrong.text(".dv-errsum"));
    let elsewhere = "input[name='channels/0/elsewhere/0/code'][list='institutions']";
    assert_eq!(wrong.attribute(elsewhere, "value"), "VSAA-77", "as it was typed");
    assert!(wrong.text("#f-channels-0-elsewhere-0-code-finding").contains("Kādas no šīm vietām nav"));
    assert!(wrong.count("#institutions option[value='VPVKAC-CESIS']") == 1, "centres are offered by name");
    // The seat and the branches of the holder are ticked in a list.
    let boxes = "input[type='checkbox'][name='channels/0/places']";
    assert_eq!(wrong.count(&format!("{boxes}[value='VSAA'][checked]")), 1);
    assert_eq!(wrong.count(&format!("{boxes}[value='VSAA-1']:not([checked])")), 1);
    assert!(wrong.text("label[for='f-channels-0-places-VSAA-1']").starts_with("VSAA-1 "));
    assert_eq!(wrong.attribute("select[name=form] option[selected]", "value"), "unemployed-status");
    let changes = dace.get(&format!("/lv/work/services/{}/changes", house.benefit)).await;
    let told = changes.text("main");
    assert!(told.contains("Portāla veidlapa"), "{told}");
    let title = forms::definition("unemployed-status", None).unwrap().title.lv.clone();
    assert!(told.contains(&title), "{told}");
    // Ticked and corrected, it is kept; a channel that nobody comes to offers no places.
    let number = |name: &str| wrong.attribute(&format!("input[name={name}]"), "value");
    let (base, revision) = (number("base"), number("revision"));
    let right = [
        ("base", base.as_str()),
        ("revision", revision.as_str()),
        ("form", "unemployed-status"),
        ("channels/0/channel", "institution"),
        ("channels/0/stages", "request"),
        ("channels/0/fee", "free"),
        ("channels/0/places", "VSAA-1"),
        ("channels/1/channel", "phone"),
        ("channels/1/stages", "request"),
        ("channels/1/fee", "free"),
    ];
    let saved = dace.post(&path, &right).await;
    assert_eq!(saved.location(), format!("{path}?done=section-saved"), "{}", saved.body);
    let page = dace.get(&path).await;
    assert_eq!((page.count(&format!("{boxes}[checked]")), page.count(elsewhere)), (1, 0));
    assert_eq!(page.count("input[name='channels/1/places']"), 0);
}

// req: CAT-06, POR-16
#[tokio::test]
async fn places_of_other_institutions_are_found_by_words_and_ticked() {
    let house = House::open().await;
    let nva = {
        let tx = house.db.reading(&kernel::Caller::engine()).await;
        institutions::by_code(&tx, "NVA").await.unwrap().unwrap().id
    };
    let other = house.staff_of(nva, "320000-00019", "Ilze", Role::ContactPerson).await;
    other.post(LIST, &branch(&[])).await;
    let dace = house.dace().await;
    let path = format!("/lv/work/services/{}/sections/channels", house.benefit);
    let page = dace.get(&path).await;
    assert_eq!(page.count("[name*='/elsewhere/']"), 0, "no codes are typed");
    let name = page.attribute("input[type='checkbox'][name$='/places']", "name");
    let one = format!("input[name='{name}'][value='NVA-1']");
    let found = look(&dace, &path, &page, "nodarbinātības", None).await;
    assert_eq!((found.status, found.count(&format!("{one}:not([checked])"))), (StatusCode::OK, 1));
    assert_eq!(found.count(&format!("input[name='{name}'][value='NVA']")), 1, "the seat stands before its branches");
    let saved = look(&dace, &path, &found, "nodarbinātības", Some((name.as_str(), "NVA-1"))).await;
    assert_eq!(saved.location(), format!("{path}?done=section-saved"), "{}", saved.body);
    let page = dace.get(&path).await;
    assert_eq!((page.count(&format!("{one}[checked]")), page.attribute("#f-find", "value")), (1, String::new()));
    let branch = look(&dace, &path, &page, "nva-1", None).await;
    assert_eq!((branch.status, branch.count(&one)), (StatusCode::OK, 1), "it is there once");
    let nothing = look(&dace, &path, &page, "neviens tāds", None).await;
    assert_eq!(nothing.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert!(nothing.text("#f-find-finding").contains("neviens tāds"), "{}", nothing.text("main"));
}

/// Sends the section as a page shows it, with these words to look for and this place ticked besides.
async fn look(browser: &Browser, path: &str, page: &Page, find: &str, ticked: Option<(&str, &str)>) -> Page {
    let revision = browser.get(path).await.attribute("input[name='revision']", "value");
    let fields = page.inputs("form.dv-edit-form");
    let mut sent: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    sent.extend(ticked);
    browser.post(path, &changed(&sent, &[("find", find), ("revision", revision.as_str())])).await
}
