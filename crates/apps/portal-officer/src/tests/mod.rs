//! Tests of the workplace.

mod consultations;
mod editor;
mod content;
mod handling;
mod house;
mod others;
mod quality;
mod queue;
mod samples;
mod search;
mod unified;
mod whole_lists;
