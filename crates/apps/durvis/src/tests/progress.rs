//! How far a long command is, told to people and to logs.
use std::time::{Duration, Instant};

use crate::commands::progress::Progress;

/// What is written when something is told at these seconds.
fn written(is_terminal: bool, seconds: &[u64]) -> String {
    let (mut out, begun) = (Vec::<u8>::new(), Instant::now());
    let mut progress = Progress::new(&mut out, is_terminal, begun);
    for second in seconds {
        progress.tell(&format!("{second} rows"), begun + Duration::from_secs(*second));
    }
    progress.end();
    progress.end();
    String::from_utf8_lossy(&out).into_owned()
}

#[test]
fn a_terminal_sees_each_step_and_a_log_a_line_every_few_seconds() {
    assert_eq!(written(true, &[0, 1, 7]), "\r0 rows\r1 rows\r7 rows\n");
    assert_eq!(written(false, &[0, 1, 7, 8, 11, 12]), "7 rows\n12 rows\n");
    assert_eq!(written(false, &[1]), "", "a short command says nothing but its result");
    assert_eq!(written(true, &[]), "");
}
