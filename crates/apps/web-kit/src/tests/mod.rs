//! Tests of the kit.

mod app;
mod forms;
mod late;
mod parts;
mod samples;
mod sessions;
mod texts;
