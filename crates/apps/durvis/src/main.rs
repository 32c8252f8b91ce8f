//! The binary: everything is in the library, so that tests start the same server.
use std::process::ExitCode;

fn main() -> ExitCode {
    few_arenas();
    durvis::run()
}

/// The system's allocator keeps an arena for every few threads and seldom gives one back; with two of them a hundred
/// thousand services take half the memory (decision 0018).
#[cfg(target_env = "gnu")]
#[expect(unsafe_code, reason = "the allocator has no safe door; called once, before any other thread")]
fn few_arenas() {
    // SAFETY: sets a number inside the allocator; takes no pointer and no other thread runs yet.
    unsafe { libc::mallopt(libc::M_ARENA_MAX, 2) };
}

#[cfg(not(target_env = "gnu"))]
fn few_arenas() {}
