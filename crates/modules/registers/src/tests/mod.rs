//! Tests of the registers.

mod demo;
mod lookup;
