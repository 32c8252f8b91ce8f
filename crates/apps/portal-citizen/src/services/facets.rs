//! What the list of services can be narrowed by: boxes to tick with their counts, and what is ticked already.

use catalogue::{Chosen, FacetCounts, FacetName, WHOLE_COUNTRY};
use kernel::{Channel, InstitutionId, Locale, Result};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use storage::Read;
use web_kit::Visit;

use crate::own::sort_key;

/// The most values shown at once under one name; ticked ones are shown besides, the rest unfolds.
const MOST: usize = 12;

/// One box.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Tick {
    pub(super) id: String,
    pub(super) value: String,
    pub(super) label: String,
    pub(super) count: u64,
    pub(super) checked: bool,
}

/// The boxes under one name.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Group {
    pub(super) name: &'static str,
    pub(super) title: String,
    pub(super) open: bool,
    pub(super) boxes: Vec<Tick>,
    /// The values that are less frequent, by name.
    pub(super) more: Vec<Tick>,
}

/// Something ticked, and where it is taken back.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Picked {
    pub(super) group: String,
    pub(super) label: String,
    pub(super) href: String,
}

/// Reads what is ticked from the address; values that cannot be are passed over, so that no old address is refused.
pub(super) fn chosen(asked: &[(String, String)]) -> Chosen {
    let mut chosen = Chosen::default();
    for (name, value) in asked {
        if let Ok(name) = name.parse::<FacetName>() {
            // What a value cannot be is not picked.
            let _ = chosen.pick(name, value);
        }
    }
    chosen
}

/// The part of an address that picks the same, beginning with the words.
pub(super) fn address(q: &str, chosen: &Chosen) -> String {
    let words = (!q.is_empty()).then(|| format!("q={}", web_kit::percent(q)));
    let picked = chosen.iter().map(|(name, value)| format!("{}={}", name.as_str(), web_kit::percent(value)));
    words.into_iter().chain(picked).collect::<Vec<_>>().join("&")
}

/// Names of everything that can be picked.
pub(super) struct Labels<'a> {
    visit: &'a Visit,
    holders: BTreeMap<InstitutionId, kernel::LangText>,
    municipalities: BTreeMap<String, kernel::LangText>,
    /// Titles of life situations by their word.
    situations: BTreeMap<String, kernel::LangText>,
}

