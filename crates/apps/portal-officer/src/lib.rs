#![doc = include_str!("../README.md")]

mod audit;
mod cases;
mod checks;
mod consultations;
mod desk;
mod indicators;
mod institution;
mod operations;
mod oversight;
mod parts;
mod quality;
mod routes;
mod search;
mod services;
mod services_exchange;
mod shortcuts;
mod start;
mod templates;
mod unified;

pub use routes::routes;
pub use templates::templates;

#[cfg(test)]
mod tests;
