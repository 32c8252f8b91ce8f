//! Tests of this module.
mod policy;
mod postgres;
mod writing;

use crate::{Enquiry, EnquiryKind, SendEnquiry, enquiry_by_reference, send_enquiry};
use kernel::{Caller, Error, InstitutionId, Locale, PersonId, Role};
use test_support::TestDb;
use uuid::Uuid;

const REFERENCE: &str = "0123456789abcdef0123456789abcdef";

async fn filled(db: TestDb) -> TestDb {
    let mut tx = db.writing(&Caller::engine()).await;
    catalogue::install_pilot_register(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    db
}

async fn db() -> TestDb {
    filled(TestDb::sqlite().await).await
}

async fn institution(db: &TestDb, code: &str) -> InstitutionId {
    institutions::by_code(&db.reading(&Caller::engine()).await, code).await.unwrap().unwrap().id
}

async fn officer(db: &TestDb, code: &str) -> Caller {
    Caller::staff(PersonId::new(Uuid::from_u128(9)), Role::Officer, institution(db, code).await)
}

fn anna() -> Caller {
    Caller::client(PersonId::new(Uuid::from_u128(1)))
}

/// A question to VSAA.
async fn question(db: &TestDb, reference: &str) -> SendEnquiry {
    SendEnquiry {
        kind: Some(EnquiryKind::Question),
        institution: Some(institution(db, "VSAA").await),
        service: None,
        subject: "Termiņš".to_owned(),
        text: "Kad saņemšu pensijas izziņu?".to_owned(),
        language: Locale::Lv,
        reference: reference.to_owned(),
    }
}

async fn sent(db: &TestDb, who: &Caller, input: SendEnquiry) -> Result<Enquiry, Error> {
    let reference = input.reference.clone();
    let mut tx = db.writing(who).await;
    send_enquiry(&mut tx, input).await?;
    tx.commit().await.unwrap();
    enquiry_by_reference(&db.reading(who).await, &reference).await
}
