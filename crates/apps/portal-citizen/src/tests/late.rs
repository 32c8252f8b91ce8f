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
    let other = vec![("csrf".to_owned(), "other".to_owned()), ("email".to_owned(), "a@example.lv".to_owned())];
    let lost = anna.post("/lv/profile", &other).await;
    let told = portal.visitor().get(&lost.location()).await;
    assert!(told.text("[role=status]").contains("nav saglabāts"), "whose it was is not known: {}", told.body);
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
    let fields = [page.form(&check), vec![("truth".to_owned(), "yes".to_owned())]].concat();
    let late = anna.post_from(&check, &check, &fields).await;
    assert_eq!(late.location(), sign_in(&check, "unsent"));
    let told = portal.visitor().get(&late.location()).await.text("[role=status]");
    assert!(told.contains("vēl nav iesniegts") && told.contains("saglabātas melnrakstā"), "{told}");
    assert!(!told.contains("nav saglabāts"), "{told}");
    let (again, _) = portal.resident("320000-00002", "Anna").await;
    let done = again.submit(&again.get(&check).await, &check, &[("truth", "yes")]).await;
    assert!(done.location().ends_with("/submitted"));
}

// req: A11-01
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

const LETTER: &str = "Kāpēc \"pabalsts\" <b>nav</b> izmaksāts & kad būs?";

/// Anna's letter, sent too late from the page that she had opened signed in, with a field more.
async fn late_letter(portal: &Portal, more: &[(&str, &str)]) -> (Browser, Page) {
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let page = anna.get("/lv/contact").await;
    let (_, select) = page.body.split_once("name=\"institution\"").unwrap();
    let mut ids = select.split("value=\"").skip(1).filter_map(|option| option.split('"').next());
    let institution = ids.find(|id| !id.is_empty()).unwrap();
    portal.db.test_clock().advance(TimeDelta::minutes(16));
    let typed = [("kind", "question"), ("institution", institution), ("subject", "Par pabalstu"), ("text", LETTER)];
    let sent = anna.submit(&page, "/lv/contact", &[typed.as_slice(), more].concat()).await;
    (anna, sent)
}

/// Presses the button of the page that gave a form back.
async fn go_on(browser: &Browser, given_back: &Page, action: &str) -> Page {
    browser.post(action, &given_back.form(action)).await
}

// req: A11-01, POR-22
#[tokio::test]
async fn a_late_letter_comes_back_to_its_writer_and_is_sent_when_they_press_again() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, late) = late_letter(&portal, &[]).await;
    assert_eq!((late.status, late.text("h1").as_str()), (StatusCode::UNAUTHORIZED, "Veidlapa nav nosūtīta"));
    assert_eq!(late.headers["cache-control"], "no-store");
    assert_eq!(
        (late.has("textarea"), late.text("main").contains("pabalsts")),
        (false, false),
        "unseen until signed in"
    );
    let again = "/lv/contact?late=again";
    for not_yet in [&anna, &portal.visitor()] {
        let early = go_on(not_yet, &late, again).await;
        assert_eq!((early.status, early.has("textarea")), (StatusCode::UNAUTHORIZED, false), "not sent as a visitor's");
    }
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let ready = go_on(&anna, &late, again).await;
    assert_eq!((ready.status, ready.headers["cache-control"].to_str().unwrap()), (StatusCode::FORBIDDEN, "no-store"));
    assert_eq!((ready.text("#typed-1").as_str(), ready.text("#typed-2").as_str()), ("Par pabalstu", LETTER));
    assert!(!anna.get("/lv/contact/mine").await.body.contains("/lv/contact/mine/"), "nothing is sent by itself");
    let sent = go_on(&anna, &ready, "/lv/contact").await;
    assert!(sent.location().starts_with("/lv/contact/mine/"), "{}", sent.location());
    assert!(anna.get("/lv/contact/mine").await.body.contains("/lv/contact/mine/"), "one letter stands in the list");
    assert!(anna.get(&sent.location()).await.body.contains("Par pabalstu"));
}

