//! Finding services.
mod feedback;
mod index;
mod judged;
mod life;
mod narrowing;
mod places;
mod postgres;
mod rules;
mod searching;
