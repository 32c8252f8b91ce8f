//! How good a ranking is, against judgements of people.

/// Normalised discounted cumulative gain of the first `depth` places, from 0 (nothing relevant) to 1 (no order is
/// better). `found` are the grades of what was found, in its order; `judged` those of everything that was judged for the
/// query, in any order. A grade is 0 (irrelevant) to 3 (exactly this); what was never judged counts as 0.
#[must_use]
pub fn ndcg(found: &[u8], judged: &[u8], depth: usize) -> f64 {
    let mut best = judged.to_vec();
    best.sort_unstable_by(|a, b| b.cmp(a));
    let ideal = gain(&best, depth);
    if ideal == 0.0 { 0.0 } else { gain(found, depth) / ideal }
}

fn gain(grades: &[u8], depth: usize) -> f64 {
    let places = grades.iter().take(depth).zip(2_u32..);
    places.map(|(grade, place)| (2_f64.powi(i32::from(*grade)) - 1.0) / f64::from(place).log2()).sum()
}
