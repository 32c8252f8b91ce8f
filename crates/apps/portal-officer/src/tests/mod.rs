//! Tests of the workplace.

mod consultations;
mod content;
mod editor;
mod handling;
mod house;
mod norms;
mod others;
mod quality;
mod queue;
mod samples;
mod search;
mod unified;
mod whole_lists;
