//! What was typed into the forms of own indicators, and what it means.

use crate::picks::said;
use indicators::{Better, OwnIndicator, OwnText, Quantity};
use kernel::{FieldError, LangText, Locale, Result, no_faults};
use serde::Serialize;
use web_kit::{Fields, Visit};

/// The fields in the order of the form.
const FIELDS: [&str; 9] =
    ["service", "channel", "stage", "name_lv", "name_en", "unit_lv", "unit_en", "better", "wanted"];

/// What a field of an indicator is called.
pub fn called(visit: &Visit, field: &str) -> Option<String> {
    let key = match field {
        "service" => "work-service",
        "channel" => "work-channel",
        "stage" => "own-stage",
        "name_lv" => "own-name-lv",
        "name_en" => "own-name-en",
        "unit_lv" => "own-unit-lv",
        "unit_en" => "own-unit-en",
        "better" => "own-better",
        "wanted" => "own-wanted",
        _ => return None,
    };
    Some(visit.text(key))
}

/// What was typed about an indicator.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TypedOwn {
    pub service: String,
    pub channel: String,
    pub stage: String,
    pub name_lv: String,
    pub name_en: String,
    pub unit_lv: String,
    pub unit_en: String,
    pub wanted: String,
    pub better: String,
    pub closed: bool,
}

/// What was typed about a value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TypedValue {
    pub month: String,
    pub value: String,
}

impl TypedOwn {
    pub fn of(sent: &Fields) -> Self {
        let text = |name: &str| sent.text(name).to_owned();
        Self {
            service: said(sent, "service"),
            channel: text("channel"),
            stage: text("stage"),
            name_lv: text("name_lv"),
            name_en: text("name_en"),
            unit_lv: text("unit_lv"),
            unit_en: text("unit_en"),
            wanted: text("wanted"),
            better: text("better"),
            closed: !text("closed").is_empty(),
        }
    }

    /// The form of an indicator that is there.
    pub fn known(one: &OwnIndicator) -> Self {
        Self {
            service: one.code.service.clone(),
            channel: one.channel.to_string(),
            stage: one.stage.as_str().to_owned(),
            name_lv: one.text.name.lv.clone(),
            name_en: one.text.name.en.clone(),
            unit_lv: one.text.unit.lv.clone(),
            unit_en: one.text.unit.en.clone(),
            wanted: one.text.wanted.written(Locale::Lv),
            better: one.text.better.as_str().to_owned(),
            closed: one.closed,
        }
    }

    /// What it says of the indicator; `faults` are those of the fields that the caller read itself. Everything that is
    /// wrong is told at once, in the order of the form.
    pub fn text(&self, mut faults: Vec<FieldError>) -> Result<OwnText> {
        let wanted: Result<Quantity> = self.wanted.parse();
        let better: Result<Better> = self.better.parse();
        if let Err(error) = &wanted {
            faults.push(FieldError::new("wanted", error.key()));
        }
        if better.is_err() {
            faults.push(FieldError::new("better", "work-choose"));
        }
        let text = OwnText {
            name: LangText::new(&self.name_lv, &self.name_en),
            unit: LangText::new(&self.unit_lv, &self.unit_en),
            wanted: wanted.unwrap_or(Quantity::thousandths(0)),
            better: better.unwrap_or(Better::Higher),
        };
        faults.extend(text.faults());
        faults.sort_by_key(|one| FIELDS.iter().position(|name| *name == one.path));
        no_faults(faults)?;
        Ok(text)
    }
}
