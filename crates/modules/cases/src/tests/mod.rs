//! Tests of the request register.

mod handing;
mod house;
mod importing;
mod journey;
mod long;
mod own;
mod paging;
mod policy;
mod queue;
mod receiving;
mod reporting;
mod representing;
mod rules;
mod submitting;
mod timers;
