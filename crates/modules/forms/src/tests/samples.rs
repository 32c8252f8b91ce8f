//! Complete answers for every form, and small helpers.

use crate::{Answers, Definition, RawInput, definition, example};
use chrono::NaiveDate;
use serde_json::Value;
use std::sync::Arc;

pub(crate) const TODAY: NaiveDate = match NaiveDate::from_ymd_opt(2026, 11, 23) {
    Some(day) => day,
    None => panic!("a day"),
};

pub(crate) fn form(key: &str) -> Arc<Definition> {
    definition(key, None).unwrap()
}

pub(crate) fn object(value: Value) -> Answers {
    let Value::Object(answers) = value else { panic!("an object") };
    answers
}

/// The example of each form is its shortest complete application, and an e-mail address.
pub(crate) fn childbirth() -> Answers {
    example("childbirth-benefit").unwrap()
}

pub(crate) fn funeral() -> Answers {
    example("funeral-benefit").unwrap()
}

pub(crate) fn unemployed() -> Answers {
    example("unemployed-status").unwrap()
}

pub(crate) fn with(mut answers: Answers, name: &str, value: Value) -> Answers {
    answers.insert(name.to_owned(), value);
    answers
}

pub(crate) fn without(mut answers: Answers, name: &str) -> Answers {
    answers.shift_remove(name);
    answers
}

/// What a page would send for a step to give these answers, hidden marks included.
pub(crate) fn typed(definition: &Definition, step: &str, answers: &Answers) -> RawInput {
    let visible = definition.steps(answers);
    let step = visible.iter().find(|visible| visible.step.key == step).expect("the step is visible");
    let mut raw = RawInput::default();
    for field in &step.fields {
        raw.push("_shown", &field.name);
        for (input, values) in crate::shown(field, &RawInput::default(), answers) {
            values.iter().for_each(|value| raw.push(input.clone(), value));
        }
    }
    raw
}

/// The errors as `field: key`.
pub(crate) fn words(errors: &[kernel::FieldError]) -> Vec<String> {
    errors.iter().map(|error| format!("{}: {}", error.path, error.key)).collect()
}
