//! Institutions' systems send descriptions of their services.

pub mod answer;
pub mod conflict;
pub mod feed;
pub mod own;
pub mod put;
pub mod reading;
pub mod shapes;
pub mod withdraw;
