//! Tests of the request register.

mod house;
mod journey;
mod policy;
mod queue;
mod rules;
mod submitting;
