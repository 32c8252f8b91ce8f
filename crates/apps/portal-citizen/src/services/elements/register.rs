//! Where the register puts a service: territory, clients, function of the state, other words for it.

use catalogue::{ClientCircle, Keywords, Territory};
use i18n::Args;
use kernel::{Locale, Result};
use serde::Serialize;
use service_words::function_name;
use storage::Read;
use web_kit::Visit;

use crate::own::{municipalities, sort_key};

/// So many municipalities stand in a line; more of them are folded.
const FEW: usize = 3;

/// A term with its value, or with many behind it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RegisterFact {
    pub(super) term: String,
    pub(super) value: String,
    pub(super) more: Vec<String>,
}

impl RegisterFact {
    /// With the words of `key`; none for an empty value.
    pub(crate) fn new(visit: &Visit, key: &str, value: impl Into<String>) -> Option<Self> {
        let value = value.into();
        (!value.is_empty()).then(|| Self { term: visit.text(key), value, more: Vec::new() })
    }
}

/// For whom it is, which function it serves (CAT-09, CAT-10), and what else people call it.
pub(crate) fn classes(visit: &Visit, circle: ClientCircle, cofog: &str, words: &Keywords) -> Vec<RegisterFact> {
    let words = if visit.locale() == Locale::Lv { &words.lv } else { &words.en };
    let clients = visit.text(&format!("service-circle-{}", circle.as_str()));
    let facts = [
        RegisterFact::new(visit, "service-fact-clients", clients),
        RegisterFact::new(visit, "service-fact-cofog", function(visit, cofog)),
        RegisterFact::new(visit, "service-fact-keywords", words.join(", ")),
    ];
    facts.into_iter().flatten().collect()
}

/// The class with its name.
fn function(visit: &Visit, class: &str) -> String {
    match function_name(visit, class) {
        Some(name) => format!("{class} – {name}"),
        None => class.to_owned(),
    }
}

/// Where it is given (CAT-11), by name.
pub(crate) async fn territory(tx: &Read, visit: &Visit, territory: &Territory) -> Result<Option<RegisterFact>> {
    let Territory::Municipalities(codes) = territory else {
        return Ok(RegisterFact::new(visit, "service-fact-territory", visit.text("service-territory-country")));
    };
    let known = municipalities(tx, visit.locale()).await?;
    let name = |code: &String| {
        let found = known.iter().find(|one| one.atvk.as_ref() == Some(code));
        found.map_or(code.as_str(), |one| one.name.get(visit.locale())).to_owned()
    };
    let mut names: Vec<String> = codes.iter().map(name).collect();
    names.sort_by_cached_key(|name| sort_key(name));
    if names.len() <= FEW {
        return Ok(RegisterFact::new(visit, "service-fact-territory", names.join(", ")));
    }
    let mut values = Args::new();
    values.set("count", i64::try_from(names.len()).unwrap_or(i64::MAX));
    let count = visit.text_with("service-territory-municipalities", &values);
    let fact = RegisterFact::new(visit, "service-fact-territory", count);
    Ok(fact.map(|fact| RegisterFact { more: names, ..fact }))
}
