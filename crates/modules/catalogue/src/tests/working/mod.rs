//! Working copies: saving, conflicts, review, publication.

mod bulk;
mod forms;
mod lists;
mod postgres;
mod proposing;
mod review;
mod saving;
