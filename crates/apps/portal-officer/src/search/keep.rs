//! The answer to a rule that was sent.

use super::page::SearchPage;
use crate::parts::form_errors;
use kernel::{ErrorKind, Result};
use web_kit::{Answer, Fields, Visit};

/// Leads back to the list of rules; where one cannot be kept, the page again with what is wrong, and with what was typed, which
/// `with_typed` puts into it.
pub async fn answer(visit: Visit, kept: Result<()>, with_typed: impl FnOnce(SearchPage) -> SearchPage) -> Answer {
    let Err(error) = kept else { return visit.redirect("/work/search?done=search-rule") };
    if !matches!(error.kind(), ErrorKind::Invalid | ErrorKind::Stale) {
        return Err(error.into());
    }
    let visit = visit.shown_at("/work/search");
    let errors = form_errors(&visit, error)?;
    let tx = visit.read().await?;
    let page = SearchPage::read(&visit, &tx, &Fields::default()).await?;
    visit.render_invalid(&with_typed(SearchPage { errors, ..page }))
}
