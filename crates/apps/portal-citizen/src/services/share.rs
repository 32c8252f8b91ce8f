//! How to show a service on another site, and where its data are (CAT-23, OPN-03).

use crate::names::{Link, foreign};
use axum::extract::Path;
use kernel::Locale;
use serde::Serialize;
use web_kit::{Answer, Template, Visit};

/// Text to be copied into another site.
#[derive(Debug, Serialize)]
struct Snippet {
    label: String,
    code: String,
    rows: u8,
}

/// Context of `services/share.html`.
#[derive(Debug, Serialize)]
pub(crate) struct SharePage {
    name: String,
    /// The language of the name, where it is not that of the page.
    lang: Option<&'static str>,
    href: String,
    here: String,
    card: String,
    snippets: Vec<Snippet>,
    data: Vec<Link>,
}

/// `GET /services/{code}/share`
pub(crate) async fn share(visit: Visit, Path(code): Path<String>) -> Answer {
    let tx = visit.read().await?;
    let service = catalogue::service(&tx, &code).await?;
    let base = &visit.state().settings().base_url;
    let locale = visit.locale();
    let (href, card) =
        (format!("/{locale}/services/{}", service.code), visit.url(&format!("/embed/services/{}", service.code)));
    let name = service.name().get(locale).to_owned();
    let text = escaped(&name);
    let frame = format!(
        "<iframe src=\"{base}{card}\" title=\"{text}\" width=\"100%\" height=\"360\" frameborder=\"0\" loading=\"lazy\" \
         sandbox=\"allow-same-origin allow-popups allow-popups-to-escape-sandbox\"></iframe>"
    );
    let link = format!("<a href=\"{base}{href}\">{text}</a>");
    let named = |key: &str, href: String| Link { href, name: visit.text(key) };
    let api = |rest: &str| format!("/api/v1/services/{rest}");
    visit.render(&SharePage {
        lang: foreign(service.name(), locale),
        here: visit.url(&format!("/services/{}/share", service.code)),
        snippets: vec![
            Snippet { label: visit.text("share-frame"), code: frame, rows: 4 },
            Snippet { label: visit.text("share-link"), code: link, rows: 2 },
        ],
        data: vec![
            named("share-json", api(&format!("{}.json", service.code))),
            named("share-json-ld", api(&format!("{}.jsonld", service.code))),
            named("share-turtle", api(&format!("{}.ttl", service.code))),
            named("share-versions", api(&format!("{}/versions", service.code))),
            named("share-dump-jsonl", api("dump.jsonl")),
            named("share-dump-csv", api("dump.csv")),
            named("share-dump-turtle", api("dump.ttl")),
            named("share-changes", api("changes")),
            named("share-catalogue", "/catalog.ttl".to_owned()),
        ],
        name,
        href,
        card,
    })
}

/// A text inside HTML that others copy.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

impl Template for SharePage {
    const NAME: &'static str = "citizen/services/share.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let sample = |lang: Option<&'static str>| Self {
            name: "Bērna piedzimšanas pabalsts".to_owned(),
            lang,
            href: format!("/{locale}/services/1007"),
            here: format!("/{locale}/services/1007/share"),
            card: format!("/{locale}/embed/services/1007"),
            snippets: vec![Snippet {
                label: "Kartīte".to_owned(),
                code: "<iframe src=\"https://durvis.example/lv/embed/services/1007\"></iframe>".to_owned(),
                rows: 6,
            }],
            data: vec![Link { href: "/api/v1/services/1007.ttl".to_owned(), name: "Turtle".to_owned() }],
        };
        vec![sample(None), sample(Some("lv"))]
    }
}
