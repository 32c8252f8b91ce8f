#![doc = include_str!("../README.md")]

mod articles;
mod browse;
mod cases;
mod documents;
mod drafts;
mod enquiries;
mod guides;
mod home;
mod indicators;
mod institutions;
mod life;
mod names;
mod open_data;
mod own;
mod place;
mod profile;
mod representatives;
mod routes;
mod search;
mod services;
mod sign_in;
mod spoken;
mod themes;
mod unified;
mod versions;
mod views;

pub use guides::GuideIndex;
pub use routes::{routes, templates};

#[cfg(test)]
mod tests;
