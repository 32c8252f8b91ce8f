//! Exports: everything, once, harmless.

use super::importing::{csv, import};
use super::{sample, small_map};
use crate::{TableFormat, export_cases, export_events, export_xes};
use kernel::Result;
use serde_json::Value;
use std::io::{self, Write};
use storage::Database;
use test_support::TestDb;

/// 1,100 cases: more than two pages.
async fn filled() -> TestDb {
    let db = TestDb::sqlite().await;
    let lines: String = (0..1_100)
        .map(|n| format!("c{n},e{n},\"=HYPERLINK(\"\"x\"\"), <b>\",x,2024-01-02,2024-01-01,,,web\n"))
        .collect();
    let map = crate::Map::parse(&super::SMALL_MAP.replacen("[columns]", "[columns]\nunit = \"act\"", 1)).unwrap();
    import(&db, &csv(&lines).file, &map).await;
    db
}

async fn written(
    export: impl AsyncFn(&Database, TableFormat, &mut (dyn Write + Send)) -> Result<u64>,
    db: &TestDb,
    format: TableFormat,
) -> (u64, String) {
    let mut out = Vec::new();
    let count = export(db, format, &mut out).await.unwrap();
    (count, String::from_utf8(out).unwrap())
}

// req: AUD-02, REG-13
#[tokio::test]
async fn cases_and_events_are_written_whole() {
    let db = filled().await;
    let (count, lines) = written(export_cases, &db, TableFormat::Jsonl).await;
    assert_eq!((count, lines.lines().count()), (1_100, 1_100));
    let case: Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert_eq!((&case["channel"], &case["overdue"]), (&"electronic".into(), &true.into()));
    let mut numbers: Vec<_> = lines.lines().map(|line| line[..120].to_owned()).collect();
    numbers.dedup();
    assert_eq!(numbers.len(), 1_100, "no case twice");

    let (count, lines) = written(export_events, &db, TableFormat::Jsonl).await;
    assert_eq!(count as usize, lines.lines().count());
    let events: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(events.iter().filter(|event| event["kind"] == "case.stage_reported").count(), 1_100);
    assert!(events.windows(2).all(|pair| pair[0]["position"].as_i64() < pair[1]["position"].as_i64()));
}

#[tokio::test]
async fn no_cell_of_a_csv_export_is_a_formula() {
    let db = filled().await;
    for (_, text) in
        [written(export_cases, &db, TableFormat::Csv).await, written(export_events, &db, TableFormat::Csv).await]
    {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let mut records = 0;
        for record in reader.records() {
            records += 1;
            for field in &record.unwrap() {
                assert!(!field.starts_with(['=', '+', '-', '@']), "{field}");
            }
        }
        assert!(records >= 1_100);
    }
    let (_, cases) = written(export_cases, &db, TableFormat::Csv).await;
    assert!(cases.contains("'=HYPERLINK"));
}

#[tokio::test]
async fn the_xes_export_is_read_back_by_our_own_reader() {
    let db = filled().await;
    let mut out = Vec::new();
    assert_eq!(export_xes(&db, &mut out).await.unwrap(), 1_100);
    let file = sample("export.xes", &out);
    let rows: Vec<_> = file.file.open().unwrap().map(|row| row.unwrap()).collect();
    let events = written(export_events, &db, TableFormat::Jsonl).await.1;
    let of_cases = events.lines().filter(|line| line.contains("\"stream\":\"case\"")).count();
    assert_eq!(rows.len(), of_cases);
    assert!(rows.iter().any(|row| row.get("concept:name") == Some("=HYPERLINK(\"x\"), <b>")));
    assert!(rows.iter().all(|row| row.get("time:timestamp").is_some() && row.get("case:concept:name").is_some()));
}

#[tokio::test]
async fn an_output_that_is_closed_is_an_error_and_not_a_panic() {
    struct Closed;
    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let db = TestDb::sqlite().await;
    import(&db, &csv("c,e,check,x,2024-01-02,,,,web\n").file, &small_map()).await;
    let error = export_cases(&db, TableFormat::Csv, &mut Closed).await.unwrap_err();
    assert_eq!(error.key(), "export-write");
}
