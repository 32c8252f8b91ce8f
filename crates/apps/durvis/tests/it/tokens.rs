//! The door for tokens as client libraries of OAuth 2 know it (RFC 6749).
use std::time::{Duration, Instant};

use axum::http::Request;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use durvis::Mode;
use identity::{DEMO_CLIENT as ID, DEMO_CLIENT_SECRET as SECRET};
use serde_json::json;

use crate::browser::{Body, House, Page};

const FORM: &str = "application/x-www-form-urlencoded";

async fn ask(house: &House, authorization: Option<&str>, kind: &str, body: &str) -> Page {
    let mut request = Request::post(format!("{}/oauth/token", house.base)).header("content-type", kind);
    if let Some(value) = authorization {
        request = request.header("authorization", value);
    }
    house.send(request.body(body.as_bytes().to_vec()).expect("a request")).await
}

fn basic(id: &str, secret: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{id}:{secret}")))
}

// req: INT-02
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_system_says_who_it_is_by_http_basic_or_in_the_body() {
    let house = House::demo().await;
    let good = basic(ID, SECRET);
    let encoded = basic(&ID.replace('-', "%2D"), &SECRET.replace('-', "%2d"));
    let lower = good.replace("Basic", "basic");
    let grant = "grant_type=client_credentials";
    let in_body = format!("{grant}&client_id={ID}&client_secret={SECRET}");
    let named = format!("{grant}&client_id={ID}");
    let ways = [
        (Some(&good), grant),
        (Some(&good), named.as_str()),
        (Some(&encoded), grant),
        (Some(&lower), grant),
        (None, in_body.as_str()),
    ];
    for (authorization, body) in ways {
        let answer = ask(&house, authorization.map(String::as_str), FORM, body).await;
        assert_eq!(answer.status, 200, "{authorization:?} {body}: {}", answer.body);
        assert_eq!(
            (answer.json()["token_type"].clone(), answer.header("cache-control")),
            (json!("Bearer"), "no-store")
        );
    }
    let token =
        ask(&house, Some(&good), FORM, grant).await.json()["access_token"].as_str().expect("a token").to_owned();
    for scheme in ["Bearer", "bearer", "BEARER"] {
        let request = Request::get(format!("{}/api/v1/cases", house.base));
        let request = request.header("authorization", format!("{scheme} {token}"));
        let answer = house.send(request.body(Vec::new()).expect("a request")).await;
        assert_eq!(answer.status, 200, "{scheme}: {}", answer.body);
    }
    house.close().await;
}

// req: INT-02
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refusal_has_the_shape_that_the_standard_prescribes() {
    let house = House::demo().await;
    let (good, wrong, other) = (basic(ID, SECRET), basic(ID, "x"), basic("nobody", SECRET));
    let grant = "grant_type=client_credentials";
    let secret = format!("{grant}&client_secret={SECRET}");
    let named = format!("{grant}&client_id={ID}");
    let in_body = format!("{named}&client_secret={SECRET}");
    let in_body_wrong = format!("{named}&client_secret=x");
    let elsewhere = format!("{grant}&client_id=another");
    let scope = format!("{grant}&scope=everything");
    let twice = format!("{grant}&{grant}");
    let json = json!({ "grant_type": "client_credentials" }).to_string();
    let table: &[(Option<&str>, &str, &str, u16, &str)] = &[
        (Some(&wrong), FORM, grant, 401, "invalid_client"),
        (Some(&other), FORM, grant, 401, "invalid_client"),
        (Some("Basic ???"), FORM, grant, 401, "invalid_client"),
        (Some("Basic"), FORM, grant, 401, "invalid_client"),
        (Some("Digest x"), FORM, &in_body, 401, "invalid_client"),
        (None, FORM, grant, 401, "invalid_client"),
        (None, FORM, &in_body_wrong, 401, "invalid_client"),
        (None, FORM, &named, 400, "invalid_request"),
        (None, FORM, &secret, 400, "invalid_request"),
        (Some(&good), FORM, &in_body, 400, "invalid_request"),
        (Some(&good), FORM, &secret, 400, "invalid_request"),
        (Some(&good), FORM, &elsewhere, 400, "invalid_request"),
        (Some(&good), FORM, "", 400, "invalid_request"),
        (Some(&good), FORM, "grant_type=", 400, "invalid_request"),
        (Some(&good), FORM, &twice, 400, "invalid_request"),
        (Some(&good), "application/json", &json, 400, "invalid_request"),
        (Some(&good), FORM, "grant_type=password", 400, "unsupported_grant_type"),
        (Some(&good), FORM, &scope, 400, "invalid_scope"),
    ];
    for &(authorization, kind, body, status, error) in table {
        let answer = ask(&house, authorization, kind, body).await;
        let what = format!("{authorization:?} {body}: {}", answer.body);
        assert_eq!((answer.status, answer.json()), (status, json!({ "error": error })), "{what}");
        let challenge = answer.header("www-authenticate");
        assert_eq!(challenge.starts_with("Basic "), status == 401, "{what}");
        assert_eq!(answer.header("cache-control"), "no-store", "{what}");
    }
    // Elsewhere only tokens count.
    let request = Request::get(format!("{}/api/v1/cases", house.base)).header("authorization", &good);
    let answer = house.send(request.body(Vec::new()).expect("a request")).await;
    assert_eq!((answer.status, answer.header("www-authenticate")), (401, "Bearer"), "{}", answer.body);
    house.close().await;
}

