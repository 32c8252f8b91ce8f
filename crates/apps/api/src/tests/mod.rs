//! The promise of version 1: the document is a snapshot, and it names every route.

mod keys;
mod periods;
mod places;

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

#[test]
fn the_document_is_openapi_3_1() {
    assert!(document().unwrap()["openapi"].as_str().unwrap().starts_with("3.1"));
}
