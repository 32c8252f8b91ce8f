//! Tests of the portal.

mod browser;
mod finding;
mod history;
mod journey;
mod pages;
mod samples;
mod texts;
mod unified;
