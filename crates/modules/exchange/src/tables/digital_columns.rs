//! How far a service is digital, and what it is linked with.

use super::cells::{self, Wrong};
use super::columns::{Column, column};
use super::shape::Shape;
use super::texts;
use catalogue::{DigitalMode, DigitalScope};
use kernel::LangText;

/// Digital mode, its first day and the help beside it.
pub fn mode(all: &mut Vec<Column>, shape: &Shape) {
    let mode = column(
        "digital_mode",
        "digital-mode",
        |text, _| text.digital.as_ref().map(|digital| digital.mode.as_str().to_owned()).unwrap_or_default(),
        |text, _, cell| {
            if cell.is_empty() {
                text.digital = None;
                return Ok(());
            }
            let mode: DigitalScope = cells::word(cell)?;
            let new = || DigitalMode { mode, since: None, support: LangText::default() };
            text.digital.get_or_insert_with(new).mode = mode;
            Ok(())
        },
    );
    all.push(mode.of(DigitalScope::ALL.iter().map(|mode| mode.as_str())));
    all.push(part(
        "digital_since".to_owned(),
        "digital-since",
        |digital| digital.since.map(|day| day.to_string()).unwrap_or_default(),
        |digital, cell| {
            digital.since = cells::day(cell)?;
            Ok(())
        },
    ));
    for tag in &shape.languages {
        let (shown, changed) = (tag.clone(), tag.clone());
        all.push(part(
            format!("digital_support_{tag}"),
            "digital-support",
            move |digital| texts::get(&digital.support, &shown),
            move |digital, cell| {
                texts::put(&mut digital.support, &changed, cell);
                Ok(())
            },
        ));
    }
}

/// A column that says more of the mode: without one its cell must be empty.
fn part(
    name: String,
    about: &'static str,
    get: impl Fn(&DigitalMode) -> String + Send + Sync + 'static,
    set: impl Fn(&mut DigitalMode, &str) -> Result<(), Wrong> + Send + Sync + 'static,
) -> Column {
    let made = column(
        name,
        about,
        move |text, _| text.digital.as_ref().map(&get).unwrap_or_default(),
        move |text, _, cell| match &mut text.digital {
            Some(digital) => set(digital, cell),
            None if cell.is_empty() => Ok(()),
            None => Err("table-digital-none"),
        },
    );
    Column { moving: true, ..made }
}

/// Related services and life situations, by their codes and words.
pub fn links(all: &mut Vec<Column>) {
    all.push(column(
        "related",
        "related",
        |text, _| text.related.join(" "),
        |text, _, cell| {
            text.related = cells::words(cell)?;
            Ok(())
        },
    ));
    all.push(column(
        "life_events",
        "life_events",
        |text, _| text.life_events.join(" "),
        |text, _, cell| {
            text.life_events = cells::words(cell)?;
            Ok(())
        },
    ));
}
