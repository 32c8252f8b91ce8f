#![doc = include_str!("../README.md")]

mod attach_file;
mod canonical;
mod complete;
mod discard_draft;
mod draft;
mod events;
mod example;
mod expire;
mod formats;
mod model;
mod normalise;
mod parse;
mod pointer;
mod policy;
mod registry;
mod rule;
mod save_step;
mod source;
mod start_draft;
mod store;
mod summary;
mod validate;
mod view_draft;
mod visible;

pub use attach_file::{AttachFile, answers_of, attach_file, files_of, remove_file};
pub use canonical::canonical;
pub use complete::{CompletedDraft, Completion, complete};
pub use discard_draft::discard_draft;
pub use draft::{DRAFT_DAYS, Draft};
pub use example::example;
pub use expire::{EXPIRE_TIMER, expire};
pub use formats::{is_iban, is_personal_code, is_postal_code, is_registration_number};
pub use model::{Answers, Choice, DateLimits, Definition, Field, FieldKind, Step, Widget, Width};
pub use normalise::{RawInput, normalise, shown};
pub use registry::{definition, definitions, newest};
pub use rule::Rule;
pub use save_step::{Next, SaveStep, StepOutcome, save_step};
pub use source::{FieldSource, Known, KnownOrganisation, Sources};
pub use start_draft::{StartDraft, start_draft};
pub use summary::{SummaryRow, SummaryStep, answers_summary};
pub use validate::Files;
pub use view_draft::{draft, drafts_of};
pub use visible::VisibleStep;

#[cfg(test)]
mod tests;
