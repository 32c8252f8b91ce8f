//! The main job through the front door, on both databases: apply, see, withdraw; the probe; what the interface promises.
use std::path::Path;

use kernel::{ErrorKind, Ids as _, RandomIds};
use outbound::{Call, Client};
use serde_json::Value;
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
    let browsed = stdout_of(&durvis(&[&["rebuild", "categories", "--check"], &place[..]].concat()));
    assert!(browsed.contains("the categories equal what the descriptions say"), "{browsed}");
    // The server may have ended before everything was judged.
    durvis(&[&["rebuild", "quality"], &place[..]].concat());
    let judged = stdout_of(&durvis(&[&["rebuild", "quality", "--check"], &place[..]].concat()));
    assert!(judged.contains("equal a recomputation"), "{judged}");
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
