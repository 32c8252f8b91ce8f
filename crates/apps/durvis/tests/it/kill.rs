//! `kill -9` under load: what was acknowledged is there, once, whatever the moment of the end.
//!
//! The moments follow from a seed, which a failure prints; `KILL_SEED=…` repeats them.
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use kernel::{Ids as _, RandomIds};
use outbound::{Call, Client};
use serde_json::Value;
use test_support::TestPostgres;

use crate::support::{Process, apply, client, durvis, example, folder, number, stdout_of, token};

/// How often the server is killed under load; every fifth time once more while it starts again.
const KILLS: u64 = 20;
const SENDERS: usize = 4;
/// A server that was killed answers again within this time.
const READY_WITHIN: Duration = Duration::from_secs(5);
/// All of it, on one database.
const AT_MOST: Duration = Duration::from_secs(200);
/// Readers of the log have had their turn after this long.
const READERS_REST: Duration = Duration::from_secs(2);

// req: REG-01, REG-02, AUD-02
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kill_under_load_loses_and_doubles_nothing_on_sqlite() {
    survives(None).await;
}

// req: REG-01, REG-02, AUD-02
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kill_under_load_loses_and_doubles_nothing_on_postgres() {
    let cluster = TestPostgres::start();
    survives(Some(&cluster.fresh_database())).await;
}

async fn survives(database: Option<&str>) {
    let mut moments = Moments::new();
    let folder = folder();
    let place = Place { folder: folder.path(), database, slowest: Cell::default() };
    let work = async {
        // The first start makes the tables and the demonstration; how long that takes is no matter here.
        let first = Process::demo(place.folder, place.database).await;
        assert_eq!(first.terminate(), Some(0), "ends in good order");
        let before = place.numbers();
        let model = Arc::new(Model::default());
        for round in 1..=KILLS {
            load_and_kill(&place, &model, &mut moments).await;
            if round % 5 == 0 {
                kill_while_starting(&place, &mut moments).await;
            }
        }
        model.holds_before_asking_again(&place, &before);
        let asked_again = model.unanswered().len();
        ask_again(&place, &model).await;
        model.holds_at_the_end(&place, &before);
        assert!(model.keys() > 5 * KILLS as usize && asked_again > 0, "too little load: {} sent", model.keys());
        let slowest = place.slowest.get();
        eprintln!("{} applications, {asked_again} unanswered at the end, ready in {slowest:?} or less", model.keys());
    };
    tokio::time::timeout(AT_MOST, work).await.expect("done in time");
}

/// When to kill: splitmix64 over a seed that a failing test prints.
struct Moments {
    seed: u64,
    state: u64,
}

impl Moments {
    fn new() -> Self {
        let given = std::env::var("KILL_SEED").ok().map(|seed| seed.parse().expect("a number"));
        let seed =
            given.unwrap_or_else(|| RandomIds.secret()[..7].iter().fold(0, |seed, byte| seed << 8 | u64::from(*byte)));
        Self { seed, state: seed }
    }

    /// The next number below `end`.
    fn below(&mut self, end: u64) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % end
    }
}

impl Drop for Moments {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("to repeat the moments: KILL_SEED={}", self.seed);
        }
    }
}

/// The data that outlive every server.
struct Place<'a> {
    folder: &'a Path,
    database: Option<&'a str>,
    /// The longest start so far.
    slowest: Cell<Duration>,
}

impl Place<'_> {
    async fn start(&self) -> Process {
        let server = Process::demo(self.folder, self.database).await;
        assert!(server.ready_after <= READY_WITHIN, "ready only after {:?}", server.ready_after);
        self.slowest.set(self.slowest.get().max(server.ready_after));
        server
    }

    fn command(&self, words: &[&str]) -> String {
        let mut arguments = words.to_vec();
        arguments.extend(["--data-dir", self.folder.to_str().expect("text")]);
        arguments.extend(self.database.iter().flat_map(|url| ["--database", url]));
        stdout_of(&durvis(&arguments))
    }

    fn exported(&self, what: &str) -> Vec<Value> {
        let lines = self.command(&["export", what, "--format", "jsonl"]);
        lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }

    /// The numbers of all cases, read without a server; none is there twice, and each has one first event.
    fn numbers(&self) -> BTreeSet<String> {
        let cases = self.exported("cases");
        let text = |value: &Value| value.as_str().expect("a number").to_owned();
        let numbers: BTreeSet<String> = cases.iter().map(|case| text(&case["number"])).collect();
        assert_eq!(numbers.len(), cases.len(), "a number was given twice");
        let events = self.exported("events");
        let first = events.iter().filter(|event| event["kind"] == "case.submitted");
        let mut submitted: Vec<String> = first.map(|event| text(&event["data"]["number"])).collect();
        submitted.sort();
        assert!(submitted.iter().eq(&numbers), "cases and their first events differ");
        numbers
    }
}

/// What careful clients know: for every key that was ever sent, the number it was acknowledged with, if it was.
#[derive(Default)]
struct Model(Mutex<BTreeMap<String, Option<String>>>);

impl Model {
    fn sent(&self, key: &str) {
        self.0.lock().expect("a model").entry(key.to_owned()).or_default();
    }

    fn acknowledged(&self, key: &str, number: String) {
        let mut known = self.0.lock().expect("a model");
        let before = known.insert(key.to_owned(), Some(number.clone())).flatten();
        assert!(before.as_ref().is_none_or(|before| *before == number), "key {key}: {before:?}, then {number}");
    }

    fn keys(&self) -> usize {
        self.0.lock().expect("a model").len()
    }

    fn answers(&self) -> usize {
        self.0.lock().expect("a model").values().flatten().count()
    }

