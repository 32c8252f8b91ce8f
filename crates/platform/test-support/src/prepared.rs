//! What many tests begin with: made once in a run of the suite, copied by each.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What earlier runs left goes after this time.
const KEPT: Duration = Duration::from_hours(1);

/// Copies into `target` what `make` puts into a folder. It is made by the first test of this binary and this run that asks
/// for `label`; others wait for it. Each test is a process of its own, so it lies on the disk.
///
/// # Panics
/// When it cannot be made or copied; a test cannot go on then.
#[expect(clippy::expect_used, reason = "a test stops here")]
pub async fn prepared(label: &str, target: &Path, make: impl AsyncFnOnce(&Path)) {
    let run = run_folder();
    let lock = File::create(run.join(format!("{label}.lock"))).expect("a lock");
    lock.lock().expect("the lock");
    let made = run.join(label);
    if !made.exists() {
        let begun = tempfile::tempdir_in(&run).expect("a temporary folder");
        make(begun.path()).await;
        fs::rename(begun.keep(), &made).expect("the folder is made");
    }
    lock.unlock().expect("the lock");
    copy(&made, target);
}

/// Where this binary keeps what it made in this run: runs of nextest have a name, another run is one process.
#[expect(clippy::expect_used, reason = "a test stops here")]
fn run_folder() -> PathBuf {
    let binary = std::env::current_exe().expect("the test's binary");
    let name = binary.file_name().expect("a name");
    // target/debug/deps/NAME
    let all = binary.ancestors().nth(3).expect("a target folder").join("tmp/prepared");
    let run = std::env::var("NEXTEST_RUN_ID").unwrap_or_else(|_| std::process::id().to_string());
    let folder = all.join(&run).join(name);
    if !all.join(run).exists() {
        forget_earlier(&all);
    }
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Removes the folders of earlier runs. Two tests may do so at one time: what is gone already is no fault.
fn forget_earlier(all: &Path) {
    for run in fs::read_dir(all).into_iter().flatten().flatten() {
        let age = run.metadata().and_then(|data| data.modified()).ok().and_then(|changed| changed.elapsed().ok());
        if age.is_some_and(|age| age > KEPT) {
            let _ = fs::remove_dir_all(run.path());
        }
    }
}

#[expect(clippy::expect_used, reason = "a test stops here")]
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the folder").flatten() {
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &target),
            false => _ = fs::copy(entry.path(), target).expect("a copy"),
        }
    }
}
