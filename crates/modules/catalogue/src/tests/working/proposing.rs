//! What providers propose, and what holders answer.

use crate::tests::{contact, db, institution};
use crate::{answer_proposal, proposals_about, proposals_to, send_proposal};
use kernel::{Caller, ErrorKind, PageRequest, PersonId, Role};
use uuid::Uuid;

// req: CAT-32
#[tokio::test]
async fn a_centre_proposes_and_the_holder_answers_once() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let ilze =
        Caller::staff(PersonId::new(Uuid::from_u128(7)), Role::Specialist, institution(&db, "VPVKAC-CESIS").await);
    let mut tx = db.writing(&ilze).await;
    assert_eq!(send_proposal(&mut tx, "1007", " ").await.unwrap_err().field_errors()[0].path, "text");
    assert_eq!(send_proposal(&mut tx, "9", "x").await.unwrap_err().kind(), ErrorKind::NotFound);
    let id = send_proposal(&mut tx, "1007", " Klienti jautā par termiņu. ").await.unwrap();
    tx.commit().await.unwrap();
    let page = PageRequest::first(10);
    let waiting = proposals_to(&db.reading(&dace).await, false, &page).await.unwrap();
    assert_eq!((waiting.items.len(), waiting.items[0].text.as_str()), (1, "Klienti jautā par termiņu."));

    let mut tx = db.writing(&contact(&db, "NVA").await).await;
    assert_eq!(answer_proposal(&mut tx, id, "Nē").await.unwrap_err().kind(), ErrorKind::NotFound);
    drop(tx);
    let mut tx = db.writing(&ilze).await;
    assert_eq!(answer_proposal(&mut tx, id, "Nē").await.unwrap_err().kind(), ErrorKind::Forbidden);
    drop(tx);
    let mut tx = db.writing(&dace).await;
    assert_eq!(answer_proposal(&mut tx, id, "").await.unwrap_err().field_errors()[0].path, "answer");
    answer_proposal(&mut tx, id, "Labosim.").await.unwrap();
    assert_eq!(answer_proposal(&mut tx, id, "Vēl").await.unwrap_err().key(), "proposal-answered");
    assert_eq!(answer_proposal(&mut tx, Uuid::nil(), "Vēl").await.unwrap_err().kind(), ErrorKind::NotFound);
    tx.commit().await.unwrap();
    let seen = proposals_about(&db.reading(&ilze).await, "1007").await.unwrap();
    assert_eq!((seen.len(), seen[0].answer.as_deref()), (1, Some("Labosim.")));
    let tx = db.reading(&dace).await;
    assert_eq!(proposals_to(&tx, false, &page).await.unwrap().items.len(), 0);
    assert_eq!(proposals_to(&tx, true, &page).await.unwrap().items.len(), 1);
}

// req: CAT-32
#[tokio::test]
async fn who_does_not_provide_a_service_neither_proposes_nor_reads() {
    let db = db().await;
    let vsaa = institution(&db, "VSAA").await;
    let officer = Caller::staff(PersonId::new(Uuid::from_u128(8)), Role::Officer, vsaa);
    let stranger = Caller::staff(PersonId::new(Uuid::from_u128(9)), Role::Officer, institution(&db, "NVA").await);
    for who in [officer, stranger, Caller::client(PersonId::new(Uuid::from_u128(4)))] {
        let mut tx = db.writing(&who).await;
        assert_eq!(send_proposal(&mut tx, "1007", "x").await.unwrap_err().kind(), ErrorKind::Forbidden);
        assert_eq!(proposals_about(&tx, "1007").await.unwrap_err().kind(), ErrorKind::Forbidden);
    }
    let mut tx = db.writing(&Caller::anonymous()).await;
    assert_eq!(send_proposal(&mut tx, "1007", "x").await.unwrap_err().kind(), ErrorKind::Unauthenticated);
}
