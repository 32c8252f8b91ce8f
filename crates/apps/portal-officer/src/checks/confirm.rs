//! Confirms the descriptions that were ticked, all or none.

use super::ChecksPage;
use crate::parts::form_errors;
use catalogue::ConfirmCheck;
use kernel::{Error, ErrorKind, Result};
use web_kit::{Answer, Fields, Visit};

/// Confirms and leads back to what is left.
pub async fn confirm(visit: Visit, sent: Fields) -> Answer {
    let visit = visit.shown_at("/work/checks");
    match keep(&visit, &sent).await {
        Ok(()) => visit.redirect("/work/checks?done=checks-confirmed"),
        Err(error) => again(&visit, &sent, error).await,
    }
}

async fn keep(visit: &Visit, sent: &Fields) -> Result<()> {
    let ticked: Vec<ConfirmCheck> = sent.all("confirm").map(read).collect::<Result<_>>()?;
    if ticked.is_empty() {
        return Err(Error::invalid("form-has-errors").field("confirm", "checks-none"));
    }
    let mut tx = visit.write().await?;
    for input in ticked {
        catalogue::confirm_check(&mut tx, input).await?;
    }
    tx.commit().await
}

/// `1007:2`: code and version, as the page wrote them.
fn read(value: &str) -> Result<ConfirmCheck> {
    let parts = value.split_once(':').and_then(|(code, version)| Some((code.to_owned(), version.parse().ok()?)));
    let (code, version) = parts.ok_or_else(|| Error::not_found("service"))?;
    Ok(ConfirmCheck { code, version })
}

/// The page again: nothing was ticked, or somebody changed a description meanwhile.
async fn again(visit: &Visit, sent: &Fields, error: Error) -> Answer {
    if !matches!(error.kind(), ErrorKind::Invalid | ErrorKind::Stale | ErrorKind::Conflict) {
        return Err(error.into());
    }
    let errors = form_errors(visit, error)?;
    let tx = visit.read().await?;
    let own = visit.caller().require_institution()?;
    let mut page = ChecksPage::read(visit, &tx, own, &Fields::default()).await?;
    page.errors = errors;
    page.ticked = sent.all("confirm").map(str::to_owned).collect();
    visit.render_invalid(&page)
}
