//! The values of a kind that has many: institutions and municipalities.

use axum::extract::Path;
use catalogue::CategoryKind;
use kernel::{Error, InstitutionId, Locale, Result};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Template, Visit};

use crate::own::{municipalities, sort_key};

/// A value to browse by.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Value {
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) count: Option<i64>,
}

/// Context of `browse/values.html`.
#[derive(Debug, Serialize)]
pub(crate) struct ValuesPage {
    kind: &'static str,
    values: Vec<Value>,
}

/// `GET /browse/{kind}`
pub(crate) async fn values(visit: Visit, Path(kind): Path<String>) -> Answer {
    let tx = visit.read().await?;
    let page = match kind.as_str() {
        "institution" => ValuesPage { kind: "institution", values: holders(&tx, &visit).await? },
        "municipality" => ValuesPage { kind: "municipality", values: places(&tx, &visit).await? },
        "theme" | "channel" | "clients" => return visit.redirect("/browse"),
        _ => return Err(Error::not_found("category").into()),
    };
    visit.render(&page)
}

/// Institutions that answer for services, with how many, by name.
async fn holders(tx: &Read, visit: &Visit) -> Result<Vec<Value>> {
    let counts = catalogue::category_counts(tx, CategoryKind::Holder).await?;
    let ids: Vec<InstitutionId> = counts.iter().filter_map(|count| count.value.parse().ok()).collect();
    let names = institutions::names_of(tx, &ids).await?;
    let mut values = Vec::new();
    for count in counts {
        let Some((id, name)) = count.value.parse().ok().and_then(|id| Some((id, names.get(&id)?))) else { continue };
        let id: InstitutionId = id;
        values.push(Value {
            href: visit.url(&format!("/browse/institution/{id}")),
            name: name.get(visit.locale()).to_owned(),
            count: Some(count.services),
        });
    }
    values.sort_by_key(|value| sort_key(&value.name));
    Ok(values)
}

async fn places(tx: &Read, visit: &Visit) -> Result<Vec<Value>> {
    let all = municipalities(tx, visit.locale()).await?;
    let value = |one: institutions::Institution| {
        let atvk = one.atvk?;
        let name = one.name.get(visit.locale()).to_owned();
        Some(Value { href: visit.url(&format!("/browse/municipality/{atvk}")), name, count: None })
    };
    Ok(all.into_iter().filter_map(value).collect())
}

impl Template for ValuesPage {
    const NAME: &'static str = "citizen/browse/values.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let value = |name: &str, count| Value { href: format!("/{locale}/browse/x/y"), name: name.to_owned(), count };
        vec![
            Self { kind: "institution", values: vec![value("Valsts ieņēmumu dienests", Some(2))] },
            Self { kind: "municipality", values: vec![value("Ādažu novada pašvaldība", None)] },
            Self { kind: "institution", values: Vec::new() },
        ]
    }
}
