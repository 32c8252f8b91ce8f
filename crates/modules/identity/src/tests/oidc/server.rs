//! Starts the provider of `e2e/oidc` for one test; it ends with the test.

use crate::OidcSettings;
use kernel::Assurance;
use serde_json::Value;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use test_support::has_node;

/// Where the tests pretend that our callback is.
pub const CALLBACK: &str = "http://127.0.0.1:9/sign-in/callback";

/// A provider that runs.
pub struct Server {
    child: Child,
    // Kept open: a provider that writes into a closed pipe would die.
    _told: BufReader<ChildStdout>,
    /// Settings that fit it.
    pub settings: OidcSettings,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Starts it, or says in one line why not: only a missing Node.js excuses, and under `NEEDS_NODE=1` not even that.
pub fn start(options: &[&str]) -> Option<Server> {
    if !has_node() {
        return None;
    }
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../e2e/oidc");
    install(&folder);
    let mut child = Command::new("node")
        .current_dir(&folder)
        .args(["server.mjs", "--redirect", CALLBACK])
        .args(options)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    stdout.read_line(&mut line).unwrap();
    let told: Value = serde_json::from_str(&line).expect("the provider says where it listens");
    let text = |key: &str| told[key].as_str().unwrap().to_owned();
    let mut settings = OidcSettings::new(text("issuer"), text("client_id"), CALLBACK);
    settings.client_secret = Some(text("client_secret"));
    settings.assurance.insert("urn:durvis:assurance:high".into(), Assurance::High);
    settings.assurance.insert("urn:durvis:assurance:substantial".into(), Assurance::Substantial);
    Some(Server { child, _told: stdout, settings })
}

/// Installs its packages once.
fn install(folder: &std::path::Path) {
    if folder.join("node_modules/oidc-provider/package.json").exists() {
        return;
    }
    let done = Command::new("npm").current_dir(folder).args(["ci", "--no-audit", "--no-fund"]).output().unwrap();
    assert!(done.status.success(), "npm ci in e2e/oidc: {}", String::from_utf8_lossy(&done.stderr));
}
