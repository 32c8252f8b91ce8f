//! What is wrong with answers, field by field.

use super::samples::{TODAY, childbirth, form, funeral, object, unemployed, with, without, words};
use crate::{Files, canonical};
use kernel::{DocumentId, ErrorKind, Locale};
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

fn wrong(name: &str, value: Value) -> Vec<String> {
    let form = form("childbirth-benefit");
    match form.validate_all(&with(childbirth(), name, value), &Files::new(), TODAY) {
        Ok(_) => Vec::new(),
        Err(error) => words(error.field_errors()),
    }
}

#[test]
fn each_rule_has_its_message() {
    for (name, value, key) in [
        ("iban", json!("LV81BANK0000435195001"), "field-iban"),
        ("iban", json!("DE88370400440532013000"), "field-iban"),
        ("applicant_personal_code", json!("010190-10000"), "field-personal-code"),
        ("email", json!("anna"), "field-email"),
        ("email", json!("anna@inbox"), "field-email"),
        ("email", json!("anna@[127.0.0.1]"), "field-email"),
        ("email", json!("Anna <anna@example.lv>"), "field-email"),
        ("phone", json!("123"), "field-phone"),
        ("child_birth_date", json!("2026-02-31"), "field-date"),
        ("child_birth_date", json!("2026-11-24"), "field-date-future"),
        ("child_birth_date", json!("1820-11-24"), "field-date-early"),
        ("child_given_name", json!(""), "field-required"),
        ("child_given_name", json!("x".repeat(101)), "field-too-long"),
        ("child_given_name", json!(7), "field-invalid"),
        ("applicant_role", json!("uncle"), "field-choose"),
        ("claimed_elsewhere", json!("varbūt"), "field-choose"),
        ("declare_true", json!(false), "field-must-agree"),
        ("care_since", json!("2026-10-02"), "field-not-asked"),
        ("hobby", json!("chess"), "field-unknown"),
    ] {
        assert_eq!(wrong(name, value.clone()), [format!("answers/{name}: {key}")], "{value}");
    }
    for (name, value) in [("child_birth_date", "2026-11-23"), ("iban", "DE89370400440532013000")] {
        assert_eq!(wrong(name, json!(value)), Vec::<String>::new(), "{value}");
    }
}

// req: EFR-03
#[test]
fn a_way_to_be_reached_is_asked_of_those_who_choose_it() {
    let unreached = |key: &str, answers| form(key).validate_all(&without(answers, "email"), &Files::new(), TODAY);
    for (key, answers) in [("childbirth-benefit", childbirth()), ("funeral-benefit", funeral())] {
        assert!(unreached(key, answers).is_ok(), "{key}: not everybody has an e-mail address");
    }
    for way in ["email", "phone"] {
        let error = unreached("unemployed-status", with(unemployed(), "contact_preference", json!(way))).unwrap_err();
        assert_eq!(words(error.field_errors()), [format!("answers/{way}: field-required")]);
    }
    for way in ["official-address", "portal"] {
        assert!(unreached("unemployed-status", with(unemployed(), "contact_preference", json!(way))).is_ok(), "{way}");
    }
}

#[test]
fn an_error_is_invalid_and_its_fields_stand_in_the_order_of_the_form() {
    let form = form("childbirth-benefit");
    let error = form.validate_all(&Default::default(), &Files::new(), TODAY).unwrap_err();
    assert_eq!((error.kind(), error.key()), (ErrorKind::Invalid, "answers"));
    let found: Vec<&str> = error.field_errors().iter().map(|error| error.path.as_str()).collect();
    let expected: Vec<String> = form
        .steps(&Default::default())
        .iter()
        .flat_map(|step| &step.fields)
        .filter(|field| field.required)
        .map(|field| format!("answers/{}", field.name))
        .collect();
    assert_eq!(found, expected);
    assert_eq!(form.field("iban").unwrap().error_text("field-required", Locale::Lv), Some("Ievadiet konta numuru"));
}

#[test]
fn a_step_reports_its_own_fields_only() {
    let form = form("childbirth-benefit");
    let answers = object(json!({ "applicant_role": "guardian", "iban": "x" }));
    assert_eq!(
        words(&form.validate_step("applicant", &answers, TODAY)),
        [
            "applicant_given_name: field-required",
            "applicant_family_name: field-required",
            "applicant_personal_code: field-required",
            "care_since: field-required"
        ]
    );
    let errors = words(&form.validate_step("benefit", &answers, TODAY));
    assert!(errors.contains(&"iban: field-iban".to_owned()), "{errors:?}");
    assert!(form.validate_step("nothing", &answers, TODAY).is_empty());
    assert_eq!(form.first_incomplete(&childbirth(), TODAY).map(|step| step.key.as_str()), None);
    let rest = without(childbirth(), "iban");
    assert_eq!(form.first_incomplete(&rest, TODAY).map(|step| step.key.as_str()), Some("benefit"));
}

