//! `/work/services`: what the institution answers for, and in which state each service is.

use crate::parts::{Asked, LINES, Paging, either, institution_name, page_asked};
use catalogue::{ServiceFilter, ServiceListItem, ServiceState};
use kernel::Locale;
use serde::Serialize;
use web_kit::{Answer, Fields, Template, Visit};

/// Context of `work/services/list.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ServicesPage {
    institution: String,
    rows: Vec<Row>,
    paging: Paging,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    code: String,
    pilot: Option<String>,
    name: String,
    /// The public page; drafts have none.
    href: Option<String>,
    state: &'static str,
    online: bool,
    imported: bool,
}

impl Template for ServicesPage {
    const NAME: &'static str = "work/services/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let row = |code: &str, state: &'static str, imported: bool| Row {
            code: code.to_owned(),
            pilot: (state == "open").then(|| "P.11".to_owned()),
            name: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            href: (state != "draft").then(|| format!("/{locale}/services/{code}")),
            state,
            online: state == "open",
            imported,
        };
        let rows = vec![row("1007", "open", false), row("1017", "draft", false), row("1018", "closed", true)];
        let institution = either(locale, "Valsts sociālās apdrošināšanas aģentūra", "State Social Insurance Agency");
        let empty = Self { institution: institution.clone(), rows: Vec::new(), paging: Paging::default() };
        let paging = Paging { first: None, next: Some(format!("/{locale}/work/services?after=31")) };
        vec![Self { institution, rows, paging }, empty]
    }
}

/// A page of the services.
pub async fn list(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    let institution = visit.caller().require_institution()?;
    let request = page_asked(&Fields(asked), LINES)?;
    let states = ServiceState::ALL.to_vec();
    let filter = ServiceFilter { states, holder: Some(institution), client_circle: None, internal: true };
    let page = catalogue::list_services(&tx, &filter, &request).await?;
    let here = |after: Option<&kernel::Cursor>| {
        visit
            .url(&after.map_or("/work/services".to_owned(), |after| format!("/work/services?after={}", after.as_str())))
    };
    visit.render(&ServicesPage {
        institution: institution_name(&tx, visit.locale(), institution).await?,
        paging: Paging::new(&request, &page, here),
        rows: page.items.into_iter().map(|item| row(&visit, item)).collect(),
    })
}

fn row(visit: &Visit, item: ServiceListItem) -> Row {
    Row {
        href: (item.state != ServiceState::Draft).then(|| visit.url(&format!("/services/{}", item.code))),
        code: item.code,
        pilot: item.pilot,
        name: item.name.get(visit.locale()).to_owned(),
        state: item.state.as_str(),
        online: item.form_key.is_some(),
        imported: item.imported,
    }
}
