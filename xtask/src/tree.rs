//! The files of the project: those git knows or would add, relative to the root.
use std::path::{Path, PathBuf};
use std::process::Command;

/// The root of the workspace: the parent of this crate.
pub fn root() -> PathBuf {
    // As cargo says at run time: checkouts that share a target folder may share the built program.
    let own = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    own.parent().map_or(own.clone(), Path::to_path_buf)
}

/// Every file that is tracked or would be (ignored files left out), with `/` as separator.
pub fn files(root: &Path) -> Result<Vec<String>, String> {
    let out = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        .current_dir(root)
        .output()
        .map_err(|e| format!("git ls-files: {e}"))?;
    if !out.status.success() {
        return Err(format!("git ls-files: {}", String::from_utf8_lossy(&out.stderr)));
    }
    let mut names: Vec<String> = String::from_utf8_lossy(&out.stdout)
        .split('\0')
        .filter(|name| !name.is_empty() && root.join(name).is_file())
        .map(str::to_owned)
        .collect();
    names.sort();
    names.dedup();
    Ok(names)
}

/// The text of a file, or nothing when it is not text.
pub fn text(root: &Path, name: &str) -> Option<String> {
    std::fs::read(root.join(name)).ok().and_then(|bytes| String::from_utf8(bytes).ok())
}

/// Is this Rust file test code by its place?
pub fn is_test(name: &str) -> bool {
    name.contains("/tests/") || name.ends_with("/tests.rs") || name.starts_with("crates/platform/test-support/")
}
