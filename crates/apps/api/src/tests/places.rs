//! Where a JSON text is wrong, and which form is wanted.

use crate::services::forms_of::Form;
use crate::services::sending::place;
use http::{HeaderMap, HeaderValue, header::ACCEPT};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Outer {
    #[expect(dead_code, reason = "only whether it can be read matters")]
    items: Vec<Inner>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Inner {
    #[expect(dead_code, reason = "only whether it can be read matters")]
    name: String,
    #[serde(default)]
    #[expect(dead_code, reason = "only whether it can be read matters")]
    count: Option<u8>,
}

/// The path of what is wrong with a text.
fn wrong(text: &str) -> String {
    let error = place::read::<Outer>(text).expect_err("something is wrong");
    error.field_errors()[0].path.clone()
}

// req: CAT-20
#[test]
fn a_fault_in_a_json_text_is_named_by_its_path() {
    for (text, path) in [
        (r#"{"items": [{"name": "a"}, {"name": 7}]}"#, "items/1/name"),
        (r#"{"items": [{"name": "a, \"}{", "count": 900}]}"#, "items/0/count"),
        (r#"{"items": [{"name": "a"}, {"count": 1}]}"#, "items/1"),
        (r#"{"items": [{"name": "ā", "colour": 1}]}"#, "items/0/colour"),
        ("{\n  \"items\": [\n    {\"name\": \"a\"},\n    {\"name\": null}\n  ]\n}", "items/1/name"),
        (r#"{"others": []}"#, "others"),
        (r#"{}"#, ""),
    ] {
        assert_eq!(wrong(text), path, "{text}");
    }
    assert!(place::read::<Outer>(r#"{"items": [{"name": "a"}]}"#).is_ok());
    for broken in ["", "{", "[1", "{\"items\": [", "nulls", "{\"items\": [{\"name\": \"a"] {
        wrong(broken);
    }
}

// req: CAT-19
#[test]
fn the_form_that_is_liked_best_is_given() {
    for (accept, form) in [
        ("*/*", Form::Json),
        ("text/turtle", Form::Turtle),
        ("text/*", Form::Turtle),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Form::Html),
        ("application/json;q=0.5, application/ld+json", Form::JsonLd),
        ("text/turtle;q=0, application/ld+json;q=0.1", Form::JsonLd),
        ("image/png", Form::Json),
        ("TEXT/TURTLE;Q=1", Form::Turtle),
        (";;,,q=", Form::Json),
    ] {
        let headers = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static(accept))]);
        assert_eq!(Form::of_accept(&headers), form, "{accept}");
    }
    assert_eq!(Form::of_accept(&HeaderMap::new()), Form::Json);
    assert_eq!(Form::of_ending("1007.ttl"), ("1007", Some(Form::Turtle)));
    assert_eq!(Form::of_ending("VPVKAC-CESIS"), ("VPVKAC-CESIS", None));
}
