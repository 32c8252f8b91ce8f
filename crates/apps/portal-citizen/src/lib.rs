#![doc = include_str!("../README.md")]

mod cases;
mod documents;
mod drafts;
mod home;
mod names;
mod profile;
mod routes;
mod services;
mod sign_in;
mod unified;
mod views;

pub use routes::{routes, templates};

#[cfg(test)]
mod tests;
