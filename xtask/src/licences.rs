//! The licence of every crate that is built, against an allow-list.
use std::path::Path;

use cargo_metadata::Metadata;

use crate::report::Report;
use crate::{Outcome, layering};

/// The same list stands in deny.toml.
const ALLOWED: [&str; 15] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Checks all packages of the resolved graph.
pub fn run(root: &Path) -> Outcome {
    let metadata = layering::metadata(root)?;
    let mut report = Report::default();
    check(&metadata, &mut report);
    report.finish("licences")
}

fn check(metadata: &Metadata, report: &mut Report) {
    let built = layering::built(metadata);
    for package in metadata.packages.iter().filter(|p| built.contains(&p.id)) {
        match &package.license {
            Some(licence) if allowed(licence) => {}
            Some(licence) => report.add(format!("{} {}: licence `{licence}`", package.name, package.version)),
            None => report.add(format!("{} {}: states no licence", package.name, package.version)),
        }
    }
}

/// Does an SPDX expression leave a choice that is allowed? The old form `MIT/Apache-2.0` means OR.
pub fn allowed(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut place = 0;
    let result = alternatives(&words, &mut place);
    result && place == words.len()
}

fn alternatives(words: &[&str], place: &mut usize) -> bool {
    let mut any = all(words, place);
    while words.get(*place) == Some(&"OR") {
        *place += 1;
        any |= all(words, place);
    }
    any
}

fn all(words: &[&str], place: &mut usize) -> bool {
    let mut every = single(words, place);
    while words.get(*place) == Some(&"AND") {
        *place += 1;
        every &= single(words, place);
    }
    every
}

fn single(words: &[&str], place: &mut usize) -> bool {
    let Some(word) = words.get(*place) else { return false };
    *place += 1;
    if *word == "(" {
        let inner = alternatives(words, place);
        let closed = words.get(*place) == Some(&")");
        *place += 1;
        return inner && closed;
    }
    // An exception (`WITH LLVM-exception`) only widens what the licence grants.
    if words.get(*place) == Some(&"WITH") {
        *place += 2;
    }
    ALLOWED.contains(word)
}
