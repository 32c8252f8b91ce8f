//! Slow work away from the threads that serve requests.

use kernel::{Error, Result};

/// Does work that keeps a processor busy, such as looking into a file, on a thread where no request waits for it.
///
/// # Errors
/// Those of the work; internal `panic` when it panicked.
pub async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    // The cause is not kept: it quotes the words of a panic.
    tokio::task::spawn_blocking(work).await.map_err(|_| Error::internal("panic"))?
}
