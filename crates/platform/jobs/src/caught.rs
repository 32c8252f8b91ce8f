//! Work that panics is work that failed.

use futures::FutureExt as _;
use kernel::{Error, Result};
use std::panic::AssertUnwindSafe;

/// What came of the work of a reader or a timer; a panic is a failure like others, tried again and set aside. Else it would
/// end the task that all timers share, or the reader, without a word until the next start. What the work changed goes with
/// its unit of work. The words of the panic are not kept, they may quote somebody's data; the log tells where it happened.
pub async fn caught<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    AssertUnwindSafe(work).catch_unwind().await.unwrap_or_else(|_| Err(Error::internal("panicked")))
}
