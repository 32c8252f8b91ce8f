//! Tests of the portal.

mod articles;
mod browser;
mod finding;
mod history;
mod browsing;
mod journey;
mod life;
mod pages;
mod samples;
mod spoken;
mod texts;
mod unified;
