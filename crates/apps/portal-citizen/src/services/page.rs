//! Context of the page of a service.

use kernel::Locale;
use serde::Serialize;

use super::elements::{Elements, Fact, RegisterFact, Words};
use super::history::Moment;
use super::parts::Extra;
use super::parts::elsewhere::Elsewhere;
use super::parts::open::OpenPart;
use super::parts::unavailable::Unavailable;
use crate::names::Link;
use crate::spoken::Speech;
use crate::unified::FamilyPart;

/// Context of `services/show.html`.
#[derive(Debug, Serialize)]
pub(crate) struct ServicePage {
    pub(super) href: String,
    pub(super) code: String,
    pub(super) name: Words,
    pub(super) lead: Option<Words>,
    /// The only language of the description, where it is not the page's.
    pub(super) only: Option<Locale>,
    pub(super) facts: Vec<Fact>,
    /// Why it cannot be requested now.
    pub(super) unavailable: Option<Unavailable>,
    pub(super) apply: Option<String>,
    /// Why it cannot be applied for here: company management did not assign it to the visitor (POR-10).
    pub(super) refused: Option<String>,
    /// Whether the reader is staff, for whom the way to apply is only shown.
    pub(super) by_clients: bool,
    /// The institution's own form, where it is requested on-line elsewhere (CAT-06, POR-12).
    pub(super) elsewhere: Option<Elsewhere>,
    pub(super) draft: Option<String>,
    /// What the description says.
    pub(super) told: Elements,
    pub(super) related: Vec<Link>,
    pub(super) holder: String,
    /// Whether several institutions give it and none holds it alone (CAT-24).
    pub(super) together: bool,
    pub(super) register: Vec<RegisterFact>,
    pub(super) open: Option<OpenPart>,
    /// Where the nearest place is looked up; none for what is not given in person.
    pub(super) places: Option<String>,
    /// Where the channels of request and receipt are combined (POR-17).
    pub(super) combine: Option<String>,
    pub(super) family: Option<FamilyPart>,
    /// Of which moment the page speaks.
    pub(super) moment: Moment,
    /// Whether readers are asked if it was helpful and where it is wrong: of what was published and is shown as it is now.
    pub(super) feedback: bool,
    /// When the description was last checked.
    pub(super) checked: Option<chrono::NaiveDate>,
    /// Life situations and languages.
    pub(super) extra: Extra,
    /// The further language of the texts.
    pub(super) speech: Option<Speech>,
}

impl ServicePage {
    /// The same page, speaking of another moment than the present; a former version cannot be requested.
    pub(super) fn at(mut self, moment: Moment) -> Self {
        if moment.kind == "version" {
            (self.apply, self.refused, self.elsewhere) = (None, None, None);
            (self.draft, self.unavailable, self.combine) = (None, None, None);
            self.by_clients = false;
        }
        self.feedback = false;
        self.moment = moment;
        self
    }
}
