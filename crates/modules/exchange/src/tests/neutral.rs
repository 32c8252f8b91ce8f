//! Reports and their lines.

use crate::neutral::harmless;
use crate::{Finding, FindingWriter, Severity, TableFormat};

fn finding(case: &str) -> Finding {
    Finding {
        row: 7,
        case: Some(case.to_owned()),
        event: None,
        severity: Severity::Flagged,
        reason: "end_before_start",
        detail: "a \"b\", c".to_owned(),
    }
}

fn written(format: TableFormat, case: &str) -> String {
    let mut writer = FindingWriter::new(Vec::new(), format);
    writer.add(&finding(case)).unwrap();
    String::from_utf8(writer.finish().unwrap()).unwrap()
}

#[test]
fn formulas_become_text() {
    for field in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1"] {
        assert_eq!(harmless(field), format!("'{field}"));
    }
    for field in ["", "1", "case-9", "a=b", "Ā"] {
        assert_eq!(harmless(field), field);
    }
}

#[test]
fn the_report_in_both_forms() {
    let csv = written(TableFormat::Csv, "=cmd");
    let expected = "row,case,event,severity,reason,detail\n7,'=cmd,,flagged,end_before_start,\"a \"\"b\"\", c\"\n";
    assert_eq!(csv, expected);
    let line = written(TableFormat::Jsonl, "=cmd");
    let value: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!((value["row"].as_u64(), value["case"].as_str()), (Some(7), Some("=cmd")));
    assert_eq!(value["severity"], "flagged");
}

#[test]
fn an_unknown_format_is_refused() {
    assert_eq!(TableFormat::parse("xlsx").unwrap_err().key(), "export-format");
    assert_eq!(TableFormat::parse("jsonl").unwrap(), TableFormat::Jsonl);
}
