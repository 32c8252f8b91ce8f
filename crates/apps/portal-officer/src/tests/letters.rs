//! Letters to the institution: two who work on the same one.

use super::house::{Browser, House};
use enquiries::{EnquiryKind, SendEnquiry, send_enquiry};
use http::StatusCode;
use kernel::{Caller, Locale, Role};

/// A question that somebody not signed in asks; its address at the workplace.
async fn asked(house: &House) -> String {
    let mut tx = house.db.writing(&Caller::anonymous()).await;
    let input = SendEnquiry {
        kind: Some(EnquiryKind::Question),
        institution: None,
        service: Some(house.benefit.clone()),
        subject: "Dokumenti".to_owned(),
        text: "Vai apliecība jātulko?".to_owned(),
        language: Locale::Lv,
        reference: "0123456789abcdef0123456789abcdef".to_owned(),
    };
    let sent = send_enquiry(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    format!("/lv/work/enquiries/{}", sent.id)
}

#[tokio::test]
async fn who_answers_second_reads_the_answer_and_keeps_the_own_words() {
    let house = House::open().await;
    let path = asked(&house).await;
    let (officer, ilze) = (house.officer().await, house.staff("320000-00012", "Ilze", Role::Specialist).await);
    let revision = officer.get(&path).await.attribute("input[name=revision]", "value");
    let send = async |browser: &Browser, answer: &str| {
        browser.post(&format!("{path}/answer"), &[("revision", revision.as_str()), ("answer", answer)]).await
    };
    let done = send(&officer, "Jā, jātulko.").await;
    assert_eq!(done.location(), format!("{path}?done=enquiry-answered"));
    let late = send(&ilze, "Nē, ja tā ir no ES.").await;
    assert_eq!((late.status, late.count("form[action$='/answer']")), (StatusCode::CONFLICT, 0));
    let words = late.text("main");
    assert!(words.contains("Jā, jātulko.") && words.contains("jau ir atbildēts"), "{words}");
    assert_eq!(late.text("main .ds-alert[data-color=info] p"), "Nē, ja tā ir no ES.", "nothing typed is lost");
    assert_eq!(ilze.get(&path).await.count("main .ds-alert[data-color=info]"), 0);
}

// req: POR-05
#[tokio::test]
async fn who_answers_a_letter_that_was_passed_on_meanwhile_keeps_the_own_words() {
    let house = House::open().await;
    let path = asked(&house).await;
    let (officer, ilze) = (house.officer().await, house.staff("320000-00012", "Ilze", Role::Specialist).await);
    let revision = officer.get(&path).await.attribute("input[name=revision]", "value");
    let nva = institutions::by_code(&house.db.reading(&Caller::engine()).await, "NVA").await.unwrap().unwrap().id;
    let nva = nva.to_string();
    let on = [("revision", revision.as_str()), ("institution", nva.as_str()), ("reason", "Atbild NVA.")];
    let passed = officer.post(&format!("{path}/forward"), &on).await;
    assert_eq!(passed.location(), "/lv/work/enquiries?done=enquiry-forwarded");
    let typed = [("revision", revision.as_str()), ("answer", "Jā.\nTulkojumu <b>apliecina</b>.")];
    let late = ilze.post(&format!("{path}/answer"), &typed).await;
    assert_eq!((late.status, late.text("#typed").as_str()), (StatusCode::NOT_FOUND, "Jā. Tulkojumu <b>apliecina</b>."));
    let words = late.text("main");
    assert!(words.contains("nodeva citai iestādei") && words.contains("Nekas nav nosūtīts"), "{words}");
    assert!(!words.contains("Vai apliecība jātulko?"), "the letter is not the institution's any more: {words}");
    // A letter that never was looks the same; where nothing is typed there is nothing to give back.
    let missing = "/lv/work/enquiries/0190a0d2-0000-7000-8000-000000000001";
    assert_eq!(ilze.post(&format!("{missing}/answer"), &typed).await.text("main"), words);
    let reason = [("revision", "1"), ("reason", "Atbild cits.")];
    assert_eq!(ilze.post(&format!("{path}/forward"), &reason).await.text("#typed"), "Atbild cits.");
    let empty = ilze.post(&format!("{path}/answer"), &[("revision", "1")]).await;
    assert_eq!((empty.status, empty.count("#typed")), (StatusCode::NOT_FOUND, 0));
}
