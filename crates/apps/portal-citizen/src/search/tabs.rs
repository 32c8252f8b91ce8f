//! The categories of what can be found, as plain links.

use kernel::{Locale, Role};
use serde::Serialize;
use web_kit::{Visit, percent};

use crate::guides::{Beside, GuideGroup};

/// A category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tab {
    /// The services, and above them the best of life situations, news and help.
    All,
    /// The services alone.
    Services,
    /// Life situations.
    Life,
    /// News and help.
    Articles,
    /// Institutions and how to reach them.
    Institutions,
    /// The client's own cases and documents.
    Own,
}

impl Tab {
    const ALL: [Self; 6] = [Self::All, Self::Services, Self::Life, Self::Articles, Self::Institutions, Self::Own];

    /// Its address, without words.
    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::All => "/services",
            // Words that were looked for already are no new search.
            Self::Services => "/services?in=services&seen=yes",
            Self::Life => "/search/life",
            Self::Articles => "/search/articles",
            Self::Institutions => "/search/institutions",
            Self::Own => "/search/own",
        }
    }

    /// Key of its name.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::All => "search-all",
            Self::Services => "search-services",
            Self::Life => "search-life",
            Self::Articles => "search-articles",
            Self::Institutions => "search-institutions",
            Self::Own => "search-own",
        }
    }
}

/// A link to a category.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TabLink {
    pub(super) href: String,
    pub(super) label: String,
    /// How many are found there, where that is known without asking.
    pub(super) count: Option<u64>,
    pub(super) current: bool,
}

impl TabLink {
    /// Invented ones.
    pub(crate) fn samples(locale: Locale) -> Vec<Self> {
        let link = |label: &str, count, current| Self {
            href: format!("/{locale}/search/life?q=x"),
            label: label.to_owned(),
            count,
            current,
        };
        vec![link("Viss", None, true), link("Pakalpojumi", Some(12), false), link("Iestādes", None, false)]
    }
}

/// The categories for these words; own cases and documents only for clients.
pub(crate) fn tabs(visit: &Visit, q: &str, current: Tab, counts: &[(Tab, u64)]) -> Vec<TabLink> {
    let link = |tab: Tab| TabLink {
        href: visit.url(&address(tab.path(), q)),
        label: visit.text(tab.key()),
        count: counts.iter().find(|(counted, _)| *counted == tab).map(|(_, count)| *count),
        current: tab == current,
    };
    let client = visit.caller().role == Role::Client;
    Tab::ALL.into_iter().filter(|tab| *tab != Tab::Own || client).map(link).collect()
}

/// The address of a page for these words.
pub(super) fn address(path: &str, q: &str) -> String {
    match (q.is_empty(), path.contains('?')) {
        (true, _) => path.to_owned(),
        (false, true) => format!("{path}&q={}", percent(q)),
        (false, false) => format!("{path}?q={}", percent(q)),
    }
}

/// What the search for services has counted by the way; no services where they are only similar.
pub(crate) fn counts(services: Option<u64>, beside: &Beside) -> Vec<(Tab, u64)> {
    let of = |group: GuideGroup| match group {
        GuideGroup::Life => Tab::Life,
        GuideGroup::Articles => Tab::Articles,
        GuideGroup::Institutions => Tab::Institutions,
    };
    let others = beside.counts.iter().map(|(group, count)| (of(*group), *count));
    services.map(|count| (Tab::Services, count)).into_iter().chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn words_are_part_of_every_address() {
        assert_eq!(address("/search/life", "bērns & x"), "/search/life?q=b%C4%93rns%20%26%20x");
        assert_eq!(address("/services?in=services&seen=yes", "x"), "/services?in=services&seen=yes&q=x");
        assert_eq!(address("/search/life", ""), "/search/life");
    }
}
