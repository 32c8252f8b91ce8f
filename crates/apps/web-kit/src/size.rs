//! Amounts of data as people read them.

use i18n::{Args, Catalog};
use kernel::Locale;

const KILOBYTE: u64 = 1024;
const MEGABYTE: u64 = KILOBYTE * KILOBYTE;

/// The argument of an error that is an amount of data: the words get it as people read it.
const ARGUMENT: &str = "bytes";

/// `10 MB`, `1,5 MB` or `64 KB`: rounded down, so that no limit is told larger than it is; at least one kilobyte.
#[must_use]
pub fn size(catalog: &Catalog, locale: Locale, bytes: u64) -> String {
    let (key, tenths) = if bytes >= MEGABYTE {
        ("size-megabytes", bytes.saturating_mul(10) / MEGABYTE)
    } else {
        ("size-kilobytes", (bytes / KILOBYTE).max(1) * 10)
    };
    let comma = if locale == Locale::Lv { ',' } else { '.' };
    let (whole, rest) = (tenths / 10, tenths % 10);
    let mut values = Args::new();
    values.set("size", if rest == 0 { whole.to_string() } else { format!("{whole}{comma}{rest}") });
    catalog.text(locale, key, &values).unwrap_or_default()
}

/// The value of an argument of an error, when it is an amount of data.
pub(crate) fn told(catalog: &Catalog, locale: Locale, name: &str, value: &str) -> Option<String> {
    if name != ARGUMENT {
        return None;
    }
    Some(size(catalog, locale, value.parse().ok()?))
}
