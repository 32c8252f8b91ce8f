//! Steps, results, for whom it is, and the law.

use catalogue::{LegalAct, Output, Step};
use kernel::LangText;
use serde::Serialize;

use super::{Address, Teller, Words};

/// A step of the way.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct StepLine {
    pub(super) stage: String,
    pub(super) title: Option<Words>,
    pub(super) text: Option<Words>,
}

/// In order.
pub(crate) fn steps(teller: Teller<'_>, steps: &[Step]) -> Vec<StepLine> {
    let line = |step: &Step| StepLine {
        stage: teller.visit.text(&format!("catalogue-stage-{}", step.stage.as_str())),
        title: teller.say(&step.title),
        text: teller.say(&step.text),
    };
    steps.iter().map(line).collect()
}

/// What a client gets.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OutputLine {
    pub(super) name: Words,
    pub(super) kind: String,
}

pub(super) fn outputs(teller: Teller<'_>, outputs: &[Output]) -> Vec<OutputLine> {
    let line = |output: &Output| {
        let kind = teller.visit.text(&format!("open-output-{}", output.kind.as_str()));
        Some(OutputLine { name: teller.say(&output.name)?, kind })
    };
    outputs.iter().filter_map(line).collect()
}

/// Who may receive it, on which conditions.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Who {
    pub(super) audience: Option<Words>,
    pub(super) conditions: Vec<Words>,
}

/// The audience and the conditions in words.
pub(crate) fn who(teller: Teller<'_>, audience: &LangText, conditions: &[LangText]) -> Who {
    Who { audience: teller.say(audience), conditions: teller.all(conditions) }
}

/// A legal act.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct LawLine {
    pub(super) title: Words,
    pub(super) address: Option<Address>,
}

/// The legal basis; an act without a title is told by its address.
pub(crate) fn laws(teller: Teller<'_>, acts: &[LegalAct]) -> Vec<LawLine> {
    let line = |act: &LegalAct| {
        let title = teller.say(&act.title).or_else(|| act.link.clone().map(Words::own))?;
        Some(LawLine { title, address: Address::of(act.link.as_deref()) })
    };
    acts.iter().filter_map(line).collect()
}
