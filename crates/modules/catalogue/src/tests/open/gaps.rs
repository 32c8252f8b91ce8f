//! What is not said in a description that is sent, and everything that is wrong with one told at once.

use super::receiving::{keep, sent, system};
use crate::tests::{contact, db, institution};
use crate::{
    ClientCircle, Description, Done, Fee, ReceiveService, ServiceState, fill_gaps, own_service_by_name, service,
};
use kernel::{Caller, Error, ErrorKind, LangText, Locale, Role};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Place and key of everything that an error names.
fn told(error: &Error) -> BTreeSet<(String, String)> {
    error.field_errors().iter().map(|field| (field.path.clone(), field.key.clone())).collect()
}

fn pairs(all: &[(&str, &str)]) -> BTreeSet<(String, String)> {
    all.iter().map(|(path, key)| ((*path).to_owned(), (*key).to_owned())).collect()
}

// req: CAT-20
#[test]
fn what_is_not_said_is_empty_at_any_depth_and_named() {
    let mut bare = json!({ "name": { "lv": "Tests" }, "summary": null });
    let gaps = fill_gaps(&mut bare);
    for gap in ["summary", "cofog", "client_circle", "territory", "steps", "providers", "channels", "signature"] {
        assert!(gaps.iter().any(|one| one == gap), "{gap}: {gaps:?}");
    }
    // Whether a language must be there depends on the text.
    assert!(gaps.iter().all(|gap| !gap.starts_with("name") && gap != "outputs" && gap != "payment"), "{gaps:?}");
    let read: Description = serde_json::from_value(bare.clone()).unwrap();
    assert_eq!((read.name, read.summary), (LangText::new("Tests", ""), LangText::default()));
    assert_eq!((read.client_circle, read.channels.len()), (ClientCircle::Any, 0));
    assert_eq!(fill_gaps(&mut bare), Vec::<String>::new(), "nothing is missing any more");

    let mut deep = json!({
        "steps": [{}], "documents": [{}, null], "conditions": [{}], "outputs": [{}], "legal_basis": [{}],
        "providers": [{ "institution": Uuid::from_u128(7) }],
        "channels": [{ "tiers": [{}], "opening": [{}], "note": { "lv": "Piezīme" } }],
        "digital": {}, "payment": {}, "notice": { "en": "Notice" },
    });
    let gaps = fill_gaps(&mut deep);
    for gap in ["steps/0/stage", "documents/1", "providers/0/contact", "channels/0/tiers/0/fee", "digital/support"] {
        assert!(gaps.iter().any(|one| one == gap), "{gap}: {gaps:?}");
    }
    let read: Description = serde_json::from_value(deep).unwrap();
    assert_eq!((read.channels[0].fee, read.documents.len()), (Fee::Stated, 2), "no payment is waived for the sender");
    // An institution stands for itself alone.
    let mut nobody = json!({ "providers": [{}] });
    assert!(fill_gaps(&mut nobody).iter().all(|gap| gap != "providers/0/institution"));
    assert!(serde_json::from_value::<Description>(nobody).is_err());
    // What is no description is left alone.
    for other in [json!(7), json!({ "name": 7, "steps": { "a": 1 } })] {
        let mut same = other.clone();
        let gaps = fill_gaps(&mut same);
        assert!(gaps.iter().all(|gap| gap != "name" && gap != "steps"), "{gaps:?}");
        assert_eq!((&same["name"], &same["steps"]), (&other["name"], &other["steps"]));
    }
}

/// Every element of a value, each by its place.
fn places(at: &str, value: &Value, found: &mut Vec<String>) {
    let inside: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (format!("{at}/{name}"), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(place, item)| (format!("{at}/{place}"), item)).collect(),
        _ => Vec::new(),
    };
    for (at, value) in inside {
        if value_is_named(&at) {
            found.push(at.clone());
        }
        places(&at, value, found);
    }
}

fn value_is_named(at: &str) -> bool {
    at.rsplit('/').next().is_some_and(|name| name.parse::<usize>().is_err())
}

// req: CAT-20
#[tokio::test]
async fn whatever_one_element_is_not_said_the_description_can_be_read() {
    let db = db().await;
    let service = service(&db.reading(&Caller::engine()).await, "1007").await.unwrap();
    let whole = serde_json::to_value(&*service.description).unwrap();
    let mut all = Vec::new();
    places("", &whole, &mut all);
    assert!(all.len() > 60, "{all:?}");
    // An institution stands for itself alone, and so does what an amount or a term is counted in.
    let alone = |at: &str| at.ends_with("/institution") || at.contains("/fee/") || at.contains("/deadline/");
    for at in all.iter().filter(|at| !alone(at) && !at.starts_with("/territory/")) {
        let mut bare = whole.clone();
        let (around, name) = at.rsplit_once('/').unwrap();
        bare.pointer_mut(around).unwrap().as_object_mut().unwrap().remove(name);
        let gaps = fill_gaps(&mut bare);
        serde_json::from_value::<Description>(bare).unwrap_or_else(|error| panic!("{at}: {error}, {gaps:?}"));
        let gap = &at[1..];
        assert!(gaps.iter().all(|one| one == gap), "{at}: {gaps:?}");
    }
}

