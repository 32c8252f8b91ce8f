//! The main job through the front door, on both databases: apply, see, withdraw; the probe; what the interface promises.
use std::collections::BTreeMap;
use std::path::Path;

use kernel::{ErrorKind, Ids as _, RandomIds};
use outbound::{Call, Client};
use serde_json::{Value, json};
use test_support::TestPostgres;

use crate::support::{Process, apply, client, durvis, example, folder, number, stdout_of, token};

async fn get(client: &Client, base: &str, path: &str, token: &str) -> kernel::Result<Value> {
    let call = Call::get(format!("{base}{path}"), "(test)").header("authorization", &format!("Bearer {token}"))?;
    client.json(call).await
}

async fn main_job(folder: &Path, database: Option<&str>) {
    let server = Process::demo(folder, database).await;
    let (client, base) = (client(), server.base.clone());
    let example = example(&client, &base).await;
    let owner = token(&client, &base, &example.persona).await;
    let key = RandomIds.uuid().to_string();

    let first = apply(&client, &base, &owner, &key, &example.body).await.expect("acknowledged");
    assert_eq!(first.status.as_u16(), 201);
    let number = number(&first);
    let again = apply(&client, &base, &owner, &key, &example.body).await.expect("the same answer");
    assert_eq!(crate::support::number(&again), number, "the same key is the same case");
    let second = apply(&client, &base, &owner, &RandomIds.uuid().to_string(), &example.body).await.expect("another");
    assert_ne!(crate::support::number(&second), number, "another key is another case");

    let path = format!("/api/v1/cases/{}", number.replace(' ', "-"));
    let own = get(&client, &base, &path, &owner).await.expect("the owner sees it");
    assert_eq!(own["state"], "submitted");
    let officer = token(&client, &base, "officer").await;
    get(&client, &base, &path, &officer).await.expect("the officer sees it");
    let stranger = token(&client, &base, "resident2").await;
    let foreign = get(&client, &base, &path, &stranger).await.expect_err("a stranger does not");
    let missing = get(&client, &base, "/api/v1/cases/9999-1", &stranger).await.expect_err("nobody does");
    assert_eq!((foreign.kind(), missing.kind()), (ErrorKind::NotFound, ErrorKind::NotFound), "both look alike");

    let events = get(&client, &base, &format!("{path}/events"), &owner).await.expect("the history");
    assert!(!events["items"].as_array().expect("a list").is_empty());
    let output = durvis(&["probe", &base]);
    let told = stdout_of(&output);
    assert!(told.contains("client withdraws") && told.contains("everything worked"), "{told}");
    assert_eq!(server.terminate(), Some(0));

    let mut place = vec!["--data-dir", folder.to_str().expect("text")];
    place.extend(database.iter().flat_map(|url| ["--database", url]));
    let verified = stdout_of(&durvis(&[&["audit", "verify"], &place[..]].concat()));
    assert!(verified.contains("every chain is whole"), "{verified}");
    let exported = stdout_of(&durvis(&[&["export", "events", "--format", "jsonl"], &place[..]].concat()));
    for kind in ["case.submitted", "case.withdrawn", "access.viewed"] {
        assert!(exported.contains(&format!("\"{kind}\"")), "no {kind} in the log");
    }
    assert!(!exported.contains("Bērziņa") && !exported.contains("328000-"), "no personal data in the log");
    let counted = stdout_of(&durvis(&[&["rebuild", "indicators", "--check"], &place[..]].concat()));
    assert!(counted.contains("equal a recomputation"), "{counted}");
}

// req: REG-01, REG-02, CAT-03, CSS-02, AUD-01, INT-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_main_job_works_through_the_front_door_on_sqlite() {
    main_job(folder().path(), None).await;
}

// req: REG-01, REG-02, CAT-03, CSS-02, AUD-01, INT-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_main_job_works_through_the_front_door_on_postgres() {
    let cluster = TestPostgres::start();
    main_job(folder().path(), Some(&cluster.fresh_database())).await;
}

