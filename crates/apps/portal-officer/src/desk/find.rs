//! The search box: a case number leads to its case.

use crate::parts::Asked;
use http::StatusCode;
use kernel::{ErrorKind, Locale};
use serde::Serialize;
use web_kit::{Answer, Fields, Template, Visit};

/// Of what was looked for so much is given back.
const GIVEN_BACK: usize = 40;

/// Context of `work/desk/find.html`: no case has the number.
#[derive(Debug, Clone, Serialize)]
pub struct FindPage {
    /// What was typed, to be corrected.
    sought: String,
}

impl Template for FindPage {
    const NAME: &'static str = "work/desk/find.html";

    fn samples(_: Locale) -> Vec<Self> {
        vec![Self { sought: "1007 <42>".to_owned() }]
    }
}

/// To the case with the number asked for; one that the institution does not have is given back to be corrected.
pub async fn find(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = Fields(asked);
    let sought = asked.text("q").trim();
    if sought.is_empty() {
        return visit.redirect("/work/desk");
    }
    let tx = visit.read().await?;
    match cases::find_number(&tx, sought).await {
        Ok(number) => visit.redirect(&format!("/work/cases/{}", number.slug())),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let page = FindPage { sought: sought.chars().take(GIVEN_BACK).collect() };
            visit.render_with(StatusCode::NOT_FOUND, &page)
        }
        Err(error) => Err(error.into()),
    }
}
