//! A case from opening to the end, with everything that can go wrong between.

use super::house::{Browser, House, Page};
use cases::CaseNumber;
use http::StatusCode;
use kernel::Role;

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

struct Handled {
    house: House,
    officer: Browser,
    number: CaseNumber,
    path: String,
}

/// Anna's case, taken by the officer.
async fn taken() -> Handled {
    taken_in(House::open().await).await
}

async fn taken_in(house: House) -> Handled {
    let number = house.submitted().await;
    let officer = house.officer().await;
    officer.post("/lv/work/desk/next", &[]).await;
    let path = format!("/lv/work/cases/{}", number.slug());
    Handled { house, officer, number, path }
}

impl Handled {
    async fn page(&self) -> Page {
        self.officer.get(&self.path).await
    }

    async fn act(&self, act: &str, page: &Page, fields: &[(&str, &str)]) -> Page {
        let revision = page.attribute("input[name=revision]", "value");
        let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("revision", revision.as_str())]).collect();
        self.officer.post(&format!("{}/{act}", self.path), &fields).await
    }
}

// req: PRF-03, AUD-01
#[tokio::test]
async fn opening_a_case_is_on_the_record_before_it_is_shown() {
    let case = taken().await;
    assert_eq!(case.house.views().await.len(), 0);
    let page = case.page().await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text("#client").contains("Skatījums ir reģistrēts un redzams klientam."));
    assert_eq!(page.text("#h-client"), "Anna Bērziņa");
    // The form speaks to the client: that these are its questions is said above them.
    assert_eq!(page.text("#h-answers"), "Iesniegtās atbildes (jautājumi, kā tos redzēja klients)");
    assert!(page.count("section[aria-labelledby=h-answers] h3") > 1);
    assert!(page.body.contains("32••••-•••02") && !page.body.contains("00002"), "the code is masked");
    let views = case.house.views().await;
    assert_eq!((views.len(), views[0].purpose.as_str(), views[0].what.as_str()), (1, "handle-case", "case"));
    assert_eq!(case.officer.get("/lv/work/cases/9999-1").await.status, StatusCode::NOT_FOUND);
    assert_eq!(case.house.views().await.len(), 1);
}

