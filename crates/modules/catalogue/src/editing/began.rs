//! Who of two changed what of the text that both began with.

use crate::Typed;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the inputs of a section said when somebody began to write, by a mark of each that was filled: enough to tell
/// afterwards who changed what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Began(BTreeMap<String, String>);

/// Who changed an input since both began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Only who wrote the standing text, or nobody.
    Theirs,
    /// Only who wrote the refused text.
    Mine,
    /// Both; or nobody knows.
    Both,
}

impl Began {
    /// The marks of a text. How lines end and in which order boxes were ticked says nothing.
    #[must_use]
    pub fn of(typed: &Typed) -> Self {
        let mut marks = BTreeMap::new();
        for (name, values) in typed.by_name() {
            let clean = values.into_iter().map(|value| value.replace("\r\n", "\n").trim().to_owned());
            let mut words: Vec<String> = clean.filter(|words| !words.is_empty()).collect();
            words.sort();
            if !words.is_empty() {
                marks.insert(name.to_owned(), mark(&words.join("\n")));
            }
        }
        Self(marks)
    }

    /// As a form carries it.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.iter().map(|(name, mark)| format!("{name} {mark}")).collect::<Vec<_>>().join(";")
    }

    /// From what a form carried; none when it says something else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let pairs = text.split(';').filter(|pair| !pair.is_empty());
        let named = pairs.map(|pair| pair.rsplit_once(' ').map(|(name, mark)| (name.to_owned(), mark.to_owned())));
        named.collect::<Option<_>>().map(Self)
    }

    fn items(&self, group: &str) -> usize {
        let place =
            |name: &String| name.strip_prefix(group)?.strip_prefix('/')?.split('/').next()?.parse::<usize>().ok();
        self.0.keys().filter_map(place).max().map_or(0, |last| last.saturating_add(1))
    }

    /// The marks of a unit: of an input, an item or a list.
    fn within<'a>(&'a self, unit: &'a str) -> impl Iterator<Item = (&'a String, &'a String)> {
        let inside =
            move |name: &str| name.strip_prefix(unit).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.0.iter().filter(move |(name, _)| inside(name.as_str()))
    }
}

/// Two texts and what both began with.
pub(super) struct Sides<'a> {
    began: &'a Began,
    theirs: Began,
    mine: Began,
}

impl<'a> Sides<'a> {
    pub fn new(began: &'a Began, theirs: &Typed, mine: &Typed) -> Self {
        Self { began, theirs: Began::of(theirs), mine: Began::of(mine) }
    }

    /// Who changed the input, or what it cannot be told apart from.
    pub fn of(&self, name: &str) -> Side {
        let unit = self.unit(name);
        let changed = |now: &Began| now.within(unit).ne(self.began.within(unit));
        match (changed(&self.theirs), changed(&self.mine)) {
            (_, false) => Side::Theirs,
            (false, true) => Side::Mine,
            (true, true) => Side::Both,
        }
    }

    /// An item of a list is one thing, and so is the list when somebody added an item or took one out: places do not
    /// tell any more which item is which.
    fn unit<'n>(&self, name: &'n str) -> &'n str {
        let Some((group, rest)) = name.split_once('/') else { return name };
        let number = rest.split('/').next().unwrap_or_default();
        if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return name;
        }
        let [began, theirs, mine] = [self.began, &self.theirs, &self.mine].map(|one| one.items(group));
        let same = began == theirs && began == mine;
        if same { name.get(..group.len() + 1 + number.len()).unwrap_or(name) } else { group }
    }
}

/// FNV-1a: two texts with one mark would be asked about or not, and nothing is lost by it.
fn mark(words: &str) -> String {
    let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", words.bytes().fold(0xcbf2_9ce4_8422_2325, fold))
}
