//! Consultations, registered from the panel beside the queue.

mod register;
mod undo;

pub use register::register;
pub use undo::undo;

use web_kit::Fields;

/// The words of the address that say which part of the queue it was sent from and may go back into one, each followed
/// by `&`.
fn place(asked: &Fields) -> String {
    let safe =
        |value: &str| !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let names = ["tab", "channel", "service", "due"];
    let known = names.into_iter().filter(|name| safe(asked.text(name)));
    known.map(|name| format!("{name}={}&", asked.text(name))).collect()
}
