//! A number as holders give it: whole thousandths, so that nothing is rounded on the way.

use kernel::{Error, Locale, Result};
use std::fmt;
use std::str::FromStr;

const PARTS: i64 = 1_000;
/// The most digits before the mark.
const DIGITS: usize = 12;

/// An amount in thousandths of its unit: `4,25` is 4250.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quantity(i64);

impl Quantity {
    /// So many thousandths.
    #[must_use]
    pub const fn thousandths(count: i64) -> Self {
        Self(count)
    }

    /// How many thousandths.
    #[must_use]
    pub const fn in_thousandths(self) -> i64 {
        self.0
    }

    /// As a number of its unit.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / PARTS as f64
    }

    /// As people write it in a language: `4,25` or `4.25`.
    #[must_use]
    pub fn written(self, locale: Locale) -> String {
        let plain = self.to_string();
        if locale == Locale::Lv { plain.replace('.', ",") } else { plain }
    }
}

impl fmt::Display for Quantity {
    /// `4.25`, without noughts at the end.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let parts = PARTS.unsigned_abs();
        let (whole, rest) = (self.0.unsigned_abs() / parts, self.0.unsigned_abs() % parts);
        let text = format!("{sign}{whole}.{rest:03}");
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl FromStr for Quantity {
    type Err = Error;

    /// `4`, `4,25`, `4.25`; blanks between digits are allowed. Less than nothing is told as such: no indicator counts or
    /// measures that.
    fn from_str(text: &str) -> Result<Self> {
        let bad = || Error::invalid("own-not-a-number").arg("text", text);
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().replace(',', ".");
        let (negative, plain) =
            plain.strip_prefix(['-', '−', '–']).map_or((false, plain.as_str()), |rest| (true, rest));
        let (whole, rest) = plain.split_once('.').unwrap_or((plain, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(rest) || whole.len() > DIGITS || rest.len() > 3 {
            return Err(bad());
        }
        let whole: i64 = whole.parse().map_err(|_| bad())?;
        let rest: i64 = format!("{rest:0<3}").parse().map_err(|_| bad())?;
        let count = whole * PARTS + rest;
        if negative { Err(Error::invalid("own-negative").arg("text", text)) } else { Ok(Self(count)) }
    }
}
