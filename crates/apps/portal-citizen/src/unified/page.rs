//! Context of the page of a unified service.

use serde::Serialize;

use crate::names::Link;
use crate::own::Choice;
use crate::services::elements::{
    ContactLine, DocumentLine, Elements, Fact, LawLine, RegisterFact, StepLine, Who, Words,
};
use crate::services::parts::elsewhere::Elsewhere;
use crate::spoken::{Language, Speech};

/// Context of `unified/show.html`.
#[derive(Debug, Serialize)]
pub(crate) struct UnifiedPage {
    pub(super) href: String,
    pub(super) name: Words,
    pub(super) lead: Option<Words>,
    /// Further languages that it can be read in, and the one that it is shown in.
    pub(super) languages: Vec<Language>,
    pub(super) speech: Option<Speech>,
    /// Whether institutions of the state have it too.
    pub(super) state_too: bool,
    pub(super) choices: Vec<Choice>,
    /// The chosen value; empty when none.
    pub(super) choice: String,
    /// An institution was asked for that does not exist.
    pub(super) unknown: bool,
    pub(super) chosen: Option<Chosen>,
    pub(super) who: Who,
    pub(super) steps: Vec<StepLine>,
    pub(super) documents: Vec<DocumentLine>,
    pub(super) compared: Vec<Compared>,
    pub(super) absent: Vec<Link>,
    pub(super) appeal: Option<Words>,
    pub(super) laws: Vec<LawLine>,
    /// Life situations whose steps lead to it.
    pub(super) situations: Vec<Link>,
    pub(super) register: Vec<RegisterFact>,
}

/// What the chosen institution offers, or where to ask when it has not said.
#[derive(Debug, Serialize)]
pub(crate) struct Chosen {
    pub(super) name: String,
    pub(super) details: Option<Details>,
    /// Where to ask instead.
    pub(super) ask: Vec<ContactLine>,
}

/// The details of the chosen institution's own service.
#[derive(Debug, Serialize)]
pub(crate) struct Details {
    /// The whole description.
    pub(super) href: String,
    /// Its own name, where it is not the harmonised one.
    pub(super) own_name: Option<String>,
    pub(super) deviation: Option<Words>,
    pub(super) closed: bool,
    pub(super) facts: Vec<Fact>,
    /// Where to apply on this portal.
    pub(super) apply: Option<String>,
    /// Why not: company management did not assign it to the visitor (POR-10).
    pub(super) refused: Option<String>,
    /// Where to apply on-line elsewhere.
    pub(super) online: Option<Elsewhere>,
    /// What it says besides the template.
    pub(super) told: Elements,
}

/// A line of the comparison.
#[derive(Debug, Serialize)]
pub(super) struct Compared {
    pub(super) name: String,
    /// This page with the institution chosen.
    pub(super) href: String,
    pub(super) chosen: bool,
    pub(super) fee: String,
    pub(super) deadline: String,
    pub(super) online: bool,
    pub(super) closed: bool,
}
