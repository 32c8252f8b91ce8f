//! What addresses and forms of these pages may name.

use kernel::{Error, Result};

/// A code of a template in an address: letters and digits. What cannot be a code is no template.
pub fn template_code(code: &str) -> Result<&str> {
    let fits = code.len() <= 20 && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if fits { Ok(code) } else { Err(Error::not_found("service-template")) }
}
