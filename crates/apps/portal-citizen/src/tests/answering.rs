//! What readers answer under the page of a service: whether it was helpful, and what is wrong with it.

use catalogue::{CorrectionAbout, CorrectionFilter, CorrectionState};
use http::StatusCode;
use kernel::{Caller, PageRequest};

use super::browser::{Portal, Register};

// req: POR-07
#[tokio::test]
async fn the_page_of_a_service_asks_whether_it_was_helpful_and_counts_the_answer() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    let code = portal.service("P.11").await;
    let path = format!("/lv/services/{code}");
    let page = visitor.get(&path).await;
    assert!(page.text(".dv-feedback").contains("Vai šī lapa bija noderīga?"), "{}", page.text("main"));
    assert!(page.has(&format!(".dv-feedback form[action='{path}/helpful']")));
    assert!(page.has(&format!(".dv-feedback a[href='{path}/correction']")));
    for answer in ["yes", "no", "yes"] {
        let sent = visitor.post(&format!("{path}/helpful"), &[("helpful".into(), answer.into())]).await;
        assert_eq!(sent.location(), format!("{path}?done=voted"));
    }
    assert!(visitor.get(&format!("{path}?done=voted")).await.body.contains("Paldies par atbildi!"));
    let tx = portal.db.reading(&Caller::engine()).await;
    let votes = catalogue::service_votes(&tx, &code).await.unwrap();
    assert_eq!((votes.helpful, votes.unhelpful), (2, 1));
    let missing = visitor.post("/lv/services/9/helpful", &[("helpful".into(), "yes".into())]).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    // A text shown by its number asks nothing: it stays as it was.
    let former = visitor.get(&format!("{path}/versions/2")).await;
    assert_eq!((former.status, former.has(".dv-feedback")), (StatusCode::OK, false));
}

// req: POR-03, POR-22
#[tokio::test]
async fn anybody_reports_a_mistake_in_a_service_and_what_was_typed_stays_when_it_is_wrong() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    let code = portal.service("P.11").await;
    let path = format!("/lv/services/{code}/correction");
    for begin in [path.clone(), format!("/en/services/{code}/correction")] {
        assert_eq!(visitor.get(&begin).await.status, StatusCode::OK, "{begin}");
    }
    let form = visitor.get(&path).await;
    for wrong in ["īss", "Mans kods 320000-00002 nav redzams."] {
        let answer = visitor.submit(&form, &path, &[("report", wrong)]).await;
        assert_eq!((answer.status, answer.has("#f-report-error")), (StatusCode::UNPROCESSABLE_ENTITY, true));
        assert_eq!(answer.text("#f-report"), wrong);
    }
    let sent = visitor.submit(&form, &path, &[("report", "Tālruņa numurs vairs neatbild.")]).await;
    assert_eq!(sent.location(), format!("/lv/services/{code}?done=correction-sent"));
    let tx = portal.db.reading(&Caller::engine()).await;
    let filter = CorrectionFilter { state: CorrectionState::Forwarded };
    let kept = catalogue::corrections(&tx, filter, &PageRequest::first(9)).await.unwrap().items;
    assert_eq!((kept.len(), kept[0].institution, kept[0].report.as_str()), (1, None, "Tālruņa numurs vairs neatbild."));
    assert!(matches!(&kept[0].about, CorrectionAbout::Service { code: about, .. } if *about == code));
    let missing = visitor.get("/lv/services/9/correction").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

// req: POR-03, POR-22
#[tokio::test]
async fn a_report_that_comes_after_very_many_others_stays_in_its_form() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    let service = format!("/lv/services/{}/correction", portal.service("P.11").await);
    for path in [service.as_str(), "/lv/life/illness/correction"] {
        let form = visitor.get(path).await;
        for number in 0..20 {
            let report = format!("Kļūda {number} šajā lapā.");
            let sent = visitor.submit(&form, path, &[("report", report.as_str())]).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER, "{path}: {number}");
        }
        let typed = "Šis ziņojums nedrīkst pazust.";
        let refused = visitor.submit(&form, path, &[("report", typed)]).await;
        assert_eq!((refused.status, refused.text("#f-report")), (StatusCode::UNPROCESSABLE_ENTITY, typed.to_owned()));
        assert!(refused.text("main").contains("Jūsu teksts ir palicis veidlapā"), "{}", refused.text("main"));
    }
}

// req: POR-22, POR-05
#[tokio::test]
async fn an_answer_is_found_with_the_key_that_was_written_down() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    let form = visitor.get(&format!("/lv/contact?service={}", portal.service("P.11").await)).await;
    let changes = [("kind", "question"), ("subject", "Termiņš"), ("text", "Kad saņemšu pabalstu par bērnu?")];
    let sent = visitor.submit(&form, "/lv/contact", &changes).await.location();
    let key: String = sent.split("reference=").nth(1).unwrap().chars().take(32).collect();
    assert!(form.has("main a[href='/lv/contact/answer']"), "{}", form.text("main"));
    for path in ["/lv/contact/answer", "/en/contact/answer"] {
        let asked = visitor.get(path).await;
        assert!(asked.status == StatusCode::OK && asked.has("#f-reference") && !asked.has("#f-reference-error"));
    }
    let broken = format!(" {} {} ", &key[..16], &key[16..]);
    let found = visitor.get(&format!("/lv/contact/answer?reference={}", web_kit::percent(&broken))).await;
    assert!(found.text("main").contains("Kad saņemšu pabalstu par bērnu?"), "{}", found.text("main"));
    assert_eq!(found.headers["cache-control"], "no-store", "nobody else finds it on the device");
    // A phone begins what is typed with a capital.
    let shouted = visitor.get(&format!("/lv/contact/answer?reference={}", key.to_uppercase())).await;
    assert!(shouted.text("main").contains("Kad saņemšu pabalstu par bērnu?"), "{}", shouted.text("main"));
    let empty = visitor.get("/lv/contact/answer?reference=+").await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text("#f-reference-error").contains("Ierakstiet"), "{}", empty.text("main"));
    let wrong = visitor.get("/lv/contact/answer?reference=4711").await;
    assert_eq!((wrong.status, wrong.has("#f-reference-error")), (StatusCode::NOT_FOUND, true));
    assert_eq!(wrong.form("/lv/contact/answer"), [("reference".to_owned(), "4711".to_owned())]);
}

// req: POR-22
#[tokio::test]
async fn everything_that_is_wrong_with_a_letter_is_told_at_once_and_nothing_typed_is_lost() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    let form = visitor.get("/lv/contact").await;
    let empty = visitor.submit(&form, "/lv/contact", &[]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["kind", "institution", "subject", "text"] {
        assert!(empty.has(&format!("#f-{field}-error")), "{field}: {}", empty.text("main"));
    }
    // An institution that is not there is no reason to lose the letter.
    let typed = "Kad saņemšu atbildi uz iesniegumu?";
    let gone = "01900000-0000-7000-8000-000000000000";
    let changes = [("kind", "question"), ("institution", gone), ("subject", "Termiņš"), ("text", typed)];
    let refused = visitor.submit(&form, "/lv/contact", &changes).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("#f-institution-error") && !refused.has("#f-text-error"), "{}", refused.text("main"));
    assert_eq!(refused.text("#f-text"), typed);
}
