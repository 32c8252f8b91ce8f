//! How a ranking is measured.
use crate::ndcg;

#[test]
fn the_best_order_is_one_and_nothing_relevant_is_nought() {
    assert_eq!(ndcg(&[3, 2, 1], &[1, 2, 3], 10), 1.0);
    assert_eq!(ndcg(&[0, 0], &[3], 10), 0.0);
    assert_eq!(ndcg(&[], &[3], 10), 0.0);
    assert_eq!(ndcg(&[1], &[0, 0], 10), 0.0);
}

#[test]
fn a_hit_further_down_is_worth_less_and_beyond_the_depth_nothing() {
    // (2^3 - 1) / log2(3) over (2^3 - 1) / log2(2).
    assert!((ndcg(&[0, 3], &[3], 10) - 1.0 / 3_f64.log2()).abs() < 1e-12);
    assert_eq!(ndcg(&[0, 3], &[3], 1), 0.0);
    assert!(ndcg(&[2, 3], &[2, 3], 10) < 1.0);
}
