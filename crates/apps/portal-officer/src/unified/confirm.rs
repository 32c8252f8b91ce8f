//! Before a new text of a template in use is kept: what it says differently, and whose descriptions change with it.

use super::form::Typed;
use crate::parts::either;
use catalogue::{ServiceListItem, TemplateEffect};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{InstitutionId, Locale, Result};
use serde::Serialize;
use service_words::{Change, PieceView};
use storage::Read;
use web_kit::{Fields, Template, Visit};

/// The most services named; all are changed.
const SHOWN: usize = 50;

/// Fields that are not of the text: the mark of the session, and which button was pressed.
const BESIDES: [&str; 3] = ["csrf", "seen", "back"];

/// Context of `work/unified/confirm.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ConfirmPage {
    code: String,
    action: String,
    /// The public page of the unified service.
    public: String,
    /// All that was typed, to be sent again whatever is chosen.
    fields: Vec<Sent>,
    note: String,
    /// The day on which it is to take effect; none for at once.
    from: Option<NaiveDate>,
    /// The day of the text that waits and gets the change too.
    joins: Option<DateTime<Utc>>,
    /// The mark of what this page shows.
    seen: String,
    /// Whether something else was confirmed: meanwhile other services are attached.
    moved: bool,
    changes: Vec<Change>,
    services: Vec<Follower>,
    /// How many services are changed, not all of them shown.
    count: usize,
    more: usize,
    attached: usize,
}

/// A field of the form.
#[derive(Debug, Clone, Serialize)]
struct Sent {
    name: String,
    value: String,
}

/// A service whose description changes.
#[derive(Debug, Clone, Serialize)]
struct Follower {
    code: String,
    name: String,
    href: String,
    holder: String,
}

impl ConfirmPage {
    /// What `effect` does at once or on a day, with all that was `sent`.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn of(
        visit: &Visit,
        tx: &Read,
        code: &str,
        (typed, sent): (&Typed, &Fields),
        effect: TemplateEffect,
        from: Option<NaiveDate>,
    ) -> Result<Self> {
        let count = effect.follow.len();
        let seen = sent.text("seen");
        let fields = sent.0.iter().filter(|(name, _)| !BESIDES.contains(&name.as_str()));
        Ok(Self {
            code: code.to_owned(),
            action: visit.url(&format!("/work/templates/{code}/edit")),
            public: visit.url(&format!("/unified/{code}")),
            fields: fields.map(|(name, value)| Sent { name: name.clone(), value: value.clone() }).collect(),
            note: typed.note.clone(),
            from,
            joins: effect.joins,
            moved: !seen.is_empty() && seen != effect.digest,
            seen: effect.digest,
            changes: service_words::changes(tx, visit, &effect.changes).await?,
            services: followers(visit, tx, effect.follow).await?,
            count,
            more: count.saturating_sub(SHOWN),
            attached: effect.attached,
        })
    }

    /// Whether something else was confirmed than what would happen now.
    pub fn is_moved(&self) -> bool {
        self.moved
    }
}

async fn followers(visit: &Visit, tx: &Read, mut items: Vec<ServiceListItem>) -> Result<Vec<Follower>> {
    items.truncate(SHOWN);
    let holders: Vec<InstitutionId> = items.iter().map(|item| item.holder).collect();
    let names = institutions::names_of(tx, &holders).await?;
    let follower = |item: ServiceListItem| Follower {
        name: item.name.get(visit.locale()).to_owned(),
        href: visit.url(&format!("/services/{}", item.code)),
        holder: names.get(&item.holder).map(|name| name.get(visit.locale()).to_owned()).unwrap_or_default(),
        code: item.code,
    };
    Ok(items.into_iter().map(follower).collect())
}

impl Template for ConfirmPage {
    const NAME: &'static str = "work/unified/confirm.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let piece = |kind: &'static str, text: &str| PieceView { kind, text: text.to_owned() };
        let change = Change {
            label: either(locale, "Nosaukums (latviešu)", "Name (Latvian)"),
            lang: Some("lv".to_owned()),
            pieces: vec![piece("kept", "Būvatļauja"), piece("added", " <paraugs>")],
        };
        let follower = Follower {
            code: "1100".to_owned(),
            name: either(locale, "Būvatļauja", "Building permit"),
            href: format!("/{locale}/services/1100"),
            holder: either(locale, "Cēsu novada pašvaldība", "Cēsis Municipality"),
        };
        let sent = |name: &str, value: &str| Sent { name: name.to_owned(), value: value.to_owned() };
        let page = Self {
            code: "V102".to_owned(),
            action: format!("/{locale}/work/templates/V102/edit"),
            public: format!("/{locale}/unified/V102"),
            fields: vec![sent("revision", "3"), sent("name-lv", "Būvatļauja <paraugs>")],
            note: either(locale, "Īsāks nosaukums", "A shorter name"),
            from: None,
            joins: None,
            seen: "0f3a".to_owned(),
            moved: false,
            changes: vec![change],
            services: vec![follower.clone(), follower],
            count: 52,
            more: 50,
            attached: 60,
        };
        let none = Self { services: Vec::new(), count: 0, more: 0, ..page.clone() };
        let alone = Self { attached: 0, note: String::new(), ..none.clone() };
        let one = Self { count: 1, more: 0, attached: 1, ..page.clone() };
        let day = NaiveDate::from_ymd_opt(2027, 1, 1);
        let planned = Self { from: day, ..page.clone() };
        let planned_none = Self { from: day, ..none.clone() };
        let joining = Self { joins: Some(DateTime::UNIX_EPOCH), ..none.clone() };
        vec![Self { moved: true, ..page.clone() }, page, one, none, alone, planned, planned_none, joining]
    }
}
