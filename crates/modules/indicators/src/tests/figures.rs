//! Hiding small figures.

use crate::figures::{Figure, Tally, ratio};
use crate::{Measure, Parts};
use proptest::prelude::*;

fn tally(months: &[&[(&'static str, i64)]]) -> Tally {
    let mut tally = Tally::default();
    for month in months {
        tally.month(month.iter().copied().collect());
    }
    tally
}

fn texts(parts: &Parts) -> Vec<String> {
    [parts.total].into_iter().chain(parts.parts.values().copied()).map(Figure::text).collect()
}

// Parts are sorted by name: centre, electronic, institution, phone, post.

#[test]
fn small_figures_are_hidden_and_nought_is_not() {
    let small = tally(&[&[("post", 4)]]).public(Measure::Requested);
    assert_eq!(texts(&small), ["<5", "0", "0", "0", "0", "<5"]);
    let enough = tally(&[&[("post", 5)]]).public(Measure::Requested);
    assert_eq!(texts(&enough), ["5", "0", "0", "0", "0", "5"]);
    assert_eq!(texts(&tally(&[&[("", 3)]]).public(Measure::Complaints)), ["<5"]);
}

#[test]
fn one_hidden_part_cannot_be_found_from_the_total() {
    let parts = tally(&[&[("electronic", 90), ("phone", 7), ("post", 2)]]).public(Measure::Requested);
    assert_eq!(texts(&parts), ["99", "0", "90", "0", "<5", "<5"], "7 + 2 hide each other");
    let parts = tally(&[&[("electronic", 90), ("phone", 3), ("post", 2)]]).public(Measure::Requested);
    assert_eq!(texts(&parts), ["95", "0", "90", "0", "<5", "<5"], "3 and 2 hide each other already");
}

#[test]
fn a_year_does_not_give_one_hidden_month_away() {
    let year = tally(&[&[("", 20)], &[("", 3)], &[("", 30)]]);
    assert_eq!(texts(&year.public(Measure::Overdue)), ["<5"]);
    assert_eq!(texts(&year.full(Measure::Overdue)), ["53"]);
    let two = tally(&[&[("", 20)], &[("", 3)], &[("", 4)]]);
    assert_eq!(texts(&two.public(Measure::Overdue)), ["27"]);
}

// req: ANA-02
#[test]
fn ratings_have_a_number_and_an_average() {
    let ratings = tally(&[&[("5", 6), ("4", 3), ("1", 1)]]);
    let full = ratings.full(Measure::Rated);
    assert_eq!(texts(&full), ["10", "1", "0", "0", "3", "6"]);
    assert_eq!(ratings.average(full.total), Some(4.3));
    let public = ratings.public(Measure::Rated);
    assert_eq!(texts(&public), ["10", "<5", "<5", "<5", "<5", "<5"], "the average and part would give the rest away");
    assert_eq!(ratings.average(public.total), Some(4.3));
    let few = tally(&[&[("5", 2)]]).public(Measure::Rated);
    assert_eq!(ratings.average(few.total), None);
    assert_eq!(tally(&[]).average(Figure::Shown(0)), None);
}

// req: ANA-02
#[test]
fn ratios_need_both_figures_and_something_to_divide_by() {
    assert_eq!(ratio(Figure::Shown(1), Figure::Shown(4)), Some(0.25));
    assert_eq!(ratio(Figure::Shown(0), Figure::Shown(0)), None);
    assert_eq!(ratio(Figure::Hidden, Figure::Shown(10)), None);
    assert_eq!(ratio(Figure::Shown(10), Figure::Hidden), None);
}

proptest! {
    /// No public figure is 1 to 4, and no single hidden part stands beside shown others and their total.
    #[test]
    fn nothing_small_can_be_seen_or_subtracted(counts in prop::collection::vec(0..12_i64, 5)) {
        let names = ["electronic", "phone", "post", "centre", "institution"];
        let month: Vec<_> = names.into_iter().zip(counts.iter().copied()).collect();
        let parts = tally(&[&month]).public(Measure::Requested);
        let all = [parts.total].into_iter().chain(parts.parts.values().copied());
        for value in all.filter_map(Figure::value) {
            prop_assert!(value == 0 || value >= 5);
        }
        let hidden = parts.parts.values().filter(|figure| figure.value().is_none()).count();
        prop_assert!(hidden != 1 || parts.total == Figure::Hidden, "{parts:?}");
    }
}
