//! The command line as a person or a script sees it: what it answers, and with which exit code.
use std::path::Path;
use std::process::{Command, Output, Stdio};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sea_orm::ConnectionTrait as _;
use serde_json::Value;
use storage::{Database, Settings};
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

/// What a subcommand ends with when nobody reads what it says.
fn unheard(arguments: &[&str]) -> Option<i32> {
    let command = &mut Command::new(env!("CARGO_BIN_EXE_durvis"));
    let mut child = command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts");
    drop(child.stdout.take());
    child.wait().expect("it ends").code()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_that_goes_away_stops_no_work_and_hides_no_fault() {
    let folder = folder();
    let place = folder.path().to_str().expect("text");
    assert_eq!(unheard(&["migrate", "--data-dir", place]), Some(0));
    assert!(stdout_of(&durvis(&["migrate", "--data-dir", place])).contains("up to date"), "the steps have run");
    stdout_of(&durvis(&["setup", "--data-dir", place]));
    let verify = ["audit", "verify", "--data-dir", place];
    assert_eq!(unheard(&verify), Some(0));
    sql(folder.path(), "UPDATE events SET data = '{}'").await;
    assert_eq!(unheard(&verify), Some(1));
    assert_eq!(unheard(&["export", "events", "--data-dir", place]), Some(0), "whoever has seen enough goes");
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
    assert!(told.contains("to do: m0001_spine to m") && told.contains("durvis migrate"), "{told}");
    assert!(stdout_of(&with(&["migrate", "--dry-run"])).contains("to do m0001_spine"));
    assert!(stdout_of(&with(&["migrate"])).contains("done: "));
    assert!(stdout_of(&with(&["check"])).contains("tables up to date"));
    assert!(stdout_of(&with(&["audit", "verify"])).contains("every chain is whole"));
}

#[test]
fn an_unreachable_database_is_a_clear_error_and_the_password_stays_hidden() {
    let folder = folder();
    let data = folder.path().join("data");
    let place = data.to_str().expect("text");
    for command in [&["serve"][..], &["demo"], &["migrate"], &["audit", "verify"]] {
        let url = "postgres://me:s3cret@127.0.0.1:9/durvis";
        let output = durvis(&[command, &["--data-dir", place, "--database", url]].concat());
        let text = words(&output);
        assert_eq!(output.status.code(), Some(4), "{command:?}: {text}");
        assert!(text.contains("postgres://me@127.0.0.1:9/durvis") && text.contains("refused"), "{text}");
        assert!(text.contains("Nothing was changed") && !text.contains("s3cret"), "{text}");
        assert!(!data.exists(), "{command:?} made the folder");
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
fn a_folder_of_data_that_holds_none_is_refused_before_anything_is_made() {
    let folder = folder();
    let (data, with) = (folder.path().join("data"), folder.path().join("nothing"));
    let (place, mistyped) = (data.to_str().expect("text"), with.to_str().expect("text"));
    let output = durvis(&["demo", "--listen", "127.0.0.1:0", "--data-dir", place, "--with", mistyped]);
    assert_eq!(output.status.code(), Some(1));
    assert!(words(&output).contains("nothing holds neither event-logs/"), "{}", words(&output));
    assert!(!data.exists(), "a data folder was made");
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
    std::fs::write(&file, "[log]\nfilter = \"durvis=loud\"\n").expect("a file");
    let output = durvis(&["check", "--config", file.to_str().expect("text")]);
    assert_eq!(output.status.code(), Some(3), "what `serve` refuses, a check refuses");
    assert!(words(&output).contains("`log.filter`"), "{}", words(&output));
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

/// An inventory of services, packed, that ends in its third row.
const CUT_OFF: &str = "H4sIAAAAAAAA/wGXAGj/c2VydmljZV9pZCxzZXJ2aWNlX25hbWVfZW4sc2VydmljZV9kZXNjcmlwdGlvbl9lbixvd25lcl9v\
    cmcsb3duZXJfb3JnX3RpdGxlCjEsTGljZW5jZSx4LHRjLFRyYW5zcG9ydCB8IFRyYW5zcG9ydHMKMixQZXI=";

#[test]
fn an_inventory_that_breaks_off_is_told_and_is_no_success() {
    let folder = folder();
    let (place, file) = (folder.path().to_str().expect("text"), folder.path().join("services.csv.gz"));
    std::fs::write(&file, STANDARD.decode(CUT_OFF).expect("base64")).expect("a file");
    for done in ["1 services added", "1 as they were"] {
        let output = durvis(&["import", "services", file.to_str().expect("text"), "--data-dir", place]);
        let (told, failed) = (String::from_utf8_lossy(&output.stdout).into_owned(), words(&output));
        assert_eq!(output.status.code(), Some(1), "{told}{failed}");
        assert!(told.contains(done) && failed.contains("could not be read further than row 3"), "{told}{failed}");
    }
}

/// A case with two events, and a row that has not all its fields.
const LOG: &str = "case:concept:name,concept:name,org:resource,time:timestamp\n\
    1,register request,Pete,2024-01-02 10:00:00\n\
    1,decide,Sara,2024-01-03 10:00:00\n\
    short,row\n";
/// A map that the program carries.
const MAP: &str = "running-example.toml";

/// `import log` of this text; the command's output, and where its report was to be written.
fn import(folder: &Path, name: &str, text: &str, map: &str) -> (Output, String) {
    let (file, report) = (folder.join(name), folder.join(format!("{name}.findings.csv")));
    std::fs::write(&file, text).expect("a file");
    let words =
        ["import", "log", file.to_str().expect("text"), "--map", map, "--report", report.to_str().expect("text")];
    let output = durvis(&[&words[..], &["--data-dir", folder.to_str().expect("text")]].concat());
    (output, std::fs::read_to_string(report).unwrap_or_default())
}

/// The events in the log, one a line.
fn events(folder: &Path) -> Vec<Value> {
    let place = folder.to_str().expect("text");
    let written = stdout_of(&durvis(&["export", "events", "--format", "jsonl", "--data-dir", place]));
    written.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// Changes a row behind the program's back.
async fn sql(folder: &Path, statement: &str) {
    let url = format!("sqlite://{}/durvis.db", folder.display());
    let db = Database::connect(Settings::new(url, folder.join("files"))).await.expect("the database");
    db.for_migrations().execute_unprepared(statement).await.expect("a change");
    db.close().await.expect("closed");
}

// req: INT-07
#[test]
fn a_log_is_imported_once_and_every_doubt_is_in_the_report() {
    let folder = folder();
    let (first, report) = import(folder.path(), "log.csv", LOG, MAP);
    let told = stdout_of(&first);
    assert!(told.contains("3 rows, now 1 cases and 2 events here"), "{told}");
    assert!(told.contains("new: 1 cases, 2 events;") && told.contains("refused: 1 rows"), "{told}");
    assert!(told.contains("field_count: 1"), "{told}");
    assert!(report.starts_with("row,case,event,severity,reason,detail"), "{report}");
    assert!(report.lines().any(|line| line.starts_with("4,,,refused,field_count,")), "{report}");
    let kept = events(folder.path());
    assert!(kept.iter().any(|event| event["kind"] == "case.submitted"), "{kept:?}");

    let (second, again) = import(folder.path(), "log.csv", LOG, MAP);
    let told = stdout_of(&second);
    assert!(told.contains("new: 0 cases, 0 events;") && told.contains("as they were: 1 cases"), "{told}");
    assert_eq!((again, events(folder.path())), (report, kept), "nothing is doubled");
}

#[test]
fn a_log_that_cannot_be_imported_says_why_and_ends_with_1() {
    let folder = folder();
    let path = folder.path();
    let torn = r#"<log><trace><string key="concept:name" value="1"/><event><string key="concept:name" value="decide"/>
        <date key="time:timestamp" value="2024-01-01T10:00:00+02:00"/></event></trace><trace><event></log>"#;
    let (output, report) = import(path, "torn.xes", torn, MAP);
    assert_eq!(output.status.code(), Some(1), "{}", words(&output));
    assert!(words(&output).contains("could not be read further than row"), "{}", words(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("now 1 cases"), "what was before the tear is kept");
    assert!(report.contains(",stopped,xml_ill_formed,"), "{report}");
    // Where, what was kept, and what to do.
    for told in
        ["torn.xes: the file could not be read further than row 2 (", "(byte ", "Kept: ", " 1 cases and 1 events"]
    {
        assert!(words(&output).contains(told), "{told}: {}", words(&output));
    }
    assert!(words(&output).contains("import it again"), "{}", words(&output));
    let kept = events(path);
    for (name, text, told) in [
        ("blank.csv", "", "blank.csv” is empty"),
        ("heading.csv", LOG.lines().next().expect("a heading"), "not a single event"),
        ("cut.xes", &torn[..40], "reading stopped behind row 0 ("),
    ] {
        let (output, _) = import(path, name, text, MAP);
        assert_eq!(output.status.code(), Some(1), "{name}: {}", words(&output));
        for told in [told, "Nothing was imported.", "from the system it comes from"] {
            assert!(words(&output).contains(told), "{name}: {}", words(&output));
        }
    }

    let wrong = path.join("wrong.toml");
    std::fs::write(&wrong, "[log]\nsauce = \"x\"\n").expect("a map");
    for (map, told) in [
        (wrong.to_str().expect("text"), "unknown key"),
        ("receipt.toml", "The log has no column"),
        ("nowhere.toml", "There is no map file"),
    ] {
        let (output, report) = import(path, "log.csv", LOG, map);
        assert_eq!(output.status.code(), Some(1), "{map}: {}", words(&output));
        assert!(words(&output).contains(told) && report.is_empty(), "{map}: {}", words(&output));
    }
    let (missing, place) = (path.join("missing.csv"), path.to_str().expect("text"));
    let output = durvis(&["import", "log", missing.to_str().expect("text"), "--map", MAP, "--data-dir", place]);
    assert_eq!(output.status.code(), Some(1), "{}", words(&output));
    assert!(words(&output).contains("missing.csv” cannot be read"), "{}", words(&output));
    let (there, report) = (path.join("log.csv"), path.join("nowhere").join("findings.csv"));
    let report = report.to_str().expect("text");
    let there = there.to_str().expect("text");
    let output = durvis(&["import", "log", there, "--map", MAP, "--report", report, "--data-dir", place]);
    assert_eq!(output.status.code(), Some(1), "{}", words(&output));
    assert!(words(&output).contains(&format!("cannot write the report {report}: ")), "{}", words(&output));
    assert_eq!(events(path), kept, "none of these left anything");
}

// req: AUD-02
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_of_the_record_is_found_and_its_place_named() {
    let folder = folder();
    let place = folder.path().to_str().expect("text");
    stdout_of(&import(folder.path(), "log.csv", LOG, MAP).0);
    assert!(stdout_of(&durvis(&["audit", "verify", "--data-dir", place])).contains("every chain is whole"));
    let kept = events(folder.path());
    let begun = kept.iter().find(|event| event["kind"] == "case.submitted").expect("an event");
    let position = begun["position"].as_i64().expect("a number");
    sql(folder.path(), &format!("UPDATE events SET data = '{{}}' WHERE position = {position}")).await;
    let output = durvis(&["audit", "verify", "--data-dir", place]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{told}{}", words(&output));
    let found = format!("entry 1 (position {position}): altered after it was written");
    assert!(told.contains("broken   case ") && told.contains(&found), "{told}");
    assert!(!told.contains("every chain is whole"), "{told}");
    assert!(words(&output).contains("1 chain(s) broken") && words(&output).contains(&found), "{}", words(&output));
}

// req: ANA-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn indicators_that_are_not_what_the_log_says_end_a_check_with_1() {
    let folder = folder();
    let place = folder.path().to_str().expect("text");
    let rebuild = |more: &[&str]| durvis(&[&["rebuild", "indicators", "--data-dir", place][..], more].concat());
    stdout_of(&import(folder.path(), "log.csv", LOG, MAP).0);
    stdout_of(&rebuild(&[]));
    assert!(stdout_of(&rebuild(&["--check"])).contains("equal a recomputation"));
    sql(folder.path(), "UPDATE indicator_cells SET value = value + 7 WHERE measure = 'requested'").await;
    for _ in 0..2 {
        let output = rebuild(&["--check"]);
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(output.status.code(), Some(1), "a check changes nothing: {told}");
        assert!(told.contains("differing   1\n") && told.contains("8 in the table, 1 by the log"), "{told}");
        assert!(words(&output).contains("`durvis rebuild indicators` replaces them"), "{}", words(&output));
    }
    assert!(stdout_of(&rebuild(&[])).contains("replaced by what the log says"));
    assert!(stdout_of(&rebuild(&["--check"])).contains("equal a recomputation"));
}
