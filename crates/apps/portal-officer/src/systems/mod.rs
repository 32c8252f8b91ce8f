//! The systems of an institution that may call the API: for its administrator, and of every one for the platform.

mod page;
mod register;
mod samples;
mod secret;
mod show;

pub use page::SystemsPage;
pub use register::register;
pub use secret::{renew, revoke};
pub use show::show;
