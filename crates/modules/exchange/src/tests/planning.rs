//! From rows to cases: wrong rows are kept and marked.

use super::{SMALL_MAP, plan_all, sample, shared_log, small_map};
use crate::{Finding, LogFile, Map, PlannedCase, Severity};
use cases::{Outcome, State};
use kernel::Channel;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

const HEADING: &str = "case,id,act,who,at,start,due,end,via\n";

fn planned(lines: &str) -> (Vec<PlannedCase>, Vec<Finding>) {
    plan_all(&sample("a.csv", format!("{HEADING}{lines}").as_bytes()).file, &small_map())
}

fn reasons(findings: &[Finding]) -> Vec<(u64, &'static str)> {
    findings.iter().map(|finding| (finding.row, finding.reason)).collect()
}

fn counted(findings: &[Finding]) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.reason).or_default() += 1;
    }
    counts
}

// req: INT-07, REG-03
#[test]
fn a_sound_case_has_no_findings() {
    let (cases, findings) = planned(
        "c1,e1,receive,Jane Doe,2024-01-02 10:00:00,2024-01-02 09:00:00,2024-01-10,2024-01-05,web\n\
         c1,e2,check,Jane Doe,2024-01-03 10:00:00,2024-01-02 09:00:00,2024-01-10,2024-01-05,web\n",
    );
    assert_eq!(findings, []);
    let case = &cases[0];
    assert_eq!((case.channel, case.state), (Channel::Electronic, State::Closed));
    assert_eq!(case.submitted_at.to_rfc3339(), "2024-01-02T07:00:00+00:00");
    assert_eq!(case.stages.len(), 2);
    let who = case.stages[0].resource.as_deref().unwrap();
    assert!(who.starts_with("staff-") && !who.contains("Jane"), "names of staff do not get into the log: {who}");
    assert_eq!(case.stages[1].resource.as_deref(), Some(who));
}

#[test]
fn the_state_of_an_open_case_is_that_of_its_latest_stage() {
    let (cases, _) = planned(
        "a,e1,receive,,2024-01-02,2024-01-01,2024-01-10,2024-01-11,web\n\
         b,e2,receive,,2024-01-02,2024-01-01,2024-02-10,,web\n\
         c,e3,unknown to the map,,2024-03-01,2024-01-01,,,web\n",
    );
    let states: Vec<_> = cases.iter().map(|case| (case.external_id.as_str(), case.state)).collect();
    assert_eq!(states, [("a", State::Closed), ("b", State::Accepted), ("c", State::InProgress)]);
}

#[test]
fn a_case_that_was_taken_back_has_ended_and_is_not_called_closed() {
    let map = format!("{SMALL_MAP}\"take back\" = \"withdrawn\"\n[outcomes.values]\n\"receive\" = \"granted\"\n");
    let lines = format!(
        "{HEADING}a,e1,receive,,2024-01-02,2024-01-01,2024-01-10,,web\n\
         a,e2,take back,,2024-01-05,2024-01-01,2024-01-10,,web\n\
         b,e3,take back,,2024-01-05,2024-01-01,2024-01-10,2024-01-06,web\n"
    );
    let ended = |map: &str| -> Vec<_> {
        let cases = plan_all(&sample("a.csv", lines.as_bytes()).file, &Map::parse(map).unwrap()).0;
        let days = |case: &PlannedCase| case.closed_at.map(|at| at.to_rfc3339());
        cases.iter().map(|case| (case.state, case.outcome, days(case))).collect()
    };
    let fifth = || Some("2024-01-04T22:00:00+00:00".to_owned());
    let sixth = Some("2024-01-05T22:00:00+00:00".to_owned());
    assert_eq!(ended(&map), [(State::Withdrawn, None, fifth()), (State::Withdrawn, None, sixth)]);
    let without_end = map.replacen("end = \"end\"\n", "", 1);
    assert_eq!(ended(&without_end), [(State::Withdrawn, None, fifth()), (State::Withdrawn, None, fifth())]);
}

#[test]
fn a_stage_that_is_not_the_completion_says_so() {
    let map = SMALL_MAP.replacen("channel = \"via\"", "lifecycle = \"via\"", 1);
    let lines = format!("{HEADING}c,e1,check,x,2024-01-02,,,,start\nc,e2,check,x,2024-01-03,,,,COMPLETE\n");
    let (cases, _) = plan_all(&sample("a.csv", lines.as_bytes()).file, &Map::parse(&map).unwrap());
    let names: Vec<_> = cases[0].stages.iter().map(|stage| stage.name.as_str()).collect();
    assert_eq!(names, ["check (start)", "check"]);
}

#[test]
fn wrong_rows_are_kept_and_marked() {
    let (cases, findings) = planned(
        "c1,e1,receive,x,2024-01-02 10:00,2024-01-03,2024-01-01,2024-01-02,carrier pigeon\n\
         c1,e1,,x,,2024-01-03,2024-01-01,2024-01-02,carrier pigeon\n\
         c1,e3,check,x,not a time,2024-01-03,2024-01-01,2024-01-02,web\n\
         c2,e4,receive,x,2024-01-02,someday,,,\n",
    );
    assert_eq!(cases.iter().map(|case| case.stages.len()).sum::<usize>(), 4, "nothing is lost");
    let first = &cases[0];
    assert_eq!(first.flags, ["channel_unknown", "case_values_differ", "end_before_start", "deadline_before_start"]);
    assert_eq!(first.channel, Channel::Institution);
    let ids: Vec<_> = first.stages.iter().map(|stage| stage.external_id.as_str()).collect();
    assert_eq!(ids, ["e1", "e1#2", "e3"]);
    assert_eq!(first.stages[1].name, "?");
    assert_eq!(first.stages[1].at, first.stages[0].at, "a missing time is that of the event before");
    let expected = [
        (2, "channel_unknown"),
        (4, "case_values_differ"),
        (3, "time_missing"),
        (3, "activity_missing"),
        (3, "event_id_repeated"),
        (4, "time_unreadable"),
    ];
    let found = reasons(&findings);
    for expectation in expected {
        assert!(found.contains(&expectation), "{expectation:?} in {found:?}");
    }
    assert!(found.contains(&(5, "start_unreadable")) && found.contains(&(5, "start_missing")));
    assert!(found.contains(&(5, "channel_missing")));
    assert!(findings.iter().all(|finding| finding.severity == Severity::Flagged && finding.case.is_some()));
}

