//! The registration number of a Latvian legal person, eleven digits with a check.

use kernel::{Error, Result};
use std::fmt;

/// A registration number of valid form and check. Old nine-digit numbers are not accepted: the registers replaced them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RegistrationNumber(String);

/// Weights of the eleven digits; the weighted sum leaves 3 when divided by 11.
const WEIGHTS: [u32; 11] = [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1];

impl RegistrationNumber {
    /// Reads a number as people write it: blanks and hyphens are ignored, a leading `LV` of the VAT number too.
    ///
    /// # Errors
    /// Invalid: `registration-number-form` (not eleven digits starting with 4 to 9), `registration-number-check`.
    pub fn parse(text: &str) -> Result<Self> {
        let kept: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        let upper = kept.to_ascii_uppercase();
        let number = upper.strip_prefix("LV").unwrap_or(&upper);
        let digits: Vec<u32> = number.chars().filter_map(|c| c.to_digit(10)).collect();
        let whole = digits.len() == WEIGHTS.len() && number.len() == WEIGHTS.len();
        if !whole || digits.first().is_none_or(|first| *first < 4) {
            return Err(Error::invalid("registration-number-form"));
        }
        let sum: u32 = WEIGHTS.iter().zip(&digits).map(|(weight, digit)| weight * digit).sum();
        if sum % 11 != 3 {
            return Err(Error::invalid("registration-number-check"));
        }
        Ok(Self(number.to_owned()))
    }

    /// The eleven digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RegistrationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
