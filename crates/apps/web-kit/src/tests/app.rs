//! The layers around every route, through the front door.

use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Path};
use axum::response::{IntoResponse, Response};
use http::{Request, StatusCode};
use kernel::Error;
use test_support::TestDb;
use tower::ServiceExt;

use crate::{Access, Answer, AppState, Fields, RateLimit, Routes, Settings, Templates, Upload, Visit, app, templates};

async fn hello(visit: Visit) -> Answer {
    Ok(format!("hello in {}", visit.locale()).into_response())
}

async fn broken(_visit: Visit) -> Answer {
    Err(Error::internal("template").arg("secret", "inner detail").into())
}

async fn panics() -> Answer {
    panic!("on purpose")
}

async fn echo(Path(word): Path<String>, fields: Fields) -> Answer {
    Ok(format!("{word} {}", fields.text("x")).into_response())
}

async fn parts(Path(word): Path<String>, upload: Upload) -> Answer {
    Ok(format!("{word} {}", upload.fields.text("x")).into_response())
}

fn routes() -> Routes {
    Routes::new()
        .get("/", Access::Public, hello)
        .get("/mine", Access::Client, hello)
        .get("/broken", Access::Public, broken)
        .get("/panics", Access::Public, panics)
        .get("/echo", Access::Public, hello)
        .post("/echo/{word}", Access::Public, echo)
        .post_files("/send/{word}", Access::Public, 1, parts)
        .merge(Routes::plain().get("/demo/x", Access::DemoOnly, hello).get("/api/v1/mine", Access::Client, hello))
        .merge(crate::problem_pages())
}

pub(super) async fn program(settings: Settings) -> (Router, TestDb) {
    let db = TestDb::sqlite().await;
    let state = AppState::new(db.clone(), Templates::new(vec![templates()]).unwrap(), settings);
    (app(state, routes()).unwrap(), db)
}

pub(super) fn open() -> Settings {
    Settings { rate_limit: None, ..Settings::default() }
}

async fn get(router: &Router, uri: &str) -> (Response<()>, String) {
    send(router, Request::get(uri).header("accept", "text/html").body(Body::empty()).unwrap()).await
}

pub(super) async fn send(router: &Router, request: Request<Body>) -> (Response<()>, String) {
    let response = router.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, 10_000_000).await.unwrap();
    (Response::from_parts(parts, ()), String::from_utf8_lossy(&bytes).into_owned())
}

#[tokio::test]
async fn pages_exist_in_both_languages_and_the_root_leads_to_one() {
    let (router, _db) = program(open()).await;
    assert_eq!(get(&router, "/lv").await.1, "hello in lv");
    assert_eq!(get(&router, "/en").await.1, "hello in en");
    let (response, _) = get(&router, "/").await;
    assert_eq!((response.status(), response.headers()["location"].to_str().unwrap()), (StatusCode::SEE_OTHER, "/lv"));
    let english = Request::get("/").header("accept-language", "en-GB").body(Body::empty()).unwrap();
    assert_eq!(send(&router, english).await.0.headers()["location"], "/en");
}

#[tokio::test]
async fn a_slash_too_many_leads_to_the_address_without_it_and_never_to_another_host() {
    let (router, _db) = program(open()).await;
    for (asked, target) in [
        ("/lv/", "/lv"),
        ("/en/mine/", "/en/mine"),
        ("/lv/mine//?a=1&b=%2F", "/lv/mine?a=1&b=%2F"),
        ("/api/v1/mine/", "/api/v1/mine"),
    ] {
        let (response, _) = get(&router, asked).await;
        let location = response.headers().get("location").map(|value| value.to_str().unwrap());
        assert_eq!((response.status(), location), (StatusCode::PERMANENT_REDIRECT, Some(target)), "{asked}");
    }
    for asked in ["//evil.example/", "//evil.example//", "//", "/nothing/", "/lv/echo/x/", "//lv/"] {
        let (response, _) = get(&router, asked).await;
        assert_eq!((response.status(), response.headers().get("location")), (StatusCode::NOT_FOUND, None), "{asked}");
    }
    let sent = Request::post("/lv/mine/").header("sec-fetch-site", "same-origin").body(Body::empty()).unwrap();
    assert_eq!(send(&router, sent).await.0.status(), StatusCode::NOT_FOUND);
}

