//! The bank account that a benefit is paid to: an IBAN with its check (ISO 13616, mod 97).

use kernel::{Error, Result};
use std::fmt;

/// An IBAN of valid form and check. Latvian ones have 21 characters.
#[derive(Clone, PartialEq, Eq)]
pub struct Iban(String);

impl Iban {
    /// Reads an IBAN as people write it: blanks are ignored, letters may be small.
    ///
    /// # Errors
    /// Invalid `iban-form` (length or characters) or `iban-check` (a typing error).
    pub fn parse(text: &str) -> Result<Self> {
        let kept: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
        if !has_form(&kept) {
            return Err(Error::invalid("iban-form"));
        }
        if remainder(&kept) != 1 {
            return Err(Error::invalid("iban-check"));
        }
        Ok(Self(kept))
    }

    /// The characters without blanks.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn has_form(text: &str) -> bool {
    let bytes = text.as_bytes();
    let plain = bytes.iter().all(u8::is_ascii_alphanumeric) && (15..=34).contains(&bytes.len());
    if !plain || !bytes[..2].iter().all(u8::is_ascii_uppercase) || !bytes[2..4].iter().all(u8::is_ascii_digit) {
        return false;
    }
    // A Latvian IBAN names its bank by four letters.
    !text.starts_with("LV") || (bytes.len() == 21 && bytes[4..8].iter().all(u8::is_ascii_uppercase))
}

/// The number that the characters stand for, with the first four moved to the end, modulo 97.
fn remainder(text: &str) -> u32 {
    let (head, body) = text.split_at(4);
    body.chars().chain(head.chars()).filter_map(|c| c.to_digit(36)).fold(0, |rest, value| {
        let shift = if value < 10 { 10 } else { 100 };
        (rest * shift + value) % 97
    })
}

impl fmt::Debug for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Iban({}…)", self.0.chars().take(8).collect::<String>())
    }
}
