//! Real data that lie beside the project and are not part of it.

use std::path::PathBuf;

/// With `1` in it a test that lacks its data fails; otherwise it passes by. It is no
/// `DURVIS_…`: the programs under test would refuse it as a key of the configuration that does not exist.
const NEEDED: &str = "NEEDS_SHARED_DATA";

/// A file of `../shared/data` seen from the project's root, or none with one line that says what was skipped.
///
/// # Panics
/// When the file is not there and `NEEDS_SHARED_DATA` is `1`.
#[must_use]
#[expect(clippy::print_stdout, reason = "a skipped test must say so")]
pub fn shared_data(path: &str) -> Option<PathBuf> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3)?;
    let file = root.join("../shared/data").join(path);
    if file.exists() {
        return Some(file);
    }
    assert!(!is_needed(NEEDED), "../shared/data/{path} is not there, and {NEEDED} asks for it");
    println!("skipped: ../shared/data/{path} is not there");
    None
}

/// Whether a switch of the environment asks that nothing passes by.
pub(crate) fn is_needed(switch: &str) -> bool {
    std::env::var_os(switch).is_some_and(|value| value == "1")
}
