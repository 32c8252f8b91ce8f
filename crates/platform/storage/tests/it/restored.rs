//! A database that a backup was restored into, in another server: PostgreSQL counts transactions there from the beginning.

use crate::{append, stream};
use kernel::Caller;
use sea_orm::ConnectionTrait as _;
use storage::verify_log;
use test_support::TestDb;

const READER: &str = "restored";
const KINDS: [&str; 1] = ["case.noted"];

/// What a log from a server that has counted a million transactions more looks like here.
const FROM_ELSEWHERE: &str = "UPDATE events SET tx = tx + 1000000; UPDATE streams SET tx = tx + 1000000; \
    UPDATE readers SET tx = tx + 1000000";

pub async fn the_log_goes_on_in_another_server(db: &TestDb) {
    append(db, stream(1), 2).await;
    assert_eq!(delivered(db).await, 2);
    assert!(!db.continue_log().await.unwrap(), "it is of this server");
    append(db, stream(2), 1).await;
    db.for_migrations().execute_unprepared(FROM_ELSEWHERE).await.unwrap();

    assert!(db.continue_log().await.unwrap());
    assert!(!db.continue_log().await.unwrap(), "once is enough");
    append(db, stream(1), 1).await;
    append(db, stream(3), 1).await;
    assert_eq!(delivered(db).await, 3, "what waited and what is new");
    let report = verify_log(&db.reading(&Caller::engine()).await, |_| ()).await.unwrap();
    assert_eq!((report.events, report.breaks), (5, vec![]));
}

/// How many events the reader is brought until nothing waits any more; they come in the order of the log.
async fn delivered(db: &TestDb) -> usize {
    let mut seen = Vec::new();
    loop {
        let mut tx = db.writing(&Caller::engine()).await;
        let Some(delivery) = tx.deliver(READER, &KINDS, 10).await.unwrap() else {
            // At once, so that nothing holds back the horizon.
            tx.commit().await.unwrap();
            break;
        };
        tx.delivered(READER, delivery.through).await.unwrap();
        tx.commit().await.unwrap();
        seen.extend(delivery.events.iter().map(|event| event.place));
    }
    assert!(seen.is_sorted(), "{seen:?}");
    seen.len()
}
