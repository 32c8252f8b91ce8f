//! Tests of the module: each opens a migrated database of its own.
mod branches;
mod memberships;
mod norms;
mod places;
mod policy;
mod record;
mod reference;

use crate::install_reference_data;
use kernel::{Caller, PersonId};
use test_support::TestDb;
use uuid::Uuid;

/// A database with the reference institutions.
async fn db() -> TestDb {
    db_on(TestDb::sqlite().await).await
}

/// The same on an empty database.
async fn db_on(db: TestDb) -> TestDb {
    let mut tx = db.writing(&Caller::engine()).await;
    install_reference_data(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    db
}

/// Person number `n`.
fn person(n: u128) -> PersonId {
    PersonId::new(Uuid::from_u128(n))
}
