//! The link checker: what it calls, what it says, and how that reaches the scores.

use super::{checked, read};
use crate::link_check::{Outcome, judged};
use crate::store::quality::rows::links::Model;
use crate::tests::{contact, db, institution, pilot};
use crate::{
    LINK_SPREAD_TIMER, LinkChecker, LinkState, PublishService, holder_quality, publish, service_quality, spread_link,
};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::Caller;
use outbound::{Lookup, PublicClient, PublicSettings, Resolver};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use storage::Database;
use test_support::TestDb;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use uuid::Uuid;

/// A server that stands for every public site: answers with a status that can be changed, and counts calls.
struct Site {
    checker: LinkChecker,
    status: Arc<Mutex<&'static str>>,
    calls: Arc<Mutex<Vec<String>>>,
}

#[derive(Debug)]
struct AllNames(SocketAddr);

impl Resolver for AllNames {
    fn lookup(&self, host: String) -> Lookup {
        let site = self.0;
        // One name leads into the private network.
        let address = if host == "inside.example.lv" { "10.0.0.7:0".parse().unwrap() } else { site };
        Box::pin(async move { Ok(vec![address]) })
    }
}

async fn site() -> Site {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let status = Arc::new(Mutex::new("200 OK"));
    let calls = Arc::new(Mutex::new(Vec::new()));
    let (told, noted) = (Arc::clone(&status), Arc::clone(&calls));
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut head = [0; 4096];
            let length = stream.read(&mut head).await.unwrap_or_default();
            let text = String::from_utf8_lossy(&head[..length]).into_owned();
            noted.lock().unwrap().push(text.lines().next().unwrap_or_default().to_owned());
            let answer = format!("HTTP/1.1 {}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n", told.lock().unwrap());
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    });
    let client = PublicClient::new(PublicSettings {
        timeout: Duration::from_secs(2),
        resolver: Arc::new(AllNames(address)),
        exceptions: vec![address],
        ..PublicSettings::default()
    });
    let checker = LinkChecker::new(client.unwrap()).with_rest(Duration::ZERO);
    Site { checker, status, calls }
}

impl Site {
    async fn check_all(&self, db: &Database) -> usize {
        let mut count = 0;
        loop {
            match self.checker.pass(db).await.unwrap() {
                0 => return count,
                more => count += more,
            }
        }
    }
}

/// VSAA's childbirth benefit with links that the site of the test serves over plain HTTP.
async fn linked(db: &TestDb, link: &str) {
    with_sign_in(db, link, None).await;
}

