//! Letters to the institution: two who answer the same one.

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
