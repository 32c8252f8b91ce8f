#![doc = include_str!("../README.md")]

mod access;
mod append;
mod blobs;
mod conn;
mod database;
mod dialect;
mod entities;
mod errors;
mod event;
mod idempotency;
pub mod keyset;
mod log;
mod memo;
mod numbers;
mod pool;
mod readers;
mod timers;
mod transaction;
mod unit;
mod verify;

pub use access::{
    AccessRecord, AccessView, Looker, access_views, access_views_by, access_views_in_case, access_views_within,
};
pub use append::Expected;
pub use blobs::Blobs;
pub use conn::Conn;
pub use database::{Database, Settings};
pub use errors::Db;
pub use event::{Actor, Event, NewEvent, Stream};
pub use idempotency::{Claim, KEEP_KEYS_DAYS};
pub use log::{LogPosition, Period, events_after, events_of_stream, head_of_log};
pub use readers::{DeadLetter, Delivery, ReaderState, Waiting, dead_letters, reader_states};
pub use timers::{Timer, TimerState};
pub use unit::{Read, Write};
pub use verify::{Break, BreakKind, VerifyReport, verify_log, verify_stream};

#[cfg(test)]
mod tests;
