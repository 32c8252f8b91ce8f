//! From the service to the result, through the front door, without scripts.

use cases::{Ask, CaseNumber, Decide, Deliver, Outcome};
use http::StatusCode;
use serde_json::Value;

use super::browser::{Browser, Page, Portal, Register};

/// A small real PDF, enough for the check of the content.
pub(super) const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// The same with so many bytes.
fn pdf_of(length: usize) -> Vec<u8> {
    let mut file = PDF.to_vec();
    file.resize(length, b' ');
    file
}

/// What a person types for the example of the form.
fn typed(example: &forms::Answers, field: &forms::Field) -> Vec<(String, String)> {
    let text = match example.get(&field.name) {
        None => return Vec::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    if field.kind == forms::FieldKind::Date {
        let parts: Vec<&str> = text.split('-').rev().collect();
        return field.inputs().into_iter().zip(parts).map(|(name, part)| (name, part.to_owned())).collect();
    }
    vec![(field.name.clone(), text)]
}

/// Begins the application and fills in every step; returns the address of the last page.
pub(super) async fn fill(browser: &Browser, service: &str, key: &str) -> String {
    let apply = format!("/lv/services/{service}/apply");
    let page = browser.get(&apply).await;
    let started = browser.submit(&page, &apply, &[]).await;
    let example = forms::example(key).unwrap();
    let definition = forms::definition(key, None).unwrap();
    let mut at = started.location();
    for _ in 0..20 {
        let page = follow(browser, &at).await;
        at = page.0.split('?').next().unwrap().to_owned();
        if at.ends_with("/check") {
            return at;
        }
        let step = definition.step(at.rsplit('/').next().unwrap()).unwrap();
        let answers: Vec<(String, String)> = step.fields.iter().flat_map(|field| typed(&example, field)).collect();
        let changes: Vec<(&str, &str)> = answers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let saved = browser.submit(&page.1, &at, &changes).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{at}: {}", saved.text(".dv-errsum"));
        at = saved.location();
    }
    panic!("the form does not end");
}

/// Follows redirects to a page.
async fn follow(browser: &Browser, path: &str) -> (String, Page) {
    let mut at = path.to_owned();
    for _ in 0..5 {
        let page = browser.get(&at).await;
        if page.status != StatusCode::SEE_OTHER {
            assert_eq!(page.status, StatusCode::OK, "{at}: {}", page.text("h1"));
            return (at, page);
        }
        at = page.location();
    }
    panic!("redirects without end");
}

pub(super) async fn submitted(portal: &Portal, browser: &Browser) -> (String, String) {
    let service = portal.service("P.11").await;
    let check = fill(browser, &service, "childbirth-benefit").await;
    let page = browser.get(&check).await;
    let done = browser.submit(&page, &check, &[("truth", "yes")]).await;
    let confirmation = done.location();
    (check, confirmation)
}

// req: CSS-11, EFR-24
#[tokio::test]
async fn an_application_is_submitted_once_however_often_it_is_sent() {
    let portal = Portal::open(Register { down: false }).await;
    let (browser, _) = portal.resident("320000-00002", "Anna").await;
    let (check, confirmation) = submitted(&portal, &browser).await;
    let page = browser.get(&confirmation).await;
    assert_eq!(page.text("h1"), "Iesniegums ir saņemts");
    assert_eq!(browser.get(&confirmation).await.status, StatusCode::OK);
    // Back in the browser, and the button once more: the same case.
    let mark = page.form("/lv/sign-out");
    let again = browser.post(&check, &[mark, vec![("truth".to_owned(), "yes".to_owned())]].concat()).await;
    assert_eq!(again.location(), confirmation);
    assert!(browser.get(&check).await.location().contains("/drafts/"));
    assert_eq!(browser.get("/lv/cases").await.body.matches("href=\"/lv/cases/").count(), 1);
}

#[tokio::test]
async fn wrong_input_keeps_what_was_typed() {
    let portal = Portal::open(Register { down: false }).await;
    let (browser, _) = portal.resident("320000-00002", "Anna").await;
    let apply = format!("/lv/services/{}/apply", portal.service("P.11").await);
    let page = browser.get(&apply).await;
    let (at, page) = follow(&browser, &browser.submit(&page, &apply, &[]).await.location()).await;
    assert_eq!(page.form(&at).iter().find(|(name, _)| name == "applicant_given_name").unwrap().1, "Anna");
    assert!(page.body.contains("Izdomāts reģistrs"), "the source is not shown");
    let wrong = browser.submit(&page, &at, &[("applicant_personal_code", "<12>"), ("applicant_given_name", "")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.has("[data-error-summary]") && wrong.text("title").starts_with("Kļūda:"));
    assert!(wrong.form(&at).contains(&("applicant_personal_code".to_owned(), "<12>".to_owned())));
    let reloaded = browser.get(&at).await;
    assert!(reloaded.form(&at).contains(&("applicant_personal_code".to_owned(), "<12>".to_owned())));
    let later = browser.submit(&wrong, &at, &[("later", "yes")]).await;
    assert_eq!(later.location(), "/lv/drafts?done=draft-saved");
    assert!(browser.get("/lv/drafts").await.has("ul.dv-servicelist"));
}

#[tokio::test]
async fn changing_an_answer_returns_to_the_check_and_an_old_page_loses_nothing() {
    let portal = Portal::open(Register { down: false }).await;
    let (browser, _) = portal.resident("320000-00002", "Anna").await;
    let check = fill(&browser, &portal.service("P.11").await, "childbirth-benefit").await;
    let page = browser.get(&check).await;
    let html = scraper::Html::parse_document(&page.body);
    let link = html.select(&scraper::Selector::parse("dl.dv-summary a").unwrap()).next().unwrap();
    let change = link.value().attr("href").unwrap().split('#').next().unwrap().to_owned();
    let at = change.trim_end_matches("?then=check").to_owned();
    let step = browser.get(&change).await;
    assert_eq!(browser.submit(&step, &at, &[("applicant_given_name", "Anna Marija")]).await.location(), check);
    let old = browser.submit(&step, &at, &[("applicant_given_name", "Zane")]).await;
    assert_eq!(old.status, StatusCode::PRECONDITION_FAILED);
    assert!(old.form(&at).contains(&("applicant_given_name".to_owned(), "Zane".to_owned())));
    let saved = browser.submit(&old, &at, &[]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_register_that_does_not_answer_only_marks_the_fields() {
    let portal = Portal::open(Register { down: true }).await;
    let (browser, _) = portal.resident("320000-00002", "Anna").await;
    let apply = format!("/en/services/{}/apply", portal.service("P.11").await);
    let page = browser.get(&apply).await;
    let (_, page) = follow(&browser, &browser.submit(&page, &apply, &[]).await.location()).await;
    let told = page.text("#f-applicant_personal_code-hint");
    assert!(told.starts_with("The register does not answer") && told.contains("11 digits"), "{told}");
}

// req: ACC-14, ANA-02, REG-12
#[tokio::test]
async fn the_client_answers_reads_the_decision_rates_and_complains() {
    let portal = Portal::open(Register { down: false }).await;
    let (browser, _) = portal.resident("320000-00002", "Anna").await;
    let (_, confirmation) = submitted(&portal, &browser).await;
    let case = confirmation.trim_end_matches("/submitted").to_owned();
    let number: CaseNumber = case.rsplit('/').next().unwrap().parse().unwrap();
    let officer = portal.officer(&portal.service("P.11").await).await;
    ask(&portal, &officer, &number).await;

    let page = browser.get(&case).await;
    assert!(page.body.contains("Lūdzu, atsūtiet izziņu"), "{}", page.body);
    let answer = format!("{case}/answer");
    let empty = browser.submit(&page, &answer, &[]).await;
    assert_eq!((empty.status, empty.has("#f-answer-error")), (StatusCode::UNPROCESSABLE_ENTITY, true));
    let words = ("answer".to_owned(), "Šeit ir <izziņa>".to_owned());
    let mut fields = page.form(&answer);
    fields.retain(|(name, _)| name != "answer");
    fields.push(words);
    let refused = browser.upload(&answer, &fields, ("file", "izzina.pdf", b"MZ not a pdf")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("#f-file-error") && refused.text("#f-answer") == "Šeit ir <izziņa>");
    assert!(!refused.has("#f-answer-error"), "nothing is wrong with the words");
    let mut long = fields.clone();
    long.retain(|(name, _)| name != "answer");
    long.push(("answer".to_owned(), "a".repeat(8001)));
    let both = browser.upload(&answer, &long, ("file", "izzina.pdf", b"MZ not a pdf")).await;
    let told = (both.has("#f-answer-error"), both.has("#f-file-error"));
    assert_eq!((both.status, told), (StatusCode::UNPROCESSABLE_ENTITY, (true, true)), "both at once");
    let sent = browser.upload(&answer, &fields, ("file", "izzina.pdf", PDF)).await;
    assert_eq!(sent.location(), format!("{case}?done=answered"));
    let talks = browser.get(&case).await.text("section[aria-labelledby=h-talks]");
    assert!(talks.contains("Lūdzu, atsūtiet izziņu") && talks.contains("Šeit ir <izziņa>"), "{talks}");
    let late = browser.post(&answer, &fields).await;
    assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
    assert!(late.text(".ds-alert[data-color=info]").contains("Šeit ir <izziņa>"), "what was typed is not lost");

    decide(&portal, &officer, &number).await;
    let page = browser.get(&case).await;
    assert!(page.body.contains("Pabalsts piešķirts"), "{}", page.body);
    let rate = format!("{case}/rate");
    assert_eq!(browser.submit(&page, &rate, &[("comment", "Paldies")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.submit(&page, &rate, &[("rating", "5")]).await.location(), format!("{case}?done=rated"));
    let complain = format!("{case}/complain");
    assert_eq!(browser.submit(&page, &complain, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    for _ in 0..2 {
        assert_eq!(browser.submit(&page, &complain, &[("complaint", "Ilgi")]).await.status, StatusCode::SEE_OTHER);
    }
    let told = browser.get(&case).await.text("section[aria-labelledby=h-complaints]");
    assert_eq!(told.matches("Ilgi").count(), 1, "sent twice it is one: {told}");

    let documents = browser.get("/lv/documents").await;
    let html = scraper::Html::parse_document(&documents.body);
    let link = scraper::Selector::parse("td a[href], th a[href*='/documents/']").unwrap();
    let file = html.select(&link).next().unwrap().value().attr("href").unwrap().to_owned();
    let download = browser.get(&file).await;
    assert!(download.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    let views = browser.get("/lv/views").await;
    assert!(views.body.contains("Iesnieguma izskatīšana"), "{}", views.body);
}

pub(super) async fn ask(portal: &Portal, officer: &kernel::Caller, number: &CaseNumber) {
    let mut tx = portal.db.writing(officer).await;
    let taken = cases::take_next(&mut tx).await.unwrap().unwrap();
    assert_eq!(&taken, number);
    let file = cases::open_case(&mut tx, number, cases::Purpose::Handle).await.unwrap();
    let question = "Lūdzu, atsūtiet izziņu".to_owned();
    let input = Ask { number: number.clone(), revision: file.case.revision, question, days: None };
    cases::ask(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
}

async fn decide(portal: &Portal, officer: &kernel::Caller, number: &CaseNumber) {
    let mut tx = portal.db.writing(officer).await;
    let file = cases::open_case(&mut tx, number, cases::Purpose::Handle).await.unwrap();
    let text = "Pabalsts piešķirts".to_owned();
    let revision = file.case.revision;
    let input = Decide { number: number.clone(), revision, outcome: Outcome::Granted, text, file: None };
    cases::decide(&mut tx, input).await.unwrap();
    let file = cases::open_case(&mut tx, number, cases::Purpose::Handle).await.unwrap();
    let revision = file.case.revision;
    let input = Deliver { number: number.clone(), revision, channel: kernel::Channel::Electronic };
    cases::deliver(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
}

// req: ACC-14
#[tokio::test]
async fn what_belongs_to_somebody_else_looks_missing() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let (check, confirmation) = submitted(&portal, &anna).await;
    let (other, _) = portal.resident("320000-00010", "Jānis").await;
    let case = confirmation.trim_end_matches("/submitted");
    for path in [case, confirmation.as_str(), check.as_str(), "/lv/cases/9999-1", "/lv/cases/x", "/lv/drafts/x"] {
        assert_eq!(other.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let visitor = portal.visitor();
    assert!(visitor.get(case).await.location().starts_with("/lv/sign-in?return="));
}

#[tokio::test]
async fn a_client_withdraws_after_one_question() {
    let portal = Portal::open(Register { down: false }).await;
    let (browser, _) = portal.resident("320000-00002", "Anna").await;
    let (_, confirmation) = submitted(&portal, &browser).await;
    let case = confirmation.trim_end_matches("/submitted");
    let withdraw = format!("{case}/withdraw");
    let page = browser.get(&withdraw).await;
    let old = browser.submit(&page, &withdraw, &[("revision", "99")]).await;
    assert_eq!(old.status, StatusCode::PRECONDITION_FAILED);
    assert!(old.text("[data-error-summary]").contains("pa šo laiku ir mainījies") && old.has("#h-course"));
    assert_eq!(browser.submit(&page, &withdraw, &[]).await.location(), format!("{case}?done=withdrawn"));
    let page = browser.get(&format!("{case}?done=withdrawn")).await;
    assert!(page.body.contains("Iesniegums ir atsaukts") && !page.body.contains(&withdraw));
    assert_eq!(browser.get(&withdraw).await.location(), case);
}

// req: EFR-03
#[tokio::test]
async fn files_are_looked_into_kept_and_removed_while_answers_stay() {
    let portal = Portal::open(Register { down: false }).await;
    let (browser, _) = portal.resident("320000-00002", "Anna").await;
    let apply = format!("/lv/services/{}/apply", portal.service("P.11").await);
    let page = browser.get(&apply).await;
    let started = browser.submit(&page, &apply, &[]).await.location();
    let (first, _) = follow(&browser, &started).await;
    let child = first.replace("/applicant", "/child");
    let page = browser.get(&child).await;
    let abroad = browser.submit(&page, &child, &[("birth_registered_in", "abroad")]).await;
    assert_eq!(abroad.status, StatusCode::UNPROCESSABLE_ENTITY);

    let at = first.replace("/applicant", "/birth-abroad");
    let page = browser.get(&at).await;
    let mut fields = page.form(&at);
    fields.retain(|(name, _)| name != "birth_country");
    fields.push(("birth_country".to_owned(), "Igaunija".to_owned()));
    let refused = browser.upload(&at, &fields, ("birth_certificate", "apliecība.pdf", b"GIF89a")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("#f-birth_certificate-error"));
    assert!(refused.form(&at).contains(&("birth_country".to_owned(), "Igaunija".to_owned())));

    let mut fields = refused.form(&at);
    fields.retain(|(name, _)| name != "then");
    let kept = browser.upload(&at, &fields, ("birth_certificate", "apliecība.pdf", PDF)).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text(".dv-errsum"));
    let page = browser.get(&at).await;
    assert!(page.text(".dv-file p").contains("apliecība.pdf"), "{}", page.body);
    let html = scraper::Html::parse_document(&page.body);
    let boxes = scraper::Selector::parse(".dv-file input[name=remove]").unwrap();
    let document = html.select(&boxes).next().unwrap().value().attr("value").unwrap().to_owned();
    let typed = [("birth_country", "Lietuva"), ("remove", document.as_str())];
    let without = browser.submit(&page, &at, &typed).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY, "the certificate is needed");
    assert!(without.has("#f-birth_certificate-error") && !without.has(".dv-file p"));
    assert!(without.form(&at).contains(&("birth_country".to_owned(), "Lietuva".to_owned())), "what was typed is kept");
    let gone = browser.submit(&without, &at, &[("remove", document.as_str())]).await;
    assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY, "ticked again on an old page: it is gone already");

    let later = [without.form(&at), vec![("later".to_owned(), "yes".to_owned())]].concat();
    let later: Vec<_> = later.into_iter().filter(|(name, _)| name != "revision").collect();
    let revision = gone.form(&at).into_iter().find(|(name, _)| name == "revision").unwrap();
    let later = [later, vec![revision]].concat();
    let told = browser.upload(&at, &later, ("birth_certificate", "slikta.exe", b"MZ")).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "a refused file is told also to who goes on later");
    assert!(told.text("#f-birth_certificate-error").contains("slikta.exe"));
}

#[tokio::test]
async fn what_was_changed_in_another_window_is_shown_before_it_is_submitted() {
    let portal = Portal::open(Register { down: false }).await;
    let (browser, _) = portal.resident("320000-00002", "Anna").await;
    let check = fill(&browser, &portal.service("P.11").await, "childbirth-benefit").await;
    let page = browser.get(&check).await;
    let at = check.replace("/check", "/steps/applicant");
    let step = browser.get(&at).await;
    assert_eq!(browser.submit(&step, &at, &[("applicant_given_name", "Zane")]).await.status, StatusCode::SEE_OTHER);
    let old = browser.submit(&page, &check, &[("truth", "yes")]).await;
    assert_eq!(old.status, StatusCode::PRECONDITION_FAILED);
    assert!(old.text(".dv-errsum").contains("nekas nav iesniegts") && old.text("dl.dv-summary").contains("Zane"));
    assert!(!browser.get("/lv/cases").await.has("ul.dv-servicelist"), "nothing was submitted");
    let done = browser.submit(&old, &check, &[("truth", "yes")]).await;
    assert!(done.location().ends_with("/submitted"));
}

// req: ACC-18
#[tokio::test]
async fn an_answer_takes_files_up_to_the_limit_of_the_settings_and_says_it() {
    let limit = 64 * 1024;
    let portal = Portal::limited(Register { down: false }, limit).await;
    let (browser, _) = portal.resident("320000-00002", "Anna").await;
    let (_, confirmation) = submitted(&portal, &browser).await;
    let case = confirmation.trim_end_matches("/submitted").to_owned();
    let number: CaseNumber = case.rsplit('/').next().unwrap().parse().unwrap();
    let officer = portal.officer(&portal.service("P.11").await).await;
    ask(&portal, &officer, &number).await;

    let page = browser.get(&case).await;
    assert!(page.text("#f-file-hint").ends_with("ne lielāka par 64 KB."), "{}", page.text("#f-file-hint"));
    let answer = format!("{case}/answer");
    let mut fields = page.form(&answer);
    fields.retain(|(name, _)| name != "answer");
    fields.push(("answer".to_owned(), "Šeit ir izziņa".to_owned()));
    for above in [limit + 1, 1 << 20] {
        let refused = browser.upload(&answer, &fields, ("file", "izzina.pdf", pdf_of(above).as_slice())).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{above}");
        assert_eq!(refused.text("#f-answer"), "Šeit ir izziņa");
        assert!(refused.text("#f-file-error").ends_with("ne lielākai par 64 KB."), "{}", refused.text("#f-file-error"));
    }
    let sent = browser.upload(&answer, &fields, ("file", "izzina.pdf", pdf_of(limit).as_slice())).await;
    assert_eq!(sent.location(), format!("{case}?done=answered"));
}

// req: ACC-18
#[tokio::test]
async fn a_step_takes_files_up_to_the_limit_of_the_settings_and_says_it() {
    let limit = 64 * 1024;
    let portal = Portal::limited(Register { down: false }, limit).await;
    let (browser, _) = portal.resident("320000-00002", "Anna").await;
    let apply = format!("/en/services/{}/apply", portal.service("P.11").await);
    let page = browser.get(&apply).await;
    let (first, _) = follow(&browser, &browser.submit(&page, &apply, &[]).await.location()).await;
    let child = first.replace("/applicant", "/child");
    let page = browser.get(&child).await;
    browser.submit(&page, &child, &[("birth_registered_in", "abroad")]).await;

    let at = first.replace("/applicant", "/birth-abroad");
    let page = browser.get(&at).await;
    let hint = page.text("#f-birth_certificate-hint");
    assert!(hint.ends_with("at most 64 KB.") && hint.matches("PDF").count() == 1, "{hint}");
    let mut fields = page.form(&at);
    fields.retain(|(name, _)| name != "birth_country");
    fields.push(("birth_country".to_owned(), "Estonia".to_owned()));
    let large = pdf_of(limit + 1);
    let refused = browser.upload(&at, &fields, ("birth_certificate", "certificate.pdf", large.as_slice())).await;
    let told = refused.text("#f-birth_certificate-error");
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && told.ends_with("larger than 64 KB."), "{told}");
    assert!(refused.form(&at).contains(&("birth_country".to_owned(), "Estonia".to_owned())), "the answer is kept");
    let (fields, fitting) = (refused.form(&at), pdf_of(limit));
    let kept = browser.upload(&at, &fields, ("birth_certificate", "certificate.pdf", fitting.as_slice())).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text(".dv-errsum"));
}
