//! Working copies: saving, conflicts, review, publication.

mod bulk;
mod form_choice;
mod forms;
mod instructing;
mod last_day;
mod lists;
mod planned;
mod postgres;
mod proposing;
mod providing;
mod review;
mod saving;
mod two_writers;