// req: POR-23, A11-05
#[tokio::test]
async fn the_address_of_a_page_without_its_language_leads_to_the_page_in_the_readers() {
    let (router, _db) = program(open()).await;
    for (language, asked, target) in [
        ("lv", "/mine", "/lv/mine"),
        ("en-GB, lv;q=0.5", "/mine?a=1&b=%2F", "/en/mine?a=1&b=%2F"),
        ("de", "/mine/", "/lv/mine"),
        ("en", "/broken", "/en/broken"),
    ] {
        let request = Request::get(asked).header("accept-language", language).body(Body::empty()).unwrap();
        let (response, body) = send(&router, request).await;
        assert_eq!(
            (response.status(), response.headers()["location"].to_str().unwrap()),
            (StatusCode::SEE_OTHER, target)
        );
        let varies = response.headers().get_all("vary").iter().map(|value| value.to_str().unwrap()).collect::<Vec<_>>();
        assert!(varies.join(",").contains("accept-language") && body.is_empty(), "{varies:?} {body}");
    }
    let head = Request::head("/mine").body(Body::empty()).unwrap();
    assert_eq!(send(&router, head).await.0.status(), StatusCode::SEE_OTHER);
    // Neither what is mounted as written, nor a form, nor a page below another language, nor another host.
    for asked in ["/v1/mine", "/api/mine", "/x", "/echo/x", "/de/mine", "//mine", "/lv/lv/mine", "/nothing"] {
        let (response, _) = get(&router, asked).await;
        assert_eq!((response.status(), response.headers().get("location")), (StatusCode::NOT_FOUND, None), "{asked}");
    }
    for asked in ["/mine", "/echo/x"] {
        let sent = Request::post(asked).header("sec-fetch-site", "same-origin").body(Body::empty()).unwrap();
        let (response, _) = send(&router, sent).await;
        assert_eq!((response.status(), response.headers().get("location")), (StatusCode::NOT_FOUND, None), "{asked}");
    }
}

// req: OPN-01
#[tokio::test]
async fn the_type_of_a_problem_leads_to_what_it_means_in_the_language_of_the_reader() {
    let (router, _db) = program(open()).await;
    for language in ["lv", "en"] {
        let asked = Request::get("/problems/bad-json").header("accept-language", language).body(Body::empty()).unwrap();
        let (response, _) = send(&router, asked).await;
        let target = format!("/{language}/problems/bad-json");
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
        assert_eq!(response.headers()["location"], target.as_str());
        let (response, page) = get(&router, &target).await;
        let words = if language == "lv" { "Ziņojuma saturs nav derīgs JSON." } else { "The body is not valid JSON." };
        assert!(response.status() == StatusCode::OK && page.contains(words), "{page}");
    }
    let (_, page) = get(&router, "/lv/problems/json-field-missing").await;
    assert!(page.contains("Trūkst lauka „…”") && !page.contains("{$"), "{page}");
    let (response, page) = get(&router, "/lv/problems/internal").await;
    assert!(response.status() == StatusCode::OK && page.contains("Mūsu pusē"), "{page}");
    for unknown in ["/problems/nobody-knows", "/en/problems/nobody-knows", "/lv/problems/..", "/lv/problems/Bad-json"] {
        assert_eq!(get(&router, unknown).await.0.status(), StatusCode::NOT_FOUND, "{unknown}");
    }
}

// req: POR-23
#[tokio::test]
async fn a_plain_address_leads_to_what_it_stands_for() {
    let addresses = [("e-konts.example.lv", "/{lang}/cases"), ("dev.example.lv", "/openapi.json")];
    let plain_addresses = addresses.map(|(host, path)| (host.to_owned(), path.to_owned())).to_vec();
    let (router, _db) =
        program(Settings { plain_addresses, base_url: "https://durvis.example.lv".to_owned(), ..open() }).await;
    for (host, target) in [
        ("e-konts.example.lv", "https://durvis.example.lv/lv/cases"),
        ("E-Konts.example.lv:443", "https://durvis.example.lv/lv/cases"),
        ("dev.example.lv", "https://durvis.example.lv/openapi.json"),
        ("durvis.example.lv", "/lv"),
        ("elsewhere.example", "/lv"),
    ] {
        let request = Request::get("/").header("host", host).body(Body::empty()).unwrap();
        let (response, _) = send(&router, request).await;
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
        assert_eq!(response.headers()["location"], target, "{host}");
    }
    let page = Request::get("/en").header("host", "dev.example.lv").body(Body::empty()).unwrap();
    assert_eq!(send(&router, page).await.1, "hello in en", "other pages stay where they are");
}

#[tokio::test]
async fn a_rule_sends_people_to_sign_in_and_gives_programs_a_problem() {
    let (router, _db) = program(open()).await;
    let (response, _) = get(&router, "/en/mine?a=1").await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    assert_eq!(response.headers()["location"], "/en/sign-in?return=%2Fen%2Fmine%3Fa%3D1");
    let (response, body) = get(&router, "/api/v1/mine").await;
    assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(response.headers()["content-type"], "application/problem+json");
    assert!(body.contains("\"key\":\"sign-in-needed\""), "{body}");
    assert!(body.contains("iekļuves zīme") && body.contains("/oauth/token") && !body.contains("lapa"), "{body}");
    let (_, page) = get(&router, "/lv/problems/sign-in-needed").await;
    assert!(page.contains("Authorization: Bearer"), "{page}");
}

