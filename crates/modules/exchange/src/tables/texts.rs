//! Texts in one language each: a column says which by its ending, `name_lv`.

use kernel::LangText;

/// The text in one language, empty when there is none.
pub fn get(text: &LangText, tag: &str) -> String {
    text.in_language(tag).unwrap_or_default().to_owned()
}

/// Puts the text in one language; an empty cell takes a further language away.
pub fn put(text: &mut LangText, tag: &str, cell: &str) {
    match tag {
        "lv" => text.lv = cell.to_owned(),
        "en" => text.en = cell.to_owned(),
        _ if cell.is_empty() => {
            text.other.remove(tag);
        }
        _ => {
            text.other.insert(tag.to_owned(), cell.to_owned());
        }
    }
}

/// The same for a text that may be missing: without words in any language there is none.
pub fn put_optional(text: &mut Option<LangText>, tag: &str, cell: &str) {
    put(text.get_or_insert_with(LangText::default), tag, cell);
    if text.as_ref().is_some_and(|text| text.languages().next().is_none()) {
        *text = None;
    }
}

/// Whether the ending of a heading may be the tag of a further language: `uk`, `pt-br`. Parts of a channel and of a
/// contact are none.
pub fn is_further(tag: &str) -> bool {
    let first = tag.split('-').next().unwrap_or_default();
    let letters = tag.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    (2..=3).contains(&first.len())
        && letters
        && tag.len() <= 11
        && !matches!(tag, "lv" | "en" | "to" | "on" | "in" | "fee")
}
