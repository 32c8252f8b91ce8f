//! What the tests share: the demonstration's institutions, services and invented people, and the usual acts.

use crate::{CaseNumber, Origin, Purpose, SubmitCase, open_case, submit, take_next};
use forms::Answers;
use kernel::{ApiClientId, Caller, Channel, InstitutionId, PersonId, Result, Role};
use test_support::TestDb;
use uuid::Uuid;

pub struct House {
    pub db: TestDb,
    pub vsaa: InstitutionId,
    /// Code of the childbirth benefit.
    pub benefit: String,
}

pub const ANNA: u128 = 0xa1;
pub const JANIS: u128 = 0xa2;
pub const OFFICER: u128 = 0xb1;

pub fn person(n: u128) -> PersonId {
    PersonId::new(Uuid::from_u128(n))
}

async fn fill(db: &TestDb) {
    let mut tx = db.writing(&Caller::engine()).await;
    catalogue::install_pilot_register(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

impl House {
    pub async fn build() -> Self {
        Self::found(TestDb::filled("pilot-services", fill).await).await
    }

    /// The same on an empty database.
    pub async fn build_on(db: TestDb) -> Self {
        fill(&db).await;
        Self::found(db).await
    }

    async fn found(db: TestDb) -> Self {
        let tx = db.reading(&Caller::engine()).await;
        let vsaa = institutions::by_code(&tx, "VSAA").await.unwrap().unwrap().id;
        let filter = catalogue::ServiceFilter::default();
        let all = catalogue::list_services(&tx, &filter, &kernel::PageRequest::first(100)).await.unwrap();
        let of_form = async |key: &str| {
            for item in &all.items {
                let service = catalogue::service(&tx, &item.code).await.unwrap();
                if service.form_key.as_deref() == Some(key) {
                    return service.code.clone();
                }
            }
            panic!("no service with the form {key}");
        };
        let benefit = of_form("childbirth-benefit").await;
        Self { db, vsaa, benefit }
    }

    pub fn anna(&self) -> Caller {
        Caller::client(person(ANNA))
    }

    pub fn janis(&self) -> Caller {
        Caller::client(person(JANIS))
    }

    pub fn officer(&self) -> Caller {
        self.officer_number(0)
    }

    pub fn officer_number(&self, n: u128) -> Caller {
        Caller::staff(person(OFFICER + n), Role::Officer, self.vsaa)
    }

    pub fn system(&self) -> Caller {
        Caller::api_client(ApiClientId::new(Uuid::from_u128(0xc1)), self.vsaa)
    }

    pub fn foreign_officer(&self) -> Caller {
        Caller::staff(person(0xb9), Role::Officer, InstitutionId::new(Uuid::from_u128(0xd1)))
    }

    pub fn request(&self, key: Option<&str>) -> SubmitCase {
        SubmitCase {
            origin: Origin::Answers { service: self.benefit.clone(), answers: answers() },
            channel: Channel::Electronic,
            idempotency_key: key.map(str::to_owned),
        }
    }

    /// Anna's request, received.
    pub async fn submitted(&self) -> CaseNumber {
        self.write(&self.anna(), async |tx| submit(tx, self.request(None)).await).await.unwrap().number
    }

    /// Anna's request, taken by the officer; with its revision.
    pub async fn taken(&self) -> (CaseNumber, i64) {
        let number = self.submitted().await;
        let taken = self.write(&self.officer(), async |tx| take_next(tx).await).await.unwrap();
        assert_eq!(taken, Some(number.clone()));
        (number.clone(), self.revision(&number).await)
    }

    pub async fn revision(&self, number: &CaseNumber) -> i64 {
        let open = self.write(&self.officer(), async |tx| open_case(tx, number, Purpose::Handle).await).await;
        open.unwrap().case.revision
    }

    /// One unit of work of one caller, committed when it succeeds.
    pub async fn write<T>(
        &self,
        caller: &Caller,
        work: impl AsyncFnOnce(&mut storage::Write) -> Result<T>,
    ) -> Result<T> {
        let mut tx = self.db.write(caller).await?;
        let value = work(&mut tx).await?;
        tx.commit().await?;
        Ok(value)
    }
}

/// A complete, valid application for the childbirth benefit.
pub fn answers() -> Answers {
    forms::example("childbirth-benefit").unwrap()
}
