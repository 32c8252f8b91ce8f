//! Writing, answering, passing on.

use super::{REFERENCE, anna, db, institution, officer, question, sent};
use crate::{
    AnswerEnquiry, ENQUIRY_OVERDUE, EnquiryKind, EnquiryState, ForwardEnquiry, RateEnquiry, SendEnquiry, Which,
    answer_enquiry, enquiries, enquiry_by_reference, enquiry_overdue, forward_enquiry, open_enquiry, own_enquiries,
    own_enquiry, rate_enquiry, send_enquiry,
};
use chrono::TimeDelta;
use kernel::{Caller, ErrorKind, InstitutionId, PageRequest, PersonId, Role};
use storage::{Stream, access_views, events_of_stream};
use uuid::Uuid;

// req: POR-22
#[tokio::test]
async fn a_letter_is_sent_once_and_read_with_its_reference_only() {
    let db = db().await;
    let letter = sent(&db, &Caller::anonymous(), question(&db, REFERENCE).await).await.unwrap();
    assert_eq!((letter.line.state, letter.person, letter.revision), (EnquiryState::Open, None, 1));
    let mut tx = db.writing(&Caller::anonymous()).await;
    let again = send_enquiry(&mut tx, question(&db, REFERENCE).await).await.unwrap();
    assert_eq!((again.id, again.repeated), (letter.line.id, true));
    // The same form with other words is another letter with a key of its own.
    let other = SendEnquiry { text: "Un kur to saņemt?".to_owned(), ..question(&db, REFERENCE).await };
    let second = send_enquiry(&mut tx, other).await.unwrap();
    assert!(second.id != letter.line.id && !second.repeated && second.reference != REFERENCE);
    assert_eq!(enquiry_by_reference(&tx, &second.reference).await.unwrap().text, "Un kur to saņemt?");
    assert_eq!(enquiry_by_reference(&tx, REFERENCE).await.unwrap().text, letter.text);
    for wrong in ["", "0123456789abcdef0123456789abcdee", "../etc/passwd"] {
        assert_eq!(enquiry_by_reference(&tx, wrong).await.unwrap_err().kind(), ErrorKind::NotFound, "{wrong}");
    }
    assert_eq!(own_enquiry(&tx, letter.line.id).await.unwrap_err().kind(), ErrorKind::Unauthenticated);
    let stranger = db.reading(&anna()).await;
    assert_eq!(own_enquiry(&stranger, letter.line.id).await.unwrap_err().kind(), ErrorKind::NotFound);
}

// req: POR-22
#[tokio::test]
async fn what_is_wrong_is_told_field_by_field() {
    let db = db().await;
    let good = question(&db, REFERENCE).await;
    let code = "Mans kods ir 328000-00014, kad atbildēsiet?".to_owned();
    let centre = Some(institution(&db, "VPVKAC-CESIS").await);
    let nobody = Some(InstitutionId::new(Uuid::from_u128(4711)));
    let cases: [(SendEnquiry, &str, &str); 8] = [
        (SendEnquiry { kind: None, ..good.clone() }, "kind", "enquiry-kind"),
        (SendEnquiry { institution: nobody, ..good.clone() }, "institution", "enquiry-institution"),
        (SendEnquiry { institution: None, ..good.clone() }, "institution", "enquiry-institution"),
        (SendEnquiry { institution: centre, ..good.clone() }, "institution", "enquiry-no-letters"),
        (SendEnquiry { subject: " ".into(), ..good.clone() }, "subject", "enquiry-subject"),
        (SendEnquiry { text: "Kad?".into(), ..good.clone() }, "text", "enquiry-text"),
        (SendEnquiry { text: "k".repeat(4001), ..good.clone() }, "text", "enquiry-text"),
        (SendEnquiry { text: code.clone(), ..good.clone() }, "text", "enquiry-personal-data"),
    ];
    for (input, field, key) in cases {
        let mut tx = db.writing(&Caller::anonymous()).await;
        let error = send_enquiry(&mut tx, input).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid);
        let told = &error.field_errors()[0];
        assert_eq!((told.path.as_str(), told.key.as_str()), (field, key));
    }
    // Who sent an empty form is told everything at once, in the order of the form.
    let mut tx = db.writing(&Caller::anonymous()).await;
    let empty =
        SendEnquiry { kind: None, institution: None, subject: String::new(), text: String::new(), ..good.clone() };
    let error = send_enquiry(&mut tx, empty).await.unwrap_err();
    let told: Vec<&str> = error.field_errors().iter().map(|one| one.path.as_str()).collect();
    assert_eq!(told, ["kind", "institution", "subject", "text"]);
    drop(tx);
    // Who is signed in may name their own code.
    sent(&db, &anna(), SendEnquiry { text: code, ..good.clone() }).await.unwrap();
    let mut tx = db.writing(&Caller::anonymous()).await;
    let short = SendEnquiry { reference: "abc".into(), ..good.clone() };
    assert_eq!(send_enquiry(&mut tx, short).await.unwrap_err().key(), "bad-reference");
    let nothing = SendEnquiry { institution: None, subject: String::new(), text: String::new(), ..good.clone() };
    let error = send_enquiry(&mut tx, nothing).await.unwrap_err();
    let told: Vec<&str> = error.field_errors().iter().map(|field| field.path.as_str()).collect();
    assert_eq!(told, ["institution", "subject", "text"], "all of it at once");
    let unknown = SendEnquiry { service: Some("4711".into()), reference: "f".repeat(32), ..good };
    assert_eq!(send_enquiry(&mut tx, unknown).await.unwrap_err().kind(), ErrorKind::NotFound);
}

