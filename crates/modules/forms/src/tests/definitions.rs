//! The forms of this build: complete in both languages, within the limits for e-services, true to their schema.

use super::samples::TODAY;
use crate::{
    Answers, Definition, FieldKind, Files, Known, KnownOrganisation, Widget, definition, definitions, example, newest,
    source,
};
use kernel::{ErrorKind, LangText, Locale};
use registers::RegisterPerson;
use serde_json::{Value, json};

#[test]
fn the_three_forms_are_there_and_unknown_ones_are_not() {
    let keys: Vec<String> = definitions().unwrap().iter().map(|found| found.key.clone()).collect();
    assert_eq!(keys, ["childbirth-benefit", "funeral-benefit", "unemployed-status"]);
    let newest = newest().unwrap();
    assert_eq!(newest.iter().map(|found| found.key.as_str()).collect::<Vec<_>>(), keys, "each form once");
    assert!(newest.iter().all(|found| found.version == definition(&found.key, None).unwrap().version));
    assert_eq!(definition("childbirth-benefit", Some(1)).unwrap().version, 1);
    for (key, version) in [("childbirth-benefit", Some(99)), ("childbirth", None), ("", None)] {
        assert_eq!(definition(key, version).unwrap_err().kind(), ErrorKind::NotFound);
    }
}

// req: A11-04
#[test]
fn every_text_is_there_in_both_languages() {
    let check = |place: &str, text: &LangText| {
        assert!(!text.lv.trim().is_empty() && !text.en.trim().is_empty(), "{place}: a text is missing");
        assert_ne!(text.lv, text.en, "{place}: not translated");
    };
    for form in definitions().unwrap() {
        check(&form.key, &form.title);
        for step in &form.steps {
            check(&step.key, &step.label);
            step.intro.iter().for_each(|text| check(&step.key, text));
            for field in &step.fields {
                let place = format!("{} {}", form.key, field.name);
                check(&place, &field.label);
                field.hint.iter().for_each(|text| check(&place, text));
                field.choices.iter().for_each(|choice| check(&place, &choice.label));
                assert!(!field.required || field.error_text("field-required", Locale::Lv).is_some(), "{place}");
            }
        }
    }
}

#[test]
fn forms_keep_to_six_steps_and_ten_fields_a_step() {
    for form in definitions().unwrap() {
        assert!((3..=6).contains(&form.steps.len()), "{form:?} has {} steps", form.steps.len());
        for step in &form.steps {
            assert!((1..=10).contains(&step.fields.len()), "{form:?} {}", step.key);
        }
    }
}

#[test]
fn widgets_suit_what_the_fields_hold_and_choices_are_those_of_the_schema() {
    for form in definitions().unwrap() {
        for field in form.fields() {
            let suits = match field.kind {
                FieldKind::Text => {
                    matches!(field.widget, Widget::Text | Widget::Email | Widget::Tel | Widget::Textarea)
                }
                FieldKind::Date => field.widget == Widget::Date,
                FieldKind::Boolean if field.choices.is_empty() => field.widget == Widget::Checkbox,
                FieldKind::Boolean => field.widget == Widget::Radio && field.choices.len() == 2,
                FieldKind::Choice => matches!(field.widget, Widget::Radio | Widget::Select),
                FieldKind::Choices => field.widget == Widget::Checkboxes,
                FieldKind::File => field.widget == Widget::File,
                FieldKind::Integer | FieldKind::Number => field.widget == Widget::Number,
                FieldKind::Other => false,
            };
            assert!(suits, "{form:?} {}: {:?} {:?}", field.name, field.kind, field.widget);
            let property = &form.schema["properties"][&field.name];
            let allowed = property.get("enum").or_else(|| property["items"].get("enum"));
            if let Some(allowed) = allowed {
                let offered: Vec<Value> = field.choices.iter().map(|choice| choice.value.clone()).collect();
                assert_eq!(*allowed, Value::Array(offered), "{form:?} {}", field.name);
            }
        }
        let asked: Vec<&str> = form.fields().map(|field| field.name.as_str()).collect();
        for name in form.schema["properties"].as_object().unwrap().keys() {
            assert!(asked.contains(&name.as_str()), "{form:?}: {name} is never asked");
        }
    }
}

// req: EFR-06
#[test]
fn every_prefill_names_something_that_is_known() {
    let child = RegisterPerson {
        given_name: "Emīls".to_owned(),
        family_name: "Bērziņš".to_owned(),
        birth_date: TODAY.pred_opt(),
        personal_code: "328000-00110".to_owned(),
        address: Some("Cēsis".to_owned()),
        children: Vec::new(),
    };
    let person = RegisterPerson { children: vec![child.clone()], ..child };
    let organisation = Some(KnownOrganisation {
        name: "SIA „Rīta Rasa”".to_owned(),
        registration_number: "40003189718".to_owned(),
    });
    let text = |text: &str| Some(text.to_owned());
    let (email, phone, iban) = (text("anna@example.lv"), text("20000014"), text("LV80BANK0000435195001"));
    let known = Known { email, phone, iban, organisation };
    for form in definitions().unwrap() {
        assert!(form.fields().any(|field| field.prefill.is_some()), "{form:?} asks everything");
        for wanted in form
            .fields()
            .filter(|field| !field.is_settled())
            .filter_map(|field| field.prefill.as_deref())
            .flat_map(|names| names.split('|'))
        {
            let value = source::value_of(&person, wanted).or_else(|| known.value_of(wanted));
            assert!(value.is_some(), "{form:?}: {wanted}");
        }
    }
}

