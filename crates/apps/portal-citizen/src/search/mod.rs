//! Search by category (POR-14): what else is found for the words, beside the services. A category is asked only when it
//! is chosen.

mod directory;
mod guides;
mod own;
mod tabs;

pub(crate) use directory::{DirectoryPage, directory};
pub(crate) use guides::{GuidesPage, articles, life};
pub(crate) use own::{OwnPage, own};
pub(crate) use tabs::{Tab, TabLink, counts, tabs};

use serde::{Deserialize, Serialize};
use web_kit::Visit;

/// Longest words that are looked for, in characters.
const LONGEST: usize = 200;

/// `?q=` and `?after=`
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    after: String,
}

impl Asked {
    /// The words that are looked for.
    fn words(&self) -> String {
        typed(&self.q)
    }

    /// The page that is asked for.
    fn after(&self) -> Option<&str> {
        Some(self.after.as_str()).filter(|after| !after.is_empty())
    }
}

/// The words as they are looked for; signs alone say nothing.
pub(crate) fn typed(words: &str) -> String {
    if !words.contains(char::is_alphanumeric) {
        return String::new();
    }
    words.trim().chars().take(LONGEST).collect()
}

/// What stands above the results of every category.
#[derive(Debug, Serialize)]
pub(crate) struct Head {
    q: String,
    /// Where the form leads: the same category.
    here: String,
    /// The name of the category.
    label: String,
    tabs: Vec<TabLink>,
}

impl Head {
    fn new(visit: &Visit, tab: Tab, q: &str, total: Option<u64>) -> Self {
        let counts = total.map(|total| (tab, total));
        Self {
            q: q.to_owned(),
            here: visit.url(tab.path()),
            label: visit.text(tab.key()),
            tabs: tabs(visit, q, tab, &counts.into_iter().collect::<Vec<_>>()),
        }
    }

    /// An invented one.
    fn sample(locale: kernel::Locale, q: &str) -> Self {
        Self {
            q: q.to_owned(),
            here: format!("/{locale}/search/life"),
            label: "Dzīves situācijas".to_owned(),
            tabs: TabLink::samples(locale),
        }
    }
}
