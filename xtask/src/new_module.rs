//! A module folder in the shape every module has, so that the first commit already passes tidy.
use std::path::Path;

use crate::Outcome;

const MANIFEST: &str = "\
[package]
name = \"NAME\"
version.workspace = true
edition.workspace = true
rust-version.workspace = true
license.workspace = true
publish.workspace = true

[lib]
doctest = false

[dependencies]
kernel.workspace = true
storage.workspace = true

[dev-dependencies]
test-support.workspace = true
tokio.workspace = true

[lints]
workspace = true
";

const README: &str = "\
# NAME

## Purpose
One or two sentences: which part of the business this module owns.

## Words
The terms of this module, each with its meaning and its Latvian word.

## Invariants
What is always true, and which test keeps it so.

## Public functions
One line per use case and query, with who may call it.

## Events
The kinds this module appends, and those it reads.

## Tables
The tables it owns. No other module reads them.
";

const LIB: &str = "\
#![doc = include_str!(\"../README.md\")]

mod model;
mod policy;

#[cfg(test)]
mod tests;

pub use policy::may_view;
";

const MODEL: &str = "\
//! Types and pure rules of this module: no I/O, no clock.

/// Who may look at what this module keeps.
pub(crate) const READERS: [kernel::Role; 1] = [kernel::Role::PlatformAdministrator];
";

const POLICY: &str = "\
//! Who may do what: pure functions, printed as a table by a test.
use kernel::Role;

use crate::model::READERS;

/// May this role look at what this module keeps?
pub fn may_view(role: Role) -> bool {
    READERS.contains(&role)
}
";

const TESTS: &str = "\
//! Tests of this module, one file per use case.
use kernel::Role;

#[test]
fn only_named_roles_may_view() {
    assert!(crate::may_view(Role::PlatformAdministrator));
    assert!(!crate::may_view(Role::Anonymous));
}
";

/// Creates `crates/modules/NAME` and adds it to the workspace table and the layering rules.
pub fn run(root: &Path, arguments: &[String]) -> Outcome {
    let [name] = arguments else { return Err("usage: cargo xtask new-module NAME".to_owned()) };
    let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    if !plain {
        return Err(format!("`{name}`: a module's name is one lower-case word"));
    }
    let folder = root.join("crates/modules").join(name);
    if folder.exists() {
        return Err(format!("{} exists already", folder.display()));
    }
    write_files(&folder, name)?;
    let line = format!("{name} = {{ path = \"crates/modules/{name}\" }}");
    insert_after(&root.join("Cargo.toml"), "# Ring 2: modules", &line)?;
    insert_after(&root.join("xtask/layering.toml"), "[modules]", &format!("{name} = {{ tier = 0, calls = [] }}"))?;
    println!("crates/modules/{name} is there. Next: its README, its tier and calls in xtask/layering.toml, a decision");
    println!("record for each new edge, and its migration file in crates/platform/migrations if it owns tables.");
    Ok(())
}

/// The files of the scaffold.
pub fn write_files(folder: &Path, name: &str) -> Outcome {
    let files = [
        ("Cargo.toml", MANIFEST),
        ("README.md", README),
        ("src/lib.rs", LIB),
        ("src/model.rs", MODEL),
        ("src/policy.rs", POLICY),
        ("src/tests/mod.rs", TESTS),
    ];
    for (file, text) in files {
        let path = folder.join(file);
        let parent = path.parent().unwrap_or(folder);
        std::fs::create_dir_all(parent).map_err(|e| format!("{}: {e}", parent.display()))?;
        std::fs::write(&path, text.replace("NAME", name)).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

fn insert_after(path: &Path, mark: &str, line: &str) -> Outcome {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let Some((before, after)) = text.split_once(&format!("{mark}\n")) else {
        return Err(format!("{}: `{mark}` not found; add `{line}` by hand", path.display()));
    };
    std::fs::write(path, format!("{before}{mark}\n{line}\n{after}")).map_err(|e| format!("{}: {e}", path.display()))
}
