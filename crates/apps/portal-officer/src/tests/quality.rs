//! Scores, checks and oversight as people see them.

use super::house::House;
use catalogue::{PublishService, publish, run_checks};
use http::StatusCode;
use jobs::{Reader, run_reader};
use kernel::{Caller, Locale, Role};
use std::sync::Arc;

/// What the platform does beside the pages.
async fn work(house: &House) {
    for reader in [Arc::new(catalogue::QualityReader) as Arc<dyn Reader>, Arc::new(indicators::IndicatorReader)] {
        run_reader(&house.db, &reader).await.unwrap();
    }
}

async fn ask_for_checks(house: &House) {
    for _ in 0..3 {
        let mut tx = house.db.writing(&Caller::engine()).await;
        run_checks(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }
    work(house).await;
}

/// Breaks the benefit a little: its fee has no amount, a sentence is officialese, a document is needed where nobody goes.
async fn spoil(house: &House) {
    let mut tx = house.db.writing(&Caller::engine()).await;
    let before = catalogue::service(&tx, &house.benefit).await.unwrap();
    let mut description = (*before.description).clone();
    description.channels[0].fee = catalogue::Fee::Stated;
    description.channels.retain(|offer| offer.channel != kernel::Channel::Post);
    description.documents[1].channels = vec![kernel::Channel::Post];
    description.steps[1].text.lv.push_str(" Lēmums tiek pieņemts saskaņā ar likumu.");
    publish(&mut tx, PublishService::now(house.benefit.clone(), before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    work(house).await;
}

// req: CAT-16, CAT-18
#[tokio::test]
async fn what_is_not_confirmed_leads_to_the_check_and_to_no_section_of_the_editor() {
    let house = House::open().await;
    ask_for_checks(&house).await;
    let dace = house.dace().await;
    let page = dace.get(&format!("/lv/work/quality/{}", house.benefit)).await;
    let checks = "section[aria-labelledby=h-checks]";
    assert!(page.text(checks).contains("nav apstiprināts"), "{}", page.text("main"));
    assert_eq!(page.count(&format!("{checks} a")), 1);
    assert_eq!(page.attribute(&format!("{checks} a"), "href"), "/lv/work/checks");
    assert!(!page.text("section[aria-labelledby=h-basics]").contains("nav apstiprināts"));
}

// req: CAT-18
#[tokio::test]
async fn a_contact_person_sees_the_weakest_first_and_what_to_do_about_it() {
    let house = House::open().await;
    work(&house).await;
    house.db.test_clock().advance(chrono::TimeDelta::hours(1));
    spoil(&house).await;
    let dace = house.staff("320000-00020", "Dace", Role::ContactPerson).await;
    let page = dace.get("/lv/work/quality").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.attribute("tbody tr th a", "href"), format!("/lv/work/quality/{}", house.benefit));
    let page = dace.get("/lv/work/quality?rule=fee-without-amount").await;
    assert_eq!((page.count("section[aria-labelledby=h-services] tbody tr"), page.count("option[selected]")), (1, 1));
    let page = dace.get("/lv/work/quality?rule=link-dead").await;
    assert!(page.text("main").contains("nav nevienā aprakstā"), "{}", page.text("main"));

    let page = dace.get(&format!("/lv/work/quality/{}", house.benefit)).await;
    let text = page.text("main");
    for words in [
        "Maksa bez summas",
        "1. kanāls: maksa",
        "Kancelejas valoda: „saskaņā ar”",
        "2. solis: teksts",
        "Dokuments vajadzīgs kanālā, kura pakalpojumam nav: Pasts",
        "2. dokuments: kanāli",
        "Kā izlabot",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    // The score was better before.
    let course = page.text("section[aria-labelledby=h-course] tbody");
    assert_eq!(page.count("section[aria-labelledby=h-course] tbody tr"), 2, "{course}");
    let edit = format!("/lv/work/services/{}/sections/channels", house.benefit);
    assert_eq!(page.attribute("header a.ds-button[href*=channels]", "href"), edit);
    let documents = format!("/lv/work/services/{}/sections/documents", house.benefit);
    assert_eq!(page.attribute("header a.ds-button[href*=documents]", "href"), documents);
    let english = dace.get(&format!("/en/work/quality/{}", house.benefit)).await;
    assert!(english.text("main").contains("A fee without an amount"));

    let other = house.staff("320000-00020", "Dace", Role::Officer).await;
    assert_eq!(other.get("/lv/work/quality").await.status, StatusCode::FORBIDDEN);
    assert_eq!(dace.get("/lv/work/quality/9").await.status, StatusCode::NOT_FOUND);
    assert_eq!(dace.get("/lv/work/quality?after=zz").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

// req: CAT-16
#[tokio::test]
async fn checks_are_confirmed_several_at_once_and_nothing_is_lost_when_something_is_wrong() {
    let house = House::open().await;
    ask_for_checks(&house).await;
    let dace = house.staff("320000-00020", "Dace", Role::ContactPerson).await;
    let page = dace.get("/lv/work/checks").await;
    assert!(page.text(".ds-alert").contains("27.11.2026"), "{}", page.text("main"));
    let tasks = page.count("input[name=confirm]");
    assert!(tasks >= 12);
    let nothing = dace.post("/lv/work/checks", &[]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(nothing.attribute("[data-error-summary] a", "href"), "#f-confirm");

    let first = page.attribute("input[name=confirm]", "value");
    let stale =
        dace.post("/lv/work/checks", &[("confirm", &first), ("confirm", &format!("{}:1", house.benefit))]).await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!((stale.count("input[name=confirm]"), stale.count("input[checked]")), (tasks, 1));

    let both = [("confirm", first.as_str()), ("confirm", &format!("{}:2", house.benefit))];
    let kept = dace.post("/lv/work/checks", &both).await;
    assert_eq!((kept.status, kept.location()), (StatusCode::SEE_OTHER, "/lv/work/checks?done=checks-confirmed"));
    assert_eq!(dace.get("/lv/work/checks").await.count("input[name=confirm]"), tasks - 2);
    let done = dace.get("/lv/work/checks?view=confirmed").await;
    assert_eq!(done.count("tbody tr"), 2);

    for value in ["9:1", "x", "1001:2"] {
        assert_eq!(dace.post("/lv/work/checks", &[("confirm", value)]).await.status, StatusCode::NOT_FOUND, "{value}");
    }
    let administrator = house.staff("320000-00021", "Ilze", Role::InstitutionAdministrator).await;
    assert_eq!(administrator.get("/lv/work/checks").await.count("input[name=confirm]"), 0);
    assert_eq!(administrator.post("/lv/work/checks", &both).await.status, StatusCode::FORBIDDEN);
}

// req: CAT-16
#[tokio::test]
async fn contact_persons_and_administrators_begin_their_day_with_the_checks_that_are_open() {
    let house = House::open().await;
    // Long before the day: the task is told, though nobody was reminded yet.
    house.db.test_clock().set("2027-01-05T08:00:00Z".parse().unwrap());
    let roles = [(Role::ContactPerson, "320000-00020"), (Role::InstitutionAdministrator, "320000-00021")];
    for (role, code) in roles {
        let who = house.staff(code, "Dace", role).await;
        let begin = who.get("/lv/work").await.location().to_owned();
        let quiet = who.get(&begin).await;
        assert!(!quiet.text("main").contains("ceturkšņa pārbaud"), "{}", quiet.text("main"));
    }
    ask_for_checks(&house).await;
    for (role, code) in roles {
        let who = house.staff(code, "Dace", role).await;
        let begin = who.get("/lv/work").await.location().to_owned();
        let page = who.get(&begin).await;
        let told = page.text(".ds-alert[data-color=info]");
        assert!(told.contains("Neapstiprināto aprakstu skaits"), "{begin}: {told}");
        assert_eq!(page.attribute(".ds-alert[data-color=info] a", "href"), "/lv/work/checks", "{begin}");
    }
    house.db.test_clock().set("2027-03-15T08:00:00Z".parse().unwrap());
    for (role, code) in roles {
        let who = house.staff(code, "Dace", role).await;
        let begin = who.get("/lv/work").await.location().to_owned();
        let told = who.get(&begin).await.text(".ds-alert[data-color=danger]");
        assert!(told.contains("ir pagājis"), "{begin}: {told}");
    }
    let officer = house.officer().await;
    assert_eq!(officer.get("/lv/work/desk").await.count("a[href='/lv/work/checks']"), 0);
}

// req: CAT-16
#[tokio::test]
async fn a_description_is_compared_with_what_was_confirmed_last_and_corrected_from_the_check() {
    let house = House::open().await;
    ask_for_checks(&house).await;
    let dace = house.dace().await;
    let page = dace.get("/lv/work/checks").await;
    let edit = format!("tbody a[href='/lv/work/services/{}']", house.benefit);
    assert_eq!(page.count(&edit), 1, "{}", page.text("tbody"));
    assert!(page.text("tbody").contains("Vēl ne reizi nav apstiprināts"), "{}", page.text("tbody"));
    let opened = dace.get(&page.attribute(&edit, "href")).await;
    assert_eq!(opened.status, StatusCode::OK);
    let confirmed = dace.post("/lv/work/checks", &[("confirm", &format!("{}:2", house.benefit))]).await;
    assert_eq!(confirmed.status, StatusCode::SEE_OTHER);
    // In the next quarter it says something else.
    house.db.test_clock().set("2027-01-05T08:00:00Z".parse().unwrap());
    spoil(&house).await;
    ask_for_checks(&house).await;
    let dace = house.dace().await;
    let page = dace.get("/lv/work/checks").await;
    let changes = format!("/lv/services/{}/versions/compare?from=2&to=3", house.benefit);
    assert_eq!(page.count(&format!("tbody a[href='{changes}']")), 1, "{}", page.text("tbody"));
    // Who only oversees corrects nothing here.
    let administrator = house.staff("320000-00021", "Ilze", Role::InstitutionAdministrator).await;
    let seen = administrator.get("/lv/work/checks").await;
    assert_eq!((seen.count(&edit), seen.count(&format!("tbody a[href='{changes}']"))), (0, 1));
}

// req: CAT-16
#[tokio::test]
async fn the_reminder_counts_the_days_and_says_when_the_day_is_there() {
    let house = House::open().await;
    ask_for_checks(&house).await;
    for (now, page, color, words) in [
        ("2026-11-23T12:00:00Z", "/lv/work/services", "warning", "palikušas 4 darba dienas"),
        ("2026-11-26T08:00:00Z", "/lv/work/services", "warning", "palikusi 1 darba diena"),
        ("2026-11-27T08:00:00Z", "/lv/work/checks", "warning", "termiņš ir šodien (27.11.2026.)"),
        ("2026-11-27T09:00:00Z", "/en/work/checks", "warning", "The deadline of the quarterly check is today"),
        ("2026-11-30T08:00:00Z", "/lv/work/services", "danger", "termiņš (27.11.2026.) ir pagājis"),
    ] {
        house.db.test_clock().set(now.parse().unwrap());
        let told = house.dace().await.get(page).await.text(&format!(".ds-alert[data-color={color}]"));
        assert!(told.contains(words), "{now}: {told}");
    }
}

// req: CAT-21
#[tokio::test]
async fn the_platform_sees_who_registered_nothing_and_looks_closer() {
    let house = House::open().await;
    ask_for_checks(&house).await;
    let platform = house.staff("320000-00022", "Juris", Role::PlatformAdministrator).await;
    let page = platform.get("/lv/work/oversight?kind=municipality").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text("tbody").contains("Nav reģistrēts neviens"));
    let page = platform.get("/lv/work/oversight?kind=state_institution").await;
    let quality = format!("/lv/work/quality?holder={}", house.vsaa);
    assert_eq!(page.count(&format!("a[href='{quality}']")), 1);
    // The sum of all stands under them; on narrow screens each value says what its head says.
    assert!(page.text("tfoot").starts_with("Kopā: "), "{}", page.text("tfoot"));
    assert_eq!(page.count("tbody td:not([data-label])"), 0);
    let narrowed = platform.get("/lv/work/oversight?concern=unregistered").await;
    assert_eq!(narrowed.count("tfoot"), 0, "a part of the institutions has no sum");
    let closer = platform.get(&quality).await;
    assert!(closer.count("section[aria-labelledby=h-services] tbody tr") > 5);
    assert!(closer.text("main").contains("Valsts sociālās apdrošināšanas aģentūra"));
    let one = platform.get(&format!("/lv/work/quality/{}", house.benefit)).await;
    // It may edit what it oversees.
    let editor = format!("/lv/work/services/{}", house.benefit);
    assert_eq!((one.status, one.count(&format!("a[href='{editor}']"))), (StatusCode::OK, 1));
    assert_eq!(platform.get(&editor).await.status, StatusCode::OK);
    assert_eq!(platform.get(&format!("/lv/work/checks?holder={}", house.vsaa)).await.count("input[name=confirm]"), 0);
    assert_eq!(platform.get("/lv/work/quality").await.location(), "/lv/work/oversight");
    assert_eq!(platform.get("/lv/work/quality?holder=x").await.status, StatusCode::NOT_FOUND);
    assert_eq!(platform.get("/lv/work/oversight?kind=x").await.status, StatusCode::UNPROCESSABLE_ENTITY);

    let csv = platform.get("/lv/work/oversight.csv").await;
    assert!(csv.headers["content-type"].to_str().unwrap().starts_with("text/csv"));
    let vsaa = csv.body.lines().find(|line| line.starts_with("VSAA,")).unwrap();
    assert!(vsaa.contains("state_institution,13,13,0,"), "{vsaa}");
    assert!(csv.body.lines().count() > 50);
    let dace = house.staff("320000-00020", "Dace", Role::ContactPerson).await;
    for path in ["/lv/work/oversight", "/lv/work/oversight.csv"] {
        assert_eq!(dace.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
}

// req: CAT-27
#[tokio::test]
async fn candidates_stand_with_the_numbers_behind_them() {
    let house = House::open().await;
    work(&house).await;
    house.submitted().await;
    work(&house).await;
    let platform = house.staff("320000-00022", "Juris", Role::PlatformAdministrator).await;
    // The benefit is an e-service already.
    let page = platform.get("/lv/work/candidates").await;
    assert!(page.text("main").contains("2026. gadā neviens"), "{}", page.text("main"));
    // It loses its electronic channel: now it is one.
    let mut tx = house.db.writing(&Caller::engine()).await;
    let before = catalogue::service(&tx, &house.benefit).await.unwrap();
    let mut description = (*before.description).clone();
    description.channels.retain(|offer| offer.channel != kernel::Channel::Electronic);
    publish(&mut tx, PublishService::now(house.benefit.clone(), before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    let page = platform.get("/en/work/candidates?year=2026").await;
    let name = before.name().get(Locale::En);
    assert!(page.text("tbody th").contains(name) && page.text("tbody").contains("100 %"), "{}", page.text("tbody"));
    let csv = platform.get("/en/work/candidates.csv?year=2026").await;
    assert!(csv.body.contains(",1,1,1,1.000,no,yes,no,no,"), "{}", csv.body);
    assert_eq!(platform.get("/lv/work/candidates?year=x").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

// req: CAT-18
#[test]
fn every_rule_section_and_place_has_its_words() {
    let catalog = i18n::Catalog::load().unwrap();
    let mut keys: Vec<String> = Vec::new();
    let rules = catalogue::rules();
    keys.extend(rules.iter().map(|rule| format!("work-quality-rule-{}", rule.id)));
    // Where rules find something, and where links are dead.
    let named = rules.iter().flat_map(|rule| &rule.on).map(String::as_str).filter(|on| *on != "*");
    for on in named.chain(catalogue::LINK_PLACES) {
        let parts: Vec<&str> = on.split('/').collect();
        let end = if parts.get(1) == Some(&"*") { "-n" } else { "" };
        keys.push(format!("work-quality-in-{}{end}", parts[0]));
        keys.extend(parts.iter().skip(1).filter(|part| **part != "*").map(|part| format!("work-quality-part-{part}")));
    }
    for section in catalogue::Section::ALL {
        keys.push(format!("work-quality-section-{}", section.as_str()));
    }
    for severity in catalogue::Severity::ALL {
        keys.push(format!("work-quality-severity-{}", severity.as_str()));
    }
    for part in ["fee", "deadline", "opening", "email", "proves", "mode", "since", "request", "execution", "receipt"] {
        keys.push(format!("work-quality-part-{part}"));
    }
    for kind in institutions::InstitutionKind::ALL {
        keys.push(format!("work-oversight-kind-{}", kind.as_str()));
    }
    for key in keys {
        for locale in Locale::ALL {
            assert!(catalog.has(locale, &key), "{locale} {key}");
        }
    }
}
