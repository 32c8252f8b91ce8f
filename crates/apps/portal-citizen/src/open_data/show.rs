//! `/open-data`: every address of the open data with its words, the card, the licence, and how institutions send.

use kernel::Locale;
use serde::Serialize;
use web_kit::{Answer, Template, Visit};

use crate::names::Link;

/// Of a part: its word in the text keys, and its addresses with theirs. What stands in braces is for the reader to fill in.
type Listed = (&'static str, &'static [(&'static str, &'static str)]);

const LISTED: [Listed; 3] = [
    (
        "one",
        &[
            ("json", "/api/v1/services/{code}"),
            ("json-ld", "/api/v1/services/{code}.jsonld"),
            ("turtle", "/api/v1/services/{code}.ttl"),
            ("versions", "/api/v1/services/{code}/versions"),
            ("day", "/api/v1/services/{code}?on=2026-01-31"),
        ],
    ),
    (
        "all",
        &[
            ("list", "/api/v1/services"),
            ("dump-jsonl", "/api/v1/services/dump.jsonl"),
            ("dump-csv", "/api/v1/services/dump.csv"),
            ("dump-turtle", "/api/v1/services/dump.ttl"),
            ("changes", "/api/v1/services/changes"),
            ("catalogue", "/catalog.ttl"),
            ("catalogue-json-ld", "/catalog.jsonld"),
        ],
    ),
    (
        "more",
        &[
            ("situations", "/api/v1/life-situations"),
            ("institution", "/api/v1/institutions/{code}"),
            ("places", "/api/v1/institutions/{code}/places"),
            ("portal", "/api/v1/indicators/portal"),
            ("portal-csv", "/api/v1/indicators/portal.csv"),
            ("indicators", "/api/v1/indicators/services"),
        ],
    ),
];

/// Licences that people know by a short name.
const LICENCES: [(&str, &str); 2] = [
    ("creativecommons.org/licenses/by/4.0", "Creative Commons Attribution 4.0 (CC BY 4.0)"),
    ("creativecommons.org/publicdomain/zero/1.0", "Creative Commons Zero 1.0 (CC0 1.0)"),
];

/// An address of the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Address {
    name: String,
    text: String,
    /// Whether it can be opened as it is.
    whole: bool,
}

/// Addresses that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Part {
    id: &'static str,
    title: String,
    about: String,
    addresses: Vec<Address>,
}

/// Context of `open_data/show.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OpenDataPage {
    parts: Vec<Part>,
    licence: Link,
    email: String,
    feed: String,
}

/// `GET /open-data`
pub(crate) async fn show(visit: Visit) -> Answer {
    let settings = visit.state().settings();
    visit.render(&OpenDataPage {
        parts: parts(|key| visit.text(key)),
        licence: licence(&settings.open_licence),
        email: settings.open_email.clone(),
        feed: visit.url("/news/feed"),
    })
}

fn parts(say: impl Fn(&str) -> String) -> Vec<Part> {
    let part = |(id, addresses): Listed| Part {
        id,
        title: say(&format!("open-page-{id}")),
        about: say(&format!("open-page-{id}-about")),
        addresses: addresses
            .iter()
            .map(|(key, text)| Address {
                name: say(&format!("open-page-{id}-{key}")),
                text: (*text).to_owned(),
                whole: !text.contains('{'),
            })
            .collect(),
    };
    LISTED.into_iter().map(part).collect()
}

fn licence(address: &str) -> Link {
    let known = LICENCES.iter().find(|(part, _)| address.contains(part));
    Link { href: address.to_owned(), name: known.map_or(address, |(_, name)| name).to_owned() }
}

impl Template for OpenDataPage {
    const NAME: &'static str = "citizen/open_data/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let sample = |address: &str| Self {
            parts: parts(|key| format!("<{key}>")),
            licence: licence(address),
            email: "dati@example.lv".to_owned(),
            feed: format!("/{locale}/news/feed"),
        };
        vec![
            sample("https://creativecommons.org/licenses/by/4.0/"),
            sample("https://licence.example/noteikumi-kas-ir-gari-un-nav-pazistami"),
        ]
    }
}
