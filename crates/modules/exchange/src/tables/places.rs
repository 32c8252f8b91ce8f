//! Which column of the table an element of a description stands in.

use super::lists::Numbers;
use super::shape::List;
use catalogue::{Contact, Description};
use kernel::{Channel, FieldError, InstitutionId};

/// A description that was made from a row.
pub struct Places<'a> {
    /// As it would be.
    pub text: &'a Description,
    /// Whose it is.
    pub holder: InstitutionId,
    /// The numbers of its items in the headings.
    pub numbers: &'a Numbers,
}

impl Places<'_> {
    /// The heading of the column in which the faulty element stands; its place in the description where no column shows
    /// it. `cell` is what the row says under a heading.
    pub fn column_of<'c>(&self, fault: &FieldError, cell: &impl Fn(&str) -> Option<&'c str>) -> String {
        let parts: Vec<&str> = fault.path.split('/').collect();
        let found = match parts.as_slice() {
            [name @ ("name" | "summary" | "audience" | "appeal" | "notice" | "payment"), rest @ ..] => {
                in_language(name, rest, fault)
            }
            ["conditions", _, rest @ ..] => in_language("conditions", rest, fault),
            ["conditions"] => Some("conditions_lv".to_owned()),
            ["keywords", rest @ ..] => in_language("keywords", rest, fault),
            [name @ ("legal_basis" | "territory" | "related" | "life_events"), ..] => Some((*name).to_owned()),
            ["valid_from"] => Some("offered_from".to_owned()),
            ["valid_to"] => Some("offered_to".to_owned()),
            ["steps", rest @ ..] => self.item(List::Steps, rest, fault),
            ["documents", rest @ ..] => self.item(List::Documents, rest, fault),
            ["outputs", rest @ ..] => self.item(List::Outputs, rest, fault),
            ["providers", place, "contact", part] | ["providers", place, part @ ("email" | "website")] => {
                self.contact(place, part, cell)
            }
            ["providers", stage] => Some(self.unreached(stage)),
            ["providers", rest @ ..] => self.item(List::Providers, rest, fault),
            ["digital"] => Some("digital_mode".to_owned()),
            ["digital", "support", rest @ ..] => in_language("digital_support", rest, fault),
            ["digital", part] => Some(format!("digital_{part}")),
            ["channels", "request" | "receipt"] => Some("electronic_stages".to_owned()),
            ["channels", place, "hours", rest @ ..] => {
                self.channel(place).and_then(|channel| in_language(&format!("{channel}_hours"), rest, fault))
            }
            ["channels", place, "tiers", rest @ ..] => self.channel(place).and_then(|at| self.tier(at, rest, fault)),
            ["channels", place, "note", rest @ ..] => {
                self.channel(place).and_then(|channel| in_language(&format!("{channel}_note"), rest, fault))
            }
            [
                "channels",
                place,
                part @ ("fee" | "deadline" | "link" | "sign_in" | "places" | "opening" | "reason"),
                ..,
            ] => self.channel(place).map(|channel| format!("{channel}_{part}")),
            _ => None,
        };
        found.unwrap_or_else(|| fault.path.clone())
    }

    /// A part of an item; of a list that lacks items its first column.
    fn item(&self, list: List, rest: &[&str], fault: &FieldError) -> Option<String> {
        let first = if matches!(list, List::Steps) { "title_lv" } else { "name_lv" };
        match rest {
            [] if list == List::Providers => Some(list.heading(1, list.word())),
            [] => Some(list.heading(1, first)),
            [place, part @ ("title" | "text" | "name" | "note"), rest @ ..] => {
                in_language(&self.heading(list, place, part)?, rest, fault)
            }
            [place, part, ..] => self.heading(list, place, part),
            [place] => self.heading(list, place, list.word()),
        }
    }

    fn heading(&self, list: List, place: &str, part: &str) -> Option<String> {
        Some(list.heading(self.numbers.of(list, place.parse().ok()?), part))
    }

    fn channel(&self, place: &str) -> Option<Channel> {
        Some(self.text.channels.get(place.parse::<usize>().ok()?)?.channel)
    }

    /// A part of a payment besides the ordinary fee.
    fn tier(&self, channel: Channel, rest: &[&str], fault: &FieldError) -> Option<String> {
        let list = List::Fees(channel);
        match rest {
            [place, "condition", rest @ ..] => in_language(&self.heading(list, place, "case")?, rest, fault),
            [place, ..] => self.heading(list, place, list.word()),
            [] => Some(list.heading(1, list.word())),
        }
    }

    /// What the columns of the holder say is named by them; what a stage says by itself by its number.
    fn contact<'c>(&self, place: &str, part: &str, cell: &impl Fn(&str) -> Option<&'c str>) -> Option<String> {
        let provider = self.text.providers.get(place.parse::<usize>().ok()?)?;
        let shared = format!("contact_{part}");
        let own = provider.institution == self.holder && cell(&shared) == said(&provider.contact, part);
        if own { Some(shared) } else { self.heading(List::Providers, place, part) }
    }

    /// A stage that nobody provides, or whose provider cannot be reached.
    fn unreached(&self, stage: &str) -> String {
        match self.text.providers.iter().position(|provider| provider.stage.as_str() == stage) {
            Some(place) if self.text.providers[place].institution != self.holder => {
                List::Providers.heading(self.numbers.of(List::Providers, place), "phone")
            }
            Some(_) => "contact_phone".to_owned(),
            None => List::Providers.heading(1, List::Providers.word()),
        }
    }
}

fn said<'a>(contact: &'a Contact, part: &str) -> Option<&'a str> {
    match part {
        "phone" => contact.phone.as_deref(),
        "email" => contact.email.as_deref(),
        "address" => contact.address.as_deref(),
        "website" => contact.website.as_deref(),
        _ => None,
    }
}

/// The column of one language; which one is missing only the reason says.
fn in_language(name: &str, rest: &[&str], fault: &FieldError) -> Option<String> {
    let language = match rest {
        [] if fault.key.contains("english") => "en",
        [] => "lv",
        [language] => *language,
        _ => return None,
    };
    Some(format!("{name}_{language}"))
}
