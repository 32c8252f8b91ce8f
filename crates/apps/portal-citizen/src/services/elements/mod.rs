//! The elements of a description (MK 399 p.9) in words, for every page that shows one. `_elements.html` gives them their
//! look. What is empty is told by nothing: no heading, no line.

mod address;
mod channels;
mod documents;
mod facts;
mod fees;
mod hours;
mod own;
mod providers;
mod register;
mod samples;
mod say;
mod texts;

use catalogue::Description;
use serde::Serialize;

use crate::names::Names;

pub(crate) use address::{Address, site, web_link};
pub(crate) use channels::{ChannelLine, channels};
pub(crate) use documents::{DocumentLine, documents};
pub(crate) use facts::{Fact, fill, offered, sign_in};
pub(crate) use fees::{FeeGroup, fees};
pub(crate) use providers::{ContactLine, Provider, contacts};
pub(crate) use register::{RegisterFact, classes, territory};
pub(crate) use say::{Teller, Words};
pub(crate) use texts::{LawLine, StepLine, Who, laws, steps, who};

/// What a description says in its texts and lists.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Elements {
    /// A notice above the description.
    notice: Option<Words>,
    outputs: Vec<texts::OutputLine>,
    who: Who,
    documents: Vec<DocumentLine>,
    steps: Vec<StepLine>,
    channels: Vec<ChannelLine>,
    /// Payments where it is not one sum.
    fees: Vec<FeeGroup>,
    /// How to pay.
    payment: Option<Words>,
    terms: Vec<channels::Term>,
    /// The marks that are set; of a joint service the card of its institutions tells.
    marks: Vec<String>,
    appeal: Option<Words>,
    laws: Vec<LawLine>,
    providers: Vec<Provider>,
}

impl Elements {
    /// Those of a description; `online` says whether it can be requested on-line.
    pub(crate) fn of(teller: Teller<'_>, names: &Names, text: &Description, online: bool) -> Self {
        let mark = |word: &str| teller.visit.text(&format!("catalogue-flag-{word}"));
        Self {
            notice: text.notice.as_ref().and_then(|notice| teller.say(notice)),
            outputs: texts::outputs(teller, &text.outputs),
            who: who(teller, &text.audience, &text.conditions),
            documents: documents(teller, &text.documents, &text.conditions),
            steps: steps(teller, &text.steps),
            channels: channels(teller, &text.channels, online),
            fees: fees(teller, &text.channels),
            payment: text.payment.as_ref().and_then(|payment| teller.say(payment)),
            terms: channels::terms(teller, text, online),
            marks: text.flags.words().filter(|word| *word != "joint").map(mark).collect(),
            appeal: teller.say(&text.appeal),
            laws: laws(teller, &text.legal_basis),
            providers: providers::providers(teller.visit, names, &text.providers),
        }
    }
}
