//! Whether Node.js is there: the OpenID provider of `e2e/oidc` runs on it.

use crate::data::is_needed;
use std::process::Command;

/// With `1` in it a test that lacks Node.js fails; otherwise it passes by. `cargo xtask ci` sets it, and so does
/// `make test` by it.
const NEEDED: &str = "NEEDS_NODE";

/// Whether Node.js runs here; if not, one line says what was skipped.
///
/// # Panics
/// When it does not and `NEEDS_NODE` is `1`.
#[must_use]
pub fn has_node() -> bool {
    runs("node", is_needed(NEEDED))
}

#[expect(clippy::print_stdout, reason = "a skipped test must say so")]
fn runs(program: &str, needed: bool) -> bool {
    let there = Command::new(program).arg("--version").output().is_ok_and(|said| said.status.success());
    assert!(there || !needed, "{program} is not installed, and {NEEDED} asks for it");
    if !there {
        println!("skipped: {program} is not installed");
    }
    there
}

#[cfg(test)]
mod tests {
    use super::runs;

    const NOWHERE: &str = "a-program-that-no-machine-has";

    #[test]
    fn without_the_switch_a_missing_program_excuses() {
        assert!(!runs(NOWHERE, false));
    }

    #[test]
    #[should_panic(expected = "NEEDS_NODE asks for it")]
    fn with_the_switch_a_missing_program_fails() {
        runs(NOWHERE, true);
    }
}