// req: PRF-03
#[tokio::test]
async fn the_whole_code_needs_a_reason_and_is_a_record_of_its_own() {
    let case = taken().await;
    let identity = format!("{}/identity", case.path);
    let refused = case.officer.post(&identity, &[("reason", "curiosity")]).await;
    assert_eq!((refused.status, refused.count("#f-reason-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert!(!refused.body.contains("320000"));
    assert_eq!(case.house.views().await.len(), 0);
    let shown = case.officer.post(&identity, &[("reason", "verify-identity")]).await;
    assert!(shown.body.contains("320000-00002"));
    assert_eq!(shown.attribute("a[hreflang=en]", "href"), case.path.replacen("/lv/", "/en/", 1));
    let views = case.house.views().await;
    assert_eq!((views[0].what.as_str(), views[0].purpose.as_str()), ("personal-code", "verify-identity"));
}

// req: REG-03
#[tokio::test]
async fn a_case_is_asked_decided_delivered_and_closed() {
    let case = taken().await;
    let page = case.page().await;
    let asked = case.act("ask", &page, &[("question", "Lūdzu, precizējiet kontu."), ("days", "10")]).await;
    assert_eq!(asked.location(), format!("{}?done=client-asked", case.path));
    let waiting = case.page().await;
    assert!(waiting.text("#h-requests + .ds-card").contains("Lūdzu, precizējiet kontu."));
    assert_eq!(waiting.count("form[action$='/decide']"), 0);
    let left = "pēc atbildes atliks 10 darba dienas";
    let head = waiting.text("h1 + .dv-cluster");
    assert!(head.contains("Termiņš apturēts") && head.contains(left) && !head.contains("termiņš "), "{head}");
    let line = case.officer.get("/lv/work/desk?tab=waiting").await.text("tr[data-row]");
    assert!(line.contains("Apturēts") && line.contains(left), "the queue says the same: {line}");
    let old = case.officer.get("/lv/work/desk?tab=waiting&due=week").await;
    assert_eq!(
        (old.count("tr[data-row]"), old.count("[name=due]")),
        (1, 0),
        "a clock that stands still has no due day"
    );
    assert_eq!(case.officer.get("/lv/work/desk?tab=team").await.count("select[name=due]"), 1);
    let mut tx = case.house.db.writing(&case.house.client()).await;
    let answer = cases::Answer { number: case.number.clone(), text: "LV37".to_owned(), files: Vec::new(), seen: None };
    cases::answer(&mut tx, answer).await.unwrap();
    tx.commit().await.unwrap();
    let page = case.page().await;
    assert!(page.text("#h-requests + .ds-card").contains("LV37"));
    let revision = page.attribute("input[name=revision]", "value");
    let fields = [("outcome", "granted"), ("text", "Nolemju piešķirt."), ("revision", revision.as_str())];
    let decided = case.officer.upload(&format!("{}/decide", case.path), &fields, ("lemums.pdf", PDF)).await;
    assert_eq!(decided.location(), format!("{}?done=case-decided", case.path));
    let page = case.page().await;
    let file = page.attribute("#h-decision ~ p a[href*='/documents/']", "href");
    let downloaded = case.officer.get(&file).await;
    assert_eq!(downloaded.headers["content-type"], "application/pdf");
    assert_eq!(case.house.views().await[0].what, "document");
    // The record is kept before the file is read: it stays when the file cannot be.
    let kept = format!("documents/{}", file.rsplit('/').next().unwrap());
    case.house.db.reading(&kernel::Caller::engine()).await.blobs().delete(&kept).await.unwrap();
    let before = case.house.views().await.len();
    assert_eq!(case.officer.get(&file).await.status, StatusCode::NOT_FOUND);
    assert_eq!(case.house.views().await.len(), before + 1);
    let wrong = case.act("deliver", &page, &[("channel", "pigeon")]).await;
    assert_eq!((wrong.status, wrong.count("#f-channel-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let delivered = case.act("deliver", &page, &[("channel", "post")]).await;
    assert_eq!(delivered.location(), format!("{}?done=case-delivered", case.path));
    let closed = case.act("close", &case.page().await, &[]).await;
    assert_eq!(closed.location(), format!("{}?done=case-closed", case.path));
    let over = case.page().await;
    assert_eq!((over.count("#h-act"), over.text("main").contains("nevienam nav piešķirta")), (0, false));
}

// req: A11-01
#[tokio::test]
async fn wrong_input_keeps_what_was_typed() {
    let case = taken().await;
    let page = case.page().await;
    let decided = case.act("decide", &page, &[("text", "Garš teksts")]).await;
    assert_eq!((decided.status, decided.text("#f-text")), (StatusCode::UNPROCESSABLE_ENTITY, "Garš teksts".to_owned()));
    assert_eq!((decided.count("#f-outcome-error"), decided.count(".dv-errsum a")), (1, 1));
    let other = decided.attribute("a[hreflang=en]", "href");
    assert_eq!(other, case.path.replacen("/lv/", "/en/", 1), "the other language is that of the case");
    let asked = case.act("ask", &page, &[("question", ""), ("days", "sen")]).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!((asked.count(".dv-errsum a"), asked.attribute("#f-days", "value")), (2, "sen".to_owned()));
    for days in ["0", "61", "99999"] {
        let asked = case.act("ask", &page, &[("question", "Vai konts pieder Jums?"), ("days", days)]).await;
        assert_eq!((asked.status, asked.count("#f-days-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1), "{days}");
        assert_eq!(
            (asked.attribute("#f-days", "value"), asked.text("#f-question")),
            (days.to_owned(), "Vai konts pieder Jums?".to_owned())
        );
    }
    let asked = case.act("ask", &page, &[("question", " "), ("days", "5")]).await;
    assert_eq!((asked.status, asked.count("#f-question-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let early = case.act("deliver", &page, &[("channel", "pigeon")]).await;
    assert_eq!((early.status, early.count("main [role=alert]")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let early = case.act("deliver", &page, &[("channel", "post")]).await;
    assert_eq!((early.status, early.count("main [role=alert]")), (StatusCode::CONFLICT, 1));
    let revision = page.attribute("input[name=revision]", "value");
    let fields = [("outcome", "granted"), ("text", "Teksts"), ("revision", revision.as_str())];
    let refused = case.officer.upload(&format!("{}/decide", case.path), &fields, ("lemums.exe", b"MZ")).await;
    assert_eq!((refused.status, refused.count("#f-file-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert_eq!(refused.text("#f-text"), "Teksts");
    assert_eq!(refused.count("#f-outcome[checked]"), 1);
    // Everything that is wrong is told at once, in the order of the form.
    let long = "a".repeat(20_001);
    let fields = [("text", long.as_str()), ("revision", revision.as_str())];
    let refused = case.officer.upload(&format!("{}/decide", case.path), &fields, ("lemums.exe", b"MZ")).await;
    assert_eq!(refused.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 3));
    for field in ["#f-outcome", "#f-text", "#f-file"] {
        assert_eq!(refused.count(&format!(".dv-errsum a[href='{field}']")), 1, "{field}");
    }
    let asked = case.act("ask", &page, &[("question", &"a".repeat(4001)), ("days", "daudz")]).await;
    assert_eq!(asked.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 2));
}

// req: A11-01
#[tokio::test]
async fn a_file_that_a_refused_form_lost_is_to_be_chosen_again() {
    let case = taken().await;
    let old = case.page().await;
    let revision = old.attribute("input[name=revision]", "value");
    let decide = format!("{}/decide", case.path);
    let fields = [("outcome", "granted"), ("text", ""), ("revision", revision.as_str())];
    let refused = case.officer.upload(&decide, &fields, ("lemums.pdf", PDF)).await;
    assert_eq!(refused.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 2), "{}", refused.text(".dv-errsum"));
    assert!(refused.text("#f-file-error").contains("Izvēlieties datni „lemums.pdf” vēlreiz"));
    assert_eq!(refused.count(".dv-errsum a[href='#f-file']"), 1);
    let mut tx = case.house.db.writing(&case.house.client()).await;
    cases::withdraw(&mut tx, &case.number, None).await.unwrap();
    tx.commit().await.unwrap();
    let fields = [("outcome", "refused"), ("text", "Nolemju."), ("revision", revision.as_str())];
    let gone = case.officer.upload(&decide, &fields, ("lemums.pdf", PDF)).await;
    assert_eq!(gone.status, StatusCode::PRECONDITION_FAILED);
    for kept in ["Atteikts", "Nolemju.", "Datne „lemums.pdf” nav saglabāta."] {
        assert!(gone.text("main .ds-alert[data-color=info]").contains(kept), "{kept}: {}", gone.text("main"));
    }
}

// req: REG-01, REG-03
#[tokio::test]
async fn an_answer_that_came_by_phone_or_post_is_registered_at_the_case() {
    let case = taken().await;
    case.act("ask", &case.page().await, &[("question", "Kāds ir konts?"), ("days", "5")]).await;
    let waiting = case.page().await;
    assert!(waiting.text("main").contains("pēc atbildes atliks 10 darba dienas"), "{}", waiting.text("main"));
    assert_eq!(waiting.attribute("form[action$='/desk/next'] button", "data-key"), "g", "the officer goes on");
    let wrong = case.act("answer", &waiting, &[("answer", ""), ("channel", "")]).await;
    assert_eq!(wrong.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 2), "{}", wrong.text(".dv-errsum"));
    let revision = waiting.attribute("input[name=revision]", "value");
    let fields = [("answer", ""), ("channel", "post"), ("revision", revision.as_str())];
    let kept = case.officer.upload(&format!("{}/answer", case.path), &fields, ("konts.pdf", PDF)).await;
    assert_eq!(kept.location(), format!("{}?done=answer-registered", case.path));
    let page = case.page().await;
    let request = page.text("#h-requests + .ds-card");
    assert!(request.contains("Pievienoti dokumenti") && !request.contains("beidzās bez atbildes"), "{request}");
    assert!(request.contains("Klienta atbilde saņemta pa pastu, pierakstīta"), "not the client's own words: {request}");
    assert_eq!((page.count("form[action$='/decide']"), page.count("form[action$='/desk/next']")), (1, 0));
    let late = case.act("answer", &waiting, &[("answer", "Vēlreiz"), ("channel", "phone")]).await;
    assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
    assert!(late.text("main .ds-alert[data-color=info]").contains("Vēlreiz"), "what was typed is kept");
}

#[tokio::test]
async fn a_decision_takes_a_file_up_to_the_limit_of_the_settings_and_says_it() {
    let limit = 64 * 1024;
    let case = taken_in(House::limited(limit).await).await;
    let page = case.page().await;
    assert!(page.text("#f-file-hint").ends_with("ne lielāka par 64 KB."), "{}", page.text("#f-file-hint"));
    let revision = page.attribute("input[name=revision]", "value");
    let fields = [("outcome", "granted"), ("text", "Nolemju piešķirt."), ("revision", revision.as_str())];
    let decide = format!("{}/decide", case.path);
    let mut file = PDF.to_vec();
    for above in [1 << 20, limit + 1] {
        file.resize(above, b' ');
        let refused = case.officer.upload(&decide, &fields, ("lemums.pdf", file.as_slice())).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{above}");
        assert_eq!(refused.text("#f-text"), "Nolemju piešķirt.");
        assert!(refused.text("#f-file-error").ends_with("ne lielākai par 64 KB."), "{}", refused.text("#f-file-error"));
        file.truncate(PDF.len());
    }
    file.resize(limit, b' ');
    let decided = case.officer.upload(&decide, &fields, ("lemums.pdf", file.as_slice())).await;
    assert_eq!(decided.location(), format!("{}?done=case-decided", case.path));
}

#[tokio::test]
async fn a_case_that_changed_meanwhile_shows_what_changed_and_keeps_the_text() {
    let case = taken().await;
    let old = case.page().await;
    let mut tx = case.house.db.writing(&case.house.client()).await;
    cases::withdraw(&mut tx, &case.number, None).await.unwrap();
    tx.commit().await.unwrap();
    let refused = case.act("decide", &old, &[("outcome", "granted"), ("text", "Nolemju piešķirt.")]).await;
    assert_eq!(refused.status, StatusCode::PRECONDITION_FAILED);
    assert!(refused.text("[role=alert] ul").contains("Atsaukts"), "{}", refused.text("main"));
    assert!(refused.body.contains("Nolemju piešķirt."), "what was typed is kept");
    assert!(refused.text("[role=alert]").contains("nokopējiet to"), "it cannot be sent any more");
    let again = case.act("ask", &old, &[("question", "Vai tiešām?"), ("days", "5")]).await;
    assert_eq!(again.status, StatusCode::PRECONDITION_FAILED);
    assert!(again.body.contains("Vai tiešām?"));
}

// req: REG-01, REG-03
#[tokio::test]
async fn a_client_who_takes_the_request_back_by_post_is_registered_at_the_case() {
    let case = taken().await;
    let page = case.page().await;
    let wrong = case.act("withdraw", &page, &[("withdrawn-by", "pigeon")]).await;
    assert_eq!((wrong.refused(), wrong.count("#f-withdrawn-by-error")), ((StatusCode::UNPROCESSABLE_ENTITY, 1), 1));
    assert_eq!(wrong.count("details[open] form[action$='/withdraw']"), 1);
    let kept = case.act("withdraw", &page, &[("withdrawn-by", "post")]).await;
    assert_eq!(kept.location(), format!("{}?done=case-withdrawn", case.path));
    let over = case.page().await;
    assert!(over.text("section[aria-labelledby=h-course]").contains("pa pastu"), "{}", over.text("main"));
    assert_eq!((over.count("#h-act"), over.count("form[action$='/desk/next']")), (0, 1));
    let twice = case.act("withdraw", &page, &[("withdrawn-by", "post")]).await;
    assert_eq!(twice.status, StatusCode::PRECONDITION_FAILED);
}

// req: CSS-02
#[tokio::test]
async fn a_case_given_back_is_free_again() {
    let case = taken().await;
    let page = case.page().await;
    let back = case.act("give-back", &page, &[]).await;
    assert_eq!(back.location(), format!("{}?done=case-given-back", case.path));
    assert_eq!(case.page().await.count("form[action$='/take']"), 1);
    let twice = case.act("give-back", &page, &[]).await;
    assert_eq!(twice.status, StatusCode::PRECONDITION_FAILED);
    let told = twice.text("[role=alert]");
    assert!(told.contains("Nekas nav izdarīts") && !told.contains("ievadītais"), "nothing was typed: {told}");
}

// req: CSS-02
#[tokio::test]
async fn taking_the_own_case_again_changes_nothing_and_a_colleague_is_told() {
    let case = taken().await;
    let revision = case.page().await.attribute("input[name=revision]", "value");
    let take = format!("{}/take", case.path);
    let again = case.officer.post(&take, &[]).await;
    assert_eq!(again.location(), format!("{}?done=case-taken", case.path));
    assert_eq!(case.page().await.attribute("input[name=revision]", "value"), revision, "pressed twice, taken once");
    let colleague = case.house.staff("320000-00011", "Juris", Role::Officer).await;
    let late = colleague.post(&take, &[]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text("main").contains("jau ir paņēmis kolēģis"), "{}", late.text("main"));
    let other = late.attribute("a[hreflang=en]", "href");
    assert_eq!(other, case.path.replacen("/lv/", "/en/", 1), "no page is at the address of the form");
}
