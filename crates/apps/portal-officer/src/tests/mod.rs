//! Tests of the workplace.

mod consultations;
mod content;
mod handling;
mod house;
mod others;
mod queue;
mod samples;
