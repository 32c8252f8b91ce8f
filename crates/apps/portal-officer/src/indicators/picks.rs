//! The filter of the figures: an institution and a service.

use super::asked::{IndicatorsAsked, last_month, pairs, sees_all};
use crate::picks::{Among, Meant, Pick};
use catalogue::{ServiceFilter, ServiceState};
use indicators::Month;
use kernel::{Error, Result};
use storage::Read;
use web_kit::{Fields, FormErrors, Visit};

/// The filter, and the figures that it asks for.
pub(super) struct Picks {
    pub(super) asked: IndicatorsAsked,
    /// None for those who see their own institution alone.
    pub(super) holder: Option<Pick>,
    pub(super) service: Pick,
    /// The last month as the form shows it: also what was typed and is none.
    pub(super) until: String,
    pub(super) errors: FormErrors,
}

impl Picks {
    /// Reads the address.
    ///
    /// # Errors
    /// Invalid `work-period`; not found for an institution's id that nobody has.
    pub(super) async fn read(visit: &Visit, tx: &Read, fields: &Fields) -> Result<Self> {
        let holder = if sees_all(visit) {
            Some(Meant::read(visit, tx, Among::Institutions(&[]), fields.text("holder")).await?)
        } else {
            None
        };
        let id = match &holder {
            Some(meant) => meant.id()?,
            None => Some(visit.caller().require_institution()?),
        };
        let states = vec![ServiceState::Open, ServiceState::Closed];
        let filter = ServiceFilter { states, holder: id, client_circle: None, internal: true };
        let service = Meant::read(visit, tx, Among::Services(filter), fields.text("service")).await?;
        let code = service.one().map(|line| line.value.clone());
        let typed = fields.text("until");
        let last = last_month(visit, typed).ok();
        let to = last.unwrap_or_else(|| Month::of(visit.now()));
        let asked = IndicatorsAsked::of(visit, fields, to, id, code)?;
        let until = if last.is_some() { asked.until.clone().unwrap_or_default() } else { typed.to_owned() };
        let errors = errors(visit, last.is_some(), holder.as_ref(), &service)?;
        let of_holder = holder.as_ref().map(|meant| meant.text().to_owned()).unwrap_or_default();
        let of_service = service.text().to_owned();
        let span = asked.span();
        let here =
            |holder: &str, service: &str| visit.url(&format!("/work/indicators?{}", pairs(&span, holder, service)));
        let holder = match holder {
            Some(meant) => Some(meant.pick(tx, visit.locale()).await?.linked(|value| here(value, &of_service))),
            None => None,
        };
        let service = service.pick(tx, visit.locale()).await?.linked(|value| here(&of_holder, value));
        Ok(Self { asked, holder, service, until, errors })
    }
}

/// What was typed and fits nothing.
fn errors(visit: &Visit, month: bool, holder: Option<&Meant>, service: &Meant) -> Result<FormErrors> {
    let mut wrong = Error::invalid("form-has-errors");
    if !month {
        wrong = wrong.field("until", "work-until");
    }
    if holder.is_some_and(Meant::is_nothing) {
        wrong = wrong.field("holder", "work-pick-holder");
    }
    if service.is_nothing() {
        wrong = wrong.field("service", "work-pick-service");
    }
    if wrong.field_errors().is_empty() { Ok(FormErrors::none()) } else { visit.form_errors(wrong) }
}