// req: A11-01
#[tokio::test]
async fn whoever_else_signs_in_sees_nothing_of_a_late_form() {
    let portal = Portal::open(Register { down: false }).await;
    let (_, late) = late_letter(&portal, &[]).await;
    let again = "/lv/contact?late=again";
    let (janis, _) = portal.resident("320000-00010", "Jānis").await;
    let for_company = portal.company("320000-00002", "Anna").await;
    for other in [&janis, &for_company] {
        let seen = go_on(other, &late, again).await;
        assert_eq!(seen.status, StatusCode::FORBIDDEN);
        assert!(!seen.body.contains("pabalstu") && !seen.has("main form"), "{}", seen.body);
        assert!(seen.text("main").contains("ierakstīto nerādām"));
        // Nor is it carried out when somebody puts their own mark into it.
        let mut forged = late.form(again);
        forged.retain(|(name, _)| name != "csrf");
        let own = other.get("/lv/contact").await.form("/lv/contact");
        forged.extend(own.into_iter().filter(|(name, _)| name == "csrf"));
        let refused = other.post("/lv/contact", &forged).await;
        assert_eq!((refused.status, refused.body.contains("pabalstu")), (StatusCode::FORBIDDEN, false));
        assert!(!other.get("/lv/contact/mine").await.body.contains("Par pabalstu"));
    }
}

// req: A11-01
#[tokio::test]
async fn every_form_of_a_client_comes_back_with_the_names_of_its_files() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let mark = anna.get("/lv/profile").await.form("/lv/profile").into_iter().find(|(name, _)| name == "csrf").unwrap();
    portal.db.test_clock().advance(TimeDelta::minutes(16));
    let fields = [mark, ("text".to_owned(), LETTER.to_owned())];
    for act in ["/lv/cases/1004-7/complain", "/lv/cases/1004-7/rate", "/lv/representatives", "/lv/profile"] {
        let late = anna.post(act, &fields).await;
        assert_eq!((late.status, late.text("main").contains("pabalsts")), (StatusCode::UNAUTHORIZED, false), "{act}");
        let (again, _) = portal.resident("320000-00002", "Anna").await;
        let back = go_on(&again, &late, &format!("{act}?late=again")).await;
        assert_eq!((back.status, back.text("textarea[readonly]").as_str()), (StatusCode::FORBIDDEN, LETTER), "{act}");
    }
    let act = "/lv/cases/1004-7/answer";
    let late = anna.upload(act, &fields, ("files", "izziņa.pdf", b"%PDF-1.4 secret")).await;
    assert!(late.text("main").contains("būs jāpievieno no jauna") && !late.body.contains("%PDF"), "{}", late.body);
    let (again, _) = portal.resident("320000-00002", "Anna").await;
    let back = go_on(&again, &late, &format!("{act}?late=again")).await;
    assert_eq!((back.text("textarea[readonly]").as_str(), back.text("main ul li").as_str()), (LETTER, "izziņa.pdf"));
    assert!(!back.has("main form"), "without its files it is not sent");
}

// req: A11-01
#[tokio::test]
async fn what_the_script_sent_for_a_client_is_only_to_be_copied() {
    let portal = Portal::open(Register { down: false }).await;
    let (_, late) = late_letter(&portal, &[("late-by-itself", "yes")]).await;
    assert_eq!((late.status, late.has("textarea")), (StatusCode::UNAUTHORIZED, false));
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let back = go_on(&anna, &late, "/lv/contact?late=again").await;
    assert_eq!((back.status, back.has("main form")), (StatusCode::FORBIDDEN, false));
    assert!(back.body.contains("Par pabalstu") && back.has("main .dv-actions a[href='/lv/contact']"), "{}", back.body);
}

// req: A11-01
#[tokio::test]
async fn no_form_is_carried_out_when_the_script_sent_it() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let by_itself = [("late-by-itself".to_owned(), "yes".to_owned()), ("text".to_owned(), LETTER.to_owned())];
    let table = crate::routes().table();
    let forms = table.iter().filter(|row| row.method == http::Method::POST && row.path.starts_with("/{lang}"));
    for form in forms {
        let id = "0197c0de-0000-7000-8000-000000000001";
        let path = form.path.replace("{lang}", "lv").replace("{id}", id).replace(['{', '}'], "");
        assert_eq!(anna.post(&path, &by_itself).await.status, StatusCode::FORBIDDEN, "{path}");
        let visitor = portal.visitor().post(&path, &by_itself).await;
        assert!(visitor.location().starts_with("/lv/sign-in?"), "{path}");
    }
}
