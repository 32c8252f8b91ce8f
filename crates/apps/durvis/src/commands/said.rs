//! What a command says of its work on standard output.
use std::io::{ErrorKind, Result, StdoutLock, Write};

/// Standard output for the words of a command. A reader that has gone away (`durvis migrate | head`) hears no more of them,
/// but the work goes on and its exit code stays true: only an export is nothing but its output, and ends with its reader.
pub struct Said(StdoutLock<'static>);

/// Where a command says what it does.
pub fn said() -> Said {
    Said(std::io::stdout().lock())
}

impl Write for Said {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        unless_gone(self.0.write(bytes), bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        unless_gone(self.0.flush(), ())
    }
}

fn unless_gone<T>(written: Result<T>, all: T) -> Result<T> {
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(all),
        written => written,
    }
}
