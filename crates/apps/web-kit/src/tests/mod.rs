//! Tests of the kit.

mod app;
mod forms;
mod late;
mod samples;
mod sessions;
mod texts;
