//! From typed text to answers and back.

use super::samples::{childbirth, form, object, typed, unemployed};
use crate::{Answers, Definition, RawInput, normalise, shown};
use kernel::LangText;
use proptest::prelude::*;
use serde_json::{Value, json};

fn all_kinds() -> Definition {
    let schema = json!({ "type": "object", "properties": {
        "text": { "type": "string" }, "note": { "type": "string" }, "day": { "type": "string", "format": "date" },
        "count": { "type": "integer" }, "share": { "type": "number" }, "agree": { "type": "boolean" },
        "one": { "enum": ["a", "b"] }, "many": { "type": "array", "items": { "enum": ["a", "b"] } },
        "place": { "type": "object", "properties": { "city": { "type": "string" } } }
    } });
    let mut controls: Vec<Value> = ["text", "day", "count", "share", "agree", "one", "many"]
        .iter()
        .map(|name| json!({ "type": "Control", "scope": format!("#/properties/{name}") }))
        .collect();
    controls.push(json!({ "type": "Control", "scope": "#/properties/note", "options": { "widget": "textarea" } }));
    controls.push(json!({ "type": "Control", "scope": "#/properties/place/properties/city" }));
    let ui = json!({ "type": "VerticalLayout", "elements": controls });
    Definition::from_parts("all".to_owned(), 1, LangText::new("Viss", "All"), schema, &ui).unwrap()
}

fn answers(pairs: &[(&str, &str)]) -> Answers {
    let form = all_kinds();
    let fields: Vec<_> = form.fields().collect();
    let mut answers = Answers::new();
    normalise(&fields, &pairs.iter().copied().collect::<RawInput>(), &mut answers);
    answers
}

#[test]
fn good_input_becomes_typed_values() {
    let typed = answers(&[
        ("text", "  Anna \t Marija "),
        ("note", " a\r\nb \0"),
        ("day-day", "2"),
        ("day-month", "03"),
        ("day-year", "2026"),
        ("count", " 12 000 "),
        ("share", "1,5"),
        ("agree", "on"),
        ("one", "b"),
        ("many", "a"),
        ("many", "b"),
        ("place.city", "Cēsis"),
    ]);
    let expected = json!({ "text": "Anna Marija", "note": "a\nb", "day": "2026-03-02", "count": 12000, "share": 1.5,
        "agree": true, "one": "b", "many": ["a", "b"], "place": { "city": "Cēsis" } });
    assert_eq!(Value::Object(typed), expected);
}

#[test]
fn what_cannot_be_read_stays_as_it_was_typed() {
    let typed = answers(&[
        ("day-day", "31"),
        ("day-month", "2"),
        ("day-year", "26"),
        ("count", "daudz"),
        ("share", "1/2"),
        ("agree", "varbūt"),
        ("one", "c"),
        ("many", "d"),
    ]);
    let expected =
        json!({ "day": "31.2.26", "count": "daudz", "share": "1/2", "agree": "varbūt", "one": "c", "many": ["d"] });
    assert_eq!(typed, object(expected));
}

#[test]
fn nothing_typed_is_no_answer_and_a_day_may_come_in_one_piece() {
    assert_eq!(answers(&[("text", "  "), ("day-day", ""), ("day-month", ""), ("many", "")]), Answers::new());
    assert_eq!(answers(&[("day", "22.11.2026.")])["day"], "2026-11-22");
    assert_eq!(answers(&[("day", "2026-11-22")])["day"], "2026-11-22");
    assert_eq!(answers(&[("day-day", "5")])["day"], "5..");
}

#[test]
fn what_is_shown_and_sent_again_gives_the_same_answers() {
    for (key, answers) in [("childbirth-benefit", childbirth()), ("unemployed-status", unemployed())] {
        let form = form(key);
        let mut again = Answers::new();
        for visible in form.steps(&answers) {
            normalise(&visible.fields, &typed(&form, &visible.step.key, &answers), &mut again);
        }
        assert_eq!(Value::Object(again), Value::Object(answers));
    }
}

#[test]
fn typed_text_is_shown_before_an_answer_is() {
    let form = all_kinds();
    let (day, text) = (form.field("day").unwrap(), form.field("text").unwrap());
    let answers = object(json!({ "day": "2026-03-02", "text": "no reģistra" }));
    let show = |field, raw: &RawInput| shown(field, raw, &answers);
    let none = RawInput::default();
    assert_eq!(show(text, &none)["text"], ["no reģistra"]);
    assert_eq!(show(day, &none).into_values().flatten().collect::<Vec<_>>(), ["2", "3", "2026"]);
    let raw: RawInput = [("day-day", "31"), ("day-month", "2"), ("day-year", ""), ("text", "")].into_iter().collect();
    assert_eq!(show(text, &raw)["text"], [""]);
    assert_eq!(show(day, &raw)["day-day"], ["31"]);
    assert_eq!(show(day, &raw)["day-year"], [""]);
}

proptest! {
    #[test]
    fn any_input_is_read_without_panic_and_reading_its_echo_changes_nothing(values in prop::collection::vec("\\PC{0,30}", 11)) {
        let form = all_kinds();
        let fields: Vec<_> = form.fields().collect();
        let inputs: Vec<String> = fields.iter().flat_map(|field| field.inputs()).collect();
        let raw: RawInput = inputs.into_iter().zip(&values).collect();
        let mut first = Answers::new();
        normalise(&fields, &raw, &mut first);
        let echo: RawInput = fields.iter().flat_map(|field| shown(field, &raw, &first))
            .flat_map(|(input, values)| values.into_iter().map(move |value| (input.clone(), value))).collect();
        let mut second = Answers::new();
        normalise(&fields, &echo, &mut second);
        prop_assert_eq!(first, second);
    }
}
