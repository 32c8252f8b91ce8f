//! What a section offers to choose from that is no list of ours.

use super::places::places;
use super::providers::providers;
use crate::functions::{Division, divisions};
use crate::parts::{Choice, service_names};
use crate::picks::{Among, Meant, institutions_of};
use catalogue::{SearchIndex, Section, SectionText, ServiceFilter, ServiceListItem};
use i18n::Args;
use kernel::{ErrorKind, Locale, Result};
use std::sync::Arc;
use storage::Read;
use web_kit::Visit;

/// Values with their names.
pub type Named = Vec<(String, String)>;

/// So many of those that the words fit are shown; more words leave fewer.
pub const SHOWN: usize = 20;

/// What is looked for beyond so many characters is passed over.
pub const LONGEST: usize = 100;

/// What a section offers, each with its name.
#[derive(Debug, Default)]
pub struct Offered {
    /// To tick: municipalities by code for the territory, places by code for the channels, life situations by word for the
    /// links. To choose: institutions by code for the providers.
    pub ticks: Named,
    /// Functions of government for the basics.
    pub functions: Vec<Division>,
    /// Forms by key for the channels.
    pub forms: Named,
    /// What was looked for: related services, places of other institutions, or institutions.
    pub found: Found,
}

/// What words fit.
#[derive(Debug, Default)]
pub struct Found {
    /// The words; empty when nothing is looked for.
    pub words: String,
    /// What to do with what they fit.
    pub told: Option<String>,
    /// That they fit nothing.
    pub wrong: Option<String>,
    /// By code: those that are related already, then those that the words fit.
    pub services: Named,
}

impl Offered {
    /// What the section of a service offers; `find` are the words to look for related services, places or institutions
    /// by.
    ///
    /// # Errors
    /// Unavailable when the database or the search cannot be used.
    pub async fn of(visit: &Visit, tx: &Read, section: Section, text: &SectionText, find: &str) -> Result<Self> {
        let none = Self::default();
        Ok(match section {
            Section::Basics => Self { ticks: municipalities(visit, tx).await?, functions: divisions(visit), ..none },
            Section::Channels => {
                let (ticks, found) = places(visit, tx, text, find).await?;
                Self { ticks, forms: forms(visit)?, found, ..none }
            }
            Section::Providers => {
                let (ticks, found) = providers(visit, tx, text, find).await?;
                Self { ticks, found, ..none }
            }
            Section::Links => {
                Self { ticks: situations(visit, tx).await?, found: related(visit, tx, text, find).await?, ..none }
            }
            _ => none,
        })
    }
}

/// The newest version of every form of the portal, by key.
fn forms(visit: &Visit) -> Result<Named> {
    let named = |form: &Arc<::forms::Definition>| {
        let mut args = Args::new();
        args.set("title", form.title.get(visit.locale()).to_owned());
        args.set("version", i64::from(form.version));
        (form.key.clone(), visit.text_with("edit-form-version", &args))
    };
    Ok(::forms::newest()?.iter().map(named).collect())
}

/// The published life situations by the words that descriptions use: residents' first, in the order of their lists.
async fn situations(visit: &Visit, tx: &Read) -> Result<Named> {
    let lines = catalogue::list_situations(tx, None).await?;
    Ok(lines.into_iter().map(|line| (line.word(), line.title.get(visit.locale()).to_owned())).collect())
}

/// All municipalities by ATVK code: there are some forty.
async fn municipalities(visit: &Visit, tx: &Read) -> Result<Named> {
    let all = institutions::municipalities(tx).await?;
    let named = all.into_iter().filter_map(|one| Some((one.atvk?, one.name.get(visit.locale()).to_owned())));
    let mut named: Named = named.collect();
    named.sort_by_cached_key(|(_, name)| kernel::sort_key(name));
    Ok(named)
}

/// The services that are ticked, with their names, and those that the words fit: by code, or by the search.
async fn related(visit: &Visit, tx: &Read, text: &SectionText, find: &str) -> Result<Found> {
    let ticked = text.typed.all("related").flat_map(str::lines).map(str::trim).filter(|code| !code.is_empty());
    let ticked: Vec<String> = ticked.map(str::to_owned).collect();
    let names = service_names(tx, visit.locale(), ticked.clone()).await?;
    let name = |code: String| match names.get(&code).filter(|name| **name != code) {
        Some(name) => (code.clone(), format!("{code} {name}")),
        None => (code.clone(), code),
    };
    let mut services: Named = ticked.into_iter().map(name).collect();
    let words: String = find.trim().chars().take(LONGEST).collect();
    if words.is_empty() {
        return Ok(Found { services, ..Found::default() });
    }
    let mut items = fitting(visit, tx, &words).await?;
    items.retain(|item| item.code != text.service.code);
    let more = items.len() > SHOWN;
    items.truncate(SHOWN);
    let (told, wrong) = answer(visit, &words, (items.len(), more), "edit-found");
    for item in items {
        if services.iter().all(|(code, _)| *code != item.code) {
            let name = format!("{} {}", item.code, item.name.get(visit.locale()));
            services.push((item.code, name));
        }
    }
    Ok(Found { words, told, wrong, services })
}

/// What to do with what the words fit, or that they fit nothing, by the texts of `key`.
pub fn answer(visit: &Visit, words: &str, (count, more): (usize, bool), key: &str) -> (Option<String>, Option<String>) {
    let mut args = Args::new();
    args.set("words", words.to_owned());
    args.set("count", i64::try_from(count).unwrap_or(i64::MAX));
    match (count, more) {
        (0, _) => (None, Some(visit.text_with(&format!("{key}-nothing"), &args))),
        (_, true) => (Some(visit.text_with(&format!("{key}-more"), &args)), None),
        (_, false) => (Some(visit.text_with(key, &args)), None),
    }
}

/// The services with these codes; where the words are no codes, the first ones that the search finds, one more than is
/// shown.
async fn fitting(visit: &Visit, tx: &Read, words: &str) -> Result<Vec<ServiceListItem>> {
    let parts = words.split(|c: char| c.is_whitespace() || c == ',' || c == ';').filter(|part| !part.is_empty());
    let codes: Vec<String> = parts.map(str::to_owned).collect();
    if codes.iter().all(|code| code.bytes().all(|byte| byte.is_ascii_digit())) {
        return catalogue::services_by_codes(tx, &codes).await;
    }
    let index = visit.state().part::<Arc<SearchIndex>>()?;
    catalogue::services_by_words(tx, index, words, &ServiceFilter::default(), SHOWN + 1).await
}

/// The institutions that the words fit; none for an id that nobody has.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn institutions_meant(visit: &Visit, tx: &Read, words: &str) -> Result<Option<Meant>> {
    match Meant::read(visit, tx, Among::Institutions(&[]), words).await {
        Ok(meant) => Ok(Some(meant)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Institutions to name a place of a channel by, where codes were typed before there was a search: all of them by code.
pub async fn institutions_offered(visit: &Visit, tx: &Read, section: Section) -> Result<Vec<Choice>> {
    if section != Section::Channels {
        return Ok(Vec::new());
    }
    let all = institutions_of(tx, &[]).await?;
    Ok(all.into_iter().map(|one| Choice::new(one.code, one.name.get(visit.locale()))).collect())
}

/// Kinds of evidence to name a document by.
pub fn evidence_offered(locale: Locale, section: Section) -> Vec<Choice> {
    let offered = if section == Section::Documents { catalogue::evidence_types() } else { &[] };
    offered.iter().map(|known| Choice::new(known.code.as_str(), known.name.get(locale))).collect()
}
