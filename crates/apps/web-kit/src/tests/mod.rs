//! Tests of the kit.

mod app;
mod forms;
mod samples;
mod sessions;
mod texts;
