//! The choice of the language.

use kernel::Locale::{self, En, Lv};
use rstest::rstest;

use crate::negotiate;

#[rstest]
#[case("", Lv)]
#[case("de", Lv)]
#[case("en", En)]
#[case("en-GB,en;q=0.9,lv;q=0.8", En)]
#[case("lv,en", Lv)]
#[case("ru,lv;q=0.5,en;q=0.7", En)]
#[case("en;q=0", Lv)]
#[case("en;q=x, lv;q=0.1", Lv)]
fn the_best_known_language_wins(#[case] header: &str, #[case] expected: Locale) {
    assert_eq!(negotiate(header), expected);
}
