//! What the form of a section sends.

use catalogue::{Began, Rearrange, SaveSection, Section, Typed};
use kernel::{Error, Result};
use web_kit::Fields;

/// The section that an address names.
///
/// # Errors
/// Not found for no such section.
pub fn typed_section(word: &str) -> Result<Section> {
    word.parse().map_err(|_| Error::not_found("page"))
}

/// What was typed, with the revision of the page it was typed into.
///
/// # Errors
/// Invalid `bad-form` when the page's own numbers are not there.
pub fn saved(code: String, section: Section, sent: &Fields) -> Result<SaveSection> {
    let number = |name: &str| sent.text(name).parse::<i64>().map_err(|_| Error::invalid("bad-form"));
    let base = i32::try_from(number("base")?).map_err(|_| Error::invalid("bad-form"))?;
    let typed = Typed::of(section, sent.0.iter().cloned());
    let began = sent.get("began").and_then(Began::read);
    Ok(SaveSection { code, section, base, revision: number("revision")?, typed, began })
}

/// The change of a list or language that a button asked for, and the place on the page to come back to.
pub fn rearranging(sent: &Fields) -> Option<(Rearrange, String)> {
    let item = |name: &str| {
        let (group, place) = sent.get(name)?.rsplit_once('/')?;
        Some((group.to_owned(), place.parse::<usize>().ok()?))
    };
    if let Some(group) = sent.get("add") {
        return Some((Rearrange::Add(group.to_owned()), format!("{group}/+")));
    }
    if let Some((group, place)) = item("remove") {
        return Some((Rearrange::Remove(group.clone(), place), group));
    }
    if let Some((group, place)) = item("up") {
        let to = format!("{group}/{}", place.saturating_sub(1));
        return Some((Rearrange::Up(group, place), to));
    }
    if let Some((group, place)) = item("down") {
        let to = format!("{group}/{}", place + 1);
        return Some((Rearrange::Down(group, place), to));
    }
    if sent.get("add-language").is_some() {
        let typed = sent.text("other-language");
        let tag = if typed.is_empty() { sent.text("new-language") } else { typed };
        return Some((Rearrange::AddLanguage(tag.to_owned()), "language".to_owned()));
    }
    let tag = sent.get("remove-language")?;
    Some((Rearrange::RemoveLanguage(tag.to_owned()), "language".to_owned()))
}

/// The input for words to look for what is then ticked or chosen.
pub const SEARCHED: &str = "find";

/// Words to look for related services, places or institutions by whose matches the page has not shown yet. Once it has,
/// what is ticked or chosen is what was meant by them.
pub fn looked_for(section: Section, sent: &Fields) -> &str {
    let words = sent.text(SEARCHED);
    let shown = sent.get("search").is_none() && words == sent.text("sought");
    let searches = matches!(section, Section::Links | Section::Channels | Section::Providers);
    if searches && !shown { words } else { "" }
}

/// The id of the part of the page with this name, as the templates write it.
pub fn anchor(name: &str) -> String {
    let clean: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect();
    format!("f-{clean}")
}
