//! Every route × everybody × own, other's and missing things: the answer stands in `expected.txt`, which people review.
//! A route without a plan, or without a row, fails.
mod answers;
mod bare;
mod plan;
mod policy;
mod records;
mod rows;
mod walk;

pub use plan::Stand;
