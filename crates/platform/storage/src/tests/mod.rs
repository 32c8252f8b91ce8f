//! How the database goes about the questions to the log; what they answer is tested from outside.

mod plans;
