//! Who acts for the company, and letting one more person in.

use std::fmt;

use axum::extract::Query;
use chrono::NaiveDate;
use identity::Representative;
use kernel::{Locale, Result};
use serde::{Deserialize, Serialize};
use storage::Read;
use web_kit::{Answer, FormErrors, Template, Visit};

use crate::names::{After, next_url, page_request};
use crate::own::company;

#[derive(Debug, Serialize)]
struct Line {
    /// Where it is changed; none for management, whose right comes from the register of enterprises.
    href: Option<String>,
    name: String,
    /// Masked.
    code: Option<String>,
    ground: &'static str,
    /// How many services; none for all.
    services: Option<usize>,
    since: NaiveDate,
    me: bool,
}

/// What the form sends and shows. `Debug` hides it.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct Typed {
    #[serde(default)]
    pub(super) code: String,
    #[serde(default)]
    pub(super) family_name: String,
}

impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Typed(…)")
    }
}

/// Context of `representatives/list.html`.
#[derive(Debug, Serialize)]
pub(crate) struct ListPage {
    company: String,
    people: Vec<Line>,
    typed: Typed,
    errors: FormErrors,
    first: Option<String>,
    next: Option<String>,
}

/// `GET /representatives`
pub(crate) async fn list(visit: Visit, Query(query): Query<After>) -> Answer {
    let tx = visit.read().await?;
    let page = ListPage::load(&tx, &visit, query.after.as_deref(), Typed::default(), FormErrors::none()).await?;
    visit.render(&page)
}

impl ListPage {
    pub(super) async fn load(
        tx: &Read,
        visit: &Visit,
        after: Option<&str>,
        typed: Typed,
        errors: FormErrors,
    ) -> Result<Self> {
        let page = identity::representatives(tx, &page_request(after)?).await?;
        let line = |one: Representative| Line {
            href: (!one.ground.is_management()).then(|| visit.url(&format!("/representatives/{}", one.id))),
            services: one.remit.codes().map(|codes| codes.len()),
            ground: one.ground.as_str(),
            name: one.name,
            code: one.code,
            since: one.since,
            me: one.me,
        };
        Ok(Self {
            company: company(visit),
            next: next_url(visit, "/representatives", "", page.next.as_ref()),
            people: page.items.into_iter().map(line).collect(),
            first: after.map(|_| visit.url("/representatives")),
            typed,
            errors,
        })
    }
}

impl Template for ListPage {
    const NAME: &'static str = "citizen/representatives/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let line = |name: &str, ground, services, me: bool| Line {
            href: (!me).then(|| format!("/{locale}/representatives/1")),
            name: name.to_owned(),
            code: Some("32••••-•••48".to_owned()),
            ground,
            services,
            since: NaiveDate::default(),
            me,
        };
        let sample = |typed, errors, next: Option<&str>| Self {
            company: "SIA „Rīta Rasa”".to_owned(),
            people: vec![
                line("Līga Krūmiņa", "board-member", None, true),
                line("Edgars Apse <x>", "authorised", Some(2), false),
                line("Jānis Ozols", "authorised", Some(0), false),
                line("Anna Bērziņa", "authorised", None, false),
            ],
            typed,
            errors,
            first: next.map(str::to_owned),
            next: next.map(str::to_owned),
        };
        let mut errors = FormErrors::none();
        for field in ["code", "family_name"] {
            errors.add(Some(field), "Šeit kaut kas nav pareizi.");
        }
        let typed = Typed { code: "1".to_owned(), family_name: "Ozols".to_owned() };
        vec![sample(Typed::default(), FormErrors::none(), Some("/a")), sample(typed, errors, None)]
    }
}
