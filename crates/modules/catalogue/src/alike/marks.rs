//! The marks by which services find each other: MinHash in bands.

use super::features::Features;

/// Bands of three hashes each. Two services that share half of their weight have a common mark with probability 0.88,
/// with two thirds of it 0.996; with a tenth, 0.016.
pub(super) const BANDS: i32 = 17;
/// The last band: the name alone.
const NAME_BAND: i32 = BANDS - 1;
const HASHES_OF_A_BAND: u64 = 3;

/// The mark of each band; none where there is nothing to mark.
pub(super) fn marks(features: &Features) -> Vec<(i32, i64)> {
    let mut marks: Vec<(i32, i64)> = (0..NAME_BAND).filter_map(|band| Some((band, of_band(features, band)?))).collect();
    if let Some(name) = features.name().map(u64::from).reduce(|all, word| mix(all ^ mix(word))) {
        marks.push((NAME_BAND, name.cast_signed()));
    }
    marks
}

fn of_band(features: &Features, band: i32) -> Option<i64> {
    let mut mark = 0;
    for hash in 0..HASHES_OF_A_BAND {
        let seed = mix(u64::from(band.unsigned_abs()) * HASHES_OF_A_BAND + hash + 1);
        mark = mix(mark ^ least(features, seed)?);
    }
    Some(mark.cast_signed())
}

/// The least hash of the set, where a feature is in it as often as it counts.
fn least(features: &Features, seed: u64) -> Option<u64> {
    let copies = |(feature, class): (u32, super::features::Class)| {
        (0..class.weight()).map(move |copy| mix(seed ^ (u64::from(feature) << 8 | u64::from(copy))))
    };
    features.iter().flat_map(copies).min()
}

/// The finaliser of SplitMix64: the same on every machine, because marks are stored.
fn mix(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}
