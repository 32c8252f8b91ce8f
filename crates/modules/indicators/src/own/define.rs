//! Setting an indicator, and changing it.

use super::events::{IndicatorFact, OWN_INDICATOR_CHANGED, OWN_INDICATOR_SET, stream};
use super::model::{OwnCode, OwnIndicator, OwnStage, OwnText};
use crate::{policy, store};
use catalogue::{Service, Stage};
use kernel::{Channel, Error, FieldError, Result, no_faults};
use storage::{Expected, NewEvent, Write};

/// The most indicators of one service.
const MOST: i32 = 50;
/// Longest texts, in characters.
const NAME: usize = 200;
const UNIT: usize = 40;

/// An indicator about to be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DefineOwn {
    /// Code of the service.
    pub service: String,
    /// The channel it is about.
    pub channel: Channel,
    /// The stage it is about.
    pub stage: OwnStage,
    /// What is measured and what is wanted.
    pub text: OwnText,
}

/// A change of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeOwn {
    /// Which.
    pub code: OwnCode,
    /// The revision that was seen.
    pub revision: i64,
    /// What is measured and what is wanted.
    pub text: OwnText,
    /// Whether values are no longer recorded.
    pub closed: bool,
}

/// Sets an indicator for a channel of a service (CAT-29). Returns what it is called by.
///
/// # Errors
/// Forbidden for everybody but contact persons; not found for a service of another holder; invalid by field, among them
/// `channel` for a channel that the service does not offer for this stage; conflict `own-too-many` for more than 50.
pub async fn define_own_indicator(tx: &mut Write, input: DefineOwn) -> Result<OwnCode> {
    policy::may_define_own(tx.caller(), None)?;
    let service = catalogue::service(tx, &input.service).await?;
    policy::may_define_own(tx.caller(), Some(service.holder))?;
    no_faults(wrong_place(&service, &input).into_iter().chain(input.text.faults()).collect())?;
    let number = store::own::last_number(tx, &service.code).await? + 1;
    if number > MOST {
        return Err(Error::conflict("own-too-many").arg("most", MOST));
    }
    let indicator = OwnIndicator {
        code: OwnCode { service: service.code.clone(), number },
        holder: service.holder,
        channel: input.channel,
        stage: input.stage,
        text: input.text,
        closed: false,
        revision: 1,
    };
    let id = store::own::insert(tx, &indicator).await?;
    tx.append(stream(id), Expected::New, vec![indicator.fact(OWN_INDICATOR_SET)?]).await?;
    Ok(indicator.code)
}

/// Changes what an indicator measures or wants, closes it or opens it again.
///
/// # Errors
/// Forbidden for everybody but contact persons; not found for an indicator of another holder; stale `own-changed` when it
/// is not the one that was seen; invalid by field.
pub async fn change_own_indicator(tx: &mut Write, input: ChangeOwn) -> Result<()> {
    policy::may_define_own(tx.caller(), None)?;
    let (id, mut indicator) = store::own::find(tx, &input.code).await?.ok_or_else(|| unknown(&input.code))?;
    policy::may_define_own(tx.caller(), Some(indicator.holder)).map_err(|_| unknown(&input.code))?;
    no_faults(input.text.faults())?;
    if indicator.revision != input.revision {
        return Err(Error::stale("own-changed"));
    }
    indicator.text = input.text;
    indicator.closed = input.closed;
    indicator.revision += 1;
    if !store::own::update(tx, id, &indicator, input.revision).await? {
        return Err(Error::stale("own-changed"));
    }
    tx.append(stream(id), Expected::Any, vec![indicator.fact(OWN_INDICATOR_CHANGED)?]).await?;
    Ok(())
}

pub(super) fn unknown(code: &OwnCode) -> Error {
    Error::not_found("own-indicator").arg("code", code)
}

/// A channel that the service does not offer for the stage.
fn wrong_place(service: &Service, input: &DefineOwn) -> Option<FieldError> {
    let stage = match input.stage {
        OwnStage::Request => Stage::Request,
        OwnStage::Receipt => Stage::Receipt,
    };
    let offered = service.offer(input.channel).is_some_and(|offer| offer.stages.contains(&stage));
    (!offered).then(|| FieldError::new("channel", "own-channel").arg("service", &service.code))
}

impl OwnText {
    /// What is wrong, by field: `name_lv`, `name_en`, `unit_lv`, `unit_en`.
    #[must_use]
    pub fn faults(&self) -> Vec<FieldError> {
        let texts = [
            ("name_lv", &self.name.lv, NAME, true),
            ("name_en", &self.name.en, NAME, true),
            ("unit_lv", &self.unit.lv, UNIT, true),
            ("unit_en", &self.unit.en, UNIT, false),
        ];
        let fault = |(field, text, most, needed): (&str, &String, usize, bool)| {
            let key = match text.chars().count() {
                0 if needed => "own-text-missing",
                count if count > most => "own-text-long",
                _ => return None,
            };
            Some(FieldError::new(field, key).arg("most", most))
        };
        texts.into_iter().filter_map(fault).collect()
    }
}

impl OwnIndicator {
    fn fact(&self, kind: &'static str) -> Result<NewEvent> {
        let fact = IndicatorFact {
            code: &self.code,
            holder: self.holder,
            channel: self.channel,
            stage: self.stage.as_str(),
            wanted: self.text.wanted.in_thousandths(),
            better: self.text.better.as_str(),
            closed: self.closed,
        };
        NewEvent::new(kind, 1, &fact)
    }
}
