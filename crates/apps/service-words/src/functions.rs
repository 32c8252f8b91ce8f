//! The functions of government (COFOG) by name.

use web_kit::Visit;

/// The key of the name of a function. One that is alone in its group is called like the group.
#[must_use]
pub fn function_key(code: &str) -> String {
    format!("cofog-{}", code.strip_suffix(".0").unwrap_or(code).replace('.', "-"))
}

/// The name of a function; none for a code that the classification does not have.
#[must_use]
pub fn function_name(visit: &Visit, code: &str) -> Option<String> {
    let key = function_key(code);
    let known = visit.state().templates().catalog().has(visit.locale(), &key);
    known.then(|| visit.text(&key))
}
