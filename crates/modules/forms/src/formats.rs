//! Formats of JSON Schema that Latvia needs: account number (of any country), personal code, postal code, registration
//! number; telephone and e-mail by the rules that hold everywhere (`kernel`).

use crate::rule::unusable;
use jsonschema::Validator;
use kernel::{Result, is_email, is_hyphen, is_phone, phone};
use serde_json::Value;

/// Compiles a schema with the formats below. References to other documents are not followed.
///
/// # Errors
/// Internal `form-definition` when the schema is not valid.
pub(crate) fn validator(schema: &Value) -> Result<Validator> {
    jsonschema::options()
        .should_validate_formats(true)
        .with_format("email", is_email)
        .with_format("iban", is_iban)
        .with_format("lv-personal-code", is_personal_code)
        .with_format("lv-phone", is_phone)
        .with_format("lv-postal-code", is_postal_code)
        .with_format("lv-registration-number", is_registration_number)
        .with_format("document-id", |text| text.parse::<kernel::DocumentId>().is_ok())
        .build(schema)
        .map_err(|error| unusable(error.to_string()))
}

/// An account number in electronic form: two letters of the country, two check digits, letters or digits, 15 to 34 in all,
/// remainder 1 modulo 97 (ISO 13616). One of Latvia has 21 characters and names its bank by four letters; benefits are
/// paid to accounts elsewhere too.
#[must_use]
pub fn is_iban(text: &str) -> bool {
    let bytes = text.as_bytes();
    (15..=34).contains(&bytes.len())
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && bytes[2..4].iter().all(u8::is_ascii_digit)
        && bytes[4..].iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        && (!bytes.starts_with(b"LV") || (bytes.len() == 21 && bytes[4..8].iter().all(u8::is_ascii_uppercase)))
        && mod_97(bytes) == 1
}

/// The remainder modulo 97 after moving the first four characters to the end, letters counting 10 to 35.
fn mod_97(bytes: &[u8]) -> u32 {
    let (head, tail) = bytes.split_at(4);
    tail.iter().chain(head).fold(0, |remainder, byte| match byte {
        b'0'..=b'9' => (remainder * 10 + u32::from(byte - b'0')) % 97,
        letter => (remainder * 100 + u32::from(letter - b'A') + 10) % 97,
    })
}

/// A personal code as `DDDDDD-DDDDD`. Codes given since 1 July 2017 begin with 32 to 39 and are random: nothing else
/// about them can be checked. Older ones carry a birth date and a check digit.
#[must_use]
pub fn is_personal_code(text: &str) -> bool {
    let Some((left, right)) = text.split_once('-') else { return false };
    let digits: Vec<u32> = left.chars().chain(right.chars()).filter_map(|digit| digit.to_digit(10)).collect();
    if left.len() != 6 || right.len() != 5 || digits.len() != 11 {
        return false;
    }
    let is_new = digits[0] == 3 && digits[1] >= 2;
    is_new || (has_birth_date(&digits) && has_check_digit(&digits))
}

fn has_birth_date(digits: &[u32]) -> bool {
    let two = |at: usize| digits[at] * 10 + digits[at + 1];
    let century = match digits[6] {
        0 => 1800,
        1 => 1900,
        2 => 2000,
        _ => return false,
    };
    let year = i32::try_from(century + two(4)).unwrap_or_default();
    chrono::NaiveDate::from_ymd_opt(year, two(2), two(0)).is_some()
}

fn has_check_digit(digits: &[u32]) -> bool {
    const WEIGHTS: [u32; 10] = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = WEIGHTS.iter().zip(digits).map(|(weight, digit)| weight * digit).sum();
    (1101 - sum) % 11 % 10 == digits[10]
}

/// `LV-` and four digits.
#[must_use]
pub fn is_postal_code(text: &str) -> bool {
    text.strip_prefix("LV-").is_some_and(|digits| digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Eleven digits, the first 4 to 9.
#[must_use]
pub fn is_registration_number(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 11 && bytes.iter().all(u8::is_ascii_digit) && bytes[0] >= b'4'
}

/// Brings what a person typed into the form that the format asks for: spaces and hyphens do not matter, nor does the
/// case of letters. What cannot be helped stays as it was typed.
pub(crate) fn tidy(format: &str, text: &str) -> String {
    let bare: String = text.chars().filter(|c| !c.is_whitespace() && !is_hyphen(*c)).collect();
    match format {
        "iban" => bare.to_uppercase(),
        "lv-personal-code" if bare.len() == 11 && bare.is_ascii() => format!("{}-{}", &bare[..6], &bare[6..]),
        "lv-phone" => phone(&bare).unwrap_or_else(|| text.to_owned()),
        "lv-postal-code" => {
            let upper = bare.to_uppercase();
            let digits = upper.strip_prefix("LV").unwrap_or(&upper);
            if digits.len() == 4 { format!("LV-{digits}") } else { text.to_owned() }
        }
        "lv-registration-number" => bare,
        _ => text.to_owned(),
    }
}
