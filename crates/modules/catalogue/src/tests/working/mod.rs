//! Working copies: saving, conflicts, review, publication.

mod forms;
mod lists;
mod review;
mod saving;
