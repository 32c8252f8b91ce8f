//! The institutions that each stage offers to choose its provider from.

use super::offered::{Found, LONGEST, Named, SHOWN, answer, institutions_meant};
use crate::picks::Meant;
use catalogue::SectionText;
use kernel::{InstitutionId, Result};
use std::collections::BTreeSet;
use storage::Read;
use web_kit::Visit;

/// The institutions to choose from, and what was looked for: the holder, those that are named already, then those that the
/// words `find` fit.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn providers(visit: &Visit, tx: &Read, text: &SectionText, find: &str) -> Result<(Named, Found)> {
    let mut offered = named(visit, tx, text).await?;
    let words: String = find.trim().chars().take(LONGEST).collect();
    if words.is_empty() {
        return Ok((offered, Found::default()));
    }
    let meant = institutions_meant(visit, tx, &words).await?;
    let fitting = meant.as_ref().map(Meant::lines).unwrap_or_default();
    let count = fitting.len().min(SHOWN);
    let (told, wrong) = answer(visit, &words, (count, fitting.len() > SHOWN), "edit-found-providers");
    for line in fitting.iter().take(SHOWN) {
        if offered.iter().all(|(known, _)| *known != line.code) {
            offered.push((line.code.clone(), line.name.get(visit.locale()).to_owned()));
        }
    }
    Ok((offered, Found { words, told, wrong, services: Named::new() }))
}

/// The holder, and the institutions that the description names or that were chosen in the section, by name.
async fn named(visit: &Visit, tx: &Read, text: &SectionText) -> Result<Named> {
    let locale = visit.locale();
    let holder = text.service.holder;
    let described = text.service.description.providers.iter().map(|provider| provider.institution);
    let ids: BTreeSet<InstitutionId> = described.chain([holder]).collect();
    let known = institutions::of_ids(tx, &ids.into_iter().collect::<Vec<_>>()).await?;
    let chosen = text.typed.pairs().iter().filter(|(name, _)| name.ends_with("/institution"));
    let chosen: BTreeSet<String> = chosen.map(|(_, code)| code.trim().to_uppercase()).collect();
    let chosen = institutions::of_codes(tx, &chosen.into_iter().collect::<Vec<_>>()).await?;
    let mut offered = Named::new();
    if let Some(holder) = known.get(&holder) {
        offered.push((holder.code.clone(), holder.name.get(locale).to_owned()));
    }
    let mut others: Named = Named::new();
    for one in known.into_values().chain(chosen.into_values()) {
        if offered.iter().chain(&others).all(|(code, _)| *code != one.code) {
            others.push((one.code.clone(), one.name.get(locale).to_owned()));
        }
    }
    others.sort_by_cached_key(|(_, name)| kernel::sort_key(name));
    offered.extend(others);
    Ok(offered)
}
