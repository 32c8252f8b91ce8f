//! Choosing one institution or service: from a list while it is short enough to be one. Of more than that a code is
//! typed, or words, and the page shows what they fit; no script is needed. Institutions are few and their names are read;
//! services are found by the search.

use crate::parts::Choice;
use catalogue::{SearchIndex, ServiceFilter, ServiceListItem};
use institutions::{Institution, InstitutionChoice, InstitutionKind};
use kernel::{Error, InstitutionId, LangText, Locale, PageRequest, Result, folded};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use storage::Read;
use web_kit::{Fields, Visit};

/// More than so many are no list to choose from.
const LISTED: usize = 100;

/// So many of those that the words fit are shown; more words leave fewer.
const SHOWN: usize = 20;

/// What is typed beyond so many characters is passed over.
const LONGEST: usize = 100;

/// A choice, as the page draws it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Pick {
    /// Whether a code or words are typed, because there are more than a list can hold.
    pub typed: bool,
    /// The list.
    pub choices: Vec<Choice>,
    /// What is chosen or typed.
    pub value: String,
    /// What the words fit, while none of it is chosen.
    pub found: Vec<Found>,
    /// Whether they fit more than is shown.
    pub more: bool,
}

impl Pick {
    /// With links on what the words fit: a filter is chosen by an address, a field of a form by a button.
    pub fn linked(mut self, href: impl Fn(&str) -> String) -> Self {
        for one in &mut self.found {
            one.href = Some(href(&one.value));
        }
        self
    }

    /// Words that fit these codes: for samples.
    pub fn sample(words: &str, codes: &[&str]) -> Self {
        let found = |code: &&str| Found {
            value: (*code).to_owned(),
            code: (*code).to_owned(),
            name: format!("Paraugs <{code}>"),
            holder: Some("Paraugu <iestāde>".to_owned()),
            href: None,
        };
        let found: Vec<Found> = codes.iter().map(found).collect();
        Self { typed: true, value: words.to_owned(), more: !found.is_empty(), found, ..Self::default() }
    }
}

/// One that the words fit.
#[derive(Debug, Clone, Serialize)]
pub struct Found {
    pub value: String,
    pub code: String,
    pub name: String,
    /// Who holds a service, where it may be anybody: many municipalities call the same service the same.
    pub holder: Option<String>,
    /// Where it is chosen, in a filter.
    pub href: Option<String>,
}

/// What a form says of a choice: the match whose button was pressed, else what is typed or chosen.
pub fn said(sent: &Fields, name: &str) -> String {
    let pressed = sent.text(&format!("{name}-chosen"));
    if pressed.is_empty() { sent.text(name).to_owned() } else { pressed.to_owned() }
}

/// One that can be chosen.
pub struct Line {
    /// How addresses and forms name it.
    pub value: String,
    pub code: String,
    pub name: LangText,
    /// Of a service.
    holder: Option<InstitutionId>,
}

impl Line {
    fn institution(one: Institution) -> Self {
        Self { value: one.id.to_string(), code: one.code, name: one.name, holder: None }
    }

    fn choice(one: InstitutionChoice) -> Self {
        Self { value: one.id.to_string(), code: one.code, name: one.name, holder: None }
    }

    fn service(one: ServiceListItem) -> Self {
        Self { value: one.code.clone(), code: one.code, name: one.name, holder: Some(one.holder) }
    }

    /// Whether its code or its names hold every word.
    fn fits(&self, words: &str) -> bool {
        let text = folded(&format!("{} {} {}", self.code, self.name.lv, self.name.en));
        folded(words).split_whitespace().all(|word| text.contains(word))
    }

    fn code_and_name(&self, locale: Locale) -> String {
        format!("{} {}", self.code, self.name.get(locale))
    }
}

/// All institutions of these kinds, in the order of the kinds; of all kinds when none is named. A few hundred.
pub async fn institutions_of(tx: &Read, kinds: &[InstitutionKind]) -> Result<Vec<Line>> {
    first_of(tx, kinds, None).await
}

