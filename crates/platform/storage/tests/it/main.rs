//! The spine on both databases: every scenario runs on SQLite by itself and on one PostgreSQL cluster together.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod append;
mod claims;
mod embedded;
mod late_commit;
mod log;
mod readers;
mod restarts;
mod restored;
mod tampering;
mod together;

use kernel::{Caller, PersonId};
use serde_json::json;
use storage::{Expected, NewEvent, Stream, Write};
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

/// A stream of its own for number `n`.
fn stream(n: u128) -> Stream {
    Stream::new("case", Uuid::from_u128(n))
}

fn person(n: u128) -> PersonId {
    PersonId::new(Uuid::from_u128(n))
}

fn fact(n: i64) -> NewEvent {
    NewEvent::new("case.noted", 1, &json!({ "n": n })).unwrap()
}

/// Appends `count` facts to a stream in a unit of work of its own.
async fn append(db: &TestDb, stream: Stream, count: i64) {
    let mut tx: Write = db.writing(&Caller::engine()).await;
    tx.append(stream, Expected::Any, (1..=count).map(fact).collect()).await.unwrap();
    tx.commit().await.unwrap();
}

macro_rules! on_both {
    ($($module:ident::$scenario:ident),* $(,)?) => {
        $(
            #[tokio::test]
            async fn $scenario() {
                $module::$scenario(&TestDb::sqlite().await).await;
            }
        )*

        /// All scenarios again, each in its own database of one cluster.
        // req: AUD-01, AUD-02, REG-03
        #[tokio::test]
        async fn everything_holds_on_postgres_too() {
            let cluster = TestPostgres::start();
            $($module::$scenario(&TestDb::postgres(&cluster).await).await;)*
            late_commit::a_late_commit_is_not_skipped(&TestDb::postgres(&cluster).await).await;
            late_commit::a_cursor_does_not_pass_a_late_commit(&TestDb::postgres(&cluster).await).await;
            late_commit::a_stream_is_read_in_sequence(&TestDb::postgres(&cluster).await).await;
            restored::the_log_goes_on_in_another_server(&TestDb::postgres(&cluster).await).await;
            restarts::a_server_that_only_reads_is_an_outage_and_no_defect(&TestDb::postgres(&cluster).await).await;
            restarts::connections_that_the_server_ended_are_passed_over(&TestDb::postgres(&cluster).await).await;
        }
    };
}

on_both! {
    append::a_stream_counts_from_one,
    append::a_stale_writer_is_refused,
    append::rows_that_wait_are_seen,
    append::a_refused_row_spoils_the_unit_of_work,
    append::nothing_is_kept_without_commit,
    append::a_reader_cannot_write,
    append::values_come_back_as_they_went,
    claims::the_same_request_twice_is_one_act,
    claims::old_keys_are_forgotten_in_portions,
    claims::numbers_are_never_given_twice,
    claims::a_timer_is_claimed_by_one,
    claims::a_timer_that_was_set_anew_is_not_moved_by_a_failure,
    claims::a_view_is_on_the_record,
    log::nothing_is_missing_or_out_of_order,
    log::a_reader_is_brought_all_that_matters_to_it,
    readers::what_does_not_matter_is_passed_over,
    readers::a_batch_is_delivered_once,
    readers::a_failing_event_is_set_aside,
    readers::an_outage_of_ones_own_is_waited_for,
    readers::what_was_set_aside_before_is_set_aside_again,
    readers::a_failure_that_is_noted_late_brings_nothing_twice,
    readers::what_failed_is_forgotten_when_it_goes_well,
    together::workers_share_a_reader,
    together::workers_share_timers,
    together::a_read_sees_one_state,
    tampering::streams_of_several_pages_are_looked_at_once,
    tampering::every_kind_of_tampering_is_found,
}
