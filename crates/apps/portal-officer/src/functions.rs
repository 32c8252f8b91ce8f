//! Functions of government (COFOG) to choose from by name, in the divisions of the classification (CAT-09).

use crate::parts::Choice;
use service_words::function_name;
use web_kit::Visit;

/// A division with its functions.
#[derive(Debug)]
pub struct Division {
    /// Its code and name.
    pub label: String,
    /// The functions in it by code.
    pub functions: Vec<(String, String)>,
}

/// All divisions in the order of their codes.
pub fn divisions(visit: &Visit) -> Vec<Division> {
    let mut found: Vec<Division> = Vec::new();
    for code in catalogue::cofog_codes() {
        let named = format!("{code} {}", function_name(visit, code).unwrap_or_default());
        // A group between a division and its functions is no choice.
        let depth = code.matches('.').count();
        if depth == 0 {
            found.push(Division { label: named, functions: Vec::new() });
        } else if depth == 2
            && let Some(division) = found.last_mut()
        {
            division.functions.push(((*code).to_owned(), named));
        }
    }
    found
}

/// All functions in one list; `chosen` stays in it, also when the classification does not have it.
pub fn functions(visit: &Visit, chosen: &str) -> Vec<Choice> {
    let all = divisions(visit).into_iter().flat_map(|division| division.functions);
    let mut choices: Vec<Choice> = all.map(|(code, name)| Choice::new(code, name)).collect();
    if !chosen.is_empty() && choices.iter().all(|choice| choice.value != chosen) {
        choices.push(Choice::new(chosen, chosen));
    }
    choices
}