/// Every request body of the document has an example, and the example works on a fresh demonstration for the persona
/// that is named beside it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_example_of_the_interface_works_on_a_fresh_demonstration() {
    let folder = folder();
    let server = Process::demo(folder.path(), None).await;
    let (client, base) = (client(), server.base.clone());
    let document: Value =
        client.json(Call::get(format!("{base}/openapi.json"), "/openapi.json")).await.expect("a document");
    assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")), "OpenAPI 3.1");
    let paths: BTreeMap<String, Value> = serde_json::from_value(document["paths"].clone()).expect("paths");
    let mut bodies = 0;
    for (path, operations) in paths {
        for (method, operation) in operations.as_object().expect("operations") {
            for (media, content) in operation["requestBody"]["content"].as_object().into_iter().flatten() {
                bodies += 1;
                let place = format!("{method} {path} {media}");
                let persona = operation["x-persona"].as_str().or(content["x-persona"].as_str());
                let example = if content["example"].is_null() {
                    &content["examples"]["default"]["value"]
                } else {
                    &content["example"]
                };
                assert!(!example.is_null(), "{place} has no example");
                send(&client, &base, &path, media, example, persona, operation)
                    .await
                    .unwrap_or_else(|e| panic!("{place}: {e}"));
            }
        }
    }
    assert!(bodies >= 4, "only {bodies} bodies in the document");
    server.terminate();
}

/// Sends an example; a place in the path is filled with the example of its parameter, or with a case made for it.
async fn send(
    client: &Client,
    base: &str,
    path: &str,
    media: &str,
    body: &Value,
    persona: Option<&str>,
    operation: &Value,
) -> kernel::Result<()> {
    let path = if path.contains("{number}") {
        path.replace("{number}", &case_for(client, base, operation).await?)
    } else {
        path.to_owned()
    };
    let sent = if media == "application/json" {
        body.to_string().into_bytes()
    } else {
        let fields = body.as_object().cloned().unwrap_or_default();
        let pairs: Vec<String> =
            fields.iter().map(|(k, v)| format!("{k}={}", v.as_str().unwrap_or_default())).collect();
        pairs.join("&").replace(' ', "+").into_bytes()
    };
    let mut call = Call::new(axum::http::Method::POST, format!("{base}{path}"), "(example)")
        .header("content-type", media)?
        .header("idempotency-key", &RandomIds.uuid().to_string())?
        .body(sent);
    // A system brings its own credentials.
    if let Some(persona) = persona.filter(|persona| *persona != "system") {
        call = call.header("authorization", &format!("Bearer {}", token(client, base, persona).await))?;
    }
    client.send(call).await.map(drop)
}

async fn case_for(client: &Client, base: &str, _operation: &Value) -> kernel::Result<String> {
    let example = example(client, base).await;
    let owner = token(client, base, &example.persona).await;
    let answer = apply(client, base, &owner, &RandomIds.uuid().to_string(), &example.body).await?;
    Ok(number(&answer).replace(' ', "-"))
}

/// Wrong input is told field by field, in the language that was asked for, as RFC 9457 says.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn wrong_input_is_a_problem_document_in_the_language_of_the_reader() {
    let folder = folder();
    let server = Process::demo(folder.path(), None).await;
    let (client, base) = (client(), server.base.clone());
    let owner = token(&client, &base, "resident").await;
    let mut titles = Vec::new();
    for language in ["lv", "en"] {
        let request = axum::http::Request::builder()
            .method("POST")
            .uri(format!("{base}/api/v1/cases"))
            .header("authorization", format!("Bearer {owner}"))
            .header("content-type", "application/json")
            .header("accept-language", language)
            .body(json!({ "service": "9999", "answers": {} }).to_string().into_bytes())
            .expect("a request");
        let answer = client.execute(request).await.expect("an answer");
        assert!([404, 422].contains(&answer.status().as_u16()), "{}", answer.status());
        let media = answer.headers()["content-type"].to_str().expect("text").to_owned();
        assert!(media.starts_with("application/problem+json"), "{media}");
        let problem: Value = serde_json::from_slice(answer.body()).expect("JSON");
        assert_eq!(problem["status"], answer.status().as_u16());
        titles.push(problem["title"].as_str().expect("a title").to_owned());
    }
    assert_ne!(titles[0], titles[1], "each reader gets their own language");
    server.terminate();
}
