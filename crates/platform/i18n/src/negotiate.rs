//! Which language a reader gets.

use kernel::Locale;

/// The language for an `Accept-Language` header: the known one with the highest weight, Latvian when nothing fits.
///
/// Of equal weights the first wins. Unreadable parts are passed over.
#[must_use]
pub fn negotiate(accept_language: &str) -> Locale {
    let mut best: Option<(Locale, f32)> = None;
    for part in accept_language.split(',') {
        let mut pieces = part.split(';');
        let tag = pieces.next().unwrap_or_default().trim().to_ascii_lowercase();
        let weight = pieces
            .find_map(|piece| piece.trim().strip_prefix("q=").map(|q| q.trim().parse::<f32>().unwrap_or(0.0)))
            .unwrap_or(1.0);
        let locale = match tag.split('-').next() {
            Some("lv") => Locale::Lv,
            Some("en") => Locale::En,
            _ => continue,
        };
        if weight > 0.0 && best.is_none_or(|(_, known)| weight > known) {
            best = Some((locale, weight));
        }
    }
    best.map_or(Locale::Lv, |(locale, _)| locale)
}
