//! What would be lost or done for nothing: a draft of a closed service, a file beside wrong words, a question that a
//! withdrawal leaves open.

use cases::{CaseNumber, ReceivedAnswer};
use catalogue::CloseService;
use http::StatusCode;
use kernel::{Caller, Channel};

use super::browser::{Browser, Portal, Register};
use super::journey::{PDF, ask, fill, submitted};

async fn close(portal: &Portal, code: &str) {
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let version = catalogue::service(&tx, code).await.unwrap().version;
    catalogue::close_service(&mut tx, CloseService { code: code.to_owned(), version }).await.unwrap();
    tx.commit().await.unwrap();
}

/// A case of Anna in which the institution has asked; her browser and the address of the case.
async fn asked(portal: &Portal) -> (Browser, String) {
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let (_, confirmation) = submitted(portal, &anna).await;
    let case = confirmation.trim_end_matches("/submitted").to_owned();
    let number: CaseNumber = case.rsplit('/').next().unwrap().parse().unwrap();
    let officer = portal.officer(&portal.service("P.11").await).await;
    ask(portal, &officer, &number).await;
    (anna, case)
}

#[tokio::test]
async fn nobody_fills_in_the_form_of_a_closed_service_for_nothing() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let code = portal.service("P.11").await;
    let check = fill(&anna, &code, "childbirth-benefit").await;
    let step = check.replace("/check", "/steps/applicant");
    let told = format!(".ds-alert[data-color=warning] a[href='/lv/services/{code}']");
    let button = format!("form[action='{check}'] button[type=submit]");
    let before = anna.get(&check).await;
    assert!(before.has(&button) && !before.has(&told) && !anna.get(&step).await.has(&told));

    close(&portal, &code).await;
    assert!(anna.get(&step).await.has(&told), "each step says it");
    let page = anna.get(&check).await;
    assert!(page.has(&told) && !page.has(&button) && page.has("dl.dv-summary"), "{}", page.text("main"));
    assert!(
        !page.text("main").contains("Pēc iesniegšanas"),
        "nothing is said of what cannot be: {}",
        page.text("main")
    );
    let english = anna.get(&check.replace("/lv/", "/en/")).await;
    assert!(english.text("main").contains("cannot be requested now"), "{}", english.text("main"));
    let list = anna.get("/lv/drafts").await;
    assert!(list.text("ul.dv-servicelist").contains("Pakalpojums ir slēgts"), "{}", list.text("main"));
    let late = anna.submit(&before, &check, &[("truth", "yes")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text("main").contains("paliek melnrakstos"), "{}", late.text("main"));
    assert!(anna.get(&check).await.has("dl.dv-summary"), "and it does");
}

#[tokio::test]
async fn who_corrects_an_answer_is_told_to_choose_its_file_again() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, case) = asked(&portal).await;
    let action = format!("{case}/answer");
    let mut fields = anna.get(&case).await.form(&action);
    fields.retain(|(name, _)| name != "answer");
    let long = [fields.clone(), vec![("answer".to_owned(), "ā".repeat(8001))]].concat();
    let refused = anna.upload(&action, &long, ("file", "izzina.pdf", PDF)).await;
    assert_eq!((refused.status, refused.has("#f-answer-error")), (StatusCode::UNPROCESSABLE_ENTITY, true));
    let told = refused.text("#f-file-error");
    assert!(told.contains("Izvēlieties datni vēlreiz"), "{told}");
    let alone = anna.post(&action, &long).await;
    assert!(alone.has("#f-answer-error") && !alone.has("#f-file-error"), "no file, nothing to choose again");
    let wrong = anna.upload(&action, &long, ("file", "izzina.exe", b"MZ")).await;
    assert!(wrong.text("#f-file-error").contains("izzina.exe"), "what is wrong with the file itself comes first");
    let right = [fields, vec![("answer".to_owned(), "Te tā ir.".to_owned())]].concat();
    let sent = anna.upload(&action, &right, ("file", "izzina.pdf", PDF)).await;
    assert_eq!(sent.location(), format!("{case}?done=answered"));
}

// req: ACC-18
#[tokio::test]
async fn who_corrects_one_file_of_several_is_told_to_choose_all_again() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, case) = asked(&portal).await;
    let action = format!("{case}/answer");
    let fields = anna.get(&case).await.form(&action);
    let good = ("file", "izzina.pdf", PDF);
    let bad = ("file", "izzina.exe", b"MZ".as_slice());
    let one = anna.upload_all(&action, &fields, &[good, bad]).await.text("[data-error-summary]");
    assert!(one.contains("izzina.exe") && one.contains("Neviena no izvēlētajām datnēm"), "{one}");
    let all = anna.upload_all(&action, &fields, &[bad, bad]).await.text("[data-error-summary]");
    assert!(!all.contains("Neviena no"), "each is told by itself: {all}");
    let names: Vec<String> = (0..=documents::MAX_PER_FIELD).map(|at| format!("lapa{at}.pdf")).collect();
    let files: Vec<_> = names.iter().map(|name| ("file", name.as_str(), PDF)).collect();
    let above = anna.upload_all(&action, &fields, &files).await.text("[data-error-summary]");
    assert!(above.contains("„lapa5.pdf” nav pievienota") && above.contains("Neviena no"), "{above}");
}

