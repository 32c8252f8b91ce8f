//! The columns of the table: what each shows of a description, and what a changed cell does to it.

use super::around::Around;
use super::cells::{self, Wrong};
use super::shape::{List, Shape};
use super::{channel_columns, digital_columns, list_columns, provider_columns, texts};
use catalogue::{ClientCircle, Description, Flags, FormChoice, LegalAct, Signature, Territory};
use kernel::{Assurance, Channel, LangText};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Columns before those of the description: which service, the newest version that was seen, its state.
pub const CODE: &str = "code";
/// Number of the newest description when the table was written.
pub const VERSION: &str = "version";
/// For the reader only.
pub const STATE: &str = "state";
/// Headings of earlier tables whose cells are passed over: only the recorded confirmation says when a description was
/// checked (CAT-16).
pub const PASSED_OVER: [&str; 1] = ["checked_on"];

type Get = Box<dyn Fn(&Description, &Around) -> String + Send + Sync>;
type Set = Box<dyn Fn(&mut Description, &Around, &str) -> Result<(), Wrong> + Send + Sync>;

/// One column of the description.
pub struct Column {
    /// The heading.
    pub name: String,
    /// Key of its explanation: `table-about-<about>`.
    pub about: &'static str,
    /// The words that a cell may hold, where they are a closed list.
    pub words: Vec<&'static str>,
    /// The list and the number of the item that it belongs to.
    pub item: Option<(List, usize)>,
    /// Whether its cells are codes of institutions.
    pub institutions: bool,
    /// Whether a changed cell before it may change what it shows: its cell is compared with what there is then. All
    /// others are compared with what there was, for two of them may show the same element.
    pub moving: bool,
    /// The cell of a description.
    pub get: Get,
    /// Puts a cell into a description.
    pub set: Set,
}

/// A column without a closed list of words.
pub fn column(
    name: impl Into<String>,
    about: &'static str,
    get: impl Fn(&Description, &Around) -> String + Send + Sync + 'static,
    set: impl Fn(&mut Description, &Around, &str) -> Result<(), Wrong> + Send + Sync + 'static,
) -> Column {
    Column {
        name: name.into(),
        about,
        words: Vec::new(),
        item: None,
        institutions: false,
        moving: false,
        get: Box::new(get),
        set: Box::new(set),
    }
}

impl Column {
    /// The same column, with the words that its cells may hold.
    pub fn of(mut self, words: impl IntoIterator<Item = &'static str>) -> Self {
        self.words = words.into_iter().collect();
        self
    }
}

/// Every column of the description in a table of this shape, in the order of the table.
pub fn columns(shape: &Shape) -> Vec<Column> {
    let mut all = Vec::new();
    text(&mut all, shape, "name", |text| Some(&text.name), |text, tag, cell| texts::put(&mut text.name, tag, cell));
    let summary = |text: &mut Description, tag: &str, cell: &str| texts::put(&mut text.summary, tag, cell);
    text(&mut all, shape, "summary", |text| Some(&text.summary), summary);
    classes(&mut all);
    let audience = |text: &mut Description, tag: &str, cell: &str| texts::put(&mut text.audience, tag, cell);
    text(&mut all, shape, "audience", |text| Some(&text.audience), audience);
    list_columns::steps(&mut all, shape);
    list_columns::documents(&mut all, shape);
    conditions(&mut all, shape);
    list_columns::outputs(&mut all, shape);
    all.push(laws());
    let appeal = |text: &mut Description, tag: &str, cell: &str| texts::put(&mut text.appeal, tag, cell);
    text(&mut all, shape, "appeal", |text| Some(&text.appeal), appeal);
    keywords(&mut all);
    provider_columns::of(&mut all, shape);
    for channel in Channel::ALL {
        channel_columns::of(&mut all, shape, channel);
    }
    let payment = |text: &mut Description, tag: &str, cell: &str| texts::put_optional(&mut text.payment, tag, cell);
    text(&mut all, shape, "payment", |text| text.payment.as_ref(), payment);
    all.push(form());
    digital_columns::mode(&mut all, shape);
    digital_columns::links(&mut all);
    days(&mut all);
    let notice = |text: &mut Description, tag: &str, cell: &str| texts::put_optional(&mut text.notice, tag, cell);
    text(&mut all, shape, "notice", |text| text.notice.as_ref(), notice);
    all
}

/// A text, one column a language.
fn text(
    all: &mut Vec<Column>,
    shape: &Shape,
    name: &'static str,
    get: fn(&Description) -> Option<&LangText>,
    set: fn(&mut Description, &str, &str),
) {
    for tag in &shape.languages {
        let (shown, changed) = (tag.clone(), tag.clone());
        all.push(column(
            format!("{name}_{tag}"),
            name,
            move |text, _| get(text).map(|text| texts::get(text, &shown)).unwrap_or_default(),
            move |text, _, cell| {
                set(text, &changed, cell);
                Ok(())
            },
        ));
    }
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

/// The form of the portal, by its key.
fn form() -> Column {
    column(
        "form",
        "form",
        |text, _| text.form.key().unwrap_or_default().to_owned(),
        |text, _, cell| {
            text.form = FormChoice::typed(cell);
            Ok(())
        },
    )
}

/// One condition a line; the lines of all languages belong together in their order.
fn conditions(all: &mut Vec<Column>, shape: &Shape) {
    for tag in &shape.languages {
        let (shown, changed) = (tag.clone(), tag.clone());
        all.push(column(
            format!("conditions_{tag}"),
            "conditions",
            move |text, _| {
                let lines = text.conditions.iter().map(|one| texts::get(one, &shown)).collect::<Vec<_>>();
                lines.join("\n").trim_end().to_owned()
            },
            move |text, _, cell| {
                let lines = cells::lines(cell);
                let length = text.conditions.len().max(lines.len());
                text.conditions.resize_with(length, LangText::default);
                for (number, condition) in text.conditions.iter_mut().enumerate() {
                    texts::put(condition, &changed, lines.get(number).copied().unwrap_or_default());
                }
                text.conditions.retain(|condition| condition.languages().next().is_some());
                Ok(())
            },
        ));
    }
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
                let mut title = LangText::new(part(0), part(1));
                // The line has no room for further languages: an act that stays keeps them.
                if let Some(act) = text.legal_basis.iter().find(|act| act.title.lv == title.lv) {
                    title.other.clone_from(&act.title.other);
                }
                acts.push(LegalAct { title, link: cells::link(part(2))? });
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

fn days(all: &mut Vec<Column>) {
    let shown = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    all.push(column(
        "minutes_to_fill",
        "minutes_to_fill",
        |text, _| text.minutes_to_fill.map(|minutes| minutes.to_string()).unwrap_or_default(),
        |text, _, cell| {
            text.minutes_to_fill = cells::number(cell)?;
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
