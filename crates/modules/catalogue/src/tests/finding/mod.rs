//! Finding services.
mod by_words;
mod everyday;
mod feedback;
mod index;
mod judged;
mod life;
mod narrowing;
mod places;
mod postgres;
mod rules;
mod searching;
