//! Tests of the client against a small server on the loopback address.

mod breaker;
mod calls;
mod public;
