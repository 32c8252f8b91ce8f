//! `kill -9` under load: what was acknowledged is there, once, whatever the moment of the end.
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use kernel::{Ids as _, RandomIds};
use outbound::Client;
use serde_json::Value;
use test_support::TestPostgres;

use crate::support::{Process, apply, client, durvis, example, folder, number, stdout_of, token};

const KILLS: usize = 20;
const SENDERS: usize = 4;

/// What a sender knows after the end of the server: key → number when acknowledged, key → nothing when not.
type Known = BTreeMap<String, Option<String>>;

// req: REG-01, REG-02
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kill_under_load_loses_and_doubles_nothing_on_sqlite() {
    survives(None).await;
}

// req: REG-01, REG-02
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kill_under_load_loses_and_doubles_nothing_on_postgres() {
    let cluster = TestPostgres::start();
    survives(Some(&cluster.fresh_database())).await;
}

async fn survives(database: Option<&str>) {
    let folder = folder();
    let first = Process::demo(folder.path(), database).await;
    assert_eq!(first.terminate(), Some(0), "a first start ends in good order");
    let before = numbers(folder.path(), database).len();
    let mut known = Known::new();
    for _ in 0..KILLS {
        load_and_kill(folder.path(), database, &mut known).await;
    }
    // Whoever got no answer asks again with the same key, as a careful client does.
    let server = Process::demo(folder.path(), database).await;
    let client = client();
    let example = example(&client, &server.base).await;
    let token = token(&client, &server.base, &example.persona).await;
    let asked_again = known.values().filter(|number| number.is_none()).count();
    for (key, found) in &mut known {
        let answer = apply(&client, &server.base, &token, key, &example.body).await.expect("an answer");
        let number = number(&answer);
        assert!(found.as_ref().is_none_or(|known| *known == number), "key {key}: {found:?} became {number}");
        *found = Some(number);
    }
    assert_eq!(server.terminate(), Some(0));
    let there = numbers(folder.path(), database);
    let unique: BTreeSet<&String> = there.iter().collect();
    assert_eq!(unique.len(), there.len(), "a number was given twice");
    for (key, number) in &known {
        let number = number.as_ref().expect("answered");
        assert!(unique.contains(number), "{number} (key {key}) was acknowledged and is lost");
    }
    let distinct: BTreeSet<_> = known.values().collect();
    assert_eq!(distinct.len(), known.len(), "two applications share a number");
    assert_eq!(there.len() - before, known.len(), "an application was doubled");
    assert!(known.len() > KILLS && asked_again > 0, "too little load to prove anything: {} sent", known.len());
    let mut arguments = vec!["audit", "verify", "--data-dir", folder.path().to_str().expect("text")];
    arguments.extend(database.iter().flat_map(|url| ["--database", url]));
    assert!(stdout_of(&durvis(&arguments)).contains("every chain is whole"));
}

async fn load_and_kill(folder: &Path, database: Option<&str>, known: &mut Known) {
    let server = Process::demo(folder, database).await;
    let client = client();
    let example = example(&client, &server.base).await;
    let token = token(&client, &server.base, &example.persona).await;
    let job = Arc::new(Job { client, base: server.base.clone(), token, body: example.body });
    let senders: Vec<_> = (0..SENDERS).map(|_| tokio::spawn(send_until_dead(Arc::clone(&job)))).collect();
    let jitter = u64::from(RandomIds.secret()[0]) * 3;
    tokio::time::sleep(Duration::from_millis(150 + jitter)).await;
    server.kill();
    for sender in senders {
        known.extend(sender.await.expect("a sender"));
    }
}

struct Job {
    client: Client,
    base: String,
    token: String,
    body: Value,
}

/// Sends one application after the other until there is no answer.
async fn send_until_dead(job: Arc<Job>) -> Known {
    let mut known = Known::new();
    loop {
        let key = RandomIds.uuid().to_string();
        let answer = apply(&job.client, &job.base, &job.token, &key, &job.body).await;
        let acknowledged = answer.as_ref().ok().map(number);
        known.insert(key, acknowledged);
        if answer.is_err() {
            return known;
        }
    }
}

/// The numbers of all cases, read from the stopped database.
fn numbers(folder: &Path, database: Option<&str>) -> Vec<String> {
    let mut arguments = vec!["export", "cases", "--format", "jsonl", "--data-dir", folder.to_str().expect("text")];
    arguments.extend(database.iter().flat_map(|url| ["--database", url]));
    let lines = stdout_of(&durvis(&arguments));
    lines
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON")["number"].as_str().expect("a number").to_owned())
        .collect()
}
