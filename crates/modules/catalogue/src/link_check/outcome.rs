//! What an answer says about a link, and when to look again.

use super::LinkState;
use crate::store::quality::links::{Checked, Link};
use chrono::{DateTime, TimeDelta, Utc};

/// Failures on so many different days make a link dead.
const DEAD_AFTER: i32 = 3;

/// Days between two checks of a link that is known to work, or known not to.
const DAYS: i64 = 7;

/// What calling an address came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It answered with this status.
    Status(u16),
    /// It says that something is missing, and descriptions name it as the start of a sign-in only: it misses what the
    /// portal adds to its address.
    SignInStart,
    /// It did not answer.
    Unreachable,
    /// It is not called: private, or no address of the web.
    Refused,
}

impl Outcome {
    /// That something is missing in what was asked.
    pub const INCOMPLETE: Self = Self::Status(400);

    /// Whether people reach something there. A site that turns programs away, wants a sign-in or is busy is there; so
    /// is the start of a sign-in.
    fn is_alive(self) -> bool {
        matches!(self, Self::SignInStart | Self::Status(200..=299 | 401 | 403 | 405 | 406 | 407 | 429))
    }

    fn status(self) -> Option<i32> {
        match self {
            Self::Status(status) => Some(i32::from(status)),
            Self::SignInStart => Self::INCOMPLETE.status(),
            Self::Unreachable | Self::Refused => None,
        }
    }
}

/// What is known of a link after a check. A week until the next one; sooner after a failure, later after each further one.
/// Links that became due together are spread over half a day.
pub fn judged(link: &Link, outcome: Outcome, now: DateTime<Utc>) -> Checked {
    let today = kernel::riga_date(now);
    let spread = TimeDelta::seconds(i64::try_from(link.id.as_u128() % 43_200).unwrap_or_default());
    let checked = |state, failures, days| Checked {
        state,
        status: outcome.status(),
        failures,
        failed_on: (failures > 0).then_some(today),
        next: now + TimeDelta::days(days) + spread,
    };
    if outcome == Outcome::Refused {
        return checked(LinkState::Refused, 0, DAYS);
    }
    if outcome.is_alive() {
        return checked(LinkState::Alive, 0, DAYS);
    }
    let failures = if link.failed_on == Some(today) { link.failures } else { link.failures + 1 }.clamp(1, DEAD_AFTER);
    if failures >= DEAD_AFTER {
        return checked(LinkState::Dead, failures, DAYS);
    }
    checked(LinkState::Failing, failures, i64::from(failures))
}
