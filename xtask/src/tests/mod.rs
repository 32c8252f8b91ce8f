//! Tests of the tasks themselves: a rule that cannot fail is no rule.
use crate::report::Report;
use crate::{law, layering, licences, new_module, sizes, tidy};

fn problems(files: &[(&str, &str)]) -> Vec<String> {
    let folder = tempfile::tempdir().expect("temporary folder");
    let mut names = Vec::new();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("parent")).expect("folder");
        std::fs::write(path, text).expect("file");
        names.push((*name).to_owned());
    }
    let mut report = Report::default();
    tidy::check(folder.path(), &names, &mut report).expect("tidy runs");
    report.problems().to_vec()
}

#[test]
fn tidy_wants_a_first_line_that_says_what_the_file_is() {
    assert!(problems(&[("crates/a/src/x.rs", "//! What it is.\n")]).is_empty());
    assert_eq!(problems(&[("crates/a/src/x.rs", "fn x() {}\n")]).len(), 1);
}

#[test]
fn tidy_refuses_unfinished_work_and_paths_of_one_machine() {
    let text = format!("//! X.\n// {}: later\n// {}someone\n", concat!("TO", "DO"), concat!("/ho", "me/"));
    assert_eq!(problems(&[("crates/a/src/x.rs", &text)]).len(), 2);
}

#[test]
fn tidy_refuses_long_files_and_functions_but_not_long_tests() {
    let long = format!("//! X.\nfn long() {{\n{}}}\n", "    let _ = 1;\n".repeat(420));
    assert_eq!(problems(&[("crates/a/src/x.rs", &long)]).len(), 2);
    assert!(problems(&[("crates/a/src/tests/x.rs", &long)]).is_empty());
}

#[test]
fn tidy_keeps_sql_in_the_store() {
    let text = "//! X.\nuse sea_orm::EntityTrait;\n";
    assert!(problems(&[("crates/modules/a/src/store/x.rs", text)]).is_empty());
    assert_eq!(problems(&[("crates/modules/a/src/x.rs", text)]).len(), 1);
}

#[test]
fn tidy_keeps_the_invented_people_in_the_demonstration() {
    let text = format!("//! X.\nfn f() {{ {}() }}\n", concat!("Demonstration::", "load"));
    assert!(problems(&[("crates/apps/durvis/src/demo/x.rs", &text)]).is_empty());
    assert_eq!(problems(&[("crates/apps/durvis/src/server.rs", &text)]).len(), 1);
}

#[test]
fn tidy_wants_the_headings_of_a_module() {
    let found = problems(&[("crates/modules/a/Cargo.toml", ""), ("crates/modules/a/README.md", "# a\n## Purpose\n")]);
    assert_eq!(found.len(), 5, "{found:?}");
}

#[test]
fn a_new_module_passes_tidy() {
    let folder = tempfile::tempdir().expect("temporary folder");
    new_module::write_files(&folder.path().join("crates/modules/sample"), "sample").expect("scaffold");
    let names: Vec<String> =
        ["Cargo.toml", "README.md", "src/lib.rs", "src/model.rs", "src/policy.rs", "src/tests/mod.rs"]
            .iter()
            .map(|f| format!("crates/modules/sample/{f}"))
            .collect();
    let mut report = Report::default();
    tidy::check(folder.path(), &names, &mut report).expect("tidy runs");
    assert!(report.problems().is_empty(), "{:?}", report.problems());
}

#[test]
fn functions_are_measured_from_signature_to_closing_brace() {
    let sizes = sizes::measure("fn a() {\n}\n\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\n").expect("rust");
    assert_eq!(sizes.functions.len(), 1);
    assert_eq!(sizes.functions[0].lines, 2);
    assert_eq!(sizes.inline_test_lines, 4);
}

#[test]
fn licences_are_read_as_expressions() {
    for fine in ["MIT", "MIT/Apache-2.0", "(MIT OR GPL-3.0) AND Unicode-3.0", "Apache-2.0 WITH LLVM-exception"] {
        assert!(licences::allowed(fine), "{fine}");
    }
    for wrong in ["GPL-3.0", "MIT AND GPL-3.0", "(MIT", ""] {
        assert!(!licences::allowed(wrong), "{wrong}");
    }
}

#[test]
fn law_ties_ids_to_the_test_below_them() {
    let rust = "// req: CAT-03, REG-02\n#[test]\nfn code_is_unique() {}\n";
    assert_eq!(
        law::claims("a.rs", rust),
        [
            ("CAT-03".to_owned(), "a.rs::code_is_unique".to_owned()),
            ("REG-02".to_owned(), "a.rs::code_is_unique".to_owned())
        ]
    );
    let script = "// req: A11-01\njourney('apply without JavaScript', async () => {});\n";
    assert_eq!(law::claims("a.mjs", script)[0].1, "a.mjs::apply without JavaScript");
}

const RULES: &str = r#"
absent = {}
single = {}
not_in = {}
[modules]
cases = { tier = 3, calls = ["catalogue", "identity"] }
[platform]
jobs = ["kernel", "storage"]
[apps]
api = ["web-kit"]
"#;

/// What the rules of above list and these crates do not use.
fn unused(crates: &[(&str, &[&str])]) -> Vec<String> {
    let names = |of: &[&str]| of.iter().map(|name| (*name).to_owned()).collect();
    let uses: layering::Uses = crates.iter().map(|(name, of)| ((*name).to_owned(), names(of))).collect();
    let mut report = Report::default();
    layering::unused(&layering::rules(RULES).expect("rules"), &uses, &mut report);
    report.problems().to_vec()
}

#[test]
fn layering_refuses_an_edge_that_nobody_uses() {
    let jobs: (&str, &[&str]) = ("jobs", &["kernel", "storage", "tokio"]);
    let all: [(&str, &[&str]); 3] = [("cases", &["catalogue", "identity"]), jobs, ("api", &["web-kit"])];
    assert!(unused(&all).is_empty());
    let fewer: [(&str, &[&str]); 3] = [("cases", &["catalogue"]), jobs, ("api", &[])];
    assert_eq!(
        unused(&fewer),
        [
            "layering.toml: cases → identity is listed and not used",
            "layering.toml: api → web-kit is listed and not used"
        ]
    );
    assert_eq!(unused(&[]).len(), 5, "of crates that are not there too");
}
