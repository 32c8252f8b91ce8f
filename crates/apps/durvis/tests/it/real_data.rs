//! Real data beside the project: `demo --with` loads them once, an officer sees them, and commands count and write them.
use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use durvis::Mode;
use indicators::Month;
use serde_json::Value;
use test_support::shared_data;

use crate::browser::{Body, House, Visitor};
use crate::support::{durvis, folder, stdout_of};

/// Where the log lies, in the shared data and in the folder of `demo --with`.
const LOG: &str = "event-logs/receipt.csv.gz";
/// What the log becomes. Late are the 377 cases that ended late and the 105 that have not ended.
const EVENTS: [(&str, usize); 4] =
    [("case.closed", 1_329), ("case.overdue", 482), ("case.stage_reported", 8_577), ("case.submitted", 1_434)];
/// Cases of the log, how many of them are late, how many have ended, and how many it says were delivered.
const COUNTS: [usize; 4] = [1_434, 482, 1_329, 0];
/// Readers of the log have counted all of it after this long.
const COUNTED_WITHIN: Duration = Duration::from_secs(60);

/// A data folder, as commands see it beside the running program.
struct Place(String);

impl Place {
    fn command(&self, words: &[&str]) -> String {
        stdout_of(&durvis(&[words, &["--data-dir", self.0.as_str()]].concat()))
    }

    /// What `export … --format jsonl` writes.
    fn lines(&self, what: &str) -> Vec<Value> {
        let lines = self.command(&["export", what, "--format", "jsonl"]);
        lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }

    /// What `export … --format csv` writes, by column. No cell that is read here has a comma.
    fn rows(&self, what: &str) -> Vec<BTreeMap<String, String>> {
        let table = self.command(&["export", what, "--format", "csv"]);
        let mut lines = table.lines().map(|line| line.split(',').map(str::to_owned));
        let heading: Vec<String> = lines.next().expect("a heading").collect();
        lines.map(|cells| heading.iter().cloned().zip(cells).collect()).collect()
    }

    /// The events of the cases of a service.
    fn events(&self, service: &str) -> Vec<Value> {
        let mut events = self.lines("events");
        events.retain(|event| event["stream"] == "case" && event["data"]["service"] == service);
        events
    }
}

fn kinds(events: &[Value]) -> BTreeMap<&str, usize> {
    let mut kinds = BTreeMap::new();
    for kind in events.iter().filter_map(|event| event["kind"].as_str()) {
        *kinds.entry(kind).or_default() += 1;
    }
    kinds
}

/// The months of which there are figures: of requests, missed deadlines and ends.
fn months(events: &[Value]) -> BTreeSet<String> {
    let kinds = ["case.submitted", "case.overdue", "case.closed"];
    let counted = events.iter().filter(|event| event["kind"].as_str().is_some_and(|kind| kinds.contains(&kind)));
    let at = |event: &Value| event["at"].as_str().and_then(|at| at.parse::<DateTime<Utc>>().ok()).expect("a time");
    counted.map(|event| Month::of(at(event)).to_string()).collect()
}

fn has_flag(thing: &Value, wanted: &str) -> bool {
    thing["flags"].as_array().is_some_and(|flags| flags.iter().any(|flag| flag == wanted))
}

/// Requests, delays, ends and deliveries of a service by the interface, as `who` sees them.
async fn figures(house: &House, who: &Visitor, service: &str) -> [usize; 4] {
    let path = format!("/api/v1/indicators/services?service={service}&from=2010-01&to=2013-12&by=year");
    let page = house.ask(who, "GET", &path, Body::None).await.json();
    let years = page["items"].as_array().expect("a list");
    let sum = |figure: &str| {
        let sum: u64 = years.iter().filter_map(|year| year.pointer(figure)?.as_u64()).sum();
        usize::try_from(sum).expect("a number")
    };
    ["/requested/total", "/delays", "/closed", "/delivered/total"].map(sum)
}

