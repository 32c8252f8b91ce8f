//! A session that runs out while somebody types: what is kept, what is said, and the way back.

use chrono::TimeDelta;
use http::StatusCode;
use web_kit::percent;

use super::browser::{Browser, Page, Portal, Register};
use super::journey::fill;

/// Anna at the first step of her application: her browser, the address, the page.
async fn first_step(portal: &Portal) -> (Browser, String, Page) {
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let apply = format!("/lv/services/{}/apply", portal.service("P.11").await);
    let page = anna.get(&apply).await;
    let started = anna.submit(&page, &apply, &[]).await.location();
    let step = anna.get(&started).await.location();
    let page = anna.get(&step).await;
    assert!(page.has("form[data-keep]"), "{step}");
    (anna, step, page)
}

fn sign_in(back: &str, ended: &str) -> String {
    format!("/lv/sign-in?return={}&ended={ended}", percent(back))
}

// req: A11-01
#[tokio::test]
async fn what_was_typed_into_a_draft_too_late_is_kept_and_waits_on_the_same_page() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, step, page) = first_step(&portal).await;
    portal.db.test_clock().advance(TimeDelta::minutes(16));
    let late =
        anna.submit(&page, &step, &[("applicant_given_name", "Annele"), ("applicant_personal_code", "12")]).await;
    assert_eq!((late.status, late.location()), (StatusCode::SEE_OTHER, sign_in(&step, "kept")));
    assert!(!late.body.contains("Annele"));
    let told = portal.visitor().get(&late.location()).await;
    assert!(told.text("[role=status]").contains("saglabāts melnrakstā"), "{}", told.body);
    assert_eq!(anna.get(&step).await.location(), sign_in(&step, "yes"), "the session opens nothing");
    let (again, _) = portal.resident("320000-00002", "Anna").await;
    let page = again.get(&step).await;
    assert!(page.body.contains("Annele") && page.body.contains("value=\"12\""), "as it was typed, also what is wrong");
}

// req: A11-01
#[tokio::test]
async fn a_late_form_is_not_kept_over_a_newer_draft_nor_by_somebody_else() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, step, page) = first_step(&portal).await;
    let (janis, _) = portal.resident("320000-00010", "Jānis").await;
    anna.submit(&page, &step, &[("applicant_given_name", "Anete")]).await;
    let his_page = janis.get("/lv/profile").await;
    portal.db.test_clock().advance(TimeDelta::minutes(16));
    let stale = anna.submit(&page, &step, &[("applicant_given_name", "Annele")]).await;
    assert!(stale.location().ends_with("&ended=unsent"), "{}", stale.location());
    let mark = his_page.form("/lv/sign-out");
    assert_eq!(janis.post(&step, &mark).await.status, StatusCode::NOT_FOUND, "a foreign draft looks missing");
    let (again, _) = portal.resident("320000-00002", "Anna").await;
    let kept = again.get(&step).await;
    assert!(kept.body.contains("Anete") && !kept.body.contains("Annele"));
}

// req: A11-01
#[tokio::test]
async fn the_page_for_signing_in_says_what_happened_and_leads_back() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let page = anna.get("/lv/profile").await;
    assert!(page.has("dialog[role=alertdialog][data-seconds=\"900\"] button[data-session-stay]"), "{}", page.body);
    assert!(page.has("dialog button[form=sign-out]") && page.has("form#sign-out input[name=csrf]"));
    let asked = anna.get("/session").await;
    assert_eq!((asked.status, asked.body.as_str()), (StatusCode::OK, r#"{"seconds":900,"last":false}"#));
    portal.db.test_clock().advance(TimeDelta::minutes(16));
    assert!(anna.get("/session").await.location().starts_with("/lv/sign-in?"));
    let lost = anna.submit(&page, "/lv/profile", &[("email", "a@example.lv")]).await;
    let told = portal.visitor().get(&lost.location()).await;
    assert!(told.text("[role=status]").contains("nav saglabāts"), "{}", told.body);
    let back = anna.get("/lv/cases").await.location();
    assert_eq!(back, sign_in("/lv/cases", "yes"));
    let told = portal.visitor().get(&back).await;
    assert!(told.text("[role=status]").contains("sesija ir beigusies"), "{}", told.body);
    assert!(!told.has("dialog"), "who is not signed in has no session to end");
    let plain = portal.visitor().get("/lv/sign-in?ended=%3Cb%3E").await;
    assert!(!plain.has("[role=status]"), "nothing else can be put there: {}", plain.body);
}

// req: A11-01
#[tokio::test]
async fn who_submits_too_late_is_told_that_every_answer_is_kept() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let check = fill(&anna, &portal.service("P.11").await, "childbirth-benefit").await;
    let page = anna.get(&check).await;
    portal.db.test_clock().advance(TimeDelta::minutes(16));
    let late = anna.submit(&page, &check, &[("truth", "yes")]).await;
    assert_eq!(late.location(), sign_in(&check, "unsent"));
    let told = portal.visitor().get(&late.location()).await.text("[role=status]");
    assert!(told.contains("vēl nav iesniegts") && told.contains("saglabātas melnrakstā"), "{told}");
    assert!(!told.contains("nav saglabāts"), "{told}");
    let (again, _) = portal.resident("320000-00002", "Anna").await;
    let done = again.submit(&again.get(&check).await, &check, &[("truth", "yes")]).await;
    assert!(done.location().ends_with("/submitted"));
}

// req: A11-01, EFR-24
#[tokio::test]
async fn a_file_that_is_refused_too_late_is_told_before_signing_in() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, first, _) = first_step(&portal).await;
    let child = first.replace("/applicant", "/child");
    let page = anna.get(&child).await;
    anna.submit(&page, &child, &[("birth_registered_in", "abroad")]).await;
    let at = first.replace("/applicant", "/birth-abroad");
    let mut fields = anna.get(&at).await.form(&at);
    fields.retain(|(name, _)| name != "birth_country");
    fields.push(("birth_country".to_owned(), "Igaunija".to_owned()));
    portal.db.test_clock().advance(TimeDelta::minutes(16));
    let late = anna.upload(&at, &fields, ("birth_certificate", "apliecība.pdf", b"GIF89a")).await;
    assert_eq!((late.status, late.location()), (StatusCode::SEE_OTHER, sign_in(&at, "kept-without-files")));
    let told = portal.visitor().get(&late.location()).await;
    assert!(told.text("[role=status]").contains("nav pievienota"), "{}", told.body);
    let (again, _) = portal.resident("320000-00002", "Anna").await;
    assert!(again.get(&at).await.form(&at).contains(&("birth_country".to_owned(), "Igaunija".to_owned())));
}