// req: INT-02
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_secret_of_the_demonstration_opens_nothing_where_its_data_are_served() {
    let house = House::demo().await;
    let body = format!("grant_type=client_credentials&client_id={ID}&client_secret={SECRET}");
    assert_eq!(ask(&house, None, FORM, &body).await.status, 200);
    let house = house.again(&[], Mode::Serve).await;
    for (authorization, body) in [(None, body.as_str()), (Some(basic(ID, SECRET)), "grant_type=client_credentials")] {
        let refused = ask(&house, authorization.as_deref(), FORM, body).await;
        assert_eq!((refused.status, refused.json()), (401, json!({ "error": "invalid_client" })), "{body}");
    }
    house.close().await;
}

// req: AUT-01, INT-02
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sessions_and_tokens_of_a_demonstration_open_nothing_where_its_data_are_served() {
    let house = House::demo().await;
    let (resident, platform, system) =
        (house.persona("resident").await, house.persona("platform").await, house.system().await);
    let pages = [(&resident, "/lv/cases"), (&resident, "/lv/profile"), (&platform, "/lv/work/institutions")];
    for (who, path) in pages {
        assert_eq!(house.ask(who, "GET", path, Body::None).await.status, 200, "{} {path}", who.key);
    }
    for who in [&resident, &system] {
        assert_eq!(house.ask(who, "GET", "/api/v1/cases", Body::None).await.status, 200, "{}", who.key);
    }
    let house = house.again(&[], Mode::Serve).await;
    for (who, path) in pages {
        let page = house.ask(who, "GET", path, Body::None).await;
        assert!(page.asks_to_sign_in(), "{} {path}: {}", who.key, page.status);
    }
    for who in [&resident, &platform, &system] {
        let refused = house.ask(who, "GET", "/api/v1/cases", Body::None).await;
        assert_eq!((refused.status, refused.json()["key"].clone()), (401, json!("bad-token")), "{}", who.key);
    }
    house.close().await;
}

// req: INT-02
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_system_without_the_scope_reads_figures_as_everybody_does() {
    let house = House::demo().await;
    let token = async |scope: &str| {
        let body = format!("grant_type=client_credentials&client_id={ID}&client_secret={SECRET}&scope={scope}");
        ask(&house, None, FORM, &body).await.json()["access_token"].as_str().expect("a token").to_owned()
    };
    let reads_hidden = async |token: &str| {
        let request = Request::get(format!("{}/api/v1/indicators/services", house.base));
        let request = request.header("authorization", format!("Bearer {token}"));
        let answer = house.send(request.body(Vec::new()).expect("a request")).await.json();
        answer["items"].as_array().expect("a list").iter().any(|item| item["suppressed"] == false)
    };
    let (with, without) = (token("indicators:read").await, token("cases:read").await);
    let begun = Instant::now();
    while !reads_hidden(&with).await {
        assert!(begun.elapsed() < Duration::from_secs(20), "nothing was counted");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(!reads_hidden(&without).await);
    house.close().await;
}