async fn wait_until_counted(house: &House, who: &Visitor, service: &str) {
    let begun = Instant::now();
    loop {
        let seen = figures(house, who, service).await;
        if seen == COUNTS {
            return;
        }
        assert!(begun.elapsed() < COUNTED_WITHIN, "only {seen:?} of {COUNTS:?} are counted");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

async fn text_of(house: &House, who: &Visitor, path: &str) -> String {
    let page = house.ask(who, "GET", path, Body::None).await;
    assert_eq!(page.status, 200, "{path}: {}", page.body);
    page.body
}

// req: INT-07, REG-01, REG-03, REG-12
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_real_log_is_loaded_once_seen_counted_and_written() {
    let Some(log) = shared_data(LOG) else { return };
    // The log alone: the inventory of services has a test of its own and takes longer than all of this.
    let (data, home) = (folder(), folder());
    std::fs::create_dir(data.path().join("event-logs")).expect("a folder");
    std::fs::copy(log, data.path().join(LOG)).expect("a copy");
    let place = Place(home.path().to_str().expect("text").to_owned());
    let mode = Mode::Demo { with: Some(data.path().to_owned()) };
    let house = House::open(home, &[], mode.clone()).await;

    let cases = place.lines("cases");
    let odd = cases.iter().find(|case| has_flag(case, "end_before_start")).expect("a case that ends before it starts");
    let service = odd["service"].as_str().expect("a code");
    let events = place.events(service);
    assert_eq!(kinds(&events), BTreeMap::from(EVENTS));
    let doubtful = |event: &&Value| event["stream_id"] == odd["id"] && has_flag(&event["data"], "event_after_end");
    let stage = events.iter().find(doubtful).expect("an event after the end")["data"]["stage"].as_str();

    let officer = house.persona("officer-log").await;
    let queue = text_of(&house, &officer, "/lv/work/desk?tab=team").await;
    assert_eq!(queue.matches("data-row").count(), 25, "a full page of the queue");
    let number = odd["number"].as_str().expect("a number").replace(' ', "-");
    let page = text_of(&house, &officer, &format!("/lv/work/cases/{number}")).await;
    let stated = "(kā norāda cita sistēma)";
    for words in ["Šaubas par ievestajiem datiem", "Beigas ir pirms sākuma", stated, stage.expect("a name")] {
        assert!(page.contains(words), "{words}: {page}");
    }

    wait_until_counted(&house, &officer, service).await;
    let counted = place.command(&["rebuild", "indicators", "--check"]);
    assert!(counted.contains("equal a recomputation"), "{counted}");
    let page = text_of(&house, &officer, "/lv/work/indicators?months=24&until=2012-03").await;
    assert!(page.contains("Sniegti gadījumi: 0; pabeigti gadījumi: 1\u{202f}329."), "{page}");

    let house = house.again(&[], mode).await;
    let rows = place.rows("cases");
    assert_eq!(rows.len(), cases.len(), "a second start adds no case");
    assert_eq!(rows.iter().filter(|row| row["service"] == service).count(), COUNTS[0]);
    assert_eq!(kinds(&place.events(service)), BTreeMap::from(EVENTS), "a second start adds no event");
    let mut written = place.rows("indicators");
    written.retain(|row| row["service"] == service);
    let sum = |column: &str| written.iter().map(|row| row[column].parse::<usize>().expect("a number")).sum::<usize>();
    assert_eq!(["requested", "overdue", "closed", "delivered"].map(sum), COUNTS);
    assert_eq!(written.iter().map(|row| row["period"].clone()).collect::<BTreeSet<_>>(), months(&events));
    assert_eq!(written.len(), months(&events).len(), "one row a month");
    house.close().await;
}

#[test]
fn a_folder_that_holds_no_data_is_told() {
    let (data, home) = (folder(), folder());
    let (with, place) = (data.path().to_str().expect("text"), home.path().to_str().expect("text"));
    let output = durvis(&["demo", "--with", with, "--data-dir", place, "--listen", "127.0.0.1:0"]);
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{words}");
    assert!(words.contains(&format!("{with} holds neither {LOG}")), "{words}");
}
