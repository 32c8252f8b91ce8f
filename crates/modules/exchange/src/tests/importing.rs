//! Importing into a database: everything arrives, once.

use super::{SMALL_MAP, Sample, sample, shared_log, small_map};
use crate::{Finding, ImportReport, LogFile, Map, Progress, Severity, Watcher, import_log};
use cases::{Case, Outcome, State};
use kernel::{Caller, Error, Result};
use std::collections::BTreeMap;
use std::path::Path;
use storage::{Event, LogPosition, Stream, events_after, events_of_stream};
use test_support::{TestDb, TestPostgres};

const HEADING: &str = "case,id,act,who,at,start,due,end,via\n";

/// Keeps what it is told, and may stop the import after some transactions.
#[derive(Default)]
pub(crate) struct Notes {
    pub(crate) findings: Vec<Finding>,
    progress: Vec<Progress>,
    stop_after: Option<usize>,
}

impl Watcher for Notes {
    fn progress(&mut self, progress: Progress) {
        self.progress.push(progress);
    }

    fn finding(&mut self, finding: &Finding) -> Result<()> {
        self.findings.push(finding.clone());
        match self.stop_after {
            Some(most) if self.progress.len() > most => Err(Error::unavailable("export-write")),
            _ => Ok(()),
        }
    }
}

pub(crate) async fn import(db: &TestDb, file: &LogFile, map: &Map) -> (ImportReport, Notes) {
    let mut notes = Notes::default();
    let report = import_log(db, file, map, &mut notes).await.unwrap();
    (report, notes)
}

pub(crate) fn csv(lines: &str) -> Sample {
    sample("log.csv", format!("{HEADING}{lines}").as_bytes())
}

pub(crate) async fn all_cases(db: &TestDb) -> Vec<Case> {
    let tx = db.reading(&Caller::engine()).await;
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let page = cases::export_page(&tx, after, 500).await.unwrap();
        let Some(last) = page.last() else { return all };
        after = Some(last.id);
        all.extend(page);
    }
}

pub(crate) async fn all_events(db: &TestDb) -> Vec<Event> {
    let tx = db.reading(&Caller::engine()).await;
    let (mut all, mut after) = (Vec::<Event>::new(), LogPosition::default());
    loop {
        let page = events_after(&tx, after, 2_000).await.unwrap();
        let Some(last) = page.last() else { return all };
        after = last.place;
        all.extend(page);
    }
}

pub(crate) fn by_kind(events: &[Event]) -> BTreeMap<&str, usize> {
    let mut kinds = BTreeMap::new();
    for event in events {
        *kinds.entry(event.kind.as_str()).or_default() += 1;
    }
    kinds
}

const TWO: &str = "c1,e1,receive,x,2024-01-02 10:00:00,2024-01-02 09:00:00,2024-01-10,2024-01-05,web\n\
                   c1,e2,check,x,2024-01-03 10:00:00,2024-01-02 09:00:00,2024-01-10,2024-01-05,web\n\
                   c2,e3,receive,x,2024-01-02 10:00:00,2024-01-02 09:00:00,2099-01-10,,\n";

async fn imports_once_and_extends(db: &TestDb) {
    let (report, notes) = import(db, &csv(TWO).file, &small_map()).await;
    assert_eq!((report.rows, report.cases, report.events), (3, 2, 3));
    assert_eq!((report.cases_added, report.events_added, report.cases_flagged), (2, 3, 1));
    assert_eq!(report.findings.get("channel_missing"), Some(&1));
    assert_eq!(notes.findings.len(), 1);
    let last = *notes.progress.last().unwrap();
    assert_eq!((last.cases, last.cases_total, last.events, last.events_total), (2, 2, 3, 3));
    let events = all_events(db).await.len();

    let (report, _) = import(db, &csv(TWO).file, &small_map()).await;
    assert_eq!((report.cases_unchanged, report.cases_added, report.cases_extended, report.events_added), (2, 0, 0, 0));
    assert_eq!(all_events(db).await.len(), events, "a repeated import writes nothing");

    let grown = TWO.replace("2099-01-10,,\n", "2099-01-10,2024-02-01,\n")
        + "c2,e4,check,x,2024-01-20,2024-01-02 09:00:00,2099-01-10,2024-02-01,\n\
           c3,e5,receive,x,2024-01-02 10:00:00,2024-01-02 09:00:00,2099-01-10,,web\n";
    let (report, _) = import(db, &csv(&grown).file, &small_map()).await;
    assert_eq!((report.cases_unchanged, report.cases_added, report.cases_extended, report.events_added), (1, 1, 1, 2));
    let cases = all_cases(db).await;
    let states: Vec<_> = cases.iter().map(|case| case.state).collect();
    assert_eq!(states, [State::Closed, State::Closed, State::Accepted]);
    assert_eq!(cases.iter().filter(|case| case.flags == ["channel_missing"]).count(), 1);
}

