//! The places that the channels of a service offer to tick.

use super::offered::{Found, LONGEST, Named, answer, institutions_meant};
use catalogue::SectionText;
use institutions::Branch;
use kernel::{InstitutionId, Locale, PageRequest, Result};
use storage::Read;
use web_kit::Visit;

/// The seats and branches of so many providers are offered to tick.
const PROVIDERS: usize = 5;

/// So many of the places that the words fit are shown; more words leave fewer.
const SHOWN: usize = 60;

/// The places to tick, and what was looked for: those of the holder and of those who provide the service, each seat before
/// its branches; the places elsewhere that the channels name; then those that the words `find` fit.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn places(visit: &Visit, tx: &Read, text: &SectionText, find: &str) -> Result<(Named, Found)> {
    let mut offered = named_places(visit, tx, text).await?;
    let words: String = find.trim().chars().take(LONGEST).collect();
    if words.is_empty() {
        return Ok((offered, Found::default()));
    }
    let mut found = fitting(visit, tx, &words).await?;
    let more = found.len() > SHOWN;
    found.truncate(SHOWN);
    let (told, wrong) = answer(visit, &words, (found.len(), more), "edit-found-places");
    for (code, name) in found {
        if offered.iter().all(|(known, _)| *known != code) {
            offered.push((code, name));
        }
    }
    Ok((offered, Found { words, told, wrong, services: Named::new() }))
}

/// A branch by its code; institutions by code or name, each with its branches.
async fn fitting(visit: &Visit, tx: &Read, words: &str) -> Result<Named> {
    let locale = visit.locale();
    let branches = institutions::branches_of_codes(tx, &[words.to_uppercase()]).await?;
    let mut found: Named = branches.values().map(|branch| named(branch, locale)).collect();
    let Some(meant) = institutions_meant(visit, tx, words).await? else { return Ok(found) };
    for seat in meant.lines() {
        if found.len() > SHOWN {
            break;
        }
        found.push((seat.code.clone(), format!("{} {}", seat.code, seat.name.get(locale))));
        if let Ok(id) = seat.value.parse::<InstitutionId>() {
            let branches = institutions::branches(tx, id, &PageRequest::first(PageRequest::MAX)).await?;
            found.extend(branches.items.iter().map(|branch| named(branch, locale)));
        }
    }
    Ok(found)
}

async fn named_places(visit: &Visit, tx: &Read, text: &SectionText) -> Result<Named> {
    let locale = visit.locale();
    let service = &text.service;
    let mut ids: Vec<InstitutionId> = vec![service.holder];
    for provider in &service.description.providers {
        if !ids.contains(&provider.institution) {
            ids.push(provider.institution);
        }
    }
    ids.truncate(PROVIDERS);
    let seats = institutions::of_ids(tx, &ids).await?;
    let mut offered = Named::new();
    for id in ids {
        let Some(seat) = seats.get(&id) else { continue };
        offered.push((seat.code.clone(), format!("{} {}", seat.code, seat.name.get(locale))));
        let branches = institutions::branches(tx, id, &PageRequest::first(PageRequest::MAX)).await?;
        offered.extend(branches.items.iter().map(|branch| named(branch, locale)));
    }
    let ticked = text.typed.pairs().iter().filter(|(name, _)| name.ends_with("/places"));
    let ticked = ticked.flat_map(|(_, value)| value.lines().map(|code| code.trim().to_uppercase()));
    let mut others: Vec<String> = ticked.filter(|code| offered.iter().all(|(known, _)| known != code)).collect();
    others.sort();
    others.dedup();
    if !others.is_empty() {
        let seats = institutions::of_codes(tx, &others).await?;
        offered.extend(seats.into_values().map(|seat| {
            let name = format!("{} {}", seat.code, seat.name.get(locale));
            (seat.code, name)
        }));
        let branches = institutions::branches_of_codes(tx, &others).await?;
        offered.extend(branches.values().map(|branch| named(branch, locale)));
    }
    Ok(offered)
}

/// A branch by its code, with its name and address.
fn named(branch: &Branch, locale: Locale) -> (String, String) {
    let name = branch.text.name.get(locale);
    (branch.code.clone(), format!("{} {name}, {}", branch.code, branch.text.address))
}