#[test]
fn the_examples_pass_and_each_required_answer_of_them_is_needed() {
    for form in definitions().unwrap() {
        let (key, answers) = (&form.key, example(&form.key).unwrap());
        form.validate_all(&answers, &Files::new(), TODAY).unwrap();
        for name in answers.keys() {
            let rest = super::samples::without(answers.clone(), name);
            let needed = form.field(name).is_some_and(|field| field.required);
            let missed = form.validate_all(&rest, &Files::new(), TODAY).err();
            assert_eq!(missed.is_some_and(|error| !error.field_errors().is_empty()), needed, "{key} {name}");
        }
    }
}

/// What the pages show and what the schema asks agree: for every combination of the answers that steer a form, the
/// schema misses exactly the visible required fields.
#[test]
fn rules_of_the_pages_and_conditions_of_the_schema_agree() {
    for form in definitions().unwrap() {
        let steering: Vec<_> = form.fields().filter(|field| is_steering(&form, &field.name)).collect();
        let mut combinations = vec![Answers::new()];
        for field in &steering {
            let with = |answers: &Answers| {
                let one =
                    |choice: &crate::Choice| super::samples::with(answers.clone(), &field.name, choice.value.clone());
                let mut next: Vec<Answers> = field.choices.iter().map(one).collect();
                next.push(answers.clone());
                next
            };
            combinations = combinations.iter().flat_map(with).collect();
        }
        assert!(combinations.len() > 1, "{form:?}");
        for answers in combinations {
            let relevant = form.relevant(&answers);
            let shown = form.steps(&relevant).into_iter().flat_map(|step| step.fields);
            let mut wanted: Vec<&str> = shown
                .filter(|field| field.required && !relevant.contains_key(&field.name))
                .map(|field| field.name.as_str())
                .collect();
            let error = form.validate_all(&relevant, &Files::new(), TODAY).unwrap_err();
            let mut missed: Vec<&str> =
                error.field_errors().iter().map(|error| error.path.trim_start_matches("answers/")).collect();
            wanted.sort_unstable();
            missed.sort_unstable();
            assert_eq!(missed, wanted, "{form:?} {relevant:?}");
        }
    }
}

fn is_steering(form: &Definition, name: &str) -> bool {
    let steps = form.steps.iter().filter_map(|step| step.rule.as_ref());
    let fields = form.fields().filter_map(|field| field.rule.as_ref());
    steps.chain(fields).any(|rule| rule.names().contains(&name))
}

#[test]
fn a_broken_definition_is_refused_with_its_reason() {
    let ui = |element: Value| json!({ "type": "Categorization", "elements": [{ "type": "Category", "elements": [element] }] });
    let control = json!({ "type": "Control", "scope": "#/properties/a" });
    let schema = json!({ "type": "object", "properties": { "a": { "type": "string" } } });
    let parse = |schema: &Value, element: Value| {
        Definition::from_parts("x".to_owned(), 1, LangText::new("x", "x"), schema.clone(), &ui(element))
    };
    parse(&schema, control.clone()).unwrap();
    let changed = |name: &str, value: Value| {
        let mut control = control.clone();
        control[name] = value;
        control
    };
    for (element, reason) in [
        (changed("scope", json!("#/properties/b")), "no property b"),
        (changed("scope", json!("a")), "scope a"),
        (changed("options", json!({ "widget": "slider" })), "widget slider"),
        (
            changed("rule", json!({ "effect": "DISABLE", "condition": { "scope": "#/properties/a", "schema": {} } })),
            "DISABLE",
        ),
        (
            changed("rule", json!({ "effect": "SHOW", "condition": { "scope": "#/properties/z", "schema": {} } })),
            "no field z",
        ),
    ] {
        let error = parse(&schema, element).unwrap_err();
        assert!(format!("{error}").contains(reason), "{error} should name {reason}");
    }
    let broken = json!({ "type": "object", "properties": { "a": { "type": "strin" } } });
    assert_eq!(parse(&broken, control).unwrap_err().key(), "form-definition");
    assert_eq!(Definition::parse("{").unwrap_err().key(), "form-definition");
}

/// The keys that validation may give have words in both languages.
#[test]
fn every_field_error_has_its_words() {
    let code = include_str!("../validate.rs");
    let texts =
        [include_str!("../../../../../locales/lv/forms.ftl"), include_str!("../../../../../locales/en/forms.ftl")];
    let keys: Vec<&str> = code.split('"').filter(|literal| literal.starts_with("field-")).collect();
    assert!(keys.len() > 15);
    for key in keys {
        for text in texts {
            assert!(text.contains(&format!("\nerror-{key} = ")), "{key}");
        }
    }
    for form in definitions().unwrap() {
        for key in form.fields().flat_map(|field| field.errors.iter().map(|(key, _)| key)) {
            assert!(code.contains(&format!("\"{key}\"")), "{form:?} has words for {key}, which never occurs");
        }
    }
}
