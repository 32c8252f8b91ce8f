//! Reading CSV and XES, plain and packed.

use super::{packed, sample, shared_log};
use crate::log::{TimeProblem, parse_time};
use crate::{FaultKind, LogFile, Row};
use chrono_tz::Europe::Riga;

const XES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <global scope="event"><string key="concept:name" value="name"/></global>
  <string key="about" value="log"><int key="nested" value="1"/></string>
  <trace>
    <string key="concept:name" value="A &amp; B"/>
    <event>
      <string key="concept:name" value="open"><string key="meta" value="not ours"/></string>
      <date key="time:timestamp" value="2024-03-01T10:00:00.000+02:00"/>
      <list key="l"><values><string key="x" value="not ours"/></values></list>
    </event>
    <event><string key="concept:name" value="shut"/></event>
    <string key="late" value="after the events"/>
  </trace>
  <trace/>
</log>
"#;

fn rows(file: &LogFile) -> Vec<Row> {
    file.open().unwrap().collect::<Result<_, _>>().unwrap()
}

// req: INT-07
#[test]
fn csv_and_its_packed_form_give_the_same_rows() {
    let text = b"\xef\xbb\xbfcase,act\n1,open\n1,\"shut, for\never\"\n";
    let plain = rows(&sample("log.csv", text).file);
    assert_eq!(plain, rows(&sample("log.csv.gz", &packed(text)).file));
    assert_eq!(plain.len(), 2);
    assert_eq!(plain[0].get("case"), Some("1"), "a byte order mark is no part of the first column");
    assert_eq!((plain[1].number, plain[1].get("act")), (3, Some("shut, for\never")));
    assert_eq!(plain[1].get("who"), None);
}

#[test]
fn another_separator() {
    let sample = sample("log.csv", b"case;act\n1;a,b\n");
    assert_eq!(rows(&sample.file.clone().delimiter(b';'))[0].get("act"), Some("a,b"));
}

#[test]
fn a_malformed_csv_row_is_named_and_the_rest_is_read() {
    let text = b"case,act\n1,open\n2\n3,\xff\n4,shut\n";
    let read: Vec<_> = sample("log.csv", text).file.open().unwrap().collect();
    let faults: Vec<_> = read.iter().filter_map(|row| row.as_ref().err()).map(|f| (f.number, f.kind)).collect();
    assert_eq!(faults, [(3, FaultKind::FieldCount), (4, FaultKind::NotUtf8)]);
    assert_eq!(read.len() - faults.len(), 2);
}

#[test]
fn an_unclosed_quotation_mark_is_told_as_such() {
    let text = b"case,act,who\n1,open,x\n2,\"shut,y\n3,open,x\n4,open,x\n";
    let read: Vec<_> = sample("log.csv", text).file.open().unwrap().collect();
    let fault = read.last().unwrap().as_ref().unwrap_err();
    assert_eq!((fault.number, fault.kind), (3, FaultKind::QuoteNotClosed));
}

#[test]
fn xes_gives_values_of_case_and_event() {
    for bytes in [XES.as_bytes().to_vec(), packed(XES.as_bytes())] {
        let rows = rows(&sample("log", &bytes).file);
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].get("case:concept:name"), Some("A & B"));
        assert_eq!(rows[0].get("concept:name"), Some("open"));
        assert_eq!(rows[0].get("case:late"), Some("after the events"));
        assert_eq!(rows[0].get("meta"), None);
        assert_eq!(rows[0].get("x"), None);
        assert_eq!((rows[1].number, rows[1].get("concept:name")), (2, Some("shut")));
    }
}

#[test]
fn a_torn_xes_keeps_the_cases_before_the_tear() {
    let torn = XES.replace("<trace/>", "<trace><event></trace>");
    let read: Vec<_> = sample("log.xes", torn.as_bytes()).file.open().unwrap().collect();
    assert_eq!(read.iter().filter(|row| row.is_ok()).count(), 2);
    assert_eq!(read.last().unwrap().as_ref().unwrap_err().kind, FaultKind::IllFormed);

    let cut = &XES.as_bytes()[..XES.find("<trace/>").unwrap()];
    let read: Vec<_> = sample("log.xes", cut).file.open().unwrap().collect();
    assert_eq!(read.last().unwrap().as_ref().unwrap_err().kind, FaultKind::IllFormed, "a cut file is no whole file");
}

#[test]
fn other_xml_is_no_log() {
    let read: Vec<_> = sample("a.xml", b"<html><p/></html>").file.open().unwrap().collect();
    assert_eq!(read[0].as_ref().unwrap_err().kind, FaultKind::IllFormed);
}

#[test]
fn a_missing_or_damaged_file_is_unreadable() {
    assert_eq!(LogFile::new("/nowhere/at/all.csv").open().err().unwrap().kind, FaultKind::Unreadable);
    let mut bytes = packed(&b"case,act\n1,open\n".repeat(2000));
    bytes.truncate(bytes.len() / 2);
    let damaged = sample("log.csv.gz", &bytes);
    let faulty = match damaged.file.open() {
        Ok(rows) => rows.filter_map(Result::err).map(|fault| fault.kind).collect(),
        Err(fault) => vec![fault.kind],
    };
    assert_eq!(faulty, [FaultKind::Unreadable]);
}

#[test]
fn times_with_and_without_offset() {
    let read = |text| parse_time(text, Riga, None).map(|time| time.to_rfc3339());
    assert_eq!(read("2011-10-11 13:45:40.276000+02:00").unwrap(), "2011-10-11T11:45:40.276+00:00");
    assert_eq!(read("2011-10-11T13:45:40Z").unwrap(), "2011-10-11T13:45:40+00:00");
    assert_eq!(read("2024-07-01 12:00:00").unwrap(), "2024-07-01T09:00:00+00:00", "summer time in Riga");
    assert_eq!(read("2024-01-01").unwrap(), "2023-12-31T22:00:00+00:00");
    assert_eq!(read("2024-10-27 03:30:00").unwrap(), "2024-10-27T00:30:00+00:00", "the first of the double hour");
    assert_eq!(parse_time("2024-03-31 03:30:00", Riga, None), Err(TimeProblem::NoSuchHour));
    assert_eq!(parse_time("soon", Riga, None), Err(TimeProblem::Unreadable));
    assert_eq!(parse_time("20111-10-11", Riga, None), Err(TimeProblem::Unreadable));
    let own = parse_time("01.07.2024 12:00", Riga, Some("%d.%m.%Y %H:%M")).unwrap();
    assert_eq!(own.to_rfc3339(), "2024-07-01T09:00:00+00:00");
    let nanos = parse_time("2024-07-01T12:00:00.123456789Z", Riga, None).unwrap();
    assert_eq!(nanos.timestamp_subsec_nanos(), 123_456_000, "databases keep microseconds");
}

// req: INT-07
#[test]
fn the_real_logs_are_read_whole() {
    let count = |name: &str| shared_log(name).map(|path| rows(&LogFile::new(path)).len());
    let expected = [("receipt.csv.gz", 8_577), ("running-example.csv", 42), ("running-example.xes", 42)];
    for (name, number) in expected {
        if let Some(found) = count(name) {
            assert_eq!(found, number, "{name}");
        }
    }
    if let Some(path) = shared_log("roadtraffic100traces.xes.gz") {
        let rows = rows(&LogFile::new(path));
        let mut cases: Vec<_> = rows.iter().map(|row| row.get("case:concept:name").unwrap().to_owned()).collect();
        cases.dedup();
        assert_eq!(cases.len(), 100);
    }
}