// req: ACC-18
#[tokio::test]
async fn several_files_answer_one_question() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, case) = asked(&portal).await;
    let action = format!("{case}/answer");
    let page = anna.get(&case).await;
    let hint = page.text("#f-file-hint");
    assert!(page.has("#f-file[multiple]") && hint.contains("līdz 5 datnēm. Der PDF"), "{hint}");
    let fields = page.form(&action);
    let second = [PDF, b"%"].concat();
    let files = [("file", "izzina.pdf", PDF), ("file", "konts.pdf", second.as_slice())];
    let sent = anna.upload_all(&action, &fields, &files).await;
    assert_eq!(sent.location(), format!("{case}?done=answered"));
    let kept = anna.get(&case).await.text("section[aria-labelledby=h-files]");
    assert!(kept.contains("izzina.pdf") && kept.contains("konts.pdf"), "{kept}");
    assert_eq!(kept.matches("Atbildes pielikums").count(), 2, "each says how it came: {kept}");
    let all = anna.get("/lv/documents").await.text("table");
    assert!(all.contains("Atbildes pielikums"), "{all}");
}

// req: A11-01
#[tokio::test]
async fn the_summary_names_the_question_where_words_are_alike() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let check = fill(&anna, &portal.service("P.11").await, "childbirth-benefit").await;
    let step = check.replace("/check", "/steps/applicant");
    let long = "a".repeat(101);
    let names = [("applicant_given_name", long.as_str()), ("applicant_family_name", long.as_str())];
    let page = anna.submit(&anna.get(&step).await, &step, &names).await;
    let summary = page.text(".dv-errsum");
    assert!(summary.contains("Vārds – ") && summary.contains("Uzvārds – "), "{summary}");
    assert!(!page.text("#f-applicant_given_name-error").contains(" – "), "beside the question its name is needless");
}

// req: REG-03
#[tokio::test]
async fn an_answer_that_the_institution_wrote_down_is_not_told_as_typed_by_the_client() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, case) = asked(&portal).await;
    let number: CaseNumber = case.rsplit('/').next().unwrap().parse().unwrap();
    let officer = portal.officer(&portal.service("P.11").await).await;
    let mut tx = portal.db.writing(&officer).await;
    let revision = cases::open_case(&mut tx, &number, cases::Purpose::Handle).await.unwrap().case.revision;
    let (channel, text) = (Channel::Phone, "Konts ir viņas.".to_owned());
    let answer = ReceivedAnswer { number, revision, channel, text, file: None };
    cases::answer_received(&mut tx, answer).await.unwrap();
    tx.commit().await.unwrap();
    let talks = anna.get(&case).await.text("section[aria-labelledby=h-talks]");
    assert!(talks.contains("ko iestāde saņēma pa tālruni un pierakstīja"), "{talks}");
    assert!(talks.contains("Konts ir viņas.") && !talks.contains("Jūs atbildējāt"), "{talks}");
}

// req: REG-03
#[tokio::test]
async fn a_question_can_be_read_after_its_case_was_withdrawn() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, case) = asked(&portal).await;
    let page = anna.get(&case).await;
    assert!(page.has("#h-ask") && !page.has("#h-talks"), "it waits: {}", page.text("main"));
    let side = page.text("aside.dv-side");
    assert!(page.text(".dv-sla").contains("Termiņš apturēts"), "{}", page.text("main"));
    assert!(
        side.contains("pēc atbildes atliks 10 darba dienas") && !side.contains("2026"),
        "no day while it stands: {side}"
    );
    let home = format!("section[aria-labelledby=h-mine] a[href='{case}']");
    let first = anna.get("/lv").await;
    assert!(first.has(&home), "the first page says that it waits");
    let until = first.text("section[aria-labelledby=h-mine] .ds-alert li");
    assert!(until.contains("(atbildiet līdz "), "and until when: {until}");
    let withdraw = format!("{case}/withdraw");
    let form = anna.get(&withdraw).await;
    assert_eq!(anna.submit(&form, &withdraw, &[]).await.location(), format!("{case}?done=withdrawn"));
    let page = anna.get(&case).await;
    let talks = page.text("section[aria-labelledby=h-talks]");
    assert!(talks.contains("Lūdzu, atsūtiet izziņu") && talks.contains("vairs nav vajadzīga"), "{talks}");
    assert!(!page.has("#h-ask") && !anna.get("/lv").await.has(&home));
}

