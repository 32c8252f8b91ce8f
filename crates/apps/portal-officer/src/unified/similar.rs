//! `/work/templates/similar`: services that look alike, side by side (UNI-05).

use crate::parts::{Asked, Choice, Paging, choices, either, page_asked, word};
use catalogue::{Representative, ServiceListItem, SimilarFilter, SimilarKind, SimilarPair, SimilarState};
use kernel::{InstitutionId, LangText, Locale, Result};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Read;
use web_kit::{Answer, Fields, Template, Visit};

/// Pairs on one page.
const PAIRS: u64 = 10;

/// Context of `work/unified/similar.html`.
#[derive(Debug, Clone, Serialize)]
pub struct SimilarPage {
    pairs: Vec<Pair>,
    states: Vec<Choice>,
    state: &'static str,
    kinds: Vec<Choice>,
    kind: String,
    paging: Paging,
}

#[derive(Debug, Clone, Serialize)]
struct Pair {
    left: End,
    right: End,
    /// Per cent.
    score: i32,
    reasons: Vec<&'static str>,
    state: &'static str,
    /// The one template that both can be in: code, name and the service that is not yet in it.
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

#[derive(Debug, Clone, Serialize)]
struct Join {
    template: String,
    name: String,
    service: String,
}

/// A page of pairs.
pub async fn similar(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = Fields(asked);
    let state = word(&asked, "state")?.unwrap_or(SimilarState::Open);
    let kind: Option<SimilarKind> = word(&asked, "kind")?;
    let request = page_asked(&asked, PAIRS)?;
    let tx = visit.read().await?;
    let page = catalogue::similar_pairs(&tx, &SimilarFilter { state, kind }, &request).await?;
    let kind = kind.map(SimilarKind::as_str).unwrap_or_default();
    let path = format!("/work/templates/similar?state={}&kind={kind}", state.as_str());
    visit.render(&SimilarPage {
        paging: Paging::at(&visit, &path, &request, &page),
        pairs: pairs(&visit, &tx, page.items).await?,
        states: choices(&visit, "similar-state", SimilarState::ALL.iter().map(|word| word.as_str())),
        state: state.as_str(),
        kinds: choices(&visit, "similar-kind", SimilarKind::ALL.iter().map(|word| word.as_str())),
        kind: kind.to_owned(),
    })
}

async fn pairs(visit: &Visit, tx: &Read, pairs: Vec<SimilarPair>) -> Result<Vec<Pair>> {
    let holders: Vec<InstitutionId> = pairs.iter().flat_map(|pair| [pair.left.holder, pair.right.holder]).collect();
    let names = institutions::names_of(tx, &holders).await?;
    Ok(pairs.into_iter().map(|pair| shown(visit, &names, pair)).collect())
}

fn shown(visit: &Visit, names: &BTreeMap<InstitutionId, LangText>, pair: SimilarPair) -> Pair {
    let join = |family: &Representative, service: &ServiceListItem| Join {
        template: family.template.clone(),
        name: family.name.get(visit.locale()).to_owned(),
        service: service.code.clone(),
    };
    let join = match (&pair.left_family, &pair.right_family) {
        (Some(family), None) => Some(join(family, &pair.right)),
        (None, Some(family)) => Some(join(family, &pair.left)),
        _ => None,
    };
    let end = |item: ServiceListItem, family: Option<Representative>| End {
        href: visit.url(&format!("/services/{}", item.code)),
        name: item.name.get(visit.locale()).to_owned(),
        summary: item.summary.get(visit.locale()).to_owned(),
        holder: names.get(&item.holder).map(|name| name.get(visit.locale()).to_owned()).unwrap_or_default(),
        family: family.map(|family| family.template),
        code: item.code,
    };
    Pair {
        free: pair.left_family.is_none() && pair.right_family.is_none(),
        score: pair.score / 10,
        reasons: pair.reasons.iter().map(|reason| reason.as_str()).collect(),
        state: pair.state.as_str(),
        join,
        left: end(pair.left, pair.left_family),
        right: end(pair.right, pair.right_family),
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
        let pair = |state: &'static str, join: bool| Pair {
            left: end("1100", join.then_some("V106")),
            right: end("1120", None),
            score: 72,
            reasons: vec!["name", "law", "documents", "summary", "cofog", "kind"],
            state,
            join: join.then(|| Join {
                template: "V106".to_owned(),
                name: either(locale, "Koku ciršana", "Tree felling"),
                service: "1120".to_owned(),
            }),
            free: !join,
        };
        let page = |pairs: Vec<Pair>| Self {
            pairs,
            states: vec![Choice::new("open", either(locale, "Jāizlemj", "To decide"))],
            state: "open",
            kinds: vec![Choice::new("permit", either(locale, "Atļaujas", "Permits"))],
            kind: String::new(),
            paging: Paging { first: None, next: Some("/b".to_owned()) },
        };
        vec![
            page(vec![pair("open", false), pair("open", true), pair("dismissed", false), pair("merged", true)]),
            page(Vec::new()),
        ]
    }
}