/// The same, no more than `most`.
async fn first_of(tx: &Read, kinds: &[InstitutionKind], most: Option<usize>) -> Result<Vec<Line>> {
    let each = kinds.iter().copied().map(Some);
    let kinds: Vec<Option<InstitutionKind>> = if kinds.is_empty() { vec![None] } else { each.collect() };
    let mut all: Vec<Line> = Vec::new();
    for kind in kinds {
        let left = most.map(|most| most.saturating_sub(all.len()) as u64);
        if left == Some(0) {
            break;
        }
        all.extend(institutions::institution_choices(tx, kind, left).await?.into_iter().map(Line::choice));
    }
    Ok(all)
}

/// Among what is chosen.
pub enum Among {
    /// Institutions of these kinds, in the order of the kinds; of all kinds when none is named.
    Institutions(&'static [InstitutionKind]),
    /// Services.
    Services(ServiceFilter),
}

impl Among {
    /// All of them, unless they are more than a list can hold.
    async fn list(&self, tx: &Read) -> Result<Option<Vec<Line>>> {
        let all = match self {
            Self::Institutions(kinds) => first_of(tx, kinds, Some(LISTED + 1)).await?,
            Self::Services(filter) => {
                let page = catalogue::list_services(tx, filter, &PageRequest::first(PageRequest::MAX)).await?;
                if page.next.is_some() {
                    return Ok(None);
                }
                page.items.into_iter().map(Line::service).collect()
            }
        };
        Ok(Some(all).filter(|all| all.len() <= LISTED))
    }

    /// Those that the words fit: the first ones, one more than is shown.
    async fn fitting(&self, visit: &Visit, tx: &Read, words: &str) -> Result<Vec<Line>> {
        let most = SHOWN + 1;
        match self {
            Self::Institutions(kinds) => {
                let fits = institutions_of(tx, kinds).await?.into_iter().filter(|line| line.fits(words));
                Ok(fits.take(most).collect())
            }
            Self::Services(filter) => {
                let index = visit.state().part::<Arc<SearchIndex>>()?;
                let found = catalogue::services_by_words(tx, index, words, filter, most).await?;
                Ok(found.into_iter().map(Line::service).collect())
            }
        }
    }

    /// The one with this id or code; behind the code its name may stand, as the page writes it.
    async fn named(&self, tx: &Read, words: &str) -> Result<Option<Line>> {
        let code = words.split_whitespace().next().unwrap_or_default().to_uppercase();
        match self {
            Self::Institutions(_) => {
                let known = match words.parse::<InstitutionId>() {
                    Ok(id) => Some(institutions::find(tx, id).await?),
                    Err(_) => institutions::by_code(tx, &code).await?,
                };
                Ok(known.map(Line::institution))
            }
            Self::Services(_) => {
                let known = catalogue::services_by_codes(tx, &[code]).await?;
                Ok(known.into_iter().next().map(Line::service))
            }
        }
    }

    /// The names of those who hold these services; nothing where all are of one holder.
    async fn holders(&self, tx: &Read, lines: &[Line]) -> Result<BTreeMap<InstitutionId, LangText>> {
        match self {
            Self::Services(filter) if filter.holder.is_none() => {
                let ids: Vec<InstitutionId> = lines.iter().filter_map(|line| line.holder).collect();
                institutions::names_of(tx, &ids).await
            }
            Self::Institutions(_) | Self::Services(_) => Ok(BTreeMap::new()),
        }
    }

