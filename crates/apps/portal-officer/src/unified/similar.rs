//! `/work/templates/similar`: services with what looks like them, each service once (UNI-05).

use crate::parts::{Asked, Choice, Paging, choices, either, page_asked, word};
use catalogue::{Representative, ServiceListItem, SimilarFilter, SimilarKind, SimilarPair, SimilarState};
use kernel::{InstitutionId, LangText, Locale, Result};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Read;
use web_kit::{Answer, Fields, Template, Visit};

/// Services on one page, each with the few that are like it.
const SERVICES: u64 = 10;

/// Context of `work/unified/similar.html`.
#[derive(Debug, Clone, Serialize)]
pub struct SimilarPage {
    groups: Vec<Group>,
    states: Vec<Choice>,
    state: &'static str,
    kinds: Vec<Choice>,
    kind: String,
    paging: Paging,
}

/// A service and what is like it.
#[derive(Debug, Clone, Serialize)]
struct Group {
    service: End,
    likes: Vec<Like>,
    /// The templates that it could be in, because what is like it is.
    joins: Vec<Join>,
}

#[derive(Debug, Clone, Serialize)]
struct Like {
    other: End,
    /// Per cent.
    score: i32,
    reasons: Vec<&'static str>,
    state: &'static str,
    /// The template of the service, which this one is not yet in.
    join: Option<Join>,
    /// Whether neither is in a template.
    free: bool,
}

#[derive(Debug, Clone, Serialize)]
struct End {
    code: String,
    name: String,
    summary: String,
    href: String,
    holder: String,
    /// Code of its template.
    family: Option<String>,
}

/// A service that can be attached to a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Join {
    template: String,
    service: String,
}

/// A page of services.
pub async fn similar(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = Fields(asked);
    let state = word(&asked, "state")?.unwrap_or(SimilarState::Open);
    let kind: Option<SimilarKind> = word(&asked, "kind")?;
    let request = page_asked(&asked, SERVICES)?;
    let tx = visit.read().await?;
    let page = catalogue::similar_pairs(&tx, &SimilarFilter { state, kind }, &request).await?;
    let kind = kind.map(SimilarKind::as_str).unwrap_or_default();
    let path = format!("/work/templates/similar?state={}&kind={kind}", state.as_str());
    visit.render(&SimilarPage {
        paging: Paging::at(&visit, &path, &request, &page),
        groups: groups(&visit, &tx, page.items).await?,
        states: choices(&visit, "similar-state", SimilarState::ALL.iter().map(|word| word.as_str())),
        state: state.as_str(),
        kinds: choices(&visit, "similar-kind", SimilarKind::ALL.iter().map(|word| word.as_str())),
        kind: kind.to_owned(),
    })
}

async fn groups(visit: &Visit, tx: &Read, pairs: Vec<SimilarPair>) -> Result<Vec<Group>> {
    let holders: Vec<InstitutionId> = pairs.iter().flat_map(|pair| [pair.left.holder, pair.right.holder]).collect();
    let names = institutions::names_of(tx, &holders).await?;
    let mut groups: Vec<Group> = Vec::new();
    for pair in pairs {
        let new = groups.last().is_none_or(|group| group.service.code != pair.right.code);
        if new {
            let service = end(visit, &names, &pair.right, pair.right_family.as_ref());
            groups.push(Group { service, likes: Vec::new(), joins: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            add(visit, &names, group, &pair);
        }
    }
    Ok(groups)
}

/// What is like the service of the group. Several that are in one template lead the service there once.
fn add(visit: &Visit, names: &BTreeMap<InstitutionId, LangText>, group: &mut Group, pair: &SimilarPair) {
    let join = |family: &Representative, service: &ServiceListItem| Join {
        template: family.template.clone(),
        service: service.code.clone(),
    };
    let open = pair.state == SimilarState::Open;
    let mut own = None;
    match (&pair.left_family, &pair.right_family) {
        (Some(family), None) if open => {
            let join = join(family, &pair.right);
            if !group.joins.contains(&join) {
                group.joins.push(join);
            }
        }
        (None, Some(family)) if open => own = Some(join(family, &pair.left)),
        _ => {}
    }
    group.likes.push(Like {
        other: end(visit, names, &pair.left, pair.left_family.as_ref()),
        score: pair.score / 10,
        reasons: pair.reasons.iter().map(|reason| reason.as_str()).collect(),
        state: pair.state.as_str(),
        join: own,
        free: open && pair.left_family.is_none() && pair.right_family.is_none(),
    });
}

fn end(
    visit: &Visit,
    names: &BTreeMap<InstitutionId, LangText>,
    item: &ServiceListItem,
    family: Option<&Representative>,
) -> End {
    End {
        href: visit.url(&format!("/services/{}", item.code)),
        name: item.name.get(visit.locale()).to_owned(),
        summary: item.summary.get(visit.locale()).to_owned(),
        holder: names.get(&item.holder).map(|name| name.get(visit.locale()).to_owned()).unwrap_or_default(),
        family: family.map(|family| family.template.clone()),
        code: item.code.clone(),
    }
}

impl Template for SimilarPage {
    const NAME: &'static str = "work/unified/similar.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let end = |code: &str, family: Option<&str>| End {
            code: code.to_owned(),
            name: either(locale, "Koku ciršanas atļauja <paraugs>", "Tree felling permit <example>"),
            summary: either(locale, "Saņemiet atļauju.", "Get a permit."),
            href: format!("/{locale}/services/{code}"),
            holder: either(locale, "Talsu novada pašvaldība", "Talsi Municipality"),
            family: family.map(str::to_owned),
        };
        let join = |service: &str| Join { template: "V106".to_owned(), service: service.to_owned() };
        let like = |state: &'static str, code: &str, family: Option<&str>, own: Option<Join>| Like {
            free: state == "open" && family.is_none() && own.is_none(),
            other: end(code, family),
            score: 72,
            reasons: vec!["name", "law", "documents", "summary", "cofog", "kind"],
            state,
            join: own,
        };
        let group = |code: &str, family: Option<&str>, likes: Vec<Like>, joins: Vec<Join>| Group {
            service: end(code, family),
            likes,
            joins,
        };
        let page = |groups: Vec<Group>| Self {
            groups,
            states: vec![Choice::new("open", either(locale, "Jāizlemj", "To decide"))],
            state: "open",
            kinds: vec![Choice::new("permit", either(locale, "Atļaujas", "Permits"))],
            kind: String::new(),
            paging: Paging { first: None, next: Some("/b".to_owned()) },
        };
        vec![
            page(vec![
                group(
                    "1128",
                    None,
                    vec![like("open", "1112", Some("V106"), None), like("open", "1113", None, None)],
                    vec![join("1128")],
                ),
                group("1120", Some("V106"), vec![like("open", "1100", None, Some(join("1100")))], Vec::new()),
                group("1121", None, vec![like("dismissed", "1100", None, None)], Vec::new()),
                group("1122", Some("V106"), vec![like("merged", "1120", Some("V106"), None)], Vec::new()),
            ]),
            page(Vec::new()),
        ]
    }
}
