//! Which figures an address asks for.

use crate::parts::service_code;
use indicators::{Filter, Month};
use kernel::{Error, InstitutionId, Result, Role};
use web_kit::{Fields, Visit, percent};

/// Lengths of a period in months that can be asked for.
pub const PERIODS: [u32; 4] = [3, 6, 12, 24];

/// What is asked for.
#[derive(Debug, Clone)]
pub struct IndicatorsAsked {
    pub months: u32,
    /// The holder; all of them when there is none, for those who watch over all.
    pub holder: Option<InstitutionId>,
    pub service: Option<String>,
    /// The last month.
    pub to: Month,
    /// The last month, where it is not the present one.
    pub until: Option<String>,
}

impl IndicatorsAsked {
    /// Reads an address as other programs have it: the holder by its id, the service by its code. Staff of an
    /// institution see the figures of their own institution.
    pub fn read(visit: &Visit, asked: &Fields) -> Result<Self> {
        let holder = match asked.text("holder") {
            _ if !sees_all(visit) => Some(visit.caller().require_institution()?),
            "" => None,
            text => Some(text.parse().map_err(|_| Error::not_found("institution"))?),
        };
        let to = last_month(visit, asked.text("until"))?;
        Self::of(visit, asked, to, holder, service_code(asked, "service")?)
    }

    /// The figures of this holder and service in the months of the address, of which this is the last.
    pub fn of(
        visit: &Visit,
        asked: &Fields,
        to: Month,
        holder: Option<InstitutionId>,
        service: Option<String>,
    ) -> Result<Self> {
        let months = asked.text("months");
        let known = PERIODS.into_iter().find(|length| length.to_string() == months);
        if known.is_none() && !months.is_empty() {
            return Err(Error::invalid("work-period").arg("word", months));
        }
        let now = Month::of(visit.now());
        Ok(Self { months: known.unwrap_or(12), holder, service, to, until: (to != now).then(|| to.to_string()) })
    }

    /// What asks for these months in an address.
    pub fn span(&self) -> String {
        let until = self.until.as_ref().map(|until| format!("&until={until}")).unwrap_or_default();
        format!("months={}{until}", self.months)
    }

    /// The first month asked for.
    pub const fn from(&self) -> Month {
        self.to.back(self.months - 1)
    }

    /// The figures of the months asked for and, with `before`, of as many months before them, for comparison.
    pub fn filter(&self, before: bool) -> Filter {
        let from = if before { self.from().back(self.months) } else { self.from() };
        Filter { holder: self.holder, service: self.service.clone(), ..Filter::between(from, self.to) }
    }

    /// What follows `?` in the address of the same figures.
    pub fn pairs(&self) -> String {
        let holder = self.holder.map(|id| id.to_string()).unwrap_or_default();
        pairs(&self.span(), &holder, self.service.as_deref().unwrap_or_default())
    }
}

/// The last month of a period: the present one where none is typed.
///
/// # Errors
/// Invalid `work-until` for what is no month, and for one that lies ahead: nothing is counted of it.
pub fn last_month(visit: &Visit, typed: &str) -> Result<Month> {
    let now = Month::of(visit.now());
    if typed.is_empty() {
        return Ok(now);
    }
    let month: Option<Month> = typed.parse().ok();
    month.filter(|month| *month <= now).ok_or_else(|| Error::invalid("work-until"))
}

/// What follows `?` in the address of figures; the page takes words for the holder and the service too.
pub fn pairs(span: &str, holder: &str, service: &str) -> String {
    let mut pairs = span.to_owned();
    for (name, value) in [("holder", holder), ("service", service)] {
        if !value.is_empty() {
            pairs.push_str(&format!("&{name}={}", percent(value)));
        }
    }
    pairs
}

/// Whether the caller sees the figures of all institutions whole.
pub fn sees_all(visit: &Visit) -> bool {
    matches!(visit.caller().role, Role::Auditor | Role::PlatformAdministrator)
}
