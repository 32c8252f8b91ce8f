//! The Latvian personal code (personas kods), old and new form.
//!
//! A code given up to June 2017 carries the birth date and a check digit; a code given since starts with 32 to 39 and is
//! random by law, so nothing about it is checked but its form. The full code never appears in `Debug` or `Display`.

use chrono::NaiveDate;
use kernel::{Error, Result};
use std::fmt;

/// Which form a code has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CodeKind {
    /// `DDMMYY-CXXXK`, given up to 30 June 2017.
    Old,
    /// `3XXXXX-XXXXX` with a second digit of 2 to 9, given since 1 July 2017.
    New,
}

impl CodeKind {
    /// The word kept in storage.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Old => "old",
            Self::New => "new",
        }
    }
}

/// A personal code of valid form. Prints masked; [`PersonalCode::reveal`] gives the whole.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonalCode {
    digits: [u8; 11],
    kind: CodeKind,
}

/// Weights of the first ten digits of an old code.
const WEIGHTS: [u32; 10] = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

impl PersonalCode {
    /// Reads a code as people write it: blanks and hyphens are ignored.
    ///
    /// # Errors
    /// Invalid: `personal-code-length` (not eleven digits), `personal-code-date` (an old code whose date does not
    /// exist), `personal-code-check` (an old code whose check digit is wrong). A new code is never refused for digits.
    pub fn parse(text: &str) -> Result<Self> {
        let kept: Vec<char> = text.chars().filter(|c| !c.is_whitespace() && !is_hyphen(*c)).collect();
        let digits: Option<Vec<u8>> = kept.iter().map(|c| c.to_digit(10).and_then(|d| u8::try_from(d).ok())).collect();
        let digits: [u8; 11] =
            digits.and_then(|digits| digits.try_into().ok()).ok_or_else(|| Error::invalid("personal-code-length"))?;
        if digits[0] == 3 && digits[1] >= 2 {
            return Ok(Self { digits, kind: CodeKind::New });
        }
        let code = Self { digits, kind: CodeKind::Old };
        if code.birth_date().is_none() {
            return Err(Error::invalid("personal-code-date"));
        }
        if code.check_digit() != u32::from(digits[10]) {
            return Err(Error::invalid("personal-code-check"));
        }
        Ok(code)
    }

    /// Old or new form.
    #[must_use]
    pub const fn kind(&self) -> CodeKind {
        self.kind
    }

    /// The birth date that an old code carries; a new code tells nothing about the person.
    #[must_use]
    pub fn birth_date(&self) -> Option<NaiveDate> {
        if self.kind == CodeKind::New {
            return None;
        }
        let pair = |at: usize| u32::from(self.digits[at]) * 10 + u32::from(self.digits[at + 1]);
        let century = match self.digits[6] {
            0 => 1800,
            1 => 1900,
            2 => 2000,
            _ => return None,
        };
        NaiveDate::from_ymd_opt(century + i32::try_from(pair(4)).ok()?, pair(2), pair(0))
    }

    /// First two and last two digits: `32••••-•••45`.
    #[must_use]
    pub fn masked(&self) -> String {
        let [a, b, .., y, z] = self.digits;
        format!("{a}{b}••••-•••{y}{z}")
    }

    /// The whole code with its hyphen. Only where a rule allows it to be shown, after the access is on record.
    #[must_use]
    pub fn reveal(&self) -> String {
        let digits = self.digits();
        let (birth, rest) = digits.split_at(6);
        format!("{birth}-{rest}")
    }

    /// The eleven digits, for storage.
    pub(crate) fn digits(&self) -> String {
        self.digits.iter().map(|digit| char::from(b'0' + digit)).collect()
    }

    fn check_digit(&self) -> u32 {
        let sum: u32 = WEIGHTS.iter().zip(self.digits).map(|(weight, digit)| weight * u32::from(digit)).sum();
        (1101 - sum) % 11 % 10
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

impl fmt::Debug for PersonalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonalCode({})", self.masked())
    }
}

impl fmt::Display for PersonalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}
