//! Facts about indicators that holders set themselves.

use crate::{Month, OwnCode, Quantity};
use kernel::{Channel, InstitutionId, Result};
use serde::Serialize;
use storage::{NewEvent, Stream};
use uuid::Uuid;

/// A holder set an indicator.
pub const OWN_INDICATOR_SET: &str = "own_indicator.set";
/// What it measures or wants was changed, or it was closed or opened again.
pub const OWN_INDICATOR_CHANGED: &str = "own_indicator.changed";
/// A value was recorded for a month, or corrected.
pub const OWN_VALUE_RECORDED: &str = "own_indicator.value_recorded";

/// Everything that happens to an indicator.
pub(crate) fn stream(id: Uuid) -> Stream {
    Stream::new("own_indicator", id)
}

/// Data of [`OWN_INDICATOR_SET`] and [`OWN_INDICATOR_CHANGED`], version 1. Numbers are thousandths of the unit.
#[derive(Debug, Serialize)]
pub(crate) struct IndicatorFact<'a> {
    pub code: &'a OwnCode,
    pub holder: InstitutionId,
    pub channel: Channel,
    pub stage: &'static str,
    pub wanted: i64,
    pub better: &'static str,
    pub closed: bool,
}

/// Data of [`OWN_VALUE_RECORDED`], version 1. Numbers are thousandths of the unit.
#[derive(Debug, Serialize)]
struct ValueFact<'a> {
    code: &'a OwnCode,
    month: Month,
    value: i64,
    /// The value that stood before.
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<i64>,
}

/// The event of a value.
pub(crate) fn recorded(code: &OwnCode, month: Month, value: Quantity, before: Option<Quantity>) -> Result<NewEvent> {
    let before = before.map(Quantity::in_thousandths);
    NewEvent::new(OWN_VALUE_RECORDED, 1, &ValueFact { code, month, value: value.in_thousandths(), before })
}
