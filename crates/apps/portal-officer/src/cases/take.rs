//! Takes a certain case from the queue.

use axum::extract::Path;
use cases::CaseNumber;
use web_kit::{Answer, Fields, Visit};

/// Takes it and leads to it.
pub async fn take(visit: Visit, Path(number): Path<String>, _: Fields) -> Answer {
    let number: CaseNumber = number.parse()?;
    let mut tx = visit.write().await?;
    cases::take(&mut tx, &number).await?;
    tx.commit().await?;
    visit.redirect(&format!("/work/cases/{}?done=case-taken", number.slug()))
}
