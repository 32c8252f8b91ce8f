//! Two who act at the same time: the first commits when the second already waits for it.

use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use std::time::Duration;
use storage::Write;
use tokio::time::sleep;

/// So often it is looked whether somebody waits before nobody is expected to.
const LOOKS: u32 = 60;
/// Between two looks.
const BETWEEN: Duration = Duration::from_millis(5);

/// Commits a unit of work when another one, driven at the same time (`tokio::join!`), has read the state before it: on
/// PostgreSQL once that waits for a row that this one has changed, else, and on SQLite, where it cannot begin before this
/// one is done, after a third of a second.
///
/// # Panics
/// When the database does not answer; a test cannot go on then.
#[expect(clippy::expect_used, reason = "a test stops here")]
pub async fn kept_late(tx: Write) {
    let asks = tx.conn().get_database_backend() == DbBackend::Postgres;
    for _ in 0..LOOKS {
        if asks && somebody_waits(&tx).await {
            break;
        }
        sleep(BETWEEN).await;
    }
    tx.commit().await.expect("what was written late is kept");
}

#[expect(clippy::expect_used, reason = "a test stops here")]
async fn somebody_waits(tx: &Write) -> bool {
    let asked = "SELECT count(*) AS waiting FROM pg_locks WHERE NOT granted";
    let asked = Statement::from_string(DbBackend::Postgres, asked);
    let row = tx.conn().query_one_raw(asked).await.expect("the locks").expect("a count");
    row.try_get::<i64>("", "waiting").expect("a number") > 0
}