// req: POR-22
#[tokio::test]
async fn a_flood_of_letters_is_stopped_and_known_people_have_a_limit_of_their_own() {
    let db = db().await;
    for n in 0..60 {
        let mut tx = db.writing(&Caller::anonymous()).await;
        send_enquiry(&mut tx, question(&db, &format!("{n:032x}")).await).await.unwrap();
        tx.commit().await.unwrap();
    }
    let mut tx = db.writing(&Caller::anonymous()).await;
    let refused = send_enquiry(&mut tx, question(&db, REFERENCE).await).await.unwrap_err();
    assert_eq!((refused.kind(), refused.key()), (ErrorKind::RateLimited, "enquiry-too-many"));
    drop(tx);
    for n in 100..160 {
        sent(&db, &anna(), question(&db, &format!("{n:032x}")).await).await.unwrap();
    }
    let one_more = sent(&db, &anna(), question(&db, REFERENCE).await).await.unwrap_err();
    assert_eq!(one_more.kind(), ErrorKind::RateLimited);
}

// req: POR-05, PRF-03
#[tokio::test]
async fn the_institution_answers_on_the_record_and_the_writer_reads_and_rates_it() {
    let db = db().await;
    let letter = sent(&db, &anna(), question(&db, REFERENCE).await).await.unwrap();
    let id = letter.line.id;
    let officer = officer(&db, "VSAA").await;
    let mut tx = db.writing(&officer).await;
    assert_eq!(open_enquiry(&mut tx, id).await.unwrap().text, letter.text);
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::engine()).await;
    let views = access_views(&tx, PersonId::new(Uuid::from_u128(1)), &PageRequest::first(5)).await.unwrap().items;
    assert_eq!((views.len(), views[0].what.as_str(), views[0].purpose.as_str()), (1, "enquiry", "answer-enquiry"));
    drop(tx);
    let answer = |revision, text: &str| AnswerEnquiry { id, revision, answer: text.to_owned() };
    let mut tx = db.writing(&officer).await;
    let empty = answer_enquiry(&mut tx, answer(1, " ")).await.unwrap_err();
    assert_eq!(empty.field_errors()[0].key, "enquiry-answer");
    assert_eq!(answer_enquiry(&mut tx, answer(7, "Rīt.")).await.unwrap_err().kind(), ErrorKind::Stale);
    let rated = RateEnquiry { which: Which::Own(id), helpful: true };
    answer_enquiry(&mut tx, answer(1, "Rīt.")).await.unwrap();
    assert_eq!(answer_enquiry(&mut tx, answer(2, "Vēl.")).await.unwrap_err().key(), "enquiry-answered");
    tx.commit().await.unwrap();
    let mut tx = db.writing(&anna()).await;
    let read = own_enquiry(&tx, id).await.unwrap();
    assert_eq!((read.answer.as_deref(), read.line.state), (Some("Rīt."), EnquiryState::Answered));
    rate_enquiry(&mut tx, rated.clone()).await.unwrap();
    assert_eq!(rate_enquiry(&mut tx, rated).await.unwrap_err().key(), "enquiry-rated");
    assert_eq!(own_enquiries(&tx, &PageRequest::first(5)).await.unwrap().items.len(), 1);
}

