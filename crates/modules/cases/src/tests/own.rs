//! What a client looks through: own cases with their files, and nobody else's.

use super::house::House;
use crate::{
    Ask, CaseNumber, Decide, Deliver, FileOrigin, Outcome, OwnCase, Purpose, ask, decide, deliver, open_case, own_case,
    own_cases_with_documents, own_file, own_waiting,
};
use documents::Document;
use kernel::{Caller, Channel, ErrorKind, PageRequest};

/// A small real PDF, enough for the check of the content.
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// The numbers, and the files that a client sees: their names, and how each came.
async fn seen(house: &House, caller: &Caller) -> Vec<(CaseNumber, Vec<(String, FileOrigin)>)> {
    let page = own_cases_with_documents(&house.db.reading(caller).await, &PageRequest::first(10)).await.unwrap();
    let named = |document: &Document| (document.file_name.clone(), FileOrigin::of(document));
    let files = |own: &OwnCase| own.documents.iter().map(named).collect();
    page.items.iter().map(|own| (own.case.number.clone(), files(own))).collect()
}

// req: POR-14, ACC-26
#[tokio::test]
async fn a_decision_is_among_own_files_from_its_delivery_on_and_never_among_anothers() {
    let house = House::build().await;
    let (number, revision) = house.taken().await;
    let file = Some(documents::inspect("lēmums.pdf", PDF.into(), 1 << 20).unwrap());
    let text = "Pabalsts piešķirts.".to_owned();
    let input = Decide { number: number.clone(), revision, outcome: Outcome::Granted, text, file };
    house.write(&house.officer(), async |tx| decide(tx, input).await).await.unwrap();
    assert_eq!(seen(&house, &house.anna()).await, [(number.clone(), Vec::new())], "not before it is delivered");
    let opened = house.write(&house.officer(), async |tx| open_case(tx, &number, Purpose::Handle).await).await.unwrap();
    let id = opened.documents[0].id;
    let early = own_file(&house.db.reading(&house.anna()).await, &number, id).await.unwrap_err();
    assert_eq!((early.kind(), early.key()), (ErrorKind::NotFound, "document"));
    let revision = house.revision(&number).await;
    let input = Deliver { number: number.clone(), revision, channel: Channel::Electronic };
    house.write(&house.officer(), async |tx| deliver(tx, input).await).await.unwrap();
    let (_, content) = own_file(&house.db.reading(&house.anna()).await, &number, id).await.unwrap();
    assert_eq!(content, PDF);
    let foreign = own_file(&house.db.reading(&house.janis()).await, &number, id).await.unwrap_err();
    assert_eq!((foreign.kind(), foreign.key()), (ErrorKind::NotFound, "case"));
    assert_eq!(seen(&house, &house.anna()).await, [(number, vec![("lēmums.pdf".to_owned(), FileOrigin::Decision)])]);
    assert!(seen(&house, &house.janis()).await.is_empty());
}

// req: POR-14
#[tokio::test]
async fn only_clients_look_through_own_cases() {
    let house = House::build().await;
    house.submitted().await;
    for (caller, kind) in [(Caller::anonymous(), ErrorKind::Unauthenticated), (house.officer(), ErrorKind::Forbidden)] {
        let tx = house.db.reading(&caller).await;
        let refused = own_cases_with_documents(&tx, &PageRequest::first(10)).await.unwrap_err();
        assert_eq!(refused.kind(), kind);
    }
}

// req: REG-03
#[tokio::test]
async fn a_case_that_waits_for_its_client_is_told_with_the_day_until_the_answer() {
    let house = House::build().await;
    let (number, revision) = house.taken().await;
    let waiting = async |caller: &Caller| own_waiting(&house.db.reading(caller).await, 10).await;
    assert!(waiting(&house.anna()).await.unwrap().is_empty());
    let question = "Kam pieder konts?".to_owned();
    let asking = Ask { number: number.clone(), revision, question, days: Some(5) };
    house.write(&house.officer(), async |tx| ask(tx, asking).await).await.unwrap();
    let due = own_case(&house.db.reading(&house.anna()).await, &number).await.unwrap().requests[0].answer_due;
    let told = waiting(&house.anna()).await.unwrap();
    assert_eq!(told.iter().map(|one| (&one.case.number, one.answer_due)).collect::<Vec<_>>(), [(&number, Some(due))]);
    assert!(waiting(&house.janis()).await.unwrap().is_empty(), "not another's");
    assert_eq!(waiting(&house.officer()).await.unwrap_err().kind(), ErrorKind::Forbidden);
}
