//! Telephone numbers and addresses of e-mail: one rule for profiles, applications and descriptions of services.

/// The characters people use for a hyphen.
const HYPHENS: [char; 5] = ['-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2212}'];

/// Whether people mean a hyphen by it.
#[must_use]
pub fn is_hyphen(sign: char) -> bool {
    HYPHENS.contains(&sign)
}

/// A telephone number as people type it, in international form; none when it cannot be one. Blanks, hyphens, brackets,
/// strokes and dots do not matter, `00` is `+`, and eight digits alone are a number of Latvia.
#[must_use]
pub fn phone(typed: &str) -> Option<String> {
    let between = |sign: char| sign.is_whitespace() || is_hyphen(sign) || ['(', ')', '/', '.'].contains(&sign);
    let bare: String = typed.chars().filter(|sign| !between(*sign)).collect();
    let number = match bare.strip_prefix('+').or_else(|| bare.strip_prefix("00")) {
        Some(rest) => format!("+{rest}"),
        None if bare.len() == 8 => format!("+371{bare}"),
        None if bare.len() == 11 && bare.starts_with("371") => format!("+{bare}"),
        None => return None,
    };
    is_phone(&number).then_some(number)
}

/// A telephone number in international form: `+` and 7 to 15 digits; those of Latvia have 8 after `+371`.
#[must_use]
pub fn is_phone(text: &str) -> bool {
    let Some(digits) = text.strip_prefix('+') else { return false };
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
    is_number && (7..=15).contains(&digits.len()) && (!digits.starts_with("371") || digits.len() == 11)
}

/// Whether an institution can publish it as its telephone. This is meant to be wider than [`is_phone`]: nobody calls it
/// from here, people read it, and institutions have short numbers (112, 1188, 8345), several with a comma, a semicolon
/// or a stroke between, and write them in groups: 3 digits at least, and 20 of one number at most.
#[must_use]
pub fn is_published_phone(text: &str) -> bool {
    let digits = |part: &str| part.chars().filter(char::is_ascii_digit).count();
    let numbers: Vec<usize> = text.split([',', ';', '/']).map(digits).collect();
    let fit = numbers.iter().all(|digits| *digits <= 20) && numbers.iter().any(|digits| *digits >= 3);
    fit && text.chars().all(|c| c.is_ascii_digit() || "+-() /,;".contains(c))
}

/// Whether a text can be an address of e-mail: one name of plain signs, one host of at least two parts. More only
/// delivery can tell.
#[must_use]
pub fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let dots = !name.starts_with('.') && !name.ends_with('.') && !name.contains("..");
    let plain = name.chars().all(|sign| sign.is_ascii_graphic() && !"@,;:<>()[]\"\\".contains(sign));
    let part = |part: &str| {
        let signs = part.chars().all(|sign| sign.is_alphanumeric() || sign == '-');
        !part.is_empty() && signs && !part.starts_with('-') && !part.ends_with('-')
    };
    let fits = (1..=64).contains(&name.len()) && text.len() <= 254;
    fits && dots && plain && host.contains('.') && host.split('.').all(part)
}
