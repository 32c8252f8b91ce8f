//! `/work/templates/{code}`: guidance, what is attached, how it differs.

use super::asked::template_code;
use super::page::{TemplatePage, TypedAttach};
use axum::extract::Path;
use web_kit::{Answer, Visit};

/// The page of a template.
pub async fn show(visit: Visit, Path(code): Path<String>) -> Answer {
    let tx = visit.read().await?;
    let page = TemplatePage::read(&visit, &tx, template_code(&code)?, TypedAttach::default()).await?;
    visit.render(&page)
}
