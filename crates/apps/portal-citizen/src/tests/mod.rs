//! Tests of the portal.

mod browser;
mod history;
mod journey;
mod pages;
mod samples;
mod texts;