#[test]
fn dates_are_compared_with_each_other() {
    let form = form("funeral-benefit");
    let check =
        |name: &str, day: &str| match form.validate_all(&with(funeral(), name, json!(day)), &Files::new(), TODAY) {
            Ok(_) => Vec::new(),
            Err(error) => words(error.field_errors()),
        };
    assert_eq!(check("funeral_date", "2026-11-01"), ["answers/funeral_date: field-date-before"]);
    assert_eq!(check("funeral_date", "2026-11-02"), Vec::<String>::new());
    assert_eq!(check("funeral_date", "2027-01-10"), Vec::<String>::new());
    assert_eq!(check("death_date", "1941-03-01"), ["answers/death_date: field-date-before"]);
    assert_eq!(check("death_date", "1820-03-01"), ["answers/death_date: field-date-before"], "the nearest bound");
    assert_eq!(check("deceased_birth_date", "1820-03-01"), ["answers/deceased_birth_date: field-date-early"]);
    let far = with(funeral(), "deceased_birth_date", json!("1820-03-01"));
    let error = form.validate_all(&far, &Files::new(), TODAY).unwrap_err();
    assert_eq!(error.field_errors()[0].args, [("limit", "01.01.1850".to_owned())]);
    let text = form.field("death_date").unwrap().error_text("field-date-before", Locale::En);
    assert_eq!(text, Some("The date of death cannot be before the date of birth"));
}

// req: EFR-03
#[test]
fn a_file_is_asked_where_no_register_can_tell() {
    let form = form("childbirth-benefit");
    let abroad = with(without(childbirth(), "child_personal_code"), "birth_registered_in", json!("abroad"));
    let abroad = with(abroad, "birth_country", json!("Igaunija"));
    let error = form.validate_all(&abroad, &Files::new(), TODAY).unwrap_err();
    assert_eq!(words(error.field_errors()), ["answers/birth_certificate: field-required"]);

    let id = DocumentId::new(Uuid::from_u128(5));
    let files = Files::from([("birth_certificate".to_owned(), vec![id])]);
    let kept = form.validate_all(&abroad, &files, TODAY).unwrap();
    assert_eq!(kept["birth_certificate"], json!([id.to_string()]));

    // Ids that come with the answers do not count: only documents that are really there do.
    let claimed = with(abroad.clone(), "birth_certificate", json!([id.to_string()]));
    assert!(form.validate_all(&claimed, &Files::new(), TODAY).is_err());
    let six =
        Files::from([("birth_certificate".to_owned(), (1..=6).map(|n| DocumentId::new(Uuid::from_u128(n))).collect())]);
    let error = form.validate_all(&abroad, &six, TODAY).unwrap_err();
    assert_eq!(words(error.field_errors()), ["answers/birth_certificate: field-too-many"]);
}

#[test]
fn hidden_answers_do_not_count_along_whole_chains() {
    let form = form("unemployed-status");
    let answers = with(unemployed(), "worked_abroad", json!(true));
    let answers = with(answers, "abroad_country", json!("Igaunija"));
    assert!(form.steps(&answers).iter().any(|step| step.step.key == "abroad"));
    let never = with(answers, "has_worked", json!(false));
    let relevant = form.relevant(&never);
    for name in ["last_job_title", "last_job_ended", "worked_abroad", "abroad_country"] {
        assert!(!relevant.contains_key(name), "{name}");
    }
    assert!(!form.steps(&never).iter().any(|step| step.step.key == "abroad"));
    form.validate_all(&relevant, &Files::new(), TODAY).unwrap();
    assert_eq!(form.validate_all(&never, &Files::new(), TODAY).unwrap_err().field_errors().len(), 4);
}

#[test]
fn equal_answers_are_written_alike_whatever_their_order() {
    let one = object(json!({ "b": [1, { "z": "ā\n", "a": true }], "a": null }));
    let two = object(json!({ "a": null, "b": [1, { "a": true, "z": "ā\n" }] }));
    assert_eq!(canonical(&one), r#"{"a":null,"b":[1,{"a":true,"z":"ā\n"}]}"#);
    assert_eq!(canonical(&one), canonical(&two));
    assert_ne!(canonical(&one), canonical(&with(two, "a", json!(1))));
}

proptest! {
    #[test]
    fn any_json_in_any_field_is_judged_without_panic(at in 0..40_usize, value in json_value()) {
        for (key, answers) in [("childbirth-benefit", childbirth()), ("funeral-benefit", funeral()), ("unemployed-status", unemployed())] {
            let form = form(key);
            let names: Vec<String> = form.fields().map(|field| field.name.clone()).collect();
            let answers = with(answers, &names[at % names.len()], value.clone());
            if let Ok(kept) = form.validate_all(&answers, &Files::new(), TODAY) {
                prop_assert_eq!(form.validate_all(&kept, &Files::new(), TODAY).unwrap(), kept);
            }
        }
    }
}

fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,20}".prop_map(Value::from),
        (1800..2100_i32, 1..=12_u32, 1..=31_u32).prop_map(|(y, m, d)| Value::from(format!("{y}-{m:02}-{d:02}"))),
    ];
    leaf.prop_recursive(2, 8, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z]{1,4}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}
