//! Editing: working copies of descriptions, their review and publication, and what follows for whole institutions.

mod approval;
mod assemble;
mod began;
mod bulk;
mod carry;
mod forms;
mod instructions;
mod model;
mod open;
mod openings;
mod own;
mod proposals;
mod refused;
mod remark;
mod review;
mod rewrite;
mod save;
mod section;
mod sent;
mod typed;
mod view;

pub use approval::{ApprovedService, ListApproval, ListStanding, ListedService, approve_list, list_standing};
pub(crate) use assemble::{base_of, typed_of};
pub use began::{Began, Side};
pub use bulk::{
    BulkChange, BulkDone, BulkKind, BulkOutcome, BulkTarget, BulkValues, Occurrence, bulk_change, bulk_values,
    occurrences,
};
pub(crate) use carry::{Carried, carried, carried_template, missing};
pub use forms::day_of;
pub(crate) use forms::{Known, LAST_DAY_PAST, closes_at_once, write, wrong_values};
pub use instructions::{
    Instruction, InstructionEnd, InstructionRead, Instructions, IssueInstruction, instructions_about,
    issue_instruction, read_instruction, withdraw_instruction,
};
pub use model::{Draft, RefusedLine, SectionState, SectionText, WorkingCopy};
pub use open::{discard_editing, open_editing, register_by_name, take_sent};
pub use openings::{OpeningLine, close_with_reason, openings, reopen_service};
pub(crate) use own::cursor_of;
pub use own::{EditedService, OwnServices, four_eyes, own_services, set_four_eyes, working_copies};
pub use proposals::{Proposal, answer_proposal, proposals_about, proposals_to, send_proposal};
pub use refused::{Choice, FieldDifference, Pick, RefusedText, refused_text, settle_refused};
pub use remark::{Remark, RemarkKind};
pub(crate) use review::may_publish_alone;
pub use review::{DraftSeen, keep_own_words, publish_draft, return_draft, submit_for_review, take_back};
pub use rewrite::rewrite_version;
pub use save::{SaveSection, Saved, save_section};
pub use section::{DraftState, LANGUAGE, Section};
pub(crate) use sent::keep_sent;
pub use typed::{Rearrange, Typed};
pub use view::{preview, section_text, working_copy};

#[cfg(test)]
pub(crate) use forms::understand;