    /// How a list writes one.
    fn choice(&self, line: &Line, locale: Locale) -> Choice {
        let label = match self {
            Self::Institutions(_) => line.name.get(locale).to_owned(),
            Self::Services(_) => line.code_and_name(locale),
        };
        Choice::new(line.value.as_str(), label)
    }
}

/// What an address or a form says of one choice.
pub struct Meant {
    among: Among,
    words: String,
    lines: Vec<Line>,
    /// Whether what is said leaves no doubt: a code, or words that are in the name of just one.
    sure: bool,
}

impl Meant {
    /// Reads what is said: an id, a code, a code with the name behind it, or words.
    ///
    /// # Errors
    /// Not found for an institution's id that nobody has; unavailable when the search cannot be used.
    pub async fn read(visit: &Visit, tx: &Read, among: Among, said: &str) -> Result<Self> {
        let words: String = said.trim().chars().take(LONGEST).collect();
        if words.is_empty() {
            return Ok(Self { among, words, lines: Vec::new(), sure: false });
        }
        if let Some(line) = among.named(tx, &words).await? {
            return Ok(Self { among, words, lines: vec![line], sure: true });
        }
        let lines = among.fitting(visit, tx, &words).await?;
        // The search knows other words too: what has another name is shown and not taken for what was meant.
        let sure = matches!(lines.as_slice(), [only] if only.fits(&words));
        Ok(Self { among, words, lines, sure })
    }

    /// The one that is meant.
    pub fn one(&self) -> Option<&Line> {
        self.lines.first().filter(|_| self.sure)
    }

    /// All that fit: the first ones, one more than is shown.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Whether something is said that fits nothing.
    pub fn is_nothing(&self) -> bool {
        self.lines.is_empty() && !self.words.is_empty()
    }

    /// Whether something fits and one of it is still to be chosen.
    pub fn is_open(&self) -> bool {
        !self.sure && !self.lines.is_empty()
    }

    /// How addresses say the same.
    pub fn text(&self) -> &str {
        self.one().map_or(self.words.as_str(), |line| line.value.as_str())
    }

    /// The institution that is meant.
    pub fn id(&self) -> Result<Option<InstitutionId>> {
        let id = self.one().map(|line| line.value.parse::<InstitutionId>()).transpose();
        id.map_err(|_| Error::not_found("institution"))
    }

    /// The value of the one that a form means.
    ///
    /// # Errors
    /// The key of what is wrong with the field: `unknown` when it fits nothing or nothing is said.
    pub fn only(&self, unknown: &'static str) -> std::result::Result<&str, &'static str> {
        match self.one() {
            Some(line) => Ok(line.value.as_str()),
            None if self.is_open() => Err("work-pick-several"),
            None => Err(unknown),
        }
    }

    /// The choice as the page draws it. What is chosen stays in the list, also when it is none of those offered.
    pub async fn pick(self, tx: &Read, locale: Locale) -> Result<Pick> {
        let listed = self.among.list(tx).await?;
        let typed = listed.is_none();
        let mut choices: Vec<Choice> =
            listed.unwrap_or_default().iter().map(|line| self.among.choice(line, locale)).collect();
        if matches!(self.among, Among::Institutions(_)) {
            choices.sort_by_cached_key(|choice| kernel::sort_key(&choice.label));
        }
        let value = match self.one() {
            Some(line) if typed => line.code_and_name(locale),
            _ => self.text().to_owned(),
        };
        let missing = |line: &&Line| !typed && choices.iter().all(|choice| choice.value != line.value);
        let kept = self.one().filter(missing).map(|line| self.among.choice(line, locale));
        choices.extend(kept);
        let found = self.found(tx, locale).await?;
        Ok(Pick { typed, choices, value, found, more: self.lines.len() > SHOWN })
    }

    /// What the words fit, while one of it is still to be chosen.
    async fn found(&self, tx: &Read, locale: Locale) -> Result<Vec<Found>> {
        if !self.is_open() {
            return Ok(Vec::new());
        }
        let lines = self.lines.get(..SHOWN).unwrap_or(&self.lines);
        let holders = self.among.holders(tx, lines).await?;
        let found = |line: &Line| Found {
            value: line.value.clone(),
            code: line.code.clone(),
            name: line.name.get(locale).to_owned(),
            holder: line.holder.and_then(|id| holders.get(&id)).map(|name| name.get(locale).to_owned()),
            href: None,
        };
        Ok(lines.iter().map(found).collect())
    }
}
