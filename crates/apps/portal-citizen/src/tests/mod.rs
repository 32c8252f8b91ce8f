//! Tests of the portal.

mod articles;
mod browser;
mod browsing;
mod elements;
mod finding;
mod full;
mod history;
mod journey;
mod life;
mod pages;
mod samples;
mod spoken;
mod texts;
mod unified;
mod ways;
