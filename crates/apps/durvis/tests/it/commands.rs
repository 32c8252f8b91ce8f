//! The command line as a person or a script sees it: what it answers, and with which exit code.
use std::process::Output;

use test_support::TestPostgres;

use crate::support::{durvis, folder, stdout_of};

fn words(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn an_empty_folder_is_migrated_once_and_its_record_is_whole() {
    let folder = folder();
    let place = folder.path().to_str().expect("text");
    let first = stdout_of(&durvis(&["migrate", "--data-dir", place]));
    assert!(first.contains("running m0001_spine") && first.contains("done: "), "{first}");
    assert!(stdout_of(&durvis(&["migrate", "--data-dir", place])).contains("up to date"));
    assert!(stdout_of(&durvis(&["audit", "verify", "--data-dir", place])).contains("every chain is whole"));
    assert_eq!(stdout_of(&durvis(&["export", "events", "--format", "jsonl", "--data-dir", place])), "");
}

#[test]
fn postgres_is_changed_only_by_migrate() {
    let cluster = TestPostgres::start();
    let (folder, url) = (folder(), cluster.fresh_database());
    let place = ["--data-dir", folder.path().to_str().expect("text"), "--database", &url];
    let with = |command: &[&str]| durvis(&[command, &place[..]].concat());
    let refused = with(&["audit", "verify"]);
    assert_eq!(refused.status.code(), Some(4));
    assert!(words(&refused).contains("durvis migrate"), "{}", words(&refused));
    let checked = with(&["check"]);
    let told = String::from_utf8_lossy(&checked.stdout);
    assert_eq!(checked.status.code(), Some(1));
    assert!(told.contains("to do: m0001_spine, m0002_institutions") && told.contains("durvis migrate"), "{told}");
    assert!(stdout_of(&with(&["migrate", "--dry-run"])).contains("to do m0001_spine"));
    assert!(stdout_of(&with(&["migrate"])).contains("done: "));
    assert!(stdout_of(&with(&["check"])).contains("tables up to date"));
    assert!(stdout_of(&with(&["audit", "verify"])).contains("every chain is whole"));
}

#[test]
fn an_unreachable_database_is_a_clear_error_and_the_password_stays_hidden() {
    let folder = folder();
    let place = folder.path().to_str().expect("text");
    for command in [&["serve"][..], &["demo"], &["migrate"], &["audit", "verify"]] {
        let url = "postgres://me:s3cret@127.0.0.1:9/durvis";
        let output = durvis(&[command, &["--data-dir", place, "--database", url]].concat());
        let text = words(&output);
        assert_eq!(output.status.code(), Some(4), "{command:?}: {text}");
        assert!(text.contains("postgres://me@127.0.0.1:9/durvis") && text.contains("refused"), "{text}");
        assert!(text.contains("Nothing was changed") && !text.contains("s3cret"), "{text}");
    }
}

#[test]
fn a_mistyped_kind_of_database_is_named_and_the_password_stays_hidden() {
    let folder = folder();
    let data = folder.path().join("data");
    let place = data.to_str().expect("text");
    for command in [&["serve"][..], &["demo"], &["migrate"], &["check"], &["audit", "verify"]] {
        let output = durvis(&[command, &["--data-dir", place, "--database", "postgre://me:s3cret@x/y"]].concat());
        let (told, text) = (String::from_utf8_lossy(&output.stdout), words(&output));
        assert_eq!(output.status.code(), Some(3), "{command:?}: {text}");
        assert!(text.contains("`database.url` or `--database`") && text.contains("postgre://me@x/y"), "{text}");
        assert!(!text.contains("s3cret") && !told.contains("s3cret"), "{told}{text}");
        assert!(!data.exists(), "{command:?} made the folder");
    }
    let file = folder.path().join("durvis.toml");
    std::fs::write(&file, "[database]\nurl = \"postgre://me:s3cret@x/y\"\n").expect("a file");
    let output = durvis(&["migrate", "--config", file.to_str().expect("text"), "--data-dir", place]);
    assert_eq!(output.status.code(), Some(3), "{}", words(&output));
    assert!(words(&output).contains("`database.url`") && !words(&output).contains("s3cret"), "{}", words(&output));
}

#[test]
fn a_missing_database_is_not_made_by_what_only_reads_it() {
    let folder = folder();
    let missing = folder.path().join("mistyped");
    let place = missing.to_str().expect("text");
    for command in [
        &["audit", "verify"][..],
        &["export", "cases"],
        &["rebuild", "indicators", "--check"],
        &["rebuild", "staff"],
        &["migrate", "--dry-run"],
    ] {
        let output = durvis(&[command, &["--data-dir", place]].concat());
        let text = words(&output);
        assert_eq!(output.status.code(), Some(4), "{command:?}: {text}");
        assert!(text.contains("there is no database at ") && text.contains("mistyped/durvis.db"), "{text}");
        assert!(text.contains("`durvis migrate` makes it") && output.stdout.is_empty(), "{text}");
        assert!(!missing.exists(), "{command:?} made the folder");
    }
}

#[test]
fn a_wrong_configuration_is_named() {
    let folder = folder();
    let file = folder.path().join("durvis.toml");
    std::fs::write(&file, "[sever]\nlisten = \"127.0.0.1:1\"\n").expect("a file");
    let output = durvis(&["check", "--config", file.to_str().expect("text")]);
    assert_eq!(output.status.code(), Some(3));
    assert!(
        words(&output).contains("`sever.listen`") && words(&output).contains("`server.listen`"),
        "{}",
        words(&output)
    );
    let listens = durvis(&["serve", "--data-dir", folder.path().to_str().expect("text"), "--listen", "192.0.2.1:1"]);
    assert_eq!(listens.status.code(), Some(3));
    assert!(words(&listens).contains("192.0.2.1:1"), "{}", words(&listens));
    assert_eq!(durvis(&["fly"]).status.code(), Some(2));
}

#[test]
fn a_probe_of_nothing_fails_and_says_at_which_step() {
    let output = durvis(&["probe", "http://127.0.0.1:9"]);
    assert_eq!(output.status.code(), Some(1));
    let text = words(&output);
    assert!(text.contains("`read the interface` failed: The system 127.0.0.1:9 does not answer"), "{text}");
    assert!(!text.contains("outbound-") && !text.contains(".rs"), "{text}");
}

#[test]
fn a_file_without_a_needed_column_is_refused_in_words() {
    let folder = folder();
    let (place, file) = (folder.path().to_str().expect("text"), folder.path().join("services.csv"));
    std::fs::write(&file, "service_id,service_name_en\n1,Passport\n").expect("a file");
    let output = durvis(&["import", "services", file.to_str().expect("text"), "--data-dir", place]);
    let text = words(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(text.contains("service_description_en: The file lacks this column"), "{text}");
    assert!(!text.contains("services-column") && !text.contains(".rs"), "{text}");
}
