//! The news as an Atom feed (RFC 4287), for readers of feeds and for other sites.

use std::fmt::Write as _;

use axum::response::IntoResponse;
use http::header::CONTENT_TYPE;
use kernel::PageRequest;
use knowledge::{ArticleKind, ArticleLine, Audience, list_articles};
use web_kit::{Answer, Visit};

/// So many entries the feed holds.
const ENTRIES: u64 = 30;

/// `GET /news/feed`
pub(crate) async fn feed(visit: Visit) -> Answer {
    let tx = visit.read().await?;
    let found = list_articles(&tx, ArticleKind::News, Audience::Public, &PageRequest::first(ENTRIES)).await?;
    let base = &visit.state().settings().base_url;
    let own = format!("{base}{}", visit.url("/news/feed"));
    let updated = found.items.iter().map(|line| line.updated_at).max().unwrap_or_default();
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n\
         <id>{own}</id>\n<title>{title}</title>\n<updated>{updated}</updated>\n<link rel=\"self\" href=\"{own}\"/>\n\
         <link href=\"{base}{page}\"/>\n<author><name>{brand}</name></author>\n",
        lang = visit.locale(),
        title = escape(&visit.text("news-title")),
        updated = updated.to_rfc3339(),
        page = visit.url("/news"),
        brand = escape(&visit.text("web-brand")),
    );
    for line in found.items {
        entry(&mut xml, &visit, base, &line);
    }
    xml.push_str("</feed>\n");
    Ok(([(CONTENT_TYPE, "application/atom+xml; charset=utf-8")], xml).into_response())
}

fn entry(xml: &mut String, visit: &Visit, base: &str, line: &ArticleLine) {
    let _ = writeln!(
        xml,
        "<entry><id>urn:uuid:{id}</id><title>{title}</title><published>{from}</published><updated>{changed}</updated>\
         <link href=\"{base}{href}\"/><summary>{lead}</summary></entry>",
        id = line.id,
        title = escape(line.title.get(visit.locale())),
        from = line.shown_from.to_rfc3339(),
        changed = line.updated_at.to_rfc3339(),
        href = visit.url(&format!("/news/{}", line.slug)),
        lead = escape(line.lead.get(visit.locale())),
    );
}

/// A text for XML, without the signs that XML 1.0 cannot hold.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(' '),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}