// req: INT-07, REG-01, REG-03
#[tokio::test]
async fn an_import_can_be_repeated_and_extended() {
    imports_once_and_extends(&TestDb::sqlite().await).await;
}

// req: INT-07
#[tokio::test]
async fn the_same_on_postgres() {
    let cluster = TestPostgres::start();
    imports_once_and_extends(&TestDb::postgres(&cluster).await).await;
}

// req: INT-07, REG-03
#[tokio::test]
async fn a_case_that_was_taken_back_is_withdrawn_and_not_closed() {
    let db = TestDb::sqlite().await;
    let map = Map::parse(&format!("{SMALL_MAP}\"take back\" = \"withdrawn\"\n")).unwrap();
    let lines = "c1,e1,receive,x,2024-01-02,2024-01-01,2024-01-10,,web\n\
                 c1,e2,take back,x,2024-01-05,2024-01-01,2024-01-10,,web\n";
    import(&db, &csv(lines).file, &map).await;
    let case = all_cases(&db).await.remove(0);
    assert_eq!((case.state, case.decided_at, case.overdue), (State::Withdrawn, None, false));
    let events = all_events(&db).await;
    let end = events.iter().find(|event| event.kind == "case.withdrawn").unwrap();
    assert_eq!((Some(end.at), by_kind(&events).get("case.closed")), (case.closed_at, None));
    let (report, _) = import(&db, &csv(lines).file, &map).await;
    assert_eq!((report.cases_unchanged, all_events(&db).await.len()), (1, events.len()));
}

// req: REG-03, AUD-02
#[tokio::test]
async fn events_keep_the_times_of_the_log_and_name_nobody() {
    let db = TestDb::sqlite().await;
    let lines = TWO.replace(",x,", ",Jane Doe,");
    import(&db, &csv(&lines).file, &small_map()).await;
    let case = all_cases(&db).await.remove(0);
    let tx = db.reading(&Caller::engine()).await;
    let events = events_of_stream(&tx, &Stream::case(case.id), 0, 100).await.unwrap();
    let told: Vec<_> = events.iter().map(|e| (e.kind.as_str(), e.at.to_rfc3339())).collect();
    assert_eq!(told[0], ("case.submitted", "2024-01-02T07:00:00+00:00".to_owned()));
    assert_eq!(told[1], ("case.stage_reported", "2024-01-02T08:00:00+00:00".to_owned()));
    assert_eq!(told.last().unwrap(), &("case.closed", "2024-01-04T22:00:00+00:00".to_owned()));
    assert_eq!(events[1].text("stage"), Some("receive"));
    assert!(events.iter().all(|event| !event.data.to_string().contains("Jane")));
}

#[tokio::test]
async fn malformed_rows_are_listed_and_the_rest_is_imported() {
    let db = TestDb::sqlite().await;
    let lines = format!("{TWO}short,row\n,e9,receive,x,2024-01-02,,,,web\nc9,e9,receive,x,,,,,web\n");
    let (report, notes) = import(&db, &csv(&lines).file, &small_map()).await;
    assert_eq!((report.cases, report.events, report.refused, report.rows), (2, 3, 3, 6));
    let refused = notes.findings.iter().filter(|finding| finding.severity == Severity::Refused);
    let refused: Vec<_> = refused.map(|finding| (finding.row, finding.reason)).collect();
    assert_eq!(refused, [(5, "field_count"), (6, "case_missing"), (7, "case_without_time")]);
    assert_eq!(report.stopped, None);
}

#[tokio::test]
async fn a_file_that_breaks_off_says_where_and_keeps_what_was_before() {
    let db = TestDb::sqlite().await;
    let xes = r#"<log><trace><string key="concept:name" value="1"/><event><string key="concept:name" value="decide"/>
        <date key="time:timestamp" value="2024-01-01T10:00:00+02:00"/></event></trace><trace><event></log>"#;
    let map = Map::load(Path::new("running-example.toml")).unwrap();
    let (report, _) = import(&db, &sample("torn.xes", xes.as_bytes()).file, &map).await;
    assert_eq!((report.cases, report.stopped.map(|finding| finding.reason)), (1, Some("xml_ill_formed")));
}

