//! Takes the most urgent case that nobody works on.

use web_kit::{Answer, Fields, Visit};

/// Takes it and leads to it; back to the queue when there is none.
pub async fn take_next(visit: Visit, _: Fields) -> Answer {
    let mut tx = visit.write().await?;
    let taken = cases::take_next(&mut tx).await?;
    tx.commit().await?;
    match taken {
        Some(number) => visit.redirect(&format!("/work/cases/{}?done=case-taken", number.slug())),
        None => visit.redirect("/work/desk?tab=team&done=nothing-to-take"),
    }
}
