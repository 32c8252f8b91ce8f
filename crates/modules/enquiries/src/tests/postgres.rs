//! The same on PostgreSQL.

use super::{REFERENCE, anna, filled, officer, question, sent};
use crate::{AnswerEnquiry, EnquiryState, RateEnquiry, Which, answer_enquiry, enquiries, own_enquiries, rate_enquiry};
use kernel::PageRequest;
use test_support::{TestDb, TestPostgres};

// req: POR-22
#[tokio::test]
async fn letters_live_on_postgresql_too() {
    let cluster = TestPostgres::start();
    let db = filled(TestDb::postgres(&cluster).await).await;
    let letter = sent(&db, &anna(), question(&db, REFERENCE).await).await.unwrap();
    let officer = officer(&db, "VSAA").await;
    let mut tx = db.writing(&officer).await;
    assert_eq!(enquiries(&tx, EnquiryState::Open, &PageRequest::first(5)).await.unwrap().items.len(), 1);
    let input = AnswerEnquiry { id: letter.line.id, revision: 1, answer: "Rīt.".to_owned() };
    answer_enquiry(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.writing(&anna()).await;
    rate_enquiry(&mut tx, RateEnquiry { which: Which::Own(letter.line.id), helpful: true }).await.unwrap();
    assert_eq!(own_enquiries(&tx, &PageRequest::first(5)).await.unwrap().items[0].state, EnquiryState::Answered);
    tx.commit().await.unwrap();
}
