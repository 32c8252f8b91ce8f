//! The columns of the table: what each shows of a description, and what a changed cell does to it.

use super::cells::{self, Wrong};
use super::channel_columns;
use catalogue::{ClientCircle, Contact, Description, Flags, LegalAct, Signature, Territory};
use kernel::{Assurance, Channel, InstitutionId, LangText};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Columns before those of the description: which service, the newest version that was seen, its state.
pub const CODE: &str = "code";
/// Number of the newest description when the table was written.
pub const VERSION: &str = "version";
/// For the reader only.
pub const STATE: &str = "state";

type Get = Box<dyn Fn(&Description, InstitutionId) -> String + Send + Sync>;
type Set = Box<dyn Fn(&mut Description, InstitutionId, &str) -> Result<(), Wrong> + Send + Sync>;

/// One column of the description.
pub struct Column {
    /// The heading.
    pub name: String,
    /// Key of its explanation: `table-about-<about>`.
    pub about: &'static str,
    /// The words that a cell may hold, where they are a closed list.
    pub words: Vec<&'static str>,
    /// The cell of a description.
    pub get: Get,
    /// Puts a cell into a description.
    pub set: Set,
}

/// A column without a closed list of words.
pub fn column(
    name: impl Into<String>,
    about: &'static str,
    get: impl Fn(&Description, InstitutionId) -> String + Send + Sync + 'static,
    set: impl Fn(&mut Description, InstitutionId, &str) -> Result<(), Wrong> + Send + Sync + 'static,
) -> Column {
    Column { name: name.into(), about, words: Vec::new(), get: Box::new(get), set: Box::new(set) }
}

impl Column {
    /// The same column, with the words that its cells may hold.
    pub fn of(mut self, words: impl IntoIterator<Item = &'static str>) -> Self {
        self.words = words.into_iter().collect();
        self
    }
}

/// Every column of the description, in the order of the table.
pub fn columns() -> Vec<Column> {
    let mut all = Vec::new();
    both(&mut all, "name", |text| Some(&text.name), |text| &mut text.name);
    both(&mut all, "summary", |text| Some(&text.summary), |text| &mut text.summary);
    classes(&mut all);
    both(&mut all, "audience", |text| Some(&text.audience), |text| &mut text.audience);
    conditions(&mut all);
    all.push(laws());
    both(&mut all, "appeal", |text| Some(&text.appeal), |text| &mut text.appeal);
    keywords(&mut all);
    contacts(&mut all);
    for channel in Channel::ALL {
        channel_columns::of(&mut all, channel);
    }
    days(&mut all);
    both(&mut all, "notice", |text| text.notice.as_ref(), |text| text.notice.get_or_insert_with(LangText::default));
    all
}

/// A text in both languages.
fn both(
    all: &mut Vec<Column>,
    name: &'static str,
    get: fn(&Description) -> Option<&LangText>,
    place: fn(&mut Description) -> &mut LangText,
) {
    all.push(column(
        format!("{name}_lv"),
        name,
        move |text, _| get(text).map(|text| text.lv.clone()).unwrap_or_default(),
        move |text, _, cell| {
            place(text).lv = cell.to_owned();
            Ok(())
        },
    ));
    all.push(column(
        format!("{name}_en"),
        name,
        move |text, _| get(text).map(|text| text.en.clone()).unwrap_or_default(),
        move |text, _, cell| {
            place(text).en = cell.to_owned();
            Ok(())
        },
    ));
}

fn classes(all: &mut Vec<Column>) {
    all.push(column(
        "cofog",
        "cofog",
        |text, _| text.cofog.clone(),
        |text, _, cell| {
            text.cofog = cell.to_owned();
            Ok(())
        },
    ));
    let circle = column(
        "client_circle",
        "client_circle",
        |text, _| text.client_circle.as_str().to_owned(),
        |text, _, cell| {
            text.client_circle = cells::word(cell)?;
            Ok(())
        },
    );
    all.push(circle.of(ClientCircle::ALL.iter().map(|word| word.as_str())));
    all.push(column(
        "territory",
        "territory",
        |text, _| territory(&text.territory),
        |text, _, cell| {
            text.territory = match cell {
                "LV" | "" => Territory::WholeCountry,
                codes => Territory::Municipalities(codes.split_whitespace().map(str::to_owned).collect()),
            };
            Ok(())
        },
    ));
    let identification = column(
        "identification",
        "identification",
        |text, _| spoken(&text.identification),
        |text, _, cell| {
            text.identification = meant::<Assurance>(cell)?;
            Ok(())
        },
    );
    all.push(identification.of(["none", "low", "substantial", "high"]));
    let signature = column(
        "signature",
        "signature",
        |text, _| text.signature.as_str().to_owned(),
        |text, _, cell| {
            text.signature = cells::word(cell)?;
            Ok(())
        },
    );
    all.push(signature.of(Signature::ALL.iter().map(|word| word.as_str())));
    let marks = column(
        "marks",
        "marks",
        |text, _| marks(text.flags),
        |text, _, cell| {
            text.flags = flags(cell)?;
            Ok(())
        },
    );
    all.push(marks.of(Flags::WORDS));
}

fn marks(flags: Flags) -> String {
    flags.words().collect::<Vec<_>>().join(" ")
}

fn flags(cell: &str) -> Result<Flags, Wrong> {
    let mut value = serde_json::Map::new();
    for word in cell.split([' ', ',']).filter(|word| !word.is_empty()) {
        if !Flags::WORDS.contains(&word) {
            return Err("table-word");
        }
        value.insert(word.to_owned(), Value::Bool(true));
    }
    serde_json::from_value(Value::Object(value)).map_err(|_| "table-word")
}

