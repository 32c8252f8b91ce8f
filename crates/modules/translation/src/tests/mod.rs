//! Tests of this module.
mod engines;
mod keeping;
mod postgres;
