#![doc = include_str!("../README.md")]

mod acts;
mod articles;
mod audit;
mod branches;
mod cases;
mod checks;
mod consultations;
mod corrections;
mod desk;
mod differences;
mod enquiries;
mod functions;
mod indicators;
mod institution;
mod institutions;
mod internal;
mod norms;
mod operations;
mod oversight;
mod own_indicators;
mod parts;
mod picks;
mod quality;
mod routes;
mod search;
mod services;
mod services_exchange;
mod shortcuts;
mod situations;
mod staff;
mod start;
mod systems;
mod templates;
mod unified;

pub use routes::routes;
pub use templates::templates;

#[cfg(test)]
mod tests;
