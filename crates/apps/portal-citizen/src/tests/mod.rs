//! Tests of the portal.

mod answering;
mod articles;
mod browser;
mod browsing;
mod categories;
mod course;
mod elements;
mod everyday;
mod finding;
mod full;
mod history;
mod indicators;
mod journey;
mod late;
mod life;
mod open_data;
mod pages;
mod registered;
mod representing;
mod samples;
mod sessions;
mod sign_in;
mod spoken;
mod texts;
mod unified;
mod ways;
