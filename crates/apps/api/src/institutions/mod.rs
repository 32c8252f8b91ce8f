//! Institutions that answer for services or provide them.

pub mod places;
pub mod show;