#[tokio::test]
async fn errors_are_pages_that_tell_no_inner_detail() {
    let (router, _db) = program(open()).await;
    let (response, body) = get(&router, "/lv/nowhere").await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    assert!(body.contains("Lapa nav atrasta"), "{body}");
    for path in ["/en/broken", "/en/panics"] {
        let (response, body) = get(&router, path).await;
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let incident = response.headers()["x-request-id"].to_str().unwrap();
        assert!(body.contains("An error on our side") && body.contains(incident), "{path}: {body}");
        assert!(!body.contains("inner detail") && !body.contains("on purpose"));
    }
    let method = Request::post("/lv").header("accept", "text/html").body(Body::empty()).unwrap();
    let (response, told) = send(&router, method).await;
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert!(told.contains("Šādu darbību šī adrese nepieņem"), "{told}");
}

#[tokio::test]
async fn the_address_of_a_form_says_what_it_is_for_and_leads_to_the_page_above_it() {
    let (router, _db) = program(open()).await;
    for (address, above) in [("/lv/echo/x", "/lv/echo"), ("/lv/send/x?late=again", "/lv")] {
        let (response, body) = get(&router, address).await;
        assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED, "{address}");
        assert!(body.contains("Šī adrese tikai saņem aizpildītu veidlapu"), "{address}: {body}");
        assert!(body.contains(&format!("<a class=\"ds-button\" href=\"{above}\">Uz tuvāko lapu</a>")), "{body}");
    }
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let (router, _db) = program(open()).await;
    for path in ["/lv", "/lv/nowhere", "/en/panics", "/api/v1/mine", "/"] {
        let (response, _) = get(&router, path).await;
        let headers = response.headers();
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        for name in
            ["strict-transport-security", "x-content-type-options", "referrer-policy", "x-request-id", "cache-control"]
        {
            assert!(headers.contains_key(name), "{path} lacks {name}");
        }
    }
}

#[tokio::test]
async fn a_form_from_another_site_is_refused() {
    let (router, _db) = program(open()).await;
    let form = |origin: &str| {
        Request::post("/lv/echo/a")
            .header("host", "here.example")
            .header("origin", origin)
            .header("accept", "text/html")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from("x=1"))
            .unwrap()
    };
    let (response, body) = send(&router, form("https://elsewhere.example")).await;
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    assert!(body.contains("citas vietnes"), "{body}");
    assert_eq!(send(&router, form("http://here.example")).await.1, "a 1");
}