#[test]
fn rows_that_cannot_be_placed_are_refused_one_by_one() {
    let (cases, findings) =
        planned("c1,e1,receive,x,2024-01-02,,,,web\n,e2,receive,x,2024-01-02,,,,web\nc3,e3,receive,x,,,,,web\nshort\n");
    assert_eq!(cases.len(), 1);
    let refused: Vec<_> = findings.iter().filter(|f| f.severity == Severity::Refused).cloned().collect();
    assert_eq!(reasons(&refused), [(3, "case_missing"), (4, "case_without_time"), (5, "field_count")]);
}

#[test]
fn derived_event_ids_stay_the_same_when_a_file_grows() {
    let map = Map::parse(&SMALL_MAP.replacen("event = \"id\"", "", 1)).unwrap();
    let ids = |lines: &str| -> Vec<String> {
        let (cases, _) = plan_all(&sample("a.csv", format!("{HEADING}{lines}").as_bytes()).file, &map);
        cases[0].stages.iter().map(|stage| stage.external_id.clone()).collect()
    };
    let twice = "c,,check,x,2024-01-02,,,,web\nc,,check,x,2024-01-02,,,,web\n";
    let before = ids(twice);
    assert_ne!(before[0], before[1], "two equal events stay two");
    let after = ids(&format!("{twice}c,,check,x,2024-01-05,,,,web\n"));
    assert_eq!(after[..2], before);
    let otherwise = ids(&twice.replace("2024-01-02", "2024-01-02 00:00"));
    assert_eq!(otherwise, before, "the same time, written in another way");
}

#[test]
fn the_small_log_gives_the_same_cases_as_csv_and_xes() {
    let map = Map::load(Path::new("running-example.toml")).unwrap();
    let (Some(csv), Some(xes)) = (shared_log("running-example.csv"), shared_log("running-example.xes")) else { return };
    let from = |path| plan_all(&LogFile::new(path), &map);
    let (from_csv, findings) = from(csv);
    let (from_xes, _) = from(xes);
    assert_eq!((from_csv.len(), findings.len()), (6, 0));
    let plain = |cases: &[PlannedCase]| -> BTreeMap<String, (State, Option<Outcome>, Vec<String>)> {
        let names = |case: &PlannedCase| {
            case.stages.iter().map(|stage| format!("{} {} {}", stage.at, stage.name, stage.external_id)).collect()
        };
        cases.iter().map(|case| (case.external_id.clone(), (case.state, case.outcome, names(case)))).collect()
    };
    assert_eq!(plain(&from_csv), plain(&from_xes));
    let refused = from_csv.iter().filter(|case| case.outcome == Some(Outcome::Refused)).count();
    let granted = from_csv.iter().filter(|case| case.outcome == Some(Outcome::Granted)).count();
    assert_eq!((granted, refused), (3, 3));
    assert!(from_csv.iter().all(|case| case.closed_at.is_some()), "the closing stage tells the end");
}

// req: REG-01, REG-12, INT-07
#[test]
fn the_real_log_is_planned_whole_with_its_faults_marked() {
    let Some(path) = shared_log("receipt.csv.gz") else { return };
    let map = Map::load(Path::new("receipt.toml")).unwrap();
    let (cases, findings) = plan_all(&LogFile::new(path), &map);
    assert_eq!(cases.len(), 1_434);
    assert_eq!(cases.iter().map(|case| case.stages.len()).sum::<usize>(), 8_577);
    assert_eq!(cases.iter().filter(|case| case.closed_at.is_none()).count(), 105);
    let reasons = counted(&findings);
    assert_eq!(reasons.get("end_before_start"), Some(&2));
    assert_eq!(reasons.get("event_before_start"), Some(&12), "in two cases");
    assert!(reasons.get("event_after_end").is_some_and(|rows| *rows >= 145), "{reasons:?}");
    let late = cases.iter().filter(|case| case.closed_at.zip(case.due_at).is_some_and(|(end, due)| end > due));
    assert_eq!(late.count(), 377);
    let by_channel = cases.iter().filter(|case| case.channel == Channel::Electronic).count();
    assert!(by_channel > 1_000, "{by_channel}");
}

proptest! {
    /// However the lines of a file are shuffled, each case gets exactly its own events.
    #[test]
    fn every_event_arrives_in_its_case(order in Just((0..40_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let line = |n: usize| format!("c{},e{n},check,x,2024-01-02,,,,web\n", n % 7);
        let (cases, findings) = planned(&order.into_iter().map(line).collect::<String>());
        prop_assert_eq!(findings.iter().filter(|f| f.severity != Severity::Flagged).count(), 0);
        prop_assert_eq!(cases.len(), 7);
        for case in &cases {
            let own: usize = case.external_id[1..].parse().unwrap();
            let ids: std::collections::BTreeSet<_> = case.stages.iter().map(|s| s.external_id.clone()).collect();
            let expected = (0..40).filter(|n| n % 7 == own).map(|n| format!("e{n}")).collect();
            prop_assert_eq!(ids, expected);
        }
    }
}
