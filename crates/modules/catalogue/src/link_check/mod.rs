//! Whether the links of descriptions can be reached (CAT-18): checked beside everything else, never while a page waits.

mod outcome;
mod pass;
mod spread;

pub(crate) use outcome::{Outcome, judged};
pub use pass::LinkChecker;
pub use spread::{LINK_SPREAD_TIMER, spread_link};

kernel::words! {
    /// What is known of an address.
    LinkState {
        /// Nothing yet.
        New = "new",
        /// It can be reached.
        Alive = "alive",
        /// It could not be reached, on fewer than three days.
        Failing = "failing",
        /// It could not be reached on three days.
        Dead = "dead",
        /// It leads into a private network or is no public address: it is not called.
        Refused = "refused",
    }
}

impl LinkState {
    /// What clients cannot open.
    pub const BROKEN: [Self; 2] = [Self::Dead, Self::Refused];

    /// Whether clients cannot open it.
    #[must_use]
    pub fn is_broken(self) -> bool {
        Self::BROKEN.contains(&self)
    }
}