impl<'a> Labels<'a> {
    /// Reads the names that are needed for these counts and what is picked.
    pub(super) async fn of(tx: &Read, visit: &'a Visit, counts: &FacetCounts, chosen: &Chosen) -> Result<Labels<'a>> {
        let shown = |name: FacetName| {
            let counted = counts.of(name).iter().map(|(value, _)| value.as_str());
            counted.chain(chosen.of(name)).collect::<Vec<&str>>()
        };
        let ids: Vec<InstitutionId> =
            shown(FacetName::Holder).into_iter().filter_map(|value| value.parse().ok()).collect();
        let holders = institutions::names_of(tx, &ids).await?;
        let municipalities = if shown(FacetName::Territory).into_iter().any(|value| value != WHOLE_COUNTRY) {
            let all = institutions::municipalities(tx).await?;
            all.into_iter().filter_map(|one| Some((one.atvk?, one.name))).collect()
        } else {
            BTreeMap::new()
        };
        let situations = catalogue::situation_titles(tx, &shown(FacetName::Life)).await?;
        Ok(Self { visit, holders, municipalities, situations })
    }

    fn label(&self, name: FacetName, value: &str) -> Option<String> {
        let locale = self.visit.locale();
        let named = |names: Option<&kernel::LangText>| names.map(|name| name.get(locale).to_owned());
        match name {
            FacetName::Client => Some(self.visit.text(&format!("client-circle-{value}"))),
            FacetName::Channel => Some(self.visit.text(&format!("channel-{}", value.parse::<Channel>().ok()?))),
            FacetName::Online => Some(self.visit.text(&format!("finding-online-{value}"))),
            FacetName::Sdg => Some(self.visit.text(&format!("finding-sdg-{value}"))),
            FacetName::Life => named(self.situations.get(value)).or_else(|| self.word_of_life(value)),
            FacetName::Holder => named(self.holders.get(&value.parse().ok()?)),
            FacetName::Territory if value == WHOLE_COUNTRY => Some(self.visit.text("service-territory-country")),
            FacetName::Territory => named(self.municipalities.get(value)),
        }
    }

    /// A word of a description that belongs to no published situation, where there is a text for it.
    fn word_of_life(&self, word: &str) -> Option<String> {
        let key = format!("life-event-{word}");
        let has = self.visit.state().templates().catalog().has(self.visit.locale(), &key);
        has.then(|| self.visit.text(&key))
    }

    /// The groups of boxes: the most frequent values, those that are ticked, and the rest.
    pub(super) fn groups(&self, counts: &FacetCounts, chosen: &Chosen) -> Vec<Group> {
        FacetName::ALL.iter().filter_map(|name| self.group(*name, counts.of(*name), chosen)).collect()
    }

    fn group(&self, name: FacetName, counted: &[(String, u64)], chosen: &Chosen) -> Option<Group> {
        let ticked: Vec<&str> = chosen.of(name).collect();
        let absent = ticked.iter().filter(|value| !counted.iter().any(|(known, _)| known == *value));
        let values = counted.iter().cloned().chain(absent.map(|value| ((*value).to_owned(), 0)));
        let named = values.filter_map(|(value, count)| Some((self.label(name, &value)?, value, count)));
        let ticks = ranked(named.collect()).into_iter().enumerate().map(|(place, (label, value, count))| Tick {
            id: format!("{}-{place}", name.as_str()),
            checked: ticked.contains(&value.as_str()),
            value,
            label,
            count,
        });
        let (first, rest): (Vec<_>, Vec<_>) = ticks.enumerate().partition(|(place, one)| *place < MOST || one.checked);
        let boxes: Vec<Tick> = first.into_iter().map(|(_, one)| one).collect();
        let mut more: Vec<Tick> = rest.into_iter().map(|(_, one)| one).collect();
        more.sort_by_cached_key(|one| sort_key(&one.label));
        // One value that is not ticked narrows nothing. By what the gateway is told of, other sites ask and people do not.
        let offered = boxes.len() > 1 && name != FacetName::Sdg;
        let useful = offered || boxes.iter().any(|one| one.checked);
        let open = !ticked.is_empty() || matches!(name, FacetName::Client | FacetName::Life);
        let title = self.visit.text(&format!("finding-by-{}", name.as_str()));
        useful.then(|| Group { name: name.as_str(), title, open, boxes, more })
    }

    /// What is ticked, each with the address of the list without it.
    pub(super) fn picked(&self, q: &str, chosen: &Chosen) -> Vec<Picked> {
        let line = |(name, value): (FacetName, &str)| Picked {
            group: self.visit.text(&format!("finding-by-{}", name.as_str())),
            label: self.label(name, value).unwrap_or_else(|| value.to_owned()),
            href: self.visit.url(&format!("/services?{}", address(q, &chosen.without(name, value)))),
        };
        chosen.iter().map(line).collect()
    }
}

/// The most frequent first, and of those that are equally frequent by name: their values are ids that say nothing.
fn ranked(mut named: Vec<(String, String, u64)>) -> Vec<(String, String, u64)> {
    named.sort_by_cached_key(|(label, _, count)| (Reverse(*count), sort_key(label)));
    named
}

/// Invented groups.
pub(super) fn samples(locale: Locale) -> (Vec<Group>, Vec<Picked>) {
    let either = |lv: &str, en: &str| if locale == Locale::Lv { lv.to_owned() } else { en.to_owned() };
    let one =
        |id: &str, label: String, checked| Tick { id: id.to_owned(), value: "x".to_owned(), label, count: 7, checked };
    let boxes = vec![
        one("channel-0", either("Elektroniski", "Online"), true),
        one("channel-1", either("Pa <tālruni>", "By <phone>"), false),
    ];
    let more = vec![one("channel-2", either("Pa <pastu>", "By <post>"), false)];
    let group = |name, title: String, open| Group { name, title, open, boxes: boxes.clone(), more: more.clone() };
    let groups = vec![group("channel", either("Veids", "Way"), true)];
    let picked = Picked {
        group: either("Veids", "Way"),
        label: either("Elektroniski", "Online"),
        href: format!("/{locale}/services?q=x"),
    };
    (groups, vec![picked])
}

#[cfg(test)]
mod tests {
    use super::ranked;

    // req: POR-08
    #[test]
    fn equally_frequent_values_stand_by_name_as_latvian_orders_it() {
        let named = [
            ("Zemgale", "1", 4_u64),
            ("Čiekurs", "2", 4),
            ("Cēsis", "3", 4),
            ("Āraiši", "4", 4),
            ("Ventspils", "5", 9),
        ];
        let owned = named.map(|(label, value, count)| (label.to_owned(), value.to_owned(), count));
        let shown: Vec<String> = ranked(owned.into()).into_iter().map(|(label, ..)| label).collect();
        assert_eq!(shown, ["Ventspils", "Āraiši", "Cēsis", "Čiekurs", "Zemgale"]);
    }
}