// req: CAT-20, CAT-18
#[tokio::test]
async fn a_description_of_a_name_alone_waits_as_a_draft_and_is_told_all_it_lacks_when_it_is_to_be_published() {
    let db = db().await;
    let vsaa = system(&db, "VSAA").await;
    let mut bare = json!({ "name": { "lv": "Tests" } });
    let gaps = fill_gaps(&mut bare);
    let description = serde_json::from_value(bare).unwrap();
    let draft = ReceiveService { description, gaps, publish: false, ..sent(&db, "bare").await };
    let (code, done) = keep(&db, &vsaa, draft.clone()).await.unwrap();
    assert_eq!(done, Done::Created);
    let kept = own_service_by_name(&db.reading(&vsaa).await, "bare").await.unwrap();
    assert_eq!((kept.service.code.as_str(), kept.service.state), (code.as_str(), ServiceState::Draft));
    assert_eq!(kept.newest.description.name, LangText::new("Tests", ""));

    let refused = keep(&db, &vsaa, ReceiveService { publish: true, ..draft.clone() }).await.unwrap_err();
    assert_eq!((refused.kind(), refused.key()), (ErrorKind::Invalid, "service-incomplete"));
    let all = told(&refused);
    let some = pairs(&[
        ("description/name", "quality-english-missing"),
        ("description/summary", "quality-text-missing"),
        ("description/steps", "quality-list-missing"),
        ("description/cofog", "quality-cofog-unknown"),
        ("description/client_circle", "json-field-missing"),
        ("description/signature", "json-field-missing"),
    ]);
    assert!(some.is_subset(&all), "{all:?}");
    let twice = |key: &str| all.contains(&("description/summary".to_owned(), key.to_owned()));
    assert!(!twice("json-field-missing"), "the rules have told it: {all:?}");
    let state = own_service_by_name(&db.reading(&vsaa).await, "bare").await.unwrap().service.state;
    assert_eq!(state, ServiceState::Draft);

    // Without a name nobody would find it again, and the place is named as all the others are.
    let nameless = Description { name: LangText::default(), ..draft.description.clone() };
    let nameless = ReceiveService { description: nameless, ..draft };
    let nameless = ReceiveService { external_id: "nameless".to_owned(), ..nameless };
    let refused = keep(&db, &vsaa, nameless).await.unwrap_err();
    assert_eq!(told(&refused), pairs(&[("description/name", "service-text-missing")]));
}

// req: CAT-20, CAT-18
#[tokio::test]
async fn all_that_is_wrong_with_a_description_is_told_in_one_answer() {
    let db = db().await;
    let vsaa = system(&db, "VSAA").await;
    let mut input = sent(&db, "all").await;
    input.provider = Some(institution(&db, "NVA").await);
    input.note = "x".repeat(501);
    input.gaps = vec!["client_circle".to_owned(), "name".to_owned()];
    input.description.channels[0].link = Some("javascript:alert(1)".to_owned());
    input.description.name = LangText::default();
    input.description.cofog = "99.9.9".to_owned();
    input.description.flags.joint = true;
    let refused = keep(&db, &vsaa, input.clone()).await.unwrap_err();
    assert_eq!((refused.kind(), refused.key()), (ErrorKind::Invalid, "form-has-errors"));
    let values = [("description/channels/0/link", "edit-link"), ("provider", "service-provider-differs")];
    let publishing = [
        ("note", "service-note-long"),
        ("description/flags", "service-joint-holder"),
        ("description/name", "quality-text-missing"),
        ("description/cofog", "quality-cofog-unknown"),
        ("description/client_circle", "json-field-missing"),
    ];
    assert_eq!(told(&refused), pairs(&[&values[..], &publishing[..]].concat()));
    let words = i18n::Catalog::load().unwrap();
    for (_, key) in publishing {
        assert!(Locale::ALL.into_iter().all(|locale| words.has(locale, &format!("error-{key}"))), "{key}");
    }
    // A draft is told of its values, and that it has no name.
    let refused = keep(&db, &vsaa, ReceiveService { publish: false, ..input.clone() }).await.unwrap_err();
    let nameless = [("description/name", "service-text-missing")];
    assert_eq!(told(&refused), pairs(&[&values[..], &nameless[..]].concat()));
    // Who may not send is told nothing of it, and nothing was kept.
    let mut officer = contact(&db, "VSAA").await;
    officer.role = Role::Officer;
    assert_eq!(keep(&db, &officer, input).await.unwrap_err().kind(), ErrorKind::Forbidden);
    let tx = db.reading(&vsaa).await;
    assert_eq!(own_service_by_name(&tx, "all").await.unwrap_err().kind(), ErrorKind::NotFound);
    assert!(service(&tx, "1018").await.is_err());
}