#[tokio::test]
async fn who_acts_for_a_company_is_told_that_a_service_is_for_people() {
    let portal = Portal::open(Register { down: false }).await;
    let company = portal.company("320000-00002", "Anna").await;
    let told = "main .ds-alert[data-color=warning] a[href='/lv/profile']";
    for (pilot, unfit) in [("P.11", true), ("P.08", false)] {
        let apply = format!("/lv/services/{}/apply", portal.service(pilot).await);
        let page = company.get(&apply).await;
        assert_eq!(page.has(told), unfit, "{pilot}: {}", page.text("main"));
    }
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    assert!(!anna.get(&format!("/lv/services/{}/apply", portal.service("P.11").await)).await.has(told));
}

#[tokio::test]
async fn a_page_that_asks_more_says_why_it_is_there_again() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let check = fill(&anna, &portal.service("P.11").await, "childbirth-benefit").await;
    let step = check.replace("/check", "/steps/applicant");
    let page = anna.get(&format!("{step}?then=check")).await;
    let again = anna.submit(&page, &step, &[("applicant_role", "guardian")]).await.location();
    let page = anna.get(&again).await;
    let told = page.text("[data-attention][tabindex='-1'][aria-labelledby=h-asked]");
    assert!(told.contains("vēl viens jautājums") && told.contains("No kura datuma"), "{}", page.text("main"));
    assert!(page.has("[data-attention] a[href='#f-care_since']"), "it leads to the question");
    assert!(page.has("#f-care_since") && !page.has("[data-error-summary]"), "no mistake yet");
    let foreign = anna.get(&format!("{step}?asked=iban,%3Cb%3E")).await;
    assert!(!foreign.has("[data-attention]"), "of what does not stand on the page nothing is told");
    let days = [("care_since-day", "1"), ("care_since-month", "11"), ("care_since-year", "2026")];
    assert_eq!(anna.submit(&page, &step, &days).await.location(), check, "it still leads to where it led");
}

// req: A11-01, EFR-06
#[tokio::test]
async fn a_step_says_which_values_of_the_register_were_changed() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let check = fill(&anna, &portal.service("P.11").await, "childbirth-benefit").await;
    let step = check.replace("/check", "/steps/applicant");
    let register = [("applicant_given_name", "Anna"), ("applicant_family_name", "Kalniņa")];
    let saved = anna.submit(&anna.get(&step).await, &step, &register).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let page = anna.get(&step).await;
    let (same, other) = (page.text("#f-applicant_given_name-source"), page.text("#f-applicant_family_name-source"));
    assert!(same.contains("Avots:") && !same.contains("iesniedzējs labojis"), "{same}");
    assert!(other.contains("Avots:") && other.contains("iesniedzējs labojis"), "{other}");
}

// req: EFR-08, A11-01
#[tokio::test]
async fn each_declaration_that_is_missing_is_told_in_its_own_words() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let check = fill(&anna, &portal.service("P.11").await, "childbirth-benefit").await;
    let step = check.replace("/check", "/steps/declarations");
    let mut fields = anna.get(&step).await.form(&step);
    fields.retain(|(name, _)| !name.starts_with("declare_"));
    let summary = anna.post(&step, &fields).await.text(".dv-errsum");
    for words in ["ziņas ir patiesas", "vēl nav izmaksāts", "paziņosiet VSAA"] {
        assert!(summary.contains(words), "{words}: {summary}");
    }
}

// req: A11-01
#[tokio::test]
async fn the_title_begins_with_what_was_done() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, case) = asked(&portal).await;
    let page = anna.get(&format!("{case}?done=answered")).await;
    assert!(page.text("title").starts_with("Atbilde ir nosūtīta iestādei."), "{}", page.text("title"));
    assert!(!anna.get(&case).await.text("title").contains("nosūtīta"));
    assert!(page.has("dl.dv-summary dd") && !page.has("dl.dv-summary dd:empty"), "no empty answer is read out");
}

#[tokio::test]
async fn before_the_first_step_the_list_marks_what_only_some_answers_call_for() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let page = anna.get(&format!("/lv/services/{}/apply", portal.service("P.11").await)).await;
    let steps = page.text("#h-steps + ol");
    assert!(
        steps.contains("Dzimšana ārvalstīs (ja attiecas)") && steps.matches("(ja attiecas)").count() == 1,
        "{steps}"
    );
}
