//! Every check and test in order, each with its time. What continuous integration runs, a person runs too.
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::{Outcome, law, layering, licences, tidy};

/// The quick checks first, the long ones last.
const STEPS: [&str; 8] = ["fmt", "tidy", "layering", "licences", "law", "clippy", "doc", "nextest"];

/// Runs the named steps, or all; goes on after a failure and names every failed step at the end.
pub fn run(root: &Path, only: &[String]) -> Outcome {
    if let Some(unknown) = only.iter().find(|s| !STEPS.contains(&s.as_str())) {
        return Err(format!("no step `{unknown}`; steps are: {}", STEPS.join(" ")));
    }
    let mut failed = Vec::new();
    for name in STEPS.iter().filter(|s| only.is_empty() || only.iter().any(|o| o == *s)) {
        println!("== {name}");
        let start = Instant::now();
        let outcome = step(root, name);
        println!(
            "== {name}: {} in {:.0} s",
            if outcome.is_ok() { "ok" } else { "FAILED" },
            start.elapsed().as_secs_f32()
        );
        if let Err(text) = outcome {
            println!("{text}");
            failed.push(*name);
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
}

fn step(root: &Path, name: &str) -> Outcome {
    match name {
        "fmt" => cargo(root, &["fmt", "--all", "--check"], &[]),
        "clippy" => cargo(root, &["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"], &[]),
        "doc" => cargo(
            root,
            &["doc", "--locked", "--workspace", "--no-deps", "--document-private-items", "--quiet"],
            &[("RUSTDOCFLAGS", "-D warnings")],
        ),
        // What proves a requirement must not pass by because a program is missing.
        "nextest" => cargo(root, &["nextest", "run", "--locked", "--workspace"], &[("NEEDS_NODE", "1")]),
        "tidy" => tidy::run(root),
        "layering" => layering::run(root),
        "licences" => licences::run(root),
        "law" => law::run(root, true),
        other => Err(format!("no step `{other}`")),
    }
}

fn cargo(root: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Outcome {
    let status = Command::new(env!("CARGO"))
        .args(arguments)
        .envs(environment.iter().copied())
        .current_dir(root)
        .status()
        .map_err(|e| format!("cargo {}: {e}", arguments[0]))?;
    if status.success() { Ok(()) } else { Err(format!("cargo {} failed", arguments[0])) }
}
