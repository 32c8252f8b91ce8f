//! Names of elements.

use i18n::Args;
use web_kit::Visit;

/// The key of the words for an element or input, by its path: numbers of items do not matter, and what has no words of
/// its own is named by what it belongs to.
#[must_use]
pub fn label_key(has: impl Fn(&str) -> bool, path: &str) -> String {
    let parts: Vec<&str> = path.split('/').filter(|part| !is_number(part)).collect();
    for end in (1..=parts.len()).rev() {
        let key = format!("edit-f-{}", parts.get(..end).unwrap_or_default().join("-"));
        if has(&key) {
            return key;
        }
    }
    "edit-f-other".to_owned()
}

/// The element at `path` in words: `steps/1/title/lv` → "2. solis: nosaukums (latviešu)".
#[must_use]
pub fn label(visit: &Visit, path: &str) -> String {
    let has = |key: &str| visit.state().templates().catalog().has(visit.locale(), key);
    let mut parts = path.split('/');
    let group = parts.next().unwrap_or_default();
    if group == "flags" {
        return parts.next().map_or_else(String::new, |mark| visit.text(&format!("catalogue-flag-{mark}")));
    }
    let mut words = visit.text(&label_key(has, path));
    if let Some(number) = parts.next().filter(|part| is_number(part)).and_then(|part| part.parse::<i64>().ok()) {
        let key = format!("edit-item-{group}");
        if has(&key) {
            let mut args = Args::new();
            args.set("number", number + 1);
            let item = visit.text_with(&key, &args);
            words = if visit.text(&label_key(has, group)) == words { item } else { format!("{item}: {words}") };
        }
    }
    match path.rsplit('/').next().filter(|last| is_tag(last)) {
        Some(tag) => format!("{words} ({})", language(visit, tag)),
        None => words,
    }
}

/// The name of a language, or its tag where we have no name for it.
#[must_use]
pub fn language(visit: &Visit, tag: &str) -> String {
    let key = format!("language-{tag}");
    if visit.state().templates().catalog().has(visit.locale(), &key) { visit.text(&key) } else { tag.to_owned() }
}

fn is_number(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_tag(part: &str) -> bool {
    (2..=3).contains(&part.split('-').next().unwrap_or_default().len())
        && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        && !["sdg", "fee"].contains(&part)
}
