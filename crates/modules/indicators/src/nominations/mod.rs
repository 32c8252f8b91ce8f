//! Services that somebody wants to be e-services by a criterion that nobody can count (CAT-27): the holder or the
//! ministry says which, and why.

mod events;
mod model;
mod nominate;
mod view;
mod withdraw;

pub use events::{ESERVICE_NOMINATED, ESERVICE_NOMINATION_WITHDRAWN};
pub use model::{Criterion, Nomination, Withdrawal};
pub use nominate::{NominateService, nominate_service};
pub use view::{nomination, nominations_of_service, withdrawn_nominations};
pub use withdraw::{WithdrawNomination, withdraw_nomination, withdraws};
