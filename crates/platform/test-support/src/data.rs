//! Real data that lie beside the project and are not part of it.

use std::path::PathBuf;

/// A file of `../shared/data` seen from the project's root, or none with one line that says what was skipped.
#[must_use]
#[expect(clippy::print_stdout, reason = "a skipped test must say so")]
pub fn shared_data(path: &str) -> Option<PathBuf> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3)?;
    let file = root.join("../shared/data").join(path);
    if file.exists() {
        return Some(file);
    }
    println!("skipped: ../shared/data/{path} is not there");
    None
}
