//! The published examples of JSON Forms: those that use what this engine knows are read and judged.

use crate::{Answers, Definition, Files};
use kernel::LangText;
use serde_json::Value;
use test_support::shared_data;

#[test]
fn published_examples_are_read_walked_and_judged() {
    let Some(file) = shared_data("forms/jsonforms-examples.json") else { return };
    let examples: Vec<Value> = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let (mut read, mut refused) = (0, Vec::new());
    for example in &examples {
        let name = example["name"].as_str().unwrap_or_default();
        let schema = example["schema"].clone();
        if schema.is_null() || example["uischema"].is_null() {
            continue;
        }
        let form =
            match Definition::from_parts(name.to_owned(), 1, LangText::new(name, name), schema, &example["uischema"]) {
                Ok(form) => form,
                Err(error) => {
                    refused.push(format!("{error}"));
                    continue;
                }
            };
        read += 1;
        let answers = example["data"].as_object().cloned().unwrap_or_default();
        let (few, many) = (form.steps(&Answers::new()).len(), form.steps(&answers).len());
        assert!(few <= form.steps.len() && many <= form.steps.len(), "{name}");
        if let Ok(kept) = form.validate_all(&answers, &Files::new(), super::samples::TODAY) {
            assert_eq!(form.relevant(&kept), kept, "{name}");
        }
    }
    assert!(read >= 40, "only {read} of {} were read: {refused:#?}", examples.len());
    // Every refusal names its reason; none is a panic or an accident of reading.
    let known =
        ["scope", "rule effect", "no property", "twice", "no field", "condition", "label", "widget", "rule", "options"];
    for reason in &refused {
        assert!(known.iter().any(|known| reason.contains(known)), "{reason}");
    }
}

#[test]
fn a_published_categorization_gives_its_steps() {
    let Some(file) = shared_data("forms/jsonforms-examples.json") else { return };
    let examples: Vec<Value> = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let example = examples.iter().find(|example| example["name"] == "categorization").unwrap();
    let form = Definition::from_parts(
        "c".to_owned(),
        1,
        LangText::new("c", "c"),
        example["schema"].clone(),
        &example["uischema"],
    )
    .unwrap();
    assert!(form.steps.len() >= 2);
    assert!(form.fields().count() >= 5);
}
