//! The table as text: a line for each route and object, a column for everybody.
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use web_kit::RouteRow;

use super::answers::Whose;
use crate::things::ACTORS;

/// Answers by actor.
pub type Row = BTreeMap<&'static str, String>;

const HEADINGS: [&str; 13] =
    ["anon", "res", "res2", "comp", "empl", "spec", "offi", "o-nva", "cont", "admin", "audit", "platf", "system"];

const HEAD: &str = "\
# Every route, everybody, and whose the thing is: the status that is answered.
#
# in       sign in first (303 to the page for signing in)
# own      a client's own thing; for staff and systems: of their institution (VSAA, for o-nva NVA); for routes that
#          name nothing, or nobody's thing: the route itself
# other    another client's, another institution's
# missing  does not exist; wherever a thing is private it must look like another's
# audit    may read every case, on the record; specialists work at a centre that handles no cases
# empl     acts for the company of comp, whose management assigned some services: own are those, other is a case of the
#          company for a service that was not assigned
#
# After a change of rules: WRITE_TABLES=1 cargo nextest run -p durvis matrix, then review the difference.
";

/// The whole table.
pub fn render(rows: &[(RouteRow, Whose, Row)]) -> String {
    let mut text = format!("{HEAD}\n{:<66} {:<8}", "", "");
    for heading in HEADINGS {
        text.push_str(&format!("{heading:<7}"));
    }
    for (route, whose, row) in rows {
        text = format!("{}\n{:<66} {:<8}", text.trim_end(), name(route), whose.word());
        for actor in ACTORS {
            text.push_str(&format!("{:<7}", row[actor]));
        }
    }
    format!("{}\n", text.trim_end())
}

/// Method and path.
pub fn name(route: &RouteRow) -> String {
    format!("{:<4} {}", route.method.as_str(), route.path)
}

/// Compares with a file of the project, or writes it when people ask for that.
pub fn same_as(file: &Path, text: &str) {
    if std::env::var_os("WRITE_TABLES").is_some() {
        std::fs::write(file, text).expect("the file can be written");
        return;
    }
    let expected = std::fs::read_to_string(file).unwrap_or_default();
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), text.lines().collect());
    let gone = old.iter().filter(|line| !new.contains(line)).map(|line| format!("- {line}"));
    let come = new.iter().filter(|line| !old.contains(line)).map(|line| format!("+ {line}"));
    let difference: Vec<String> = gone.chain(come).collect();
    assert!(
        difference.is_empty() && expected == text,
        "{} is not what the program does (- expected, + found); WRITE_TABLES=1 writes it anew:\n{}",
        file.display(),
        difference.join("\n")
    );
}

/// A file of the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
