//! Institutions' systems send descriptions of their services.

pub mod answer;
pub mod conflict;
pub mod feed;
pub mod own;
pub mod put;
pub mod reading;
pub mod shapes;
pub mod withdraw;

use catalogue::{ReceiveService, Received};
use kernel::Result;
use storage::Write;
use web_kit::Visit;

/// Takes a description over; what it wrote is still to be committed. When another request registered the service in the same
/// moment, it is there at the second look, and this is a change of it or none.
///
/// # Errors
/// Those of [`catalogue::receive`]; unavailable when the database cannot be reached.
async fn receive(visit: &Visit, input: ReceiveService) -> Result<(Write, Received)> {
    let mut tx = visit.write().await?;
    match Box::pin(catalogue::receive(&mut tx, input.clone())).await {
        Err(error) if error.key() == "already-exists" => {}
        received => return Ok((tx, received?)),
    }
    drop(tx);
    let mut again = visit.write().await?;
    let received = Box::pin(catalogue::receive(&mut again, input)).await?;
    Ok((again, received))
}
