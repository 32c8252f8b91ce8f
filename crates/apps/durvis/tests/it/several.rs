//! Several processes on one PostgreSQL database: each number is given once, a token of one is good at the other, a key
//! that is sent to both makes one case, and readers of the log have one turn for each event.
use std::collections::BTreeSet;
use std::time::Duration;

use test_support::TestPostgres;

use crate::support::{Process, apply, client, durvis, example, folder, number, stdout_of, token};

/// Applications sent to each of the servers.
const EACH: usize = 40;
/// Readers of the log have had their turn after this long.
const READERS_REST: Duration = Duration::from_secs(2);

// req: REG-01, REG-02, AUD-02
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_share_one_postgres_database() {
    let cluster = TestPostgres::start();
    let database = cluster.fresh_database();
    let folders = [folder(), folder()];
    let one = Process::demo(folders[0].path(), Some(&database)).await;
    let two = Process::demo(folders[1].path(), Some(&database)).await;
    let client = client();
    let example = example(&client, &one.base).await;
    let token = token(&client, &one.base, &example.persona).await;
    let send = async |base: &str, key: String| {
        let answer = apply(&client, base, &token, &key, &example.body).await;
        number(&answer.expect("both know the token"))
    };
    let mut numbers = BTreeSet::new();
    for turn in 0..EACH {
        let (own, other) = (format!("one-{turn}"), format!("two-{turn}"));
        let (first, second) = tokio::join!(send(&one.base, own.clone()), send(&two.base, other));
        assert_eq!(send(&two.base, own).await, first, "the same key at the other server is the same case");
        numbers.extend([first, second]);
    }
    assert_eq!(numbers.len(), 2 * EACH, "a number was given twice");
    tokio::time::sleep(READERS_REST).await;
    assert_eq!((one.terminate(), two.terminate()), (Some(0), Some(0)), "both end in good order");

    let place = folders[0].path().to_str().expect("text");
    let command =
        |words: &[&str]| stdout_of(&durvis(&[words, &["--data-dir", place, "--database", &database]].concat()));
    assert!(command(&["audit", "verify"]).contains("every chain is whole"));
    let counted = command(&["rebuild", "indicators", "--check"]);
    assert!(counted.contains("equal a recomputation"), "{counted}");
}
