//! Tables and queries of this module; nothing here leaves it but `model` types.

mod case_answers;
mod case_complaints;
mod case_decisions;
mod case_feedback;
mod case_intakes;
mod case_requests;
mod cases;
mod consultations;

mod consulting;
mod details;
mod lists;
mod rows;

pub use consulting::{consultation_undone, insert_consultation, own_consultations};
pub use details::{
    answers, answers_due, complaints, decision, end_request, feedback, insert_answers, insert_complaint,
    insert_decision, insert_feedback, insert_intake, insert_request, intake, requests,
};
#[cfg(test)]
pub use lists::{behind_of_client, behind_on_desk};
pub use lists::{claim_first, count_closed_since, count_due, count_of_tab, export_page, of_client, on_desk};
pub use rows::{
    by_id_for_update, by_number, by_number_for_update, free_by_id_for_update, insert, number_of, numbers_of, update,
};