    fn unanswered(&self) -> Vec<String> {
        let known = self.0.lock().expect("a model");
        known.iter().filter(|(_, number)| number.is_none()).map(|(key, _)| key.clone()).collect()
    }

    fn numbers(&self) -> BTreeSet<String> {
        let known = self.0.lock().expect("a model");
        let answered: Vec<&String> = known.values().flatten().collect();
        let distinct: BTreeSet<String> = answered.iter().map(|number| (*number).clone()).collect();
        assert_eq!(distinct.len(), answered.len(), "two applications share a number");
        distinct
    }

    /// Everything acknowledged is there; what was not answered is there at most once.
    fn holds_before_asking_again(&self, place: &Place<'_>, before: &BTreeSet<String>) {
        let there: BTreeSet<String> = place.numbers().difference(before).cloned().collect();
        let acknowledged = self.numbers();
        let lost: Vec<&String> = acknowledged.difference(&there).collect();
        assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
        let extra = there.len() - acknowledged.len();
        let unanswered = self.unanswered().len();
        assert!(extra <= unanswered, "{extra} cases that nobody was told of, from {unanswered} unanswered requests");
        assert!(place.command(&["audit", "verify"]).contains("every chain is whole"));
    }

    /// Every key has one case and there is no other case; chains and counts are whole.
    fn holds_at_the_end(&self, place: &Place<'_>, before: &BTreeSet<String>) {
        assert_eq!(self.unanswered(), Vec::<String>::new());
        let there: BTreeSet<String> = place.numbers().difference(before).cloned().collect();
        let acknowledged = self.numbers();
        assert_eq!(there, acknowledged, "what is there is not what was acknowledged");
        assert_eq!(acknowledged.len(), self.keys());
        assert!(place.command(&["audit", "verify"]).contains("every chain is whole"));
        let counted = place.command(&["rebuild", "indicators", "--check"]);
        assert!(counted.contains("equal a recomputation"), "{counted}");
    }
}

/// Clients of one running server.
struct Job {
    client: Client,
    base: String,
    token: String,
    body: Value,
}

impl Job {
    async fn with(server: &Process) -> Arc<Self> {
        let client = client();
        let example = example(&client, &server.base).await;
        let token = token(&client, &server.base, &example.persona).await;
        Arc::new(Self { client, base: server.base.clone(), token, body: example.body })
    }

    /// Sends one application, notes what is answered, and says whether it was answered.
    async fn send(&self, key: &str, model: &Model) -> bool {
        model.sent(key);
        match apply(&self.client, &self.base, &self.token, key, &self.body).await {
            Ok(answer) => {
                model.acknowledged(key, number(&answer));
                true
            }
            Err(error) => {
                assert_eq!(error.key(), "outbound-unreachable", "only a dead server refuses: {error}");
                false
            }
        }
    }
}

async fn load_and_kill(place: &Place<'_>, model: &Arc<Model>, moments: &mut Moments) {
    let server = place.start().await;
    let job = Job::with(&server).await;
    let mut waiting: Vec<Vec<String>> = vec![Vec::new(); SENDERS];
    for (index, key) in model.unanswered().into_iter().enumerate() {
        waiting[index % SENDERS].push(key);
    }
    let senders: Vec<_> = waiting
        .into_iter()
        .map(|again| tokio::spawn(send_until_dead(Arc::clone(&job), Arc::clone(model), again)))
        .collect();
    // A moment of the work, not of the clock: a slow machine is killed in the middle of work too.
    let enough = model.answers() + moments.below(30) as usize;
    while model.answers() < enough && senders.iter().any(|sender| !sender.is_finished()) {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    tokio::time::sleep(Duration::from_micros(moments.below(20_000))).await;
    server.kill();
    for sender in senders {
        sender.await.expect("a sender");
    }
}

/// Repeats what had no answer, then sends one new application after the other until there is no answer.
async fn send_until_dead(job: Arc<Job>, model: Arc<Model>, again: Vec<String>) {
    for key in again {
        if !job.send(&key, &model).await {
            return;
        }
    }
    while job.send(&RandomIds.uuid().to_string(), &model).await {}
}

async fn kill_while_starting(place: &Place<'_>, moments: &mut Moments) {
    let server = Process::begin(place.folder, place.database);
    tokio::time::sleep(Duration::from_millis(moments.below(600))).await;
    server.kill();
}

/// Sends every key once more, as a careful client does that got no answer, or lost it: the same cases come back. The
/// same key with other content is refused.
async fn ask_again(place: &Place<'_>, model: &Arc<Model>) {
    let server = place.start().await;
    let job = Job::with(&server).await;
    let unanswered = model.unanswered();
    let begun = Instant::now();
    let keys: Vec<String> = model.0.lock().expect("a model").keys().cloned().collect();
    for key in &keys {
        assert!(job.send(key, model).await, "no answer from a server that nobody killed");
    }
    eprintln!("{} keys asked again in {:?}", keys.len(), begun.elapsed());
    for key in unanswered {
        let number = model.0.lock().expect("a model")[&key].clone().expect("answered");
        let path = format!("{}/api/v1/cases/{}", job.base, number.replace(' ', "-"));
        let call = Call::get(path, "/api/v1/cases/{number}");
        let call = call.header("authorization", &format!("Bearer {}", job.token)).expect("a header");
        let case: Value = job.client.json(call).await.expect("the case");
        assert_eq!(case["answers"], job.body["answers"], "{number} is there with all its answers");
    }
    let mut other = job.body.clone();
    other["service"] = Value::from("9999");
    let reused = apply(&job.client, &job.base, &job.token, &keys[0], &other).await.expect_err("other content");
    assert!(reused.to_string().contains("409"), "{reused}");
    tokio::time::sleep(READERS_REST).await;
    assert_eq!(server.terminate(), Some(0), "ends in good order");
}
