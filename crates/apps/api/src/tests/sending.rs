//! Services that are sent: gaps of drafts, and faults of their shape.

use crate::document;
use crate::services::sending::reading::read;
use serde_json::{Value, json};

const PUT: &str = "/api/v1/services/by-external-id/{external_id}";

fn example() -> Value {
    document().unwrap()["paths"][PUT]["put"]["requestBody"]["content"]["application/json"]["example"].clone()
}

/// Place and key of each fault, in the order of the places.
fn faults(text: &str) -> Vec<(String, String)> {
    let error = read(text).expect_err("something is wrong");
    assert_eq!(error.key(), "json-data");
    let mut told: Vec<_> = error.field_errors().iter().map(|one| (one.path.clone(), one.key.clone())).collect();
    told.sort();
    told
}

// req: CAT-20
#[test]
fn a_draft_may_have_gaps_and_they_are_known() {
    let sent = read(r#"{"description": {"name": {"lv": "Tests"}}}"#).unwrap();
    assert_eq!((sent.description.name.lv.as_str(), sent.description.name.en.as_str()), ("Tests", ""));
    assert!(sent.gaps.contains(&"summary".to_owned()) && sent.gaps.contains(&"channels".to_owned()), "{:?}", sent.gaps);
    assert!(read(&example().to_string()).unwrap().gaps.is_empty());
    assert!(read(r#"{"description": {}, "gaps": []}"#).is_err(), "nobody sends them");
}

// req: CAT-20
#[test]
fn every_fault_of_the_shape_is_told_at_once_with_its_place() {
    let mut wrong = example();
    wrong["code"] = json!(7);
    wrong["description"]["colour"] = json!("zils");
    wrong["description"]["summary"]["lv"] = json!(8);
    wrong["description"]["conditions"] = json!([{ "lv": "Viens" }, 5, { "lv": "Trīs" }]);
    wrong["description"]["channels"][1]["fee"] = json!({ "amount": "divi" });
    wrong["description"]["providers"] = json!([{}]);
    wrong["description"].as_object_mut().unwrap().remove("appeal");
    let told = faults(&wrong.to_string());
    let told: Vec<(&str, &str)> = told.iter().map(|(path, key)| (path.as_str(), key.as_str())).collect();
    let wanted = [
        ("code", "json-type"),
        ("description/channels/1/fee/amount", "json-type"),
        ("description/colour", "json-field-unknown"),
        ("description/conditions/1", "json-type"),
        ("description/providers/0/institution", "json-field-missing"),
        ("description/summary/lv", "json-type"),
    ];
    assert_eq!(told, wanted);
    assert_eq!(faults(r#"{"code": "1007"}"#), [("description".to_owned(), "json-field-missing".to_owned())]);
    assert_eq!(faults("7").len(), 1);
}

// req: CAT-20
#[test]
fn what_only_the_text_shows_is_refused_all_the_same() {
    let whole = example()["description"].to_string();
    assert!(read(&format!(r#"{{"code": "1", "code": "2", "description": {whole}}}"#)).is_err(), "there twice");
    assert_eq!(read(r#"{"description": {"name": "#).err().map(|error| error.key()), Some("bad-json"));
    let nothing: Vec<Value> = vec![json!(5); 30];
    let told = faults(&json!({ "description": { "conditions": nothing } }).to_string());
    assert_eq!(told.len(), 20, "the others are told when these are mended");
}
