#![doc = include_str!("../README.md")]

mod answer;
mod ask;
mod change;
mod complain;
mod consult;
mod correct;
mod decide;
mod deliver;
mod desk;
mod events;
mod export;
mod files;
mod handed_on;
mod history;
mod import;
mod jobs;
mod model;
mod number;
mod numbers;
mod once;
mod own;
mod policy;
mod rate;
mod received;
mod report;
mod store;
mod submit;
mod take;
mod view;
mod withdraw;

pub use answer::{Answer, ReceivedAnswer, answer, answer_faults, answer_received};
pub use ask::{Ask, ask, question_faults};
pub use change::sla_of;
pub use complain::{Complain, complain};
pub use consult::{
    Consultation, ConsultationOutcome, RegisterConsultation, Registered, consultation_faults, recent_consultations,
    register_consultation, undo_consultation,
};
pub use decide::{Decide, decide, decision_faults};
pub use deliver::{Deliver, close, deliver};
pub use desk::{DeskCounts, DeskFilter, DeskItem, DeskQuery, Tab, desk, desk_counts, find_number};
pub use export::export_page;
pub use files::FormFile;
pub use handed_on::handed_on;
pub use history::{Doer, Stage, history, history_page};
pub use import::{Imported, ImportedCase, ImportedStage, import_case};
pub use jobs::{AnswerLate, CloseDelivered, Overdue};
pub use model::{Act, Case, Complaint, Decision, Desk, Feedback, InformationRequest, Intake, Outcome, State};
pub use number::CaseNumber;
pub use numbers::numbers_of;
pub use own::{FileOrigin, OwnCase, WaitingCase, own_case, own_cases, own_cases_with_documents, own_file, own_waiting};
pub use policy::{Action, Relation, may};
pub use rate::{Rate, rate};
pub use received::{REGISTERED_WITHIN_DAYS, Received};
pub use report::{Report, ReportEvent, Reported, report};
pub use submit::{Origin, SubmitCase, Submitted, submit, submit_with_files};
pub use take::{give_back, take, take_next};
pub use view::{CaseFile, Purpose, RecordedFile, case_file, open_case, read_file};
pub use withdraw::{withdraw, withdraw_received};

#[cfg(test)]
mod tests;
