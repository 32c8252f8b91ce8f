//! Tests of the portal.

mod articles;
mod browser;
mod browsing;
mod finding;
mod history;
mod journey;
mod life;
mod pages;
mod samples;
mod spoken;
mod texts;
mod unified;
