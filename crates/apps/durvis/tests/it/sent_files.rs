//! Files that come with a request through the interface: the same checks as in the browser, and they can be fetched again.
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::browser::{Body, House, Visitor};

/// A small real PDF, enough for the check of the content.
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// The application of the interface's own description that brings a file along.
fn application() -> Value {
    let document = api::document().expect("a document");
    let body = &document["paths"]["/api/v1/cases"]["post"]["requestBody"]["content"]["application/json"];
    body["x-examples"]["with_file"]["value"].clone()
}

fn file(name: &str, content: &[u8]) -> Value {
    json!({ "field": "birth_certificate", "name": name, "content": STANDARD.encode(content) })
}

/// How many cases somebody has.
async fn count(house: &House, who: &Visitor) -> usize {
    let list = house.ask(who, "GET", "/api/v1/cases?limit=100", Body::None).await.json();
    list["items"].as_array().expect("a list").len()
}

// req: EFR-03, OPN-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_brings_its_files_and_they_can_be_fetched_again() {
    let house = House::demo().await;
    let (anna, janis, system) =
        (house.persona("resident").await, house.persona("resident2").await, house.system().await);
    let mut body = application();
    body["files"] = json!([file("apliecība.pdf", PDF)]);
    let first = house.send_case(&anna, "with-file", &body).await;
    assert_eq!(first.status, 201, "{}", first.body);
    let again = house.send_case(&anna, "with-file", &body).await;
    assert_eq!((again.status, &again.json()["number"]), (200, &first.json()["number"]));
    body["files"] = json!([file("apliecība.txt", b"cita")]);
    assert_eq!(house.send_case(&anna, "with-file", &body).await.status, 409, "another file is another request");

    let path = first.header("location").to_owned();
    let case = house.ask(&anna, "GET", &path, Body::None).await.json();
    let kept = &case["files"][0];
    assert_eq!((&kept["field"], &kept["name"]), (&json!("birth_certificate"), &json!("apliecība.pdf")));
    assert_eq!(case["answers"]["birth_certificate"], json!([kept["id"]]), "the answer names it: {case}");
    let file = format!("{path}/documents/{}", kept["id"].as_str().expect("an id"));
    for who in [&anna, &system] {
        let fetched = house.ask(who, "GET", &file, Body::None).await;
        assert_eq!((fetched.status, fetched.header("content-type")), (200, "application/pdf"), "{}", who.key);
        assert_eq!(fetched.body.as_bytes(), PDF);
    }
    for path in [file.clone(), format!("{path}/documents/nothing")] {
        assert_eq!(house.ask(&janis, "GET", &path, Body::None).await.status, 404, "{path}");
    }
    house.close().await;
}

// req: EFR-03
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_is_not_what_it_seems_is_refused_with_its_place_and_nothing_is_kept() {
    let house = House::demo().await;
    let anna = house.persona("resident").await;
    let before = count(&house, &anna).await;
    let good = file("apliecība.pdf", PDF);
    let elsewhere = json!({ "field": "email", "name": "a.pdf", "content": STANDARD.encode(PDF) });
    let nowhere = json!({ "name": "a.pdf", "content": STANDARD.encode(PDF) });
    let broken = json!({ "field": "birth_certificate", "name": "a.pdf", "content": "%%%" });
    let large = vec![b'a'; (10 << 20) + 1];
    for (files, wanted) in [
        (vec![good.clone(), file("a.pdf", b"MZ\x90")], vec![("/files/1", "file-content")]),
        (vec![file("a.exe", PDF), broken], vec![("/files/0", "file-type"), ("/files/1/content", "file-base64")]),
        (vec![file("a.pdf", b"")], vec![("/files/0", "file-empty")]),
        (vec![file("a.txt", &large)], vec![("/files/0", "file-too-large")]),
        (vec![elsewhere], vec![("/files/0/field", "file-field-unknown")]),
        (vec![nowhere], vec![("/files/0/field", "json-field-missing")]),
        (vec![good.clone(); 6], vec![("/answers/birth_certificate", "field-too-many")]),
        (Vec::new(), vec![("/answers/birth_certificate", "field-required")]),
    ] {
        let mut body = application();
        body["files"] = json!(files);
        let refused = house.send_case(&anna, "wrong", &body).await;
        assert_eq!(refused.status, 422, "{wanted:?}: {}", refused.body);
        let found = refused.faults();
        let found: Vec<_> = found.iter().map(|(pointer, key)| (pointer.as_str(), key.as_str())).collect();
        assert_eq!(found, wanted);
    }
    let mut written = application();
    written["answers"]["birth_certificate"] = json!(["apliecība.pdf"]);
    let refused = house.send_case(&anna, "wrong", &written).await;
    assert_eq!(refused.faults(), [("/answers/birth_certificate".to_owned(), "file-among-answers".to_owned())]);
    assert_eq!(count(&house, &anna).await, before);
    house.close().await;
}

