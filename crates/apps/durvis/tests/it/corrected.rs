//! A log that comes again, corrected: the figures are those of the corrected file, live and recounted.
use std::path::Path;
use std::sync::Arc;

use exchange::{Finding, ImportReport, LogFile, Map, Progress, Watcher, import_log};
use indicators::{Filter, IndicatorReader, ServiceIndicators, rebuild, service_indicators};
use jobs::{Reader, run_reader};
use kernel::{Caller, PageRequest};
use test_support::{TestDb, TestPostgres};

const MAP: &str = r#"
[log]
source = "corrected"
time_zone = "Europe/Riga"
[holder]
name_lv = "Paraugs"
name_en = "Sample"
[service]
name_lv = "Pakalpojums"
name_en = "Service"
summary_lv = "Paraugs."
summary_en = "Sample."
[columns]
case = "case"
event = "id"
activity = "act"
time = "at"
start = "start"
deadline = "due"
end = "end"
channel = "via"
[channels]
default = "institution"
[channels.values]
"web" = "electronic"
"desk" = "centre"
[states]
default = "in_progress"
ended = "closed"
[outcomes.values]
"grant" = "granted"
"refuse" = "refused"
"#;

/// Twelve cases of four months: every third is late, every fourth goes on.
fn log() -> String {
    let line = |n: u32| {
        let (month, due) = (1 + n % 4, if n.is_multiple_of(3) { 10 } else { 25 });
        let end = if n.is_multiple_of(4) { String::new() } else { format!("2024-0{month}-20") };
        format!("c{n},e{n},grant,2024-0{month}-02 10:00:00,2024-0{month}-02,2024-0{month}-{due},{end},web\n")
    };
    format!("case,id,act,at,start,due,end,via\n{}", (1..13).map(line).collect::<String>())
}

/// Channels, begins, deadlines, ends and outcomes that were wrong.
fn corrected() -> String {
    let mut lines: Vec<String> = log().lines().map(str::to_owned).collect();
    let mut change = |n: usize, from: &str, to: &str| {
        assert!(lines[n].contains(from), "{n}: {} has no {from}", lines[n]);
        lines[n] = lines[n].replace(from, to);
    };
    change(1, "web", "desk");
    change(2, "-25,", "-11,");
    change(3, "-10,", "-28,");
    change(5, "2024-02-20", "2024-07-20");
    change(6, "grant", "refuse");
    change(7, ",2024-04-02,2024", ",2024-03-30,2024");
    change(8, "-25,", "-26,");
    change(9, "-20,web", "-09,web");
    change(10, "2024-03-20", "");
    lines.join("\n") + "\n"
}

struct Silent;

impl Watcher for Silent {
    fn progress(&mut self, _: Progress) {}

    fn finding(&mut self, _: &Finding) -> kernel::Result<()> {
        Ok(())
    }
}

/// Imports a log, lets the reader count it, and compares what it counted with a count of the whole log.
async fn counted(db: &TestDb, folder: &Path, text: &str) -> ImportReport {
    let file = folder.join("log.csv");
    std::fs::write(&file, text).expect("a file");
    let map = Map::parse(MAP).expect("a map");
    let report = import_log(db, &LogFile::new(&file), &map, &mut Silent).await.expect("an import");
    let reader: Arc<dyn Reader> = Arc::new(IndicatorReader);
    // PostgreSQL rolls a dropped transaction back a moment later; until then the horizon holds the reader up.
    for _ in 0..500 {
        run_reader(db, &reader).await.expect("counted");
        let checked = rebuild(db, true).await.expect("a recount");
        assert!(checked.is_equal(), "{checked:?}");
        if !checked.behind {
            return report;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("the reader does not come to the end of the log");
}

async fn figures(db: &TestDb) -> Vec<ServiceIndicators> {
    let tx = db.read(&Caller::engine()).await.expect("a read");
    let month = |text: &str| text.parse().expect("a month");
    let filter = Filter::between(month("2023-01"), month("2026-12"));
    service_indicators(&tx, &filter, &PageRequest::first(100)).await.expect("figures").items
}

async fn as_if_right_from_the_start(twice: TestDb, once: TestDb) {
    let folder = crate::support::folder();
    counted(&twice, folder.path(), &log()).await;
    let before = figures(&twice).await;
    let report = counted(&twice, folder.path(), &corrected()).await;
    assert_eq!((report.cases_corrected, report.cases_kept, report.cases_added), (9, 0, 0), "{report:?}");
    let after = figures(&twice).await;
    assert_ne!(after, before);
    counted(&once, folder.path(), &corrected()).await;
    assert_eq!(after, figures(&once).await);
    let again = counted(&twice, folder.path(), &corrected()).await;
    assert_eq!((again.cases_unchanged, again.cases_corrected, again.events_added), (12, 0, 0));
    assert_eq!(figures(&twice).await, after);
}

// req: INT-07, ANA-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn figures_of_a_corrected_log_are_those_of_a_log_that_was_right_from_the_start() {
    as_if_right_from_the_start(TestDb::sqlite().await, TestDb::sqlite().await).await;
    let cluster = TestPostgres::start();
    as_if_right_from_the_start(TestDb::postgres(&cluster).await, TestDb::postgres(&cluster).await).await;
}
