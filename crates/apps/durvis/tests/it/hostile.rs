//! What no honest client sends, and what a visitor of a demonstration may break.
use durvis::Mode;
use serde_json::json;
use test_support::TestPostgres;

use crate::browser::{Body, House, Visitor, fields};
use crate::support::folder;

/// Addresses with a NUL, who asks for them, and the answer.
const ADDRESSES: [(&str, &str, u16); 6] = [
    ("anonymous", "/lv/services/%00", 404),
    ("anonymous", "/api/v1/services/a%00b", 404),
    ("anonymous", "/api/v1/life-situations/%00", 404),
    ("contact", "/lv/work/services/a%00b/changes", 404),
    ("officer", "/lv/work/desk?service=a%00b", 422),
    ("officer", "/lv/work/indicators?service=%00", 422),
];

async fn a_nul_is_refused_or_left_out(database: Option<&str>) {
    let changes: Vec<(&'static str, &str)> = database.iter().map(|url| ("database.url", *url)).collect();
    let house = House::open(folder(), &changes, Mode::Demo { with: None }).await;
    let people = [Visitor::default(), house.persona("contact").await, house.persona("officer").await];
    for (key, path, status) in ADDRESSES {
        let who = people.iter().find(|who| who.key == key).unwrap_or(&people[0]);
        let answer = house.ask(who, "GET", path, Body::None).await;
        assert_eq!(answer.status, status, "{path} as {key}: {}", answer.body);
    }
    let officer = &people[2];
    let told = json!({ "service": "1007", "channel": "phone", "outcome": "answered", "note": "Zvanīja\u{0} vecāks." });
    let taken = house.ask(officer, "POST", "/api/v1/consultations", Body::Json(told)).await;
    assert_eq!(taken.status, 422, "{}", taken.body);
    assert!(taken.body.contains("/note"), "it says where: {}", taken.body);
    let typed = [
        ("consulted", "phone"),
        ("consultation-service", "1007"),
        ("result", "answered"),
        ("note", "Zvanīja\0 vecāks."),
    ];
    let kept = house.ask(officer, "POST", "/lv/work/consultations", Body::Form(fields(&typed))).await;
    assert_eq!(kept.status, 303, "{}", kept.body);
    house.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_nul_is_refused_or_left_out_on_sqlite() {
    a_nul_is_refused_or_left_out(None).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_nul_is_refused_or_left_out_on_postgres() {
    let cluster = TestPostgres::start();
    a_nul_is_refused_or_left_out(Some(&cluster.fresh_database())).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_of_too_many_values_is_refused_before_it_is_read() {
    let house = House::demo().await;
    let anna = house.persona("resident").await;
    let answers = |values: usize| json!({ "service": "1007", "answers": { "x": vec![0; values] } });
    for (values, status, key) in [(60_000, 413, "body-values"), (40_000, 422, "answers")] {
        let answer = house.ask(&anna, "POST", "/api/v1/cases", Body::Json(answers(values))).await;
        assert_eq!((answer.status, answer.json()["key"].as_str()), (status, Some(key)), "{values}");
    }
    house.close().await;
}

// req: AUT-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_sign_in_ends_the_session_that_the_browser_had() {
    let house = House::demo().await;
    let (before, elsewhere) = (house.persona("resident").await, house.persona("resident").await);
    assert_eq!(house.ask(&before, "GET", "/lv/cases", Body::None).await.status, 200);
    let anew = house.ask(&before, "GET", "/demo/sign-in/resident2", Body::None).await;
    assert!(anew.status == 303 && anew.header("set-cookie").starts_with("durvis="), "{}", anew.status);
    let copied = house.ask(&before, "GET", "/lv/cases", Body::None).await;
    assert!(copied.asks_to_sign_in(), "the token that the browser forgot opens nothing: {}", copied.status);
    let other = house.ask(&elsewhere, "GET", "/lv/cases", Body::None).await;
    assert_eq!(other.status, 200, "another browser goes on");
    house.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_demonstration_starts_again_when_somebody_took_a_role_away() {
    let house = House::demo().await;
    let caller = async |key: &str| house.persona(key).await.caller.expect("a caller");
    let (contact, administrator) = (caller("contact").await, caller("administrator").await);
    let mut tx = house.running.database().write(&administrator).await.expect("a write");
    let person = contact.person.expect("a person");
    let held = institutions::memberships_of(&tx, person).await.expect("the roles");
    for membership in held.into_iter().filter(|one| Some(one.institution) == administrator.institution) {
        institutions::revoke_membership(&mut tx, membership.id).await.expect("an end");
    }
    tx.commit().await.expect("kept");
    let house = house.again(&[], Mode::Demo { with: None }).await;
    let refused = house.ask(&Visitor::default(), "GET", "/demo/sign-in/contact", Body::None).await;
    assert_eq!(refused.status, 403, "the role stays taken away: {}", refused.body);
    assert_eq!(house.persona("officer").await.key, "officer", "all others go on");
    house.close().await;
}