// req: CEN-01, INF-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_system_sends_the_scan_of_a_request_on_paper() {
    let house = House::demo().await;
    let system = house.system().await;
    let service = house.pilots().await["P.09"].clone();
    let scan = json!({ "name": "iesniegums.pdf", "content": STANDARD.encode(PDF) });
    let mut letter = json!({ "service": service, "channel": "post", "files": [scan] });
    let nobodys = house.send_case(&system, "scan", &letter).await;
    assert_eq!(nobodys.faults(), [("/files/0".to_owned(), "case-has-no-client".to_owned())]);
    letter["client"] = json!({ "kind": "person", "personal_code": "328000-00014", "family_name": "Bērziņa" });
    let kept = house.send_case(&system, "scan", &letter).await;
    assert_eq!(kept.status, 201, "{}", kept.body);
    let case = house.ask(&system, "GET", kept.header("location"), Body::None).await.json();
    assert_eq!((&case["files"][0]["field"], &case["files"][0]["name"]), (&json!("request"), &json!("iesniegums.pdf")));
    letter["files"] = json!([scan, { "field": "request", "name": "a.pdf", "content": STANDARD.encode(PDF) }]);
    let elsewhere = house.send_case(&system, "scans", &letter).await;
    assert_eq!(elsewhere.faults(), [("/files/1/field".to_owned(), "file-field-unknown".to_owned())]);
    letter["files"] = json!([scan, scan]);
    let two = house.send_case(&system, "scans", &letter).await;
    assert_eq!(two.faults(), [("/files/1".to_owned(), "file-too-many".to_owned())]);
    house.close().await;
}

// req: REG-06, INF-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_system_reports_a_decision_with_its_file_and_the_client_gets_it_with_the_result() {
    let house = House::demo().await;
    let (anna, system) = (house.persona("resident").await, house.system().await);
    let case = house.send_case(&anna, "decided", &application()).await.header("location").to_owned();
    let events = format!("{case}/events");
    let decision = |name: &str| {
        let file = json!({ "name": name, "content": STANDARD.encode(PDF) });
        json!({ "kind": "case.decided", "outcome": "granted", "text": "Piešķirts.", "file": file })
    };
    let refused = house.ask(&system, "POST", &events, Body::Json(decision("lēmums.exe"))).await;
    assert_eq!(refused.faults(), [("/file".to_owned(), "file-type".to_owned())]);
    let kept = house.ask(&system, "POST", &events, Body::Json(decision("lēmums.pdf"))).await;
    assert_eq!(kept.status, 201, "{}", kept.body);
    let seen = house.ask(&system, "GET", &case, Body::None).await.json();
    let id = seen["decision"]["document"].as_str().expect("the file of the decision").to_owned();
    let file = format!("{case}/documents/{id}");
    assert_eq!(house.ask(&anna, "GET", &file, Body::None).await.status, 404, "not delivered yet");
    let delivered = json!({ "kind": "case.delivered", "channel": "electronic" });
    assert_eq!(house.ask(&system, "POST", &events, Body::Json(delivered)).await.status, 201);
    assert_eq!(house.ask(&anna, "GET", &file, Body::None).await.body.as_bytes(), PDF);
    let seen = house.ask(&anna, "GET", &case, Body::None).await.json();
    assert_eq!((&seen["state"], &seen["must_act"]), (&json!("delivered"), &json!("done")), "nobody has to act");
    house.close().await;
}
