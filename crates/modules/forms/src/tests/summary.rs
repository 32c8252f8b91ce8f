//! Answers in words.

use super::samples::{childbirth, form, with};
use crate::{FieldSource, Sources, SummaryRow, answers_summary};
use chrono::DateTime;
use kernel::Locale;
use serde_json::json;

fn rows(locale: Locale, sources: &Sources) -> Vec<SummaryRow> {
    let answers = with(childbirth(), "care_since", json!("2026-10-02"));
    answers_summary(&form("childbirth-benefit"), &answers, sources, locale)
        .into_iter()
        .flat_map(|step| step.rows)
        .collect()
}

fn row(rows: &[SummaryRow], field: &str) -> SummaryRow {
    rows.iter().find(|row| row.field == field).unwrap().clone()
}

#[test]
fn answers_are_shown_in_the_readers_language_and_hidden_ones_not_at_all() {
    let (lv, en) = (rows(Locale::Lv, &Sources::new()), rows(Locale::En, &Sources::new()));
    assert_eq!(row(&lv, "applicant_role").values, ["Māte"]);
    assert_eq!(row(&en, "applicant_role").values, ["Mother"]);
    assert_eq!(row(&lv, "child_birth_date").values, ["02.10.2026."]);
    assert_eq!(row(&en, "child_birth_date").values, ["2 October 2026"]);
    assert_eq!(row(&lv, "iban").values, ["LV80 BANK 0000 4351 9500 1"]);
    assert_eq!(row(&lv, "claimed_elsewhere").values, ["Nē"]);
    assert_eq!(row(&en, "declare_true").values, ["Yes"]);
    assert!(row(&lv, "phone").values.is_empty());
    assert!(lv.iter().all(|row| row.field != "care_since" && row.field != "birth_certificate"));
}

// req: EFR-06
#[test]
fn the_source_of_an_answer_is_shown_and_a_change_is_marked() {
    let at = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
    let register = |value: &str| FieldSource::Register { register: "Reģistrs".to_owned(), at, value: json!(value) };
    let sources = Sources::from([
        ("applicant_given_name".to_owned(), register("Anna")),
        ("applicant_family_name".to_owned(), register("Kalniņa")),
        ("iban".to_owned(), FieldSource::Unreachable { register: "Reģistrs".to_owned(), at }),
    ]);
    let rows = rows(Locale::Lv, &sources);
    assert!(row(&rows, "applicant_given_name").source.is_some() && !row(&rows, "applicant_given_name").changed);
    assert!(row(&rows, "applicant_family_name").changed);
    assert!(matches!(row(&rows, "iban").source, Some(FieldSource::Unreachable { .. })) && !row(&rows, "iban").changed);
    assert!(row(&rows, "email").source.is_none());
}
