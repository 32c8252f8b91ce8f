//! Hostile files: they end at a limit, with the place named, and take no more memory than the limit.

use super::{packed, sample};
use crate::{FaultKind, Limits, LogFile};

fn last_fault(file: &LogFile) -> FaultKind {
    match file.open() {
        Ok(rows) => rows.filter_map(Result::err).last().unwrap().kind,
        Err(fault) => fault.kind,
    }
}

#[test]
fn entities_are_refused_before_they_grow() {
    let bomb = r#"<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>
        <log><trace><string key="concept:name" value="&lol2;"/></trace></log>"#;
    assert_eq!(last_fault(&sample("a.xes", bomb.as_bytes()).file), FaultKind::DocumentType);
    let outside = r#"<!DOCTYPE log SYSTEM "file:///etc/passwd"><log/>"#;
    assert_eq!(last_fault(&sample("a.xes", outside.as_bytes()).file), FaultKind::DocumentType);
    let unknown = r#"<log><trace><string key="k" value="&lol;"/></trace></log>"#;
    assert_eq!(last_fault(&sample("a.xes", unknown.as_bytes()).file), FaultKind::IllFormed);
}

#[test]
fn a_small_archive_that_unpacks_without_end_is_cut() {
    let limits = Limits { file_bytes: 1 << 20, ..Limits::default() };
    let row = b"1,open\n";
    let archive = packed(&[b"case,act\n".as_slice(), &row.repeat(1 << 20)].concat());
    assert!(archive.len() < 100_000, "the archive is small");
    assert_eq!(last_fault(&sample("a.csv.gz", &archive).file.clone().limits(limits)), FaultKind::FileTooLong);
}

#[test]
fn one_endless_record_or_tag_is_cut() {
    let quote = [b"case,act\n1,\"".as_slice(), &b"x".repeat(4 << 20)].concat();
    assert_eq!(last_fault(&sample("a.csv", &quote).file), FaultKind::TooLong);
    let heading = b"x".repeat(4 << 20);
    assert_eq!(last_fault(&sample("a.csv", &heading).file), FaultKind::TooLong);
    let tag = [b"<log><trace><string key=\"".as_slice(), &b"x".repeat(4 << 20)].concat();
    assert_eq!(last_fault(&sample("a.xes", &tag).file), FaultKind::TooLong);
}

#[test]
fn depth_number_and_size_of_a_case_are_bounded() {
    let deep = format!("<log>{}", "<string key=\"k\" value=\"v\">".repeat(1000));
    assert_eq!(last_fault(&sample("a.xes", deep.as_bytes()).file), FaultKind::TooDeep);

    let values = format!("<log><trace>{}</trace></log>", "<int key=\"k\" value=\"1\"/>".repeat(1000));
    assert_eq!(last_fault(&sample("a.xes", values.as_bytes()).file), FaultKind::TooMany);

    let limits = Limits { case_events: 10, ..Limits::default() };
    let events = format!("<log><trace>{}</trace></log>", "<event/>".repeat(11));
    assert_eq!(last_fault(&sample("a.xes", events.as_bytes()).file.clone().limits(limits)), FaultKind::TooMany);

    let limits = Limits { case_bytes: 1000, ..Limits::default() };
    let event = "<event><string key=\"k\" value=\"0123456789012345678901234567890123456789\"/></event>";
    let heavy = format!("<log><trace>{}</trace></log>", event.repeat(50));
    assert_eq!(last_fault(&sample("a.xes", heavy.as_bytes()).file.clone().limits(limits)), FaultKind::TooLong);
}
