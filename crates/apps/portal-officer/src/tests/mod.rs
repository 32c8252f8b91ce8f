//! Tests of the workplace.

mod consultations;
mod editor;
mod handling;
mod house;
mod others;
mod queue;
mod samples;
mod whole_lists;
