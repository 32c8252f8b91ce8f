//! Tests of storage, on both databases.

mod append;
mod claims;
mod late_commit;
mod tampering;

use crate::{Database, Expected, NewEvent, Settings, Stream, Write};
use kernel::{Caller, CountingIds, FixedClock, Ids as _};
use serde_json::json;
use std::sync::{Arc, OnceLock};
use test_support::TestPostgres;
use uuid::Uuid;

/// One cluster for the whole test binary.
fn cluster() -> &'static TestPostgres {
    static CLUSTER: OnceLock<TestPostgres> = OnceLock::new();
    CLUSTER.get_or_init(TestPostgres::start)
}
