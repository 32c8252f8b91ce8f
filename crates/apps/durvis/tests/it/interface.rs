//! What the interface gives of a case: to whom, and how often.
use axum::http::Request;
use serde_json::json;

use crate::browser::{Body, House, Visitor};
use crate::things::{Far, Office, World};

/// Anna's personal code, whole and masked.
const CODE: [&str; 2] = ["328000-00014", "32••••-•••14"];

/// Asks for a case with what the asker has already.
async fn known(house: &House, who: &Visitor, path: &str, tag: &str) -> (u16, String, String) {
    let request = Request::get(format!("{}{path}", house.base))
        .header("authorization", format!("Bearer {}", who.token.as_deref().expect("a token")))
        .header("if-none-match", tag);
    let answer = house.send(request.body(Vec::new()).expect("a request")).await;
    (answer.status, answer.header("etag").to_owned(), answer.body)
}

/// How often an official has handled a case of Anna's, as she sees it.
async fn views(house: &House, anna: &Visitor) -> usize {
    house.ask(anna, "GET", "/lv/views", Body::None).await.body.matches("Iesnieguma izskatīšana").count()
}

// req: OPN-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_wrong_with_a_report_stands_at_its_place_in_the_body() {
    let world = World::new(House::demo().await).await;
    let case = world.case("resident", Office::Vsaa, Far::Taken).await;
    let path = format!("/api/v1/cases/{}/events", case.id);
    for (who, body, wanted) in [
        ("resident", json!({ "kind": "case.complaint_filed", "text": " " }), vec!["/text"]),
        ("resident", json!({ "kind": "case.rated", "rating": 300 }), vec!["/rating"]),
        ("system", json!({ "kind": "case.decided", "outcome": "maybe", "text": "" }), vec!["/outcome", "/text"]),
        ("system", json!({ "kind": "case.delivered", "channel": "pigeon" }), vec!["/channel"]),
        ("system", json!({ "kind": "case.stage_reported", "stage": "X", "at": "vakar" }), vec!["/at"]),
        ("system", json!({ "kind": "case.stage_reported", "stage": "328000-00014" }), vec!["/stage"]),
        ("system", json!({ "kind": "case.stage_reported", "stage": "a\u{0}b" }), vec!["/stage"]),
        ("system", json!(["case.stage_reported", "a list is no event"]), vec![""]),
        (
            "system",
            json!({ "kind": "case.decided", "outcome": "granted", "text": "Jā", "file": ["a", "YQ=="] }),
            vec!["/file"],
        ),
        ("system", json!({ "kind": "case.decided", "outcome": "granted", "file": {} }), vec!["/file/name"]),
        (
            "system",
            json!({ "kind": "case.decided", "outcome": "granted", "text": "Jā", "file": { "name": "a", "data": "YQ==" } }),
            vec!["/file/data"],
        ),
        ("system", json!({ "kind": "case.accepted", "file": {} }), vec!["/file"]),
    ] {
        let refused = world.house.ask(world.who(who), "POST", &path, Body::Json(body)).await;
        let problem = refused.json();
        let errors = problem["errors"].as_array().expect("places");
        let places: Vec<&str> = errors.iter().filter_map(|one| one["pointer"].as_str()).collect();
        assert_eq!((refused.status, places), (422, wanted), "{problem}");
    }
    let unknown = world.house.ask(world.who("resident"), "GET", "/api/v1/services?channel=pigeon", Body::None).await;
    assert_eq!((unknown.status, &unknown.json()["errors"][0]["pointer"]), (422, &json!("/channel")));
    world.house.close().await;
}

// req: PRF-03, AUD-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn staff_get_personal_codes_masked_and_each_reading_is_on_the_record() {
    let world = World::new(House::demo().await).await;
    let (house, anna, officer) = (&world.house, world.who("resident"), world.who("officer"));
    let case = world.case("resident", Office::Vsaa, Far::Taken).await;
    let path = format!("/api/v1/cases/{}", case.id);
    let own = house.ask(anna, "GET", &path, Body::None).await;
    assert!(own.status == 200 && own.body.contains(CODE[0]), "her own code, whole: {}", own.body);
    let before = views(house, anna).await;
    let seen = house.ask(officer, "GET", &path, Body::None).await;
    assert!(seen.status == 200 && seen.body.contains(CODE[1]) && !seen.body.contains(CODE[0]), "{}", seen.body);
    assert_eq!(views(house, anna).await, before + 1);

    let tag = seen.header("etag").to_owned();
    for who in [officer, anna] {
        assert_eq!(known(house, who, &path, &tag).await, (304, tag.clone(), String::new()));
        assert_eq!(known(house, who, &path, "\"999\"").await.0, 200);
    }
    assert_eq!(views(house, anna).await, before + 3, "that nothing has changed is a reading as well");
    world.house.close().await;
}

// req: OPN-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_and_characters_that_there_are_not_are_told_at_their_places() {
    let house = House::demo().await;
    let specialist = house.persona("specialist").await;
    let advice = |note: &str, outcome: &str| {
        Body::Json(json!({ "service": "1007", "channel": "phone", "outcome": outcome, "note": note }))
    };
    for (body, place) in [(advice("", "nope"), "/outcome"), (advice("a\u{0}b", "answered"), "/note")] {
        let refused = house.ask(&specialist, "POST", "/api/v1/consultations", body).await;
        assert_eq!((refused.status, &refused.json()["errors"][0]["pointer"]), (422, &json!(place)), "{}", refused.body);
    }
    for (path, status) in [
        ("/api/v1/services/%00", 404),
        ("/lv/services/%00", 404),
        ("/api/v1/services?q=a%00b", 422),
        ("/api/v1/services?after=00", 422),
        ("/api/v1/services/10%307", 200),
    ] {
        let answer = house.ask(&Visitor::default(), "GET", path, Body::None).await;
        assert_eq!(answer.status, status, "{path}: {}", answer.body);
    }
    for (query, place) in [("from=2026-13", "/from"), ("to=2999-12", "/to")] {
        let path = format!("/api/v1/indicators/services?{query}");
        let refused = house.ask(&Visitor::default(), "GET", &path, Body::None).await;
        assert_eq!((refused.status, &refused.json()["errors"][0]["pointer"]), (422, &json!(place)), "{}", refused.body);
    }
    let request = Request::post(format!("{}/api/v1/consultations", house.base))
        .header("authorization", format!("Bearer {}", specialist.token.as_deref().expect("a token")))
        .header("content-type", "Application/JSON; charset=utf-8");
    let body = json!({ "service": "1007", "channel": "phone", "outcome": "answered" }).to_string().into_bytes();
    assert_eq!(house.send(request.body(body).expect("a request")).await.status, 201);
    house.close().await;
}
