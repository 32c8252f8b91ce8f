//! What of the register is open, and how systems send to it, for people (OPN-03).

mod show;

pub(crate) use show::{OpenDataPage, show};
