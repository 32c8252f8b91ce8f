#![doc = include_str!("../README.md")]

mod data;
mod db;
mod postgres;

pub use data::shared_data;
pub use db::TestDb;
pub use postgres::TestPostgres;
