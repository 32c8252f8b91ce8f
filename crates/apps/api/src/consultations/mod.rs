//! Consultations.

pub mod register;