fn spoken(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn meant<T: DeserializeOwned>(word: &str) -> Result<T, Wrong> {
    serde_json::from_value(Value::String(word.to_owned())).map_err(|_| "table-word")
}

fn territory(territory: &Territory) -> String {
    match territory {
        Territory::WholeCountry => "LV".to_owned(),
        Territory::Municipalities(codes) => codes.join(" "),
    }
}

/// One condition a line; the lines of both languages belong together in their order.
fn conditions(all: &mut Vec<Column>) {
    fn joined(text: &Description, of: fn(&LangText) -> &str) -> String {
        text.conditions.iter().map(of).collect::<Vec<_>>().join("\n").trim_end().to_owned()
    }
    fn put(text: &mut Description, cell: &str, place: fn(&mut LangText) -> &mut String) {
        let lines = cells::lines(cell);
        let length = text.conditions.len().max(lines.len());
        text.conditions.resize_with(length, LangText::default);
        for (number, condition) in text.conditions.iter_mut().enumerate() {
            *place(condition) = lines.get(number).copied().unwrap_or_default().to_owned();
        }
        text.conditions.retain(|condition| condition.languages().next().is_some());
    }
    all.push(column(
        "conditions_lv",
        "conditions",
        |text, _| joined(text, |one| &one.lv),
        |text, _, cell| {
            put(text, cell, |one| &mut one.lv);
            Ok(())
        },
    ));
    all.push(column(
        "conditions_en",
        "conditions",
        |text, _| joined(text, |one| &one.en),
        |text, _, cell| {
            put(text, cell, |one| &mut one.en);
            Ok(())
        },
    ));
}

/// One legal act a line: `Latvian title | English title | address`.
fn laws() -> Column {
    let line = |act: &LegalAct| {
        let parts = [act.title.lv.as_str(), act.title.en.as_str(), act.link.as_deref().unwrap_or_default()];
        parts.join(" | ").trim_end_matches(" | ").to_owned()
    };
    column(
        "legal_basis",
        "legal_basis",
        move |text, _| text.legal_basis.iter().map(line).collect::<Vec<_>>().join("\n"),
        |text, _, cell| {
            let mut acts = Vec::new();
            for line in cells::lines(cell) {
                let parts: Vec<&str> = line.split('|').map(str::trim).collect();
                if parts.len() > 3 {
                    return Err("table-law");
                }
                let part = |place: usize| parts.get(place).copied().unwrap_or_default();
                acts.push(LegalAct { title: LangText::new(part(0), part(1)), link: cells::link(part(2))? });
            }
            text.legal_basis = acts;
            Ok(())
        },
    )
}

fn keywords(all: &mut Vec<Column>) {
    fn split(cell: &str) -> Vec<String> {
        cell.split([',', '\n']).map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    }
    all.push(column(
        "keywords_lv",
        "keywords",
        |text, _| text.keywords.lv.join(", "),
        |text, _, cell| {
            text.keywords.lv = split(cell);
            Ok(())
        },
    ));
    all.push(column(
        "keywords_en",
        "keywords",
        |text, _| text.keywords.en.join(", "),
        |text, _, cell| {
            text.keywords.en = split(cell);
            Ok(())
        },
    ));
}

/// A part of the ways to reach somebody.
type PartOf = fn(&mut Contact) -> &mut Option<String>;

/// How to reach the holder; the same in every stage that the holder provides.
fn contacts(all: &mut Vec<Column>) {
    let parts: [(&'static str, PartOf); 4] = [
        ("contact_phone", |contact| &mut contact.phone),
        ("contact_email", |contact| &mut contact.email),
        ("contact_address", |contact| &mut contact.address),
        ("contact_website", |contact| &mut contact.website),
    ];
    for (name, place) in parts {
        all.push(column(
            name,
            "contact",
            move |text, holder| {
                let first = text.providers.iter().find(|provider| provider.institution == holder);
                first.and_then(|provider| place(&mut provider.contact.clone()).clone()).unwrap_or_default()
            },
            move |text, holder, cell| {
                for provider in text.providers.iter_mut().filter(|provider| provider.institution == holder) {
                    *place(&mut provider.contact) = cells::some(cell);
                }
                Ok(())
            },
        ));
    }
}

fn days(all: &mut Vec<Column>) {
    let shown = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    all.push(column(
        "minutes_to_fill",
        "minutes_to_fill",
        |text, _| text.minutes_to_fill.map(|minutes| minutes.to_string()).unwrap_or_default(),
        |text, _, cell| {
            text.minutes_to_fill =
                cells::some(cell).map(|cell| cell.parse()).transpose().map_err(|_| "table-number")?;
            Ok(())
        },
    ));
    all.push(column(
        "checked_on",
        "checked_on",
        move |text, _| shown(text.checked_on),
        |text, _, cell| {
            text.checked_on = cells::day(cell)?;
            Ok(())
        },
    ));
    all.push(column(
        "offered_from",
        "offered",
        move |text, _| shown(text.valid_from),
        |text, _, cell| {
            text.valid_from = cells::day(cell)?;
            Ok(())
        },
    ));
    all.push(column(
        "offered_to",
        "offered",
        move |text, _| shown(text.valid_to),
        |text, _, cell| {
            text.valid_to = cells::day(cell)?;
            Ok(())
        },
    ));
}
