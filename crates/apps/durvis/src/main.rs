//! The binary: everything is in the library, so that tests start the same server.
use std::process::ExitCode;

/// The system's allocator keeps an arena a thread and gives little back: with a hundred thousand services it held twice
/// the memory (decision 0018).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    durvis::run()
}
