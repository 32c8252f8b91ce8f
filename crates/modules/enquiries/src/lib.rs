#![doc = include_str!("../README.md")]

mod addressees;
mod answer;
mod events;
mod forward;
mod model;
mod overdue;
mod own;
mod policy;
mod rate;
mod send;
mod store;
mod view;
mod words;

#[cfg(test)]
mod tests;

pub use addressees::{addressees, can_be_written_to};
pub use answer::{AnswerEnquiry, answer_enquiry};
pub use events::{ENQUIRY_ANSWERED, ENQUIRY_FORWARDED, ENQUIRY_OVERDUE, ENQUIRY_RATED, ENQUIRY_RECEIVED};
pub use forward::{ForwardEnquiry, forward_enquiry};
pub use model::{Enquiry, EnquiryLine};
pub use overdue::{ENQUIRY_OVERDUE_TIMER, enquiry_overdue};
pub use own::{enquiry_by_reference, own_enquiries, own_enquiry};
pub use rate::{RateEnquiry, Which, rate_enquiry};
pub use send::{SendEnquiry, Sent, send_enquiry};
pub use view::{enquiries, open_enquiry};
pub use words::{EnquiryKind, EnquiryState};
