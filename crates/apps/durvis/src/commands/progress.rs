//! How far a long command is: one line that is written over on a terminal, a plain line now and then in a log.
use std::io::{IsTerminal as _, Stderr, Write};
use std::time::{Duration, Instant};

/// How often a log is told.
const EVERY: Duration = Duration::from_secs(5);

/// The line of one command.
pub struct Progress<W> {
    out: W,
    is_terminal: bool,
    /// When a log was told last; when the command began before that.
    told: Instant,
    /// Whether a line on the terminal is still to be ended.
    is_open: bool,
}

impl Progress<Stderr> {
    /// On standard error, so that standard output keeps only what the command is for.
    pub fn here() -> Self {
        let out = std::io::stderr();
        let is_terminal = out.is_terminal();
        Self::new(out, is_terminal, Instant::now())
    }
}

impl<W: Write> Progress<W> {
    /// Somewhere, from an instant on.
    pub fn new(out: W, is_terminal: bool, begun: Instant) -> Self {
        Self { out, is_terminal, told: begun, is_open: false }
    }

    /// Tells how far it is. What cannot be written is no reason to end the work.
    pub fn tell(&mut self, text: &str, now: Instant) {
        if self.is_terminal {
            let _ = write!(self.out, "\r{text}");
            self.is_open = true;
        } else if now.duration_since(self.told) >= EVERY {
            let _ = writeln!(self.out, "{text}");
            self.told = now;
        }
    }

    /// Ends the line, so that what follows begins a new one.
    pub fn end(&mut self) {
        if self.is_open {
            let _ = writeln!(self.out);
            self.is_open = false;
        }
    }
}