/// The same with the start of a sign-in on its electronic channel.
async fn with_sign_in(db: &TestDb, link: &str, sign_in: Option<&str>) {
    let dace = contact(db, "VSAA").await;
    let before = pilot(db, "P.11").await;
    let mut description = (*before.description).clone();
    description.documents[0].link = Some(link.to_owned());
    description.channels[0].sign_in = sign_in.map(str::to_owned);
    // Links of the pilot services use TLS, which the site of the test does not speak.
    description.legal_basis.iter_mut().for_each(|act| act.link = None);
    description.providers.iter_mut().for_each(|provider| provider.contact.website = None);
    let mut tx = db.writing(&dace).await;
    publish(&mut tx, PublishService::now(before.code.clone(), before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    read(db).await;
}

/// What the timer does.
async fn spread(db: &TestDb) -> usize {
    let mut fired = 0;
    loop {
        let mut tx = db.writing(&Caller::engine()).await;
        let Some(timer) = tx.claim_timer(&[LINK_SPREAD_TIMER]).await.unwrap() else { return fired };
        tx.cancel_timer(&timer.kind, timer.subject).await.unwrap();
        spread_link(&mut tx, timer.subject).await.unwrap();
        tx.commit().await.unwrap();
        fired += 1;
    }
}

async fn is_found(db: &TestDb) -> bool {
    let tx = db.reading(&contact(db, "VSAA").await).await;
    let found = service_quality(&tx, "1007").await.unwrap();
    let links: Vec<_> = found.findings.iter().filter(|finding| finding.rule == "link-dead").collect();
    assert_eq!(found.dead_links as usize, links.len());
    links.iter().any(|finding| finding.path == "documents/0/link")
}

/// A link dies on three different days, the service hears of it, and it comes back to life.
pub async fn die(db: &TestDb) {
    let site = site().await;
    linked(db, "http://veidlapas.example.lv/pabalsts").await;
    *site.status.lock().unwrap() = "404 Not Found";
    for day in 1..=3 {
        site.check_all(db).await;
        spread(db).await;
        assert_eq!(is_found(db).await, day == 3, "day {day}");
        db.test_clock().advance(TimeDelta::days(3));
    }
    assert!(checked(db).await.is_equal());
    *site.status.lock().unwrap() = "200 OK";
    db.test_clock().advance(TimeDelta::days(8));
    assert!(site.check_all(db).await > 0);
    spread(db).await;
    assert!(!is_found(db).await);
}

// req: CAT-18
#[tokio::test]
async fn a_link_is_dead_after_failures_on_three_days_and_the_score_says_so() {
    let db = db().await;
    read(&db).await;
    let vsaa = institution(&db, "VSAA").await;
    die(&db).await;
    let tx = db.reading(&contact(&db, "VSAA").await).await;
    assert!(holder_quality(&tx, vsaa).await.unwrap().services > 0);
}

// req: CAT-18
#[tokio::test]
async fn a_working_link_is_called_once_a_week() {
    let db = db().await;
    let site = site().await;
    linked(&db, "http://veidlapas.example.lv/pabalsts").await;
    site.check_all(&db).await;
    let called = |site: &Site| site.calls.lock().unwrap().iter().filter(|line| line.contains("/pabalsts")).count();
    assert_eq!(called(&site), 1);
    db.test_clock().advance(TimeDelta::days(6));
    site.check_all(&db).await;
    assert_eq!(called(&site), 1);
    db.test_clock().advance(TimeDelta::days(2));
    site.check_all(&db).await;
    assert_eq!(called(&site), 2);
    assert!(!is_found(&db).await);
}

// req: CAT-18
#[tokio::test]
async fn only_the_start_of_a_sign_in_may_miss_something_in_its_address() {
    let db = db().await;
    let site = site().await;
    *site.status.lock().unwrap() = "400 Bad Request";
    let (form, start) = ("http://veidlapas.example.lv/pabalsts", "http://e.example.lv/sakt");
    with_sign_in(&db, form, Some(start)).await;
    for _ in 1..=3 {
        assert!(site.check_all(&db).await > 0);
        spread(&db).await;
        db.test_clock().advance(TimeDelta::days(3));
    }
    assert!(is_found(&db).await);
    let dead = async || {
        let tx = db.reading(&contact(&db, "VSAA").await).await;
        let found = service_quality(&tx, "1007").await.unwrap().findings;
        let paths = found.into_iter().filter(|finding| finding.rule == "link-dead").map(|finding| finding.path);
        paths.collect::<BTreeSet<_>>()
    };
    assert_eq!(dead().await, BTreeSet::from(["documents/0/link".to_owned()]));
    // The same address behind a document would lead people to that answer.
    with_sign_in(&db, start, Some(start)).await;
    for _ in 1..=3 {
        db.test_clock().advance(TimeDelta::days(8));
        site.check_all(&db).await;
        spread(&db).await;
    }
    assert_eq!(dead().await, ["channels/0/sign_in", "documents/0/link"].map(str::to_owned).into());
}

// req: CAT-18
#[tokio::test]
async fn private_addresses_are_never_called_and_found_at_once() {
    let db = db().await;
    let site = site().await;
    linked(&db, "http://inside.example.lv/").await;
    site.check_all(&db).await;
    spread(&db).await;
    assert!(site.calls.lock().unwrap().iter().all(|line| !line.contains("inside")));
    assert!(is_found(&db).await);
}

// req: CAT-18
#[tokio::test]
async fn what_nobody_names_any_more_is_forgotten_and_not_called() {
    let db = db().await;
    let site = site().await;
    linked(&db, "http://veidlapas.example.lv/old").await;
    linked(&db, "http://veidlapas.example.lv/new").await;
    site.check_all(&db).await;
    let calls = site.calls.lock().unwrap().clone();
    assert!(calls.iter().any(|line| line.contains("/new")) && !calls.iter().any(|line| line.contains("/old")));
}

fn link(failures: i32, failed_on: Option<&str>) -> Model {
    Model {
        id: Uuid::from_u128(0),
        url: "https://example.lv".into(),
        state: LinkState::New.as_str().into(),
        last_status: None,
        checked_at: None,
        failures,
        failed_on: failed_on.map(|day| day.parse().unwrap()),
        next_check_at: now(),
        spread_after: None,
    }
}

fn now() -> DateTime<Utc> {
    "2026-11-23T10:00:00Z".parse().unwrap()
}

// req: CAT-18
#[test]
fn several_failures_of_one_day_count_as_one() {
    for (before, failed_on, state, failures, days) in [
        (0, None, LinkState::Failing, 1, 1),
        (1, Some("2026-11-23"), LinkState::Failing, 1, 1),
        (1, Some("2026-11-22"), LinkState::Failing, 2, 2),
        (2, Some("2026-11-22"), LinkState::Dead, 3, 7),
        (3, Some("2026-11-16"), LinkState::Dead, 3, 7),
    ] {
        let checked = judged(&link(before, failed_on), Outcome::Unreachable, now());
        assert_eq!((checked.state, checked.failures), (state, failures));
        assert_eq!(checked.next, now() + TimeDelta::days(days));
    }
}

// req: CAT-18
#[test]
fn sites_that_turn_programs_away_are_there() {
    for (outcome, state) in [
        (Outcome::Status(200), LinkState::Alive),
        (Outcome::Status(204), LinkState::Alive),
        (Outcome::SignInStart, LinkState::Alive),
        (Outcome::Status(400), LinkState::Dead),
        (Outcome::Status(401), LinkState::Alive),
        (Outcome::Status(403), LinkState::Alive),
        (Outcome::Status(429), LinkState::Alive),
        (Outcome::Status(404), LinkState::Dead),
        (Outcome::Status(410), LinkState::Dead),
        (Outcome::Status(503), LinkState::Dead),
        (Outcome::Refused, LinkState::Refused),
    ] {
        assert_eq!(judged(&link(2, Some("2026-11-20")), outcome, now()).state, state, "{outcome:?}");
    }
}

proptest! {
    #[test]
    fn every_check_is_followed_by_another_within_eight_days(
        failures in 0..9_i32, status in 100..600_u16, kind in 0..3_u8, id: u128,
    ) {
        let outcome = [Outcome::Status(status), Outcome::Unreachable, Outcome::Refused][usize::from(kind)];
        let checked = judged(&Model { id: Uuid::from_u128(id), ..link(failures, None) }, outcome, now());
        prop_assert!(checked.next > now() && checked.next < now() + TimeDelta::days(8));
        prop_assert!((0..=3).contains(&checked.failures));
        prop_assert!(checked.state != LinkState::New);
    }
}
