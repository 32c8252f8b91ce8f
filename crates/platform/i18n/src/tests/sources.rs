//! Every key that templates and code use exists: the sources of the whole workspace are scanned.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use kernel::Locale;

use crate::Catalog;

/// Names of the constructors of `kernel::Error` whose first argument is a key of the texts. Internal errors are left out:
/// people are told only that something went wrong on our side.
const ERROR_CALLS: [&str; 11] = [
    "Error::invalid(",
    "Error::unauthenticated(",
    "Error::forbidden(",
    "Error::not_found(",
    "Error::conflict(",
    "Error::gone(",
    "Error::stale(",
    "Error::too_large(",
    "Error::unsupported(",
    "Error::rate_limited(",
    "Error::unavailable(",
];

#[test]
fn every_text_used_in_a_template_exists() {
    let catalog = Catalog::load().unwrap();
    let mut missing = BTreeSet::new();
    for file in files("html") {
        let content = fs::read_to_string(&file).unwrap();
        for key in literals_after(&content, "t(") {
            report(&catalog, &mut missing, &file, &key);
        }
    }
    assert_none(missing);
}

#[test]
fn every_error_key_used_in_code_exists() {
    let catalog = Catalog::load().unwrap();
    let mut missing = BTreeSet::new();
    for file in files("rs") {
        let content = fs::read_to_string(&file).unwrap();
        for call in ERROR_CALLS {
            for key in literals_after(&content, call) {
                report(&catalog, &mut missing, &file, &format!("error-{key}"));
            }
        }
        for key in field_keys(&content) {
            report(&catalog, &mut missing, &file, &format!("error-{key}"));
        }
    }
    assert_none(missing);
}

fn report(catalog: &Catalog, missing: &mut BTreeSet<String>, file: &Path, key: &str) {
    for locale in Locale::ALL {
        if !catalog.has(locale, key) {
            missing.insert(format!("{key} is not in locales/{locale}, used in {}", file.display()));
        }
    }
}

fn assert_none(missing: BTreeSet<String>) {
    assert!(missing.is_empty(), "{}", missing.into_iter().collect::<Vec<_>>().join("\n"));
}

/// The string literals that follow `call` directly and are complete (`t("a" ~ b)` is built at run time: rendering tests it).
fn literals_after(content: &str, call: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in content.match_indices(call) {
        let before = content[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '.') {
            continue;
        }
        let rest = content[at + call.len()..].trim_start();
        let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) else { continue };
        let Some(end) = rest[1..].find(quote) else { continue };
        let after = rest[end + 2..].trim_start();
        if after.starts_with('~') {
            continue;
        }
        found.push(rest[1..=end].to_owned());
    }
    found
}

/// The second literal of `.field("path", "key")`.
fn field_keys(content: &str) -> Vec<String> {
    content
        .match_indices(".field(\"")
        .filter_map(|(at, call)| {
            let rest = &content[at + call.len()..];
            let (_, rest) = rest.split_once("\",")?;
            let rest = rest.trim_start().strip_prefix('"')?;
            Some(rest.split_once('"')?.0.to_owned())
        })
        .collect()
}

/// All files with this extension under crates/, without tests (they may use keys that do not exist).
fn files(extension: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() && name != "tests" {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == extension) && name != "tests.rs" {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty());
    found
}
