//! What editors tell the search, and what was asked of it.

pub mod boosts;
pub mod feedback;
pub mod months;
pub mod places;
pub mod queries;
pub mod rules;
pub mod synonyms;
