//! `/work/institutions`: every institution, by kind.

use crate::parts::{Asked, Choice, Paging, choices, either, page_asked, word};
use institutions::{InstitutionFilter, InstitutionKind};
use kernel::{Locale, PageRequest};
use serde::Serialize;
use web_kit::{Answer, Fields, Template, Visit, percent};

/// Context of `work/institutions/list.html`.
#[derive(Debug, Clone, Serialize)]
pub struct InstitutionsPage {
    kinds: Vec<Choice>,
    kind: &'static str,
    rows: Vec<Row>,
    paging: Paging,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    code: String,
    /// Where its record is changed.
    href: String,
    name: String,
    kind: &'static str,
}

/// A page of the list.
pub async fn list(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = Fields(asked);
    let kind: Option<InstitutionKind> = word(&asked, "kind")?;
    let request = page_asked(&asked, PageRequest::MAX)?;
    let tx = visit.read().await?;
    let page = institutions::list(&tx, &InstitutionFilter { kind, parent: None }, &request).await?;
    let kind = kind.map_or("", InstitutionKind::as_str);
    let paging = Paging::at(&visit, &format!("/work/institutions?kind={kind}"), &request, &page);
    let rows = page.items.into_iter().map(|found| Row {
        name: found.name.get(visit.locale()).to_owned(),
        href: visit.url(&format!("/work/institutions/{}", percent(&found.code))),
        kind: found.kind.as_str(),
        code: found.code,
    });
    let kinds = choices(&visit, "institution-kind", InstitutionKind::ALL.iter().map(|kind| kind.as_str()));
    visit.render(&InstitutionsPage { kinds, kind, rows: rows.collect(), paging })
}

impl Template for InstitutionsPage {
    const NAME: &'static str = "work/institutions/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let href = |code: &str| format!("/{locale}/work/institutions/{code}");
        let row = |code: &str, name: String, kind| Row { code: code.to_owned(), href: href(code), name, kind };
        let rows = vec![
            row("LV-022", either(locale, "Cēsu novada pašvaldība", "Cēsis Municipality"), "municipality"),
            row(
                "VSAA",
                either(locale, "Valsts sociālās apdrošināšanas aģentūra", "Insurance Agency"),
                "state_institution",
            ),
        ];
        let kinds = vec![Choice::new("municipality", either(locale, "Pašvaldība", "Municipality"))];
        let paging = Paging { first: None, next: Some(format!("/{locale}/work/institutions?kind=&after=31")) };
        let whole = Self { kinds, kind: "", rows, paging };
        vec![Self { kind: "municipality", rows: Vec::new(), paging: Paging::default(), ..whole.clone() }, whole]
    }
}
