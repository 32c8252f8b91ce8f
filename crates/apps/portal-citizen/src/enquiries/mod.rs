//! Writing to an institution, and reading its answer (POR-22, POR-05).

mod answer;
mod ask;
mod key;
mod mine;
mod rate;
mod send;

pub(crate) use answer::{AnswerPage, answer, own_answer};
pub(crate) use ask::{AskPage, ask};
pub(crate) use key::KeyPage;
pub(crate) use mine::{MinePage, mine};
pub(crate) use rate::{rate, rate_own};
pub(crate) use send::send;