#[tokio::test]
async fn the_character_that_cannot_be_kept_ends_at_the_door() {
    let (router, _db) = program(open()).await;
    for (uri, status) in [
        ("/lv/%00", StatusCode::NOT_FOUND),
        ("/en/problems/%00", StatusCode::NOT_FOUND),
        ("/lv?x=a%00", StatusCode::UNPROCESSABLE_ENTITY),
        ("/lv?%00=1", StatusCode::UNPROCESSABLE_ENTITY),
        ("/lv?x=a%2500b", StatusCode::OK),
        // The rule of the route comes first.
        ("/lv/mine?q=%00", StatusCode::SEE_OTHER),
    ] {
        assert_eq!(get(&router, uri).await.0.status(), status, "{uri}");
    }
    let parts = "--b\r\ncontent-disposition: form-data; name=\"x\"\r\n\r\nno\0thing\r\n--b--\r\n";
    for (path, kind, sent) in [
        ("/lv/echo/a", "application/x-www-form-urlencoded", "x=no%00thing"),
        ("/lv/send/a", "application/x-www-form-urlencoded", "x=no%00thing"),
        ("/lv/send/a", "multipart/form-data; boundary=b", parts),
    ] {
        let form = Request::post(path).header("content-type", kind).body(Body::from(sent)).unwrap();
        assert_eq!(send(&router, form).await.1, "a nothing", "{path} {kind}: the rest is kept");
    }
    let form = Request::post("/lv/echo/a%00").header("accept", "text/html").body(Body::from("x=1")).unwrap();
    assert_eq!(send(&router, form).await.0.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_body_above_the_limit_is_refused_in_words() {
    let (router, _db) = program(open()).await;
    let large =
        Request::post("/lv/echo/a").header("accept", "text/html").body(Body::from("x".repeat(300_000))).unwrap();
    let (response, body) = send(&router, large).await;
    assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert!(body.contains("pārāk liels"), "{body}");
}

#[tokio::test]
async fn routes_of_the_demonstration_exist_only_there() {
    let (router, _db) = program(open()).await;
    assert_eq!(get(&router, "/demo/x").await.0.status(), StatusCode::NOT_FOUND);
    let (router, _db) = program(Settings { demo: true, ..open() }).await;
    assert_eq!(get(&router, "/demo/x").await.0.status(), StatusCode::OK);
}

/// A visit with these lines `X-Forwarded-For` over a connection from `peer`.
fn visit_from(lines: &[&str], peer: &str) -> Request<Body> {
    let peer: SocketAddr = peer.parse().unwrap();
    let visit = Request::get("/lv").header("accept", "text/html").extension(ConnectInfo(peer));
    lines.iter().fold(visit, |visit, line| visit.header("x-forwarded-for", *line)).body(Body::empty()).unwrap()
}

async fn limited(behind_proxy: bool) -> (Router, TestDb) {
    let limit = RateLimit { per_second: 1, burst: 3 };
    program(Settings { rate_limit: Some(limit), behind_proxy, ..open() }).await
}

/// Whether the last of five quick visits is refused.
async fn refused(router: &Router, visits: [Request<Body>; 5]) -> bool {
    let mut last = StatusCode::OK;
    for visit in visits {
        last = send(router, visit).await.0.status();
    }
    last == StatusCode::TOO_MANY_REQUESTS
}

#[tokio::test]
async fn too_many_requests_from_one_address_are_refused() {
    const PROXY: &str = "127.0.0.1:9000";
    let (router, _db) = limited(true).await;
    let from = |n: u8| [(); 5].map(|()| visit_from(&[&format!("10.0.0.{n}")], PROXY));
    assert!(refused(&router, from(1)).await);
    assert_eq!(send(&router, visit_from(&["10.0.0.2"], PROXY)).await.0.status(), StatusCode::OK);
    // What the client wrote itself stands before what the proxy added, in the same line or in one of its own.
    let same = [1, 2, 3, 4, 5].map(|n| visit_from(&[&format!("192.0.2.{n}, 10.0.0.3")], PROXY));
    assert!(refused(&router, same).await);
    let own = [1, 2, 3, 4, 5].map(|n| visit_from(&[&format!("192.0.2.{n}"), "10.0.0.4"], PROXY));
    assert!(refused(&router, own).await);
    let ports = [1, 2, 3, 4, 5].map(|n| visit_from(&[&format!("10.0.0.5:{n}")], PROXY));
    assert!(refused(&router, ports).await);
}

#[tokio::test]
async fn a_client_that_the_proxy_does_not_name_counts_with_the_proxy() {
    let (router, _db) = limited(true).await;
    let garbled = [&["unknown"] as &[&str], &[], &[""], &["10.0.0.1, _hidden"], &[]];
    assert!(refused(&router, garbled.map(|lines| visit_from(lines, "127.0.0.1:9000"))).await);
    assert_eq!(send(&router, visit_from(&[], "127.0.0.2:9000")).await.0.status(), StatusCode::OK);
    assert_eq!(send(&router, visit_from(&["10.0.0.1"], "127.0.0.1:9000")).await.0.status(), StatusCode::OK);
}

#[tokio::test]
async fn without_a_proxy_the_connection_counts_and_of_ipv6_its_network() {
    let (router, _db) = limited(false).await;
    let named = [1, 2, 3, 4, 5].map(|n| visit_from(&[&format!("10.0.0.{n}")], "192.0.2.1:4000"));
    assert!(refused(&router, named).await, "the header is not believed");
    let network = [1, 2, 3, 4, 5].map(|n| visit_from(&[], &format!("[2001:db8:0:1:{n}::1]:4000")));
    assert!(refused(&router, network).await);
    assert_eq!(send(&router, visit_from(&[], "[2001:db8:0:2::1]:4000")).await.0.status(), StatusCode::OK);
    let mapped = [1, 2, 3, 4, 5].map(|n| visit_from(&[], &format!("[::ffff:198.51.100.{n}]:4000")));
    assert!(!refused(&router, mapped).await, "IPv4 in the clothes of IPv6 is not one network");
}

#[tokio::test]
async fn assets_have_addresses_that_change_with_their_content() {
    let (router, _db) = program(open()).await;
    let address = crate::assets::address("app.css").unwrap();
    let (response, _) = get(&router, &address).await;
    assert_eq!(response.headers()["cache-control"], "public, max-age=31536000, immutable");
    let tag = response.headers()["etag"].clone();
    let again = Request::get(&address).header("if-none-match", tag).body(Body::empty()).unwrap();
    assert_eq!(send(&router, again).await.0.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(get(&router, "/assets/old/../../Cargo.toml").await.0.status(), StatusCode::NOT_FOUND);
}

#[test]
fn the_table_names_every_route_with_its_rule() {
    let table = routes().table();
    assert!(table.iter().any(|row| row.path == "/{lang}/mine" && row.access == Access::Client));
    assert!(table.iter().any(|row| row.path == "/demo/x" && row.access.describe() == "demo"));
}
