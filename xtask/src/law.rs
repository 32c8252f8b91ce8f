//! Requirement ids and the tests that prove them: `docs/requirements.md` against the `// req:` comments.
use std::collections::BTreeMap;
use std::path::Path;

use crate::report::Report;
use crate::{Outcome, tree};

/// One requirement: its sentence and the tests that name it.
struct Requirement {
    text: String,
    tests: Vec<String>,
}

/// Prints every id with its tests and those without, or with `check` only the faults.
pub fn run(root: &Path, check: bool) -> Outcome {
    let list = tree::text(root, "docs/requirements.md").ok_or("docs/requirements.md is missing")?;
    let mut law = requirements(&list);
    let mut report = Report::default();
    for name in tree::files(root)?.iter().filter(|n| [".rs", ".mjs", ".ts"].iter().any(|end| n.ends_with(end))) {
        let Some(text) = tree::text(root, name) else { continue };
        for (id, test) in claims(name, &text) {
            match law.get_mut(&id) {
                Some(requirement) => requirement.tests.push(test),
                None => report.add(format!("{test}: `{id}` is no requirement of docs/requirements.md")),
            }
        }
    }
    if !check {
        print(&law);
    }
    report.finish("law")
}

fn print(law: &BTreeMap<String, Requirement>) {
    let (proven, open): (Vec<_>, Vec<_>) = law.iter().partition(|(_, r)| !r.tests.is_empty());
    println!("# Proven by a test ({} of {})\n", proven.len(), law.len());
    for (id, requirement) in proven {
        println!("{id}  {}", requirement.text);
        for test in &requirement.tests {
            println!("        {test}");
        }
    }
    println!("\n# Without a test ({})\n", open.len());
    for (id, requirement) in open {
        println!("{id}  {}", requirement.text);
    }
}

/// The ids of the list: lines `- CAT-01 (HO) Sentence.`
fn requirements(list: &str) -> BTreeMap<String, Requirement> {
    list.lines()
        .filter_map(|line| line.strip_prefix("- "))
        .filter_map(|line| line.split_once(' '))
        .filter(|(id, _)| is_id(id))
        .map(|(id, text)| (id.to_owned(), Requirement { text: shorten(text), tests: Vec::new() }))
        .collect()
}

fn shorten(text: &str) -> String {
    let short: String = text.chars().take(110).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}

/// `CAT-03`, `A11-01`: three capitals or digits, a dash, two digits.
fn is_id(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.len() == 6
        && bytes[0].is_ascii_uppercase()
        && bytes[1..3].iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        && bytes[3] == b'-'
        && bytes[4..].iter().all(u8::is_ascii_digit)
}

/// All `(id, test)` pairs of a file. The test is the next function or quoted name below the comment.
pub fn claims(name: &str, text: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let Some(ids) = line.trim_start().strip_prefix("// req: ") else { continue };
        let test = lines[number..]
            .iter()
            .skip(1)
            .take(12)
            .find_map(|l| test_name(l))
            .unwrap_or_else(|| (number + 1).to_string());
        for id in ids.split(',').map(str::trim).filter(|id| !id.is_empty()) {
            found.push((id.to_owned(), format!("{name}::{test}")));
        }
    }
    found
}

fn test_name(line: &str) -> Option<String> {
    let line = line.trim_start();
    if let Some((before, after)) = line.split_once("fn ")
        && (before.is_empty() || ["pub ", "async ", "pub async "].contains(&before))
    {
        return Some(after.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
    }
    for quote in ['\'', '"', '`'] {
        if let Some(rest) = ["test(", "journey(", "it("]
            .iter()
            .find_map(|call| line.split_once(call).and_then(|(_, rest)| rest.strip_prefix(quote)))
        {
            return rest.split_once(quote).map(|(name, _)| name.to_owned());
        }
    }
    None
}
