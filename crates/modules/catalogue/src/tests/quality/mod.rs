//! Quality control: rules, scores, links, checks.
mod arbitrary;
mod blocking;
mod content;
mod plain;
mod rules;
