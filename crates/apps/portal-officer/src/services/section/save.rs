//! Saves a section as it was typed, and changes its lists.

use super::page::SectionPage;
use super::sent::{anchor, looked_for, rearranging, saved, typed_section};
use axum::extract::Path;
use catalogue::{RemarkKind, Saved, Section, Typed};
use web_kit::{Answer, Fields, Visit};

/// Keeps everything, then goes where the button leads: the changed list, the next section, or the same page with what is
/// wrong. Words that somebody else's stand in the way of are kept apart, and shown beside theirs.
pub async fn save(visit: Visit, Path((code, word)): Path<(String, String)>, sent: Fields) -> Answer {
    let section = typed_section(&word)?;
    let mut input = saved(code.clone(), section, &sent)?;
    let moved = rearranging(&sent);
    let languages = input.typed.languages();
    if let Some((change, _)) = &moved {
        input.typed = input.typed.rearranged(change);
    }
    let typed = input.typed.clone();
    let mut tx = visit.write().await?;
    let outcome = catalogue::save_section(&mut tx, input).await?;
    tx.commit().await?;
    let here = format!("/work/services/{code}/sections/{word}");
    let findings = match outcome {
        Saved::Refused(id) => return visit.redirect(&format!("/work/services/{code}/refused/{id}")),
        Saved::Kept { findings, .. } => findings,
    };
    if let Some((_, place)) = moved {
        let place = match place.strip_suffix("/+") {
            Some(group) => format!("{group}/{}", typed.items(group).saturating_sub(1)),
            None => first_in_new_language(&languages, &typed).unwrap_or(place),
        };
        // What stands in an item is shown open; not every browser opens what a fragment leads to.
        let at = if place.contains('/') { format!("?at={}", web_kit::percent(&place)) } else { String::new() };
        return visit.redirect(&format!("{here}{at}#{}", anchor(&place)));
    }
    let wrong = findings.iter().any(|finding| finding.kind == RemarkKind::Wrong);
    let find = looked_for(section, &sent);
    if wrong || !find.is_empty() {
        let tx = visit.read().await?;
        let text = catalogue::section_text(&tx, &code, section).await?;
        let page = SectionPage::of(&visit, &tx, section, &text, (wrong, find, "")).await?;
        let visit = visit.shown_at(&here);
        return if page.errors.is_empty() { visit.render(&page) } else { visit.render_invalid(&page) };
    }
    match (sent.get("next"), next(section)) {
        (Some(_), Some(next)) => {
            visit.redirect(&format!("/work/services/{code}/sections/{}?done=section-saved", next.as_str()))
        }
        (Some(_), None) => visit.redirect(&format!("/work/services/{code}?done=section-saved")),
        (None, _) => visit.redirect(&format!("{here}?done=section-saved")),
    }
}

/// The first text of the section in a language that was not among these: where somebody who added it goes on writing.
fn first_in_new_language(before: &[String], typed: &Typed) -> Option<String> {
    let tag = typed.languages().into_iter().find(|tag| !before.contains(tag))?;
    let texts = typed.pairs().iter().filter_map(|(name, _)| name.strip_suffix("/lv"));
    // Words to find it by are written in two languages only.
    let first = texts.filter(|text| *text != "keywords").find(|text| !text.is_empty())?;
    Some(format!("{first}/{tag}"))
}

fn next(section: Section) -> Option<Section> {
    let place = Section::ALL.iter().position(|known| *known == section)?;
    Section::ALL.get(place + 1).copied()
}
