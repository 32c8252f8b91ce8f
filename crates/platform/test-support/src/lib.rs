#![doc = include_str!("../README.md")]

mod data;
mod db;
mod late;
mod node;
mod postgres;
mod prepared;

pub use data::shared_data;
pub use db::TestDb;
pub use late::kept_late;
pub use node::has_node;
pub use postgres::TestPostgres;
pub use prepared::prepared;
