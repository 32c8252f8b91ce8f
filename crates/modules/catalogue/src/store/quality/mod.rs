//! The tables of quality control.

pub mod acts;
pub mod checks;
pub mod course;
pub mod days;
pub mod holders;
pub mod links;
pub mod rows;
pub mod scores;
