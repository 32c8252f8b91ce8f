//! The criteria of the law, and a nomination by some of them.

use chrono::{DateTime, Utc};
use kernel::{InstitutionId, NominationId, PersonId};
use serde::Serialize;

kernel::words! {
    /// Why a service should be an e-service (MK 402 p.3).
    Criterion {
        /// Over 5,000 cases a year (3.1); counted.
        ManyCases = "many-cases",
        /// Over a tenth of the holder's cases (3.1); counted.
        LargeShare = "large-share",
        /// The service becomes more accessible (3.2).
        Access = "access",
        /// It becomes more convenient to receive (3.3).
        Convenience = "convenience",
        /// The administrative burden shrinks (3.4).
        Burden = "burden",
        /// The process of giving it gets better (3.5).
        Process = "process",
        /// It costs less and takes less time (3.6).
        CostAndTime = "cost-and-time",
        /// Certain groups of clients are treated equally (3.7).
        Equality = "equality",
    }
}

impl Criterion {
    /// Whether the register of cases tells it; the others somebody must say.
    #[must_use]
    pub const fn is_counted(self) -> bool {
        matches!(self, Self::ManyCases | Self::LargeShare)
    }
}

/// That an institution wants a service to become an e-service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Nomination {
    /// Its id.
    pub id: NominationId,
    /// Code of the service.
    pub service: String,
    /// Holder of the service.
    pub holder: InstitutionId,
    /// Which institution wants it: the holder, or the one that oversees the register.
    pub institution: InstitutionId,
    /// Who wrote it.
    pub person: Option<PersonId>,
    /// By which criteria; none of them is counted.
    pub criteria: Vec<Criterion>,
    /// Why, in words.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
    /// That it does not stand any more.
    pub withdrawn: Option<Withdrawal>,
}

/// That a nomination was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Withdrawal {
    /// When.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub person: Option<PersonId>,
    /// Why, in words.
    pub reason: String,
}
