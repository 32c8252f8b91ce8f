//! Tests of the workplace.

mod consultations;
mod handling;
mod house;
mod others;
mod quality;
mod queue;
mod samples;
