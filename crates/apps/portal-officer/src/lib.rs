#![doc = include_str!("../README.md")]

mod articles;
mod audit;
mod cases;
mod consultations;
mod corrections;
mod desk;
mod differences;
mod indicators;
mod institution;
mod internal;
mod operations;
mod parts;
mod routes;
mod services;
mod shortcuts;
mod situations;
mod start;
mod templates;

pub use routes::routes;
pub use templates::templates;

#[cfg(test)]
mod tests;