#[tokio::test]
async fn a_log_without_cases_or_columns_is_refused_before_anything_is_made() {
    let db = TestDb::sqlite().await;
    let nameless = format!("{HEADING},e9,receive,x,2024-01-02,,,,web\n");
    for (text, key) in [
        ("", "import-blank"),
        ("\n\n", "import-blank"),
        (HEADING, "import-no-rows"),
        (nameless.as_str(), "import-empty"),
        ("a,b\n1,2\n", "import-column-missing"),
        ("<log></log>", "import-no-rows"),
        ("<log><trace><event><string key=\"concept:name\" value=\"dec", "import-torn"),
    ] {
        let file = sample("log.csv", text.as_bytes());
        let error = import_log(&db, &file.file, &small_map(), &mut Notes::default()).await.unwrap_err();
        assert_eq!(error.key(), key);
    }
    assert_eq!(all_events(&db).await, []);
}

// req: INT-07
#[tokio::test]
async fn an_interrupted_import_is_completed_by_the_next() {
    let db = TestDb::sqlite().await;
    let lines: String = (0..170)
        .flat_map(|case| (0..3).map(move |event| (case, event)))
        .map(|(case, event)| format!("c{case},e{case}-{event},check,x,2024-01-0{},2024-01-01,,,\n", event + 2))
        .collect();
    let file = csv(&lines);
    let mut notes = Notes { stop_after: Some(2), ..Notes::default() };
    assert!(import_log(&db, &file.file, &small_map(), &mut notes).await.is_err());
    let half = all_cases(&db).await.len();
    assert!(0 < half && half < 170, "{half}");
    let (report, _) = import(&db, &file.file, &small_map()).await;
    assert_eq!((report.cases, report.cases_unchanged, report.cases_added), (170, half as u64, 170 - half as u64));
    assert_eq!(by_kind(&all_events(&db).await).get("case.stage_reported"), Some(&510));
}

#[tokio::test]
async fn two_sources_with_the_same_ids_are_two_sets_of_cases() {
    let db = TestDb::sqlite().await;
    import(&db, &csv(TWO).file, &small_map()).await;
    let other = Map::parse(&SMALL_MAP.replacen("\"small\"", "\"other\"", 1)).unwrap();
    let (report, _) = import(&db, &csv(TWO).file, &other).await;
    assert_eq!(report.cases_added, 2);
    assert_eq!(all_cases(&db).await.len(), 4);
}

// req: INT-07
#[tokio::test]
async fn the_small_log_arrives_with_its_outcomes() {
    let Some(path) = shared_log("running-example.xes") else { return };
    let db = TestDb::sqlite().await;
    let map = Map::load(Path::new("running-example.toml")).unwrap();
    let (report, _) = import(&db, &LogFile::new(path), &map).await;
    assert_eq!((report.cases, report.events, report.refused), (6, 42, 0));
    let cases = all_cases(&db).await;
    let granted = cases.iter().filter(|case| case.outcome == Some(Outcome::Granted)).count();
    assert_eq!((granted, cases.len()), (3, 6));
    if let Some(csv) = shared_log("running-example.csv") {
        let (report, _) = import(&db, &LogFile::new(csv), &map).await;
        assert_eq!(report.cases_added, 0, "the same cases in the other format");
    }
}

// req: INT-07, REG-01, REG-03, REG-12
#[tokio::test]
async fn the_real_log_arrives_whole_and_once() {
    let Some(path) = shared_log("receipt.csv.gz") else { return };
    let db = TestDb::sqlite().await;
    let map = Map::load(Path::new("receipt.toml")).unwrap();
    let file = LogFile::new(path);
    let begun = std::time::Instant::now();
    let (report, notes) = import(&db, &file, &map).await;
    eprintln!("{:.1} s: {report:?}", begun.elapsed().as_secs_f64());
    assert_eq!((report.cases, report.events, report.rows), (1_434, 8_577, 8_577));
    assert_eq!((report.cases_added, report.events_added, report.refused), (1_434, 8_577, 0));
    assert_eq!(notes.findings.iter().filter(|finding| finding.reason == "end_before_start").count(), 2);
    assert!(notes.progress.len() > 10);

    let events = all_events(&db).await;
    let kinds = by_kind(&events);
    assert_eq!((kinds["case.submitted"], kinds["case.stage_reported"], kinds["case.closed"]), (1_434, 8_577, 1_329));
    assert_eq!(kinds["case.overdue"], 377 + 105, "ended late, or still open today");
    let cases = all_cases(&db).await;
    assert_eq!(cases.iter().filter(|case| case.flags.iter().any(|flag| flag == "end_before_start")).count(), 2);

    let (again, _) = import(&db, &file, &map).await;
    assert_eq!((again.cases_unchanged, again.events_added), (1_434, 0));
    assert_eq!(all_events(&db).await.len(), events.len());
}
