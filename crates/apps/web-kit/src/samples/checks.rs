//! What can be said about a page from its text alone: structure and wiring that assistive technology relies on.
//!
//! The browser journeys run axe on the same pages; these checks are quicker and name the template.

use std::collections::BTreeSet;

/// One start tag: its name and attributes.
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Everything wrong with a page, in words for a developer; empty for a page in order.
#[must_use]
pub fn defects_of(html: &str) -> Vec<String> {
    let tags = tags(html);
    let mut defects = Vec::new();
    structure(&tags, &mut defects);
    headings(&tags, &mut defects);
    references(&tags, &mut defects);
    forms(html, &tags, &mut defects);
    defects
}

fn structure(tags: &[Tag], defects: &mut Vec<String>) {
    for (name, count) in [("html", 1), ("main", 1), ("h1", 1), ("title", 1)] {
        let found = tags.iter().filter(|tag| tag.name == name).count();
        if found != count {
            defects.push(format!("{found} × <{name}> instead of {count}"));
        }
    }
    if tags.iter().any(|tag| tag.name == "html" && tag.get("lang").is_none_or(str::is_empty)) {
        defects.push("<html> without lang".to_owned());
    }
    for tag in tags {
        if tag.get("style").is_some() || tag.name == "style" {
            defects.push(format!("inline style on <{}>", tag.name));
        }
        if tag.name == "script" && tag.get("src").is_none() {
            defects.push("inline script".to_owned());
        }
        if let Some((name, _)) = tag.attributes.iter().find(|(name, _)| name.starts_with("on")) {
            defects.push(format!("inline handler {name} on <{}>", tag.name));
        }
    }
}

fn headings(tags: &[Tag], defects: &mut Vec<String>) {
    let mut level = 0;
    for tag in tags {
        let Some(now) = tag.name.strip_prefix('h').and_then(|digit| digit.parse::<u8>().ok()) else { continue };
        if now > level + 1 && level > 0 {
            defects.push(format!("heading h{now} after h{level}"));
        }
        level = now;
    }
}

fn references(tags: &[Tag], defects: &mut Vec<String>) {
    let mut ids = BTreeSet::new();
    for id in tags.iter().filter_map(|tag| tag.get("id")) {
        if !ids.insert(id) {
            defects.push(format!("id {id} twice"));
        }
    }
    for tag in tags {
        for name in ["for", "aria-describedby", "aria-labelledby", "aria-controls"] {
            for target in tag.get(name).unwrap_or_default().split_whitespace() {
                if !ids.contains(target) {
                    defects.push(format!("<{} {name}> names {target}, which is not there", tag.name));
                }
            }
        }
        let local = tag.get("href").and_then(|href| href.strip_prefix('#')).filter(|target| !target.is_empty());
        if let Some(target) = local.filter(|target| !ids.contains(target)) {
            defects.push(format!("link to #{target}, which is not there"));
        }
    }
}

fn forms(html: &str, tags: &[Tag], defects: &mut Vec<String>) {
    let labelled: BTreeSet<&str> =
        tags.iter().filter(|tag| tag.name == "label").filter_map(|tag| tag.get("for")).collect();
    for tag in tags.iter().filter(|tag| matches!(tag.name.as_str(), "input" | "select" | "textarea")) {
        if matches!(tag.get("type"), Some("hidden" | "submit")) || tag.get("aria-label").is_some() {
            continue;
        }
        if !tag.get("id").is_some_and(|id| labelled.contains(id)) {
            defects.push(format!("<{} name={}> without label", tag.name, tag.get("name").unwrap_or_default()));
        }
    }
    for form in html.split("<form").skip(1) {
        let body = form.split("</form>").next().unwrap_or_default();
        let head = body.split('>').next().unwrap_or_default();
        if head.contains("method=\"post\"") && !body.contains("name=\"csrf\"") {
            defects.push(format!("form without the security mark: {head}"));
        }
    }
}

/// The start tags of a page; enough for pages that our own templates make, no general HTML parser.
fn tags(html: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    for piece in html.split('<').skip(1) {
        if !piece.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let end = piece.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(piece.len());
        let (name, rest) = piece.split_at(end);
        found.push(Tag { name: name.to_ascii_lowercase(), attributes: attributes(rest) });
    }
    found
}

fn attributes(mut rest: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start();
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(rest.len());
        if end == 0 {
            return found;
        }
        let (name, after) = rest.split_at(end);
        let quoted = after.strip_prefix("=\"").and_then(|value| value.split_once('"'));
        match quoted {
            Some((value, after)) => {
                found.push((name.to_owned(), value.to_owned()));
                rest = after;
            }
            None => {
                found.push((name.to_owned(), String::new()));
                rest = after;
                if rest.starts_with('=') {
                    return found;
                }
            }
        }
    }
}
