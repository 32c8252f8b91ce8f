//! The promise of version 1: the document is a snapshot, and it names every route.

mod bodies;
mod keys;
mod periods;
mod places;
mod sending;

use crate::{document, routes};
use std::collections::BTreeSet;

// req: OPN-01, INT-02
#[test]
fn the_document_is_what_others_rely_on() {
    insta::assert_json_snapshot!(document().unwrap());
}

// req: OPN-01
#[test]
fn every_route_is_described_and_nothing_else() {
    let document = document().unwrap();
    let described: BTreeSet<(String, String)> = document["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, methods)| {
            methods.as_object().unwrap().keys().map(move |method| (method.to_uppercase(), path.clone()))
        })
        .collect();
    let routed: BTreeSet<(String, String)> = routes()
        .table()
        .into_iter()
        .filter(|row| row.path != "/openapi.json")
        .map(|row| (row.method.to_string(), row.path))
        .collect();
    assert_eq!(described, routed);
}

// req: OPN-01
#[test]
fn every_request_body_has_an_example_and_says_who_may_send_it() {
    let document = document().unwrap();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let Some(body) = operation.get("requestBody") else { continue };
            assert!(operation["x-persona"].is_string(), "{method} {path}");
            for (media, content) in body["content"].as_object().unwrap() {
                let example = &content["example"];
                assert!(example.is_object() || example.is_array(), "{method} {path} {media}");
            }
        }
    }
}

// req: OPN-01
#[test]
fn every_operation_has_a_name_of_its_own_and_says_what_it_may_answer_besides() {
    let document = document().unwrap();
    let mut names = BTreeSet::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let name = operation["operationId"].as_str().unwrap();
            assert!(name.starts_with(method.as_str()) && names.insert(name.to_owned()), "{method} {path}: {name}");
            for status in ["429", "default"] {
                let shape = &operation["responses"][status]["content"]["application/problem+json"]["schema"]["$ref"];
                assert_eq!(shape, "#/components/schemas/Problem", "{method} {path}: {status}");
            }
        }
    }
    assert!(names.contains("get_cases_number_events") && names.contains("get_services_dump_csv"), "{names:?}");
}

// req: OPN-01
#[test]
fn linked_data_are_described_as_objects_and_files_as_of_any_type() {
    let document = document().unwrap();
    let content = |path: &str| &document["paths"][path]["get"]["responses"]["200"]["content"];
    for path in ["/catalog.jsonld", "/api/v1/services/{code}", "/api/v1/institutions/{code}"] {
        assert_eq!(content(path)["application/ld+json"]["schema"]["type"], "object", "{path}");
    }
    assert!(
        content("/api/v1/cases/{number}/documents/{id}")["*/*"].is_object(),
        "a file has the type it was sent with"
    );
}

#[test]
fn the_document_is_openapi_3_1() {
    assert!(document().unwrap()["openapi"].as_str().unwrap().starts_with("3.1"));
}

// req: OPN-01
#[test]
fn every_refusal_is_described_as_the_problem_that_is_answered() {
    let document = document().unwrap();
    let described = document["components"]["schemas"]["Problem"]["properties"].as_object().unwrap();
    let templates = web_kit::Templates::new(vec![web_kit::templates()]).unwrap();
    let error = kernel::Error::invalid("bad-json").arg("reason", "x").field("day", "bad-cursor");
    for member in web_kit::problem_body(templates.catalog(), kernel::Locale::En, &error).keys() {
        assert!(described.contains_key(member), "{member}");
    }
    let answer = &document["paths"]["/api/v1/cases/{number}"]["get"]["responses"]["404"];
    let shape = &answer["content"]["application/problem+json"]["schema"]["$ref"];
    assert_eq!(shape, "#/components/schemas/Problem");
    let refused = &document["paths"]["/oauth/token"]["post"]["responses"]["401"]["content"];
    let kinds: Vec<&String> = refused.as_object().unwrap().keys().collect();
    assert_eq!(kinds, ["application/json"], "the door for tokens answers as RFC 6749 says");
}

// req: OPN-01
#[test]
fn every_secured_operation_says_what_it_answers_without_a_right() {
    let document = document().unwrap();
    let mut secured = 0;
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap().iter().filter(|_| !path.starts_with("/oauth/")) {
            let said = |status: &str| operation["responses"].get(status).is_some();
            let is_secured = operation.get("security").is_some();
            secured += usize::from(is_secured);
            assert_eq!((said("401"), said("403")), (is_secured, is_secured), "{method} {path}");
            let takes = operation.get("requestBody").is_some();
            assert!(!takes || (said("413") && said("415")), "{method} {path}");
            // The words of the refusal send readers here.
            let limit = operation["responses"]["413"]["description"].as_str().unwrap_or_default();
            assert!(!takes || limit.contains(" KB") || limit.contains(" MB"), "{method} {path}: {limit}");
        }
    }
    assert!(secured >= 12, "{secured}");
}
