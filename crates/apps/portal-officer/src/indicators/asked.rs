//! Which figures an address asks for.

use crate::parts::service_code;
use indicators::{Filter, Month};
use kernel::{Error, InstitutionId, Result, Role};
use web_kit::{Fields, Visit};

/// Lengths of a period in months that can be asked for.
pub const PERIODS: [u32; 4] = [3, 6, 12, 24];

/// What is asked for.
#[derive(Debug, Clone)]
pub struct IndicatorsAsked {
    pub months: u32,
    /// The holder; all of them when there is none, for those who watch over all.
    pub holder: Option<InstitutionId>,
    pub service: Option<String>,
    pub to: Month,
}

impl IndicatorsAsked {
    /// Reads the address. Staff of an institution see the figures of their own institution.
    pub fn read(visit: &Visit, asked: &Fields) -> Result<Self> {
        let months = asked.text("months");
        let known = PERIODS.into_iter().find(|length| length.to_string() == months);
        if known.is_none() && !months.is_empty() {
            return Err(Error::invalid("work-period").arg("word", months));
        }
        let holder = match asked.text("holder") {
            _ if !sees_all(visit) => Some(visit.caller().require_institution()?),
            "" => None,
            text => Some(text.parse().map_err(|_| Error::not_found("institution"))?),
        };
        let service = service_code(asked, "service")?;
        Ok(Self { months: known.unwrap_or(12), holder, service, to: Month::of(visit.now()) })
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
        let mut pairs = format!("months={}", self.months);
        if let Some(holder) = self.holder {
            pairs.push_str(&format!("&holder={holder}"));
        }
        if let Some(service) = &self.service {
            pairs.push_str(&format!("&service={service}"));
        }
        pairs
    }
}

/// Whether the caller sees the figures of all institutions whole.
pub fn sees_all(visit: &Visit) -> bool {
    matches!(visit.caller().role, Role::Auditor | Role::PlatformAdministrator)
}
