//! Which part of the queue an address asks for, and the address of a part.

use crate::parts::{LINES, page_asked, word};
use cases::{DeskFilter, DeskQuery, Tab};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Channel, Cursor, Error, Result, Role, riga_date};
use web_kit::{Fields, Visit, percent};

/// Deadlines that can be asked for.
pub const DUES: [&str; 3] = ["late", "today", "week"];

/// A part of the queue, as words of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskAsked {
    pub tab: Tab,
    pub channel: Option<Channel>,
    /// The code of a service, or words that fit none.
    pub service: Option<String>,
    /// Only where the cases of the tab have due days: elsewhere it is not offered, and an address that holds it is read
    /// without.
    pub due: Option<&'static str>,
}

impl DeskAsked {
    /// Reads the address; `service` is what it says of the service. Specialists, who take no cases, begin at what the
    /// team has.
    pub fn read(visit: &Visit, asked: &Fields, service: Option<String>) -> Result<Self> {
        let first = if visit.caller().role == Role::Officer { Tab::Mine } else { Tab::Team };
        let due = asked.text("due");
        let known = DUES.into_iter().find(|word| *word == due);
        if known.is_none() && !due.is_empty() {
            return Err(Error::invalid("work-due").arg("word", due));
        }
        let tab: Tab = word(asked, "tab")?.unwrap_or(first);
        let due = known.filter(|_| tab.has_due_days());
        Ok(Self { tab, channel: word(asked, "channel")?, service, due })
    }

    /// The query for the page that the address asks for.
    pub fn query(&self, asked: &Fields, now: DateTime<Utc>) -> Result<DeskQuery> {
        let filter = DeskFilter {
            tab: self.tab,
            channel: self.channel,
            service: self.service.clone(),
            due_before: self.due.map(|word| due_before(word, now)),
        };
        Ok(DeskQuery { filter, page: page_asked(asked, LINES)? })
    }

    /// Whether anything but the tab is asked for.
    pub const fn is_filtered(&self) -> bool {
        self.channel.is_some() || self.service.is_some() || self.due.is_some()
    }

    /// The same tab without filters.
    pub fn unfiltered(&self) -> Self {
        Self { tab: self.tab, channel: None, service: None, due: None }
    }

    /// What follows `?`. Every value but the service is a word or a cursor and needs no escaping.
    pub fn pairs(&self, after: Option<&Cursor>) -> String {
        let mut pairs = format!("tab={}", self.tab.as_str());
        let channel = self.channel.map(Channel::as_str);
        let service = self.service.as_deref().map(percent);
        let parts = [("channel", channel), ("service", service.as_deref()), ("due", self.due)];
        for (name, value) in parts.into_iter().chain([("after", after.map(Cursor::as_str))]) {
            if let Some(value) = value {
                pairs.push_str(&format!("&{name}={value}"));
            }
        }
        pairs
    }
}

fn due_before(word: &str, now: DateTime<Utc>) -> DateTime<Utc> {
    match word {
        "late" => now,
        // A term ends with the last second of its day.
        "today" => worktime::start_of_day(riga_date(now + TimeDelta::days(1))),
        _ => worktime::start_of_day(riga_date(now + TimeDelta::days(8))),
    }
}
