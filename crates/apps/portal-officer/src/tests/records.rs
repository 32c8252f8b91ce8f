//! The record of an institution: its own people keep its contacts, the platform everything, and adds institutions.

use super::house::{Browser, House, Page};
use http::StatusCode;
use institutions::Institution;
use kernel::{Caller, Role};

const OWN: &str = "/lv/work/contacts";
const VSAA: &str = "/lv/work/institutions/VSAA";

async fn contact(house: &House) -> Browser {
    house.staff("320000-00016", "Dace", Role::ContactPerson).await
}

async fn platform(house: &House) -> Browser {
    let operator = of(house, "VDAA").await.id;
    house.staff_of(operator, "320000-00018", "Ilze", Role::PlatformAdministrator).await
}

async fn of(house: &House, code: &str) -> Institution {
    institutions::by_code(&house.db.reading(&Caller::engine()).await, code).await.unwrap().unwrap()
}

/// What a form holds, some of it replaced.
fn typed(page: &Page, changes: &[(&str, &str)]) -> Vec<(String, String)> {
    const INPUTS: [&str; 12] = [
        "revision",
        "name_lv",
        "name_en",
        "registration_number",
        "atvk",
        "parent",
        "phone",
        "email",
        "website",
        "address",
        "latitude",
        "longitude",
    ];
    const TEXTS: [&str; 2] = ["hours_lv", "hours_en"];
    let mut fields = Vec::new();
    for name in INPUTS.iter().filter(|name| page.count(&format!("input[name='{name}']")) == 1) {
        fields.push(((*name).to_owned(), page.attribute(&format!("input[name='{name}']"), "value")));
    }
    fields.extend(TEXTS.map(|name| (name.to_owned(), page.text(&format!("textarea[name='{name}']")))));
    for name in ["kind", "calendar_transfers"] {
        let chosen = format!("select[name='{name}'] option[selected]");
        if page.count(&chosen) == 1 {
            fields.push((name.to_owned(), page.attribute(&chosen, "value")));
        }
    }
    for (name, value) in changes {
        fields.retain(|(known, _)| known != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields
}

async fn send(browser: &Browser, path: &str, fields: &[(String, String)]) -> Page {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(path, &fields).await
}

// req: ADM-07, CAT-05, CAT-07
#[tokio::test]
async fn a_contact_person_keeps_the_contacts_and_wrong_input_stays_as_typed() {
    let house = House::open().await;
    let dace = contact(&house).await;
    let form = dace.get(OWN).await;
    assert_eq!((form.status, form.attribute("#f-phone", "value")), (StatusCode::OK, "+371 64507020".to_owned()));
    assert_eq!(form.count(".dv-nav a[href='/lv/work/contacts'][aria-current=page]"), 1);
    assert_eq!((form.count("#f-name_lv"), form.count("#f-kind"), form.count("#changes")), (0, 0, 0));

    let wrong = [("email", "pasts"), ("latitude", "ziemeļi"), ("day-2", "17:00-8:00"), ("phone", "+371 64507099")];
    let page = send(&dace, VSAA, &typed(&form, &wrong)).await;
    assert_eq!((page.status, page.count(".dv-errsum a")), (StatusCode::UNPROCESSABLE_ENTITY, 3));
    for (place, id) in ["#f-email", "#f-latitude", "#f-day-2"].into_iter().enumerate() {
        assert_eq!(page.attribute(&format!(".dv-errsum li:nth-child({}) a", place + 1), "href"), id);
    }
    for (id, value) in [("#f-email", "pasts"), ("#f-latitude", "ziemeļi"), ("#f-day-2", "17:00-8:00")] {
        assert_eq!(page.attribute(id, "value"), value);
    }
    assert_eq!(page.attribute("#f-phone", "value"), "+371 64507099");
    assert_eq!(of(&house, "VSAA").await.revision, 1, "nothing of a refused one is kept");

    // What an institution is cannot be said by its own people, whatever the form is made to send.
    let right = [("phone", "8345"), ("day-1", "8.30-17.00"), ("name_lv", "Cits nosaukums"), ("kind", "ministry")];
    let done = send(&dace, VSAA, &typed(&form, &right)).await;
    assert_eq!(done.location(), "/lv/work/contacts?done=institution-changed");
    let now = of(&house, "VSAA").await;
    assert_eq!((now.phone.as_deref(), now.revision, now.opening.len()), (Some("8345"), 2, 1));
    assert_eq!(now.name.lv, "Valsts sociālās apdrošināšanas aģentūra");
    let page = dace.get(OWN).await;
    assert_eq!(page.attribute("#f-day-1", "value"), "08:30–17:00");
    let changes = page.text("#changes tbody");
    assert!(changes.contains("Tālrunis 23.11.2026. plkst. 12.00 Dace Izdomāts +371 64507020 8345"), "{changes}");
    assert!(changes.contains("Pirmdiena 23.11.2026. plkst. 12.00 Dace Izdomāts – 08:30–17:00"), "{changes}");
}

// req: ADM-07, AUD-01
#[tokio::test]
async fn who_comes_second_sees_both_texts_and_loses_none() {
    let house = House::open().await;
    let dace = contact(&house).await;
    let administrator = house.staff("320000-00014", "Māris", Role::InstitutionAdministrator).await;
    let (first, second) = (dace.get(OWN).await, administrator.get(OWN).await);
    send(&dace, VSAA, &typed(&first, &[("phone", "8345"), ("hours_lv", "Pirmdienās")])).await;

    // Wrong input first: the form still knows that the other text was not seen.
    let wrong = send(&administrator, VSAA, &typed(&second, &[("phone", "x"), ("email", "info@vsaa.gov.lv")])).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.attribute("input[name=revision]", "value"), "1");
    let late = send(&administrator, VSAA, &typed(&wrong, &[("phone", "112")])).await;
    assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(
        (late.attribute("#f-phone", "value"), late.attribute("#f-email", "value")),
        ("112".to_owned(), "info@vsaa.gov.lv".to_owned())
    );
    let both = late.text("section[aria-labelledby='h-conflict'] tbody");
    assert!(both.contains("Tālrunis 112 8345"), "{both}");
    assert!(both.contains("Pirmdienās"), "{both}");
    assert!(!both.contains("Nosaukums"), "what they cannot change does not differ: {both}");
    assert_eq!(of(&house, "VSAA").await.phone.as_deref(), Some("8345"));

    assert_eq!(late.attribute("input[name=revision]", "value"), "2");
    let knowingly = send(&administrator, VSAA, &typed(&late, &[("hours_lv", "Pirmdienās")])).await;
    assert_eq!(knowingly.location(), "/lv/work/contacts?done=institution-changed");
    let now = of(&house, "VSAA").await;
    assert_eq!((now.phone.as_deref(), now.email.as_deref()), (Some("112"), Some("info@vsaa.gov.lv")));
    assert_eq!((now.opening_hours.lv.as_str(), now.revision), ("Pirmdienās", 3));
}

// req: ADM-07
#[tokio::test]
async fn records_of_others_look_missing() {
    let house = House::open().await;
    let dace = contact(&house).await;
    let fields = typed(&dace.get(OWN).await, &[("phone", "8345")]);
    for code in ["NVA", "NO-SUCH"] {
        let path = format!("/lv/work/institutions/{code}");
        assert_eq!(dace.get(&path).await.status, StatusCode::NOT_FOUND, "{code}");
        assert_eq!(send(&dace, &path, &fields).await.status, StatusCode::NOT_FOUND, "{code}");
    }
    assert_eq!(of(&house, "NVA").await.revision, 1);
    let new = dace.get("/lv/work/institutions/new").await;
    assert_eq!(new.status, StatusCode::FORBIDDEN);
    let officer = house.officer().await;
    for path in [OWN, VSAA] {
        assert_eq!(officer.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
}

// req: AUT-06, ADM-04
#[tokio::test]
async fn the_platform_says_what_any_institution_is() {
    let house = House::open().await;
    let ilze = platform(&house).await;
    let list = ilze.get("/lv/work/institutions?kind=state_institution").await;
    assert_eq!(list.count("a[href='/lv/work/institutions/NVA']"), 1);
    let path = "/lv/work/institutions/NVA";
    let form = ilze.get(path).await;
    assert_eq!((form.status, form.attribute("#f-parent", "value")), (StatusCode::OK, "LM".to_owned()));
    assert_eq!(form.count(".dv-nav a[href='/lv/work/institutions'][aria-current=true]"), 1);

    let wrong = send(&ilze, path, &typed(&form, &[("name_lv", ""), ("parent", "NVA"), ("kind", "castle")])).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.attribute(".dv-errsum li:nth-child(1) a", "href"), "#f-name_lv");
    assert_eq!(wrong.attribute(".dv-errsum li:nth-child(2) a", "href"), "#f-kind");
    let wrong = send(&ilze, path, &typed(&form, &[("parent", "NVA")])).await;
    assert_eq!((wrong.status, wrong.count("#f-parent-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert_eq!(wrong.attribute("#f-parent", "value"), "NVA");

    let changes = [("name_lv", "Darba <aģentūra>"), ("parent", "EM"), ("kind", "operator")];
    let done = send(&ilze, path, &typed(&form, &changes)).await;
    assert_eq!(done.location(), "/lv/work/institutions/NVA?done=institution-changed");
    let now = of(&house, "NVA").await;
    assert_eq!((now.name.lv.as_str(), now.kind.as_str()), ("Darba <aģentūra>", "operator"));
    assert_eq!(now.parent, Some(of(&house, "EM").await.id));
    let page = ilze.get(path).await;
    assert_eq!(page.text("h1"), "Darba <aģentūra>");
    let changes = page.text("#changes tbody");
    assert!(changes.contains("Padotība 23.11.2026. plkst. 12.00 Ilze Izdomāts LM EM"), "{changes}");
    assert!(
        changes.contains("Veids 23.11.2026. plkst. 12.00 Ilze Izdomāts Valsts iestāde Platformas uzturētājs"),
        "{changes}"
    );
}

// req: AUT-06, CEN-14
#[tokio::test]
async fn the_platform_adds_a_centre_and_what_is_wrong_stays_as_typed() {
    let house = House::open().await;
    let ilze = platform(&house).await;
    let blank = ilze.get("/lv/work/institutions/new").await;
    assert_eq!((blank.status, blank.count("input[name=revision]"), blank.count("#changes")), (StatusCode::OK, 0, 0));
    let centre = [
        ("code", "VPVKAC-PRIEKULI"),
        ("name_lv", "Priekuļu <centrs>"),
        ("kind", "service_centre"),
        ("parent", "LV-022"),
        ("planning_region", "Vidzeme"),
        ("address", "Cēsu prospekts 5, Priekuļi"),
        ("latitude", "57,316"),
        ("longitude", "25.361"),
        ("day-1", "no rīta"),
    ];
    let wrong = [("code", "VSAA-7"), ("latitude", ""), ("longitude", ""), ("day-1", "9:00-12:00")];
    let mut fields = typed(&blank, &centre);
    fields.retain(|(name, _)| wrong.iter().all(|(other, _)| name != other));
    fields.extend(wrong.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let page = send(&ilze, "/lv/work/institutions", &fields).await;
    assert_eq!((page.status, page.count(".dv-errsum a")), (StatusCode::UNPROCESSABLE_ENTITY, 3));
    assert_eq!(page.attribute(".dv-errsum li:nth-child(1) a", "href"), "#f-code");
    assert_eq!(page.attribute("#f-name_lv", "value"), "Priekuļu <centrs>");
    assert_eq!(page.attribute("select[name=kind] option[selected]", "value"), "service_centre");

    let unread = send(&ilze, "/lv/work/institutions", &typed(&blank, &centre)).await;
    assert_eq!((unread.status, unread.count("#f-day-1-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let mut right = typed(&blank, &centre);
    right.retain(|(name, _)| name != "day-1");
    let added = send(&ilze, "/lv/work/institutions", &right).await;
    assert_eq!(added.location(), "/lv/work/institutions/VPVKAC-PRIEKULI?done=institution-added");
    let page = ilze.get("/lv/work/institutions/VPVKAC-PRIEKULI").await;
    assert_eq!((page.status, page.text("h1")), (StatusCode::OK, "Priekuļu <centrs>".to_owned()));
    assert!(page.text("#changes tbody").contains("Iestāde pievienota"), "{}", page.text("#changes"));
    let again = send(&ilze, "/lv/work/institutions", &right).await;
    assert_eq!((again.status, again.count("#f-code-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let found = of(&house, "VPVKAC-PRIEKULI").await;
    assert!(found.position.is_some() && found.parent == Some(of(&house, "LV-022").await.id));
}