// req: POR-05
#[tokio::test]
async fn a_letter_that_belongs_elsewhere_is_passed_on_and_gone_from_here() {
    let db = db().await;
    let letter = sent(&db, &Caller::anonymous(), question(&db, REFERENCE).await).await.unwrap();
    let id = letter.line.id;
    let (vsaa, nva) = (officer(&db, "VSAA").await, officer(&db, "NVA").await);
    let to = institution(&db, "NVA").await;
    let pass = |to, reason: &str| ForwardEnquiry { id, revision: 1, to, reason: reason.to_owned() };
    let mut tx = db.writing(&nva).await;
    assert_eq!(open_enquiry(&mut tx, id).await.unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(forward_enquiry(&mut tx, pass(Some(to), "Jums")).await.unwrap_err().kind(), ErrorKind::NotFound);
    drop(tx);
    let mut tx = db.writing(&vsaa).await;
    let own = institution(&db, "VSAA").await;
    for (to, fields) in [(None, vec!["institution", "reason"]), (Some(own), vec!["institution", "reason"])] {
        let error = forward_enquiry(&mut tx, pass(to, "")).await.unwrap_err();
        assert_eq!(error.field_errors().iter().map(|one| one.path.as_str()).collect::<Vec<_>>(), fields);
    }
    let centre = institution(&db, "VPVKAC-CESIS").await;
    let refused = forward_enquiry(&mut tx, pass(Some(centre), "Uz to atbild centrs.")).await.unwrap_err();
    assert_eq!(refused.field_errors()[0].key, "enquiry-no-letters");
    forward_enquiry(&mut tx, pass(Some(to), "Uz to atbild NVA.")).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.writing(&vsaa).await;
    assert_eq!(open_enquiry(&mut tx, id).await.unwrap_err().kind(), ErrorKind::NotFound);
    drop(tx);
    let tx = db.reading(&nva).await;
    let open = enquiries(&tx, EnquiryState::Open, &PageRequest::first(5)).await.unwrap().items;
    assert_eq!((open.len(), open[0].due_at), (1, letter.line.due_at));
    let read = enquiry_by_reference(&tx, REFERENCE).await.unwrap();
    assert_eq!(read.forwarded, Some((own, "Uz to atbild NVA.".to_owned())));
    let auditor = Caller::staff(PersonId::new(Uuid::from_u128(5)), Role::Auditor, own);
    assert_eq!(
        enquiries(&db.reading(&auditor).await, EnquiryState::Open, &PageRequest::first(5)).await.unwrap().items.len(),
        1
    );
}

// req: POR-22, OPS-06
#[tokio::test]
async fn what_is_about_a_service_goes_to_its_holder_and_the_term_of_the_law_is_watched() {
    let db = db().await;
    let complaint = SendEnquiry {
        kind: Some(EnquiryKind::Complaint),
        institution: None,
        service: Some("1007".to_owned()),
        ..question(&db, REFERENCE).await
    };
    let letter = sent(&db, &Caller::anonymous(), complaint).await.unwrap();
    let service = catalogue::service(&db.reading(&Caller::engine()).await, "1007").await.unwrap();
    assert_eq!(letter.line.institution, service.holder);
    assert!(letter.line.due_at > letter.line.received_at + TimeDelta::days(27));
    // Seven working days, of which none is before the second Monday.
    let question = sent(&db, &anna(), question(&db, &"a".repeat(32)).await).await.unwrap();
    let term = question.line.due_at - question.line.received_at;
    assert!(term >= TimeDelta::days(8) && term <= TimeDelta::days(14), "{term}");
    let late = async || {
        let mut tx = db.writing(&Caller::engine()).await;
        enquiry_overdue(&mut tx, letter.line.id).await.unwrap();
        tx.commit().await.unwrap();
        let tx = db.reading(&Caller::engine()).await;
        let events = events_of_stream(&tx, &Stream::new("enquiry", letter.line.id.uuid()), 0, 50).await.unwrap();
        events.iter().filter(|event| event.kind == ENQUIRY_OVERDUE).count()
    };
    assert_eq!(late().await, 0);
    db.test_clock().set(letter.line.due_at + TimeDelta::seconds(1));
    assert_eq!(late().await, 1);
}
