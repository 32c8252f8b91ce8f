#![doc = include_str!("../README.md")]

mod data;
mod db;
mod postgres;
mod prepared;

pub use data::shared_data;
pub use db::TestDb;
pub use postgres::TestPostgres;
pub use prepared::prepared;
