//! Where a JSON text is wrong, and which form is wanted.

use crate::by_name::ByName;
use crate::place;
use crate::services::forms_of::Form;
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
        (r#"{"items": [{"name": "a"}, {"count": 1}]}"#, "items/1/name"),
        (r#"{"items": [{"name": "ā", "colour": 1}]}"#, "items/0/colour"),
        ("{\n  \"items\": [\n    {\"name\": \"a\"},\n    {\"name\": null}\n  ]\n}", "items/1/name"),
        (r#"{"others": []}"#, "others"),
        (r#"{}"#, "items"),
    ] {
        assert_eq!(wrong(text), path, "{text}");
    }
    assert!(place::read::<Outer>(r#"{"items": [{"name": "a"}]}"#).is_ok());
    for broken in ["", "{", "[1", "{\"items\": [", "nulls", "{\"items\": [{\"name\": \"a"] {
        wrong(broken);
    }
}

/// What happened to a thing, told by its kind, as the events of a case are.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind", deny_unknown_fields)]
enum Happened {
    #[serde(rename = "named")]
    Named {
        #[expect(dead_code, reason = "only whether it can be read matters")]
        name: String,
    },
}

/// Key of the error, path and key of what is wrong, and its words in a language.
fn told<T: serde::de::DeserializeOwned>(text: &str, locale: kernel::Locale) -> (&'static str, String, String, String) {
    let Err(error) = place::read::<T>(text) else { panic!("{text} can be read") };
    let templates = web_kit::Templates::new(vec![web_kit::templates()]).unwrap();
    let body = web_kit::problem_body(templates.catalog(), locale, &error);
    let word = |name: &str| body["errors"][0][name].as_str().unwrap().to_owned();
    (error.key(), word("pointer"), word("key"), word("detail"))
}

// req: CAT-20
#[test]
fn json_that_says_something_else_is_told_from_what_is_no_json_in_both_languages() {
    use kernel::Locale::{En, Lv};
    let of = |key: &'static str, pointer: &str, field: &str, words: &str| {
        (key, pointer.to_owned(), field.to_owned(), words.to_owned())
    };
    let missing = of("json-data", "/name", "json-field-missing", "The field \"name\" is missing.");
    assert_eq!(told::<Happened>(r#"{"kind": "named"}"#, En), missing);
    let kinds = "A number was sent; text is wanted.";
    let typed = told::<Happened>(r#"{"kind": "named", "name": 7}"#, En);
    assert_eq!(typed, of("json-data", "/name", "json-type", kinds), "what is read in two steps has its place, too");
    assert_eq!(told::<Happened>("{}", Lv), of("json-data", "/kind", "json-field-missing", "Trūkst lauka „kind”."));
    let unknown = "Vērtība „gone” šeit nav paredzēta; paredzētās vērtības: named.";
    let unknown = of("json-data", "", "json-value-unknown", unknown);
    let (key, _, field, words) = told::<Happened>(r#"{"kind": "gone"}"#, Lv);
    assert_eq!((key, field, words), (unknown.0, unknown.2, unknown.3));
    let surplus = "There is no field \"colour\" here; there are: items.";
    assert_eq!(told::<Outer>(r#"{"colour": 1}"#, En), of("json-data", "/colour", "json-field-unknown", surplus));
    let text = r#"{"items": [{"name": 7}]}"#;
    let kinds = "A number was sent; text is wanted.";
    assert_eq!(told::<Outer>(text, En), of("json-data", "/items/0/name", "json-type", kinds));
    let kinds = "Vajadzīgais vērtības veids: teksts; nosūtītais: skaitlis.";
    assert_eq!(told::<Outer>(text, Lv).3, kinds);
    assert_eq!(told::<Outer>(r#"{"items": 7}"#, En).3, "A number was sent; a list is wanted.");
    let (key, _, field, words) = told::<Outer>("{\"items\": ,", Lv);
    assert_eq!((key, field.as_str()), ("bad-json", "json-place"));
    assert!(words.starts_with("1. rinda, 11. zīme"), "{words}");
}

/// The same, and what it does not know is passed over.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind")]
enum Loose {
    #[serde(rename = "named")]
    Named {
        #[expect(dead_code, reason = "only whether it can be read matters")]
        name: String,
    },
}

/// Fifty thousand of them, each tried without each other, kept a processor busy for minutes.
#[test]
fn many_fields_are_not_tried_one_by_one() {
    for (more, path) in [(30, "name"), (31, "")] {
        let more: String = (0..more).map(|n| format!(r#", "a{n}": 1"#)).collect();
        let text = format!(r#"{{"kind": "named", "name": 7{more}}}"#);
        assert_eq!(refusal(place::read::<Loose>(&text)), ("json-data", path.to_owned(), "json-type".to_owned()));
    }
}

#[derive(Debug, Deserialize)]
struct Around {
    #[expect(dead_code, reason = "only whether it can be read matters")]
    items: Vec<ByName<Inner>>,
}

/// Key of the error, path and key of what is wrong.
fn refusal<T: std::fmt::Debug>(read: Result<T, kernel::Error>) -> (&'static str, String, String) {
    let error = read.unwrap_err();
    let field = error.field_errors()[0].clone();
    (error.key(), field.path, field.key)
}

// req: OPN-01
#[test]
fn a_list_is_never_taken_for_an_object() {
    assert!(place::require_object(r#" {"name": "a"}"#).is_ok());
    let whole = ("json-data", String::new(), "json-type".to_owned());
    assert_eq!(refusal(place::require_object(r#" ["a", 1]"#)), whole);
    assert_eq!(refusal(place::require_object("[1,")).0, "bad-json");
    assert!(place::read::<Around>(r#"{"items": [{"name": "a"}]}"#).is_ok());
    let inner = ("json-data", "items/1".to_owned(), "json-type".to_owned());
    assert_eq!(refusal(place::read::<Around>(r#"{"items": [{"name": "a"}, ["a", 1]]}"#)), inner);
    let name = ("json-data", "items/0/name".to_owned(), "json-type".to_owned());
    assert_eq!(refusal(place::read::<Around>(r#"{"items": [{"name": 7}]}"#)), name, "places are told as before");
}

// req: OPN-01
#[test]
fn a_character_that_postgresql_cannot_keep_is_refused_at_its_place() {
    let there = ("json-data", "items/1/name".to_owned(), "zero-character".to_owned());
    assert_eq!(refusal(place::without_zero(r#"{"items": [{}, {"name": "a\u0000b"}]}"#)), there);
    assert_eq!(refusal(place::without_zero(r#"["\\\u0000"]"#)).1, "0");
    for kept in [r#"{"name": "a\\u0000"}"#, r#"{"name": "a\u0001"}"#, "{}"] {
        assert!(place::without_zero(kept).is_ok(), "{kept}");
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
