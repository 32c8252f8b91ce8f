//! Latvian and English plural forms.

use kernel::Locale;
use rstest::rstest;

use crate::{Args, Catalog};

#[rstest]
#[case(0, "0 kļūdu")]
#[case(1, "1 kļūdu")]
#[case(2, "2 kļūdas")]
#[case(10, "10 kļūdu")]
#[case(11, "11 kļūdu")]
#[case(21, "21 kļūdu")]
#[case(22, "22 kļūdas")]
fn latvian_has_three_forms(#[case] count: i64, #[case] expected: &str) {
    let text = error_summary(Locale::Lv, count);
    assert!(text.contains(expected), "{text}");
}

#[rstest]
#[case(1, "1 error")]
#[case(2, "2 errors")]
#[case(0, "0 errors")]
fn english_has_two_forms(#[case] count: i64, #[case] expected: &str) {
    let text = error_summary(Locale::En, count);
    assert!(text.contains(expected), "{text}");
}

fn error_summary(locale: Locale, count: i64) -> String {
    let mut args = Args::new();
    args.set("count", count);
    Catalog::load().unwrap().text(locale, "web-error-summary", &args).unwrap()
}
