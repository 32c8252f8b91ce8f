//! Sessions and the security mark of forms, with real sessions in a database.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::response::IntoResponse;
use http::{Request, StatusCode};
use identity::{Identified, PersonalCode, ProfileChoice, SignIn};
use kernel::{Assurance, Caller};
use serde::Deserialize;
use test_support::TestDb;
use tower::ServiceExt;

use crate::{Access, Answer, AppState, Fields, Form, Routes, Settings, Templates, Upload, Visit, app, templates};

#[derive(Deserialize)]
struct Input {
    #[serde(default)]
    word: String,
}

async fn save(_visit: Visit, Form(input): Form<Input>) -> Answer {
    Ok(input.word.into_response())
}

async fn upload(_visit: Visit, upload: Upload) -> Answer {
    let file = upload.file("paper").map(|file| (file.name.clone(), file.content.len(), file.too_large));
    Ok(format!("{} {file:?}", upload.fields.text("word")).into_response())
}

async fn mine(visit: Visit) -> Answer {
    Ok(visit.visitor().session.as_ref().map(|session| session.display_name.clone()).unwrap_or_default().into_response())
}

async fn lasts(visit: Visit) -> Answer {
    Ok(format!("{:?}", visit.visitor().ends).into_response())
}

async fn known(visit: Visit) -> Answer {
    Ok(format!("{} {}", visit.visitor().stale, visit.visitor().lapsed.is_some()).into_response())
}

async fn keep(visit: Visit, fields: Fields) -> Answer {
    let visit = if visit.is_late() { visit.before_the_end(&fields)? } else { visit };
    let name = visit.visitor().session.as_ref().map(|session| session.display_name.clone()).unwrap_or_default();
    visit.back_to(&format!("/{}-for-{}", fields.text("word"), name.split(' ').next().unwrap_or_default()), "kept")
}

struct Program {
    router: Router,
    db: TestDb,
    token: String,
    mark: String,
}

async fn program() -> Program {
    let db = TestDb::sqlite().await;
    let mut tx = db.writing(&Caller::engine()).await;
    let told = Identified {
        codes: vec![PersonalCode::parse("320000-00002").unwrap()],
        given_name: "Anna".to_owned(),
        family_name: "Bērziņa".to_owned(),
        birth_date: None,
        email: None,
    };
    let person = identity::recognise(&mut tx, &told).await.unwrap();
    let input = SignIn { person, profile: ProfileChoice::Myself, assurance: Assurance::High };
    let token = identity::sign_in_by(&mut tx, input, "https://login.example.lv").await.unwrap().reveal().to_owned();
    let mark = identity::session_by_token(&tx, &token).await.unwrap().unwrap().csrf;
    tx.commit().await.unwrap();
    let settings = Settings { rate_limit: None, upload_limit: 1000, ..Settings::default() };
    let state = AppState::new(db.clone(), Templates::new(vec![templates()]).unwrap(), settings);
    let routes = Routes::new()
        .get("/mine", Access::Client, mine)
        .get("/lasts", Access::Client, lasts)
        .get("/known", Access::Public, known)
        .post("/known", Access::Public, known)
        .post("/keep", Access::ClientToKeep, keep)
        .post("/save", Access::Client, save)
        .post_files("/upload", Access::Client, 1, upload)
        .post_up_to("/table", Access::Client, 100_000, upload)
        .merge(Routes::plain().get("/plain", Access::SignedIn, lasts));
    Program { router: app(state, routes).unwrap(), db, token, mark }
}

async fn send(program: &Program, request: Request<Body>) -> (StatusCode, String, http::HeaderMap) {
    let response = program.router.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, 10_000_000).await.unwrap();
    (parts.status, String::from_utf8_lossy(&bytes).into_owned(), parts.headers)
}

fn page(program: &Program, path: &str) -> Request<Body> {
    let request = Request::get(path).header("accept", "text/html");
    request.header("cookie", format!("__Host-durvis={}", program.token)).body(Body::empty()).unwrap()
}

fn form(program: &Program, body: String) -> Request<Body> {
    Request::post("/lv/save")
        .header("accept", "text/html")
        .header("cookie", format!("__Host-durvis={}", program.token))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap()
}

/// A form with a file of this size in front of its other fields.
fn with_file(program: &Program, path: &str, size: usize, mark: &str) -> Request<Body> {
    let part =
        |name: &str, value: &str| format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    let body = format!(
        "--b\r\ncontent-disposition: form-data; name=\"paper\"; filename=\"a.pdf\"\r\n\r\n{}\r\n{}{}--b--\r\n",
        "x".repeat(size),
        part("word", "kept"),
        part("csrf", mark),
    );
    Request::post(path)
        .header("accept", "text/html")
        .header("cookie", format!("__Host-durvis={}", program.token))
        .header("content-type", "multipart/form-data; boundary=b")
        .body(Body::from(body))
        .unwrap()
}

#[tokio::test]
async fn a_session_opens_the_page_and_the_answer_is_not_kept() {
    let program = program().await;
    let request = Request::get("/lv/mine")
        .header("cookie", format!("__Host-durvis={}", program.token))
        .body(Body::empty())
        .unwrap();
    let (status, body, headers) = send(&program, request).await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, "Anna Bērziņa"));
    assert_eq!(headers["cache-control"], "no-store");
}

#[tokio::test]
async fn a_session_ends_after_a_while_without_requests() {
    let program = program().await;
    program.db.test_clock().advance(chrono::TimeDelta::minutes(16));
    let mut request = form(&program, format!("word=&csrf={}", program.mark));
    request.headers_mut().insert("host", "here.example".parse().unwrap());
    request.headers_mut().insert("referer", "https://here.example/lv/mine?a=1".parse().unwrap());
    let (status, _, headers) = send(&program, request).await;
    assert_eq!(
        (status, headers["location"].to_str().unwrap()),
        (StatusCode::SEE_OTHER, "/lv/sign-in?return=%2Flv%2Fmine%3Fa%3D1&ended=unsent")
    );
    let (status, _, headers) = send(&program, page(&program, "/lv/mine")).await;
    let told = headers["location"].to_str().unwrap();
    assert_eq!((status, told), (StatusCode::SEE_OTHER, "/lv/sign-in?return=%2Flv%2Fmine&ended=yes"));
    // The script learns the same as a status.
    let mut request = page(&program, "/plain");
    request.headers_mut().insert("accept", "application/json".parse().unwrap());
    assert_eq!(send(&program, request).await.0, StatusCode::UNAUTHORIZED);
}

// req: A11-01
#[tokio::test]
async fn a_page_knows_how_long_its_session_lasts() {
    let program = program().await;
    let lasts = async || send(&program, page(&program, "/lv/lasts")).await.1;
    assert_eq!(lasts().await, "Some(Ends { seconds: 900, last: false })");
    // Used a moment ago: not marked again, so it is told as it is.
    program.db.test_clock().advance(chrono::TimeDelta::seconds(50));
    assert_eq!(lasts().await, "Some(Ends { seconds: 850, last: false })");
    for _ in 0..50 {
        program.db.test_clock().advance(chrono::TimeDelta::minutes(14));
        assert_eq!(lasts().await, "Some(Ends { seconds: 900, last: false })", "any request lets it go on");
    }
}

// req: A11-01, AUT-01
#[tokio::test]
async fn the_last_minutes_before_the_absolute_limit_are_told() {
    let program = program().await;
    let lasts = async || send(&program, page(&program, "/lv/lasts")).await.1;
    for _ in 0..51 {
        program.db.test_clock().advance(chrono::TimeDelta::minutes(14));
        lasts().await;
    }
    assert_eq!(lasts().await, "Some(Ends { seconds: 360, last: true })", "11 hours 54 minutes have passed");
}

// req: A11-01
#[tokio::test]
async fn a_session_that_ran_out_is_looked_up_for_forms_alone() {
    let program = program().await;
    let known = async |method: &str| {
        let mut request = page(&program, "/lv/known");
        *request.method_mut() = method.parse().unwrap();
        send(&program, request).await.1
    };
    assert_eq!((known("GET").await, known("POST").await), ("false false".to_owned(), "false false".to_owned()));
    program.db.test_clock().advance(chrono::TimeDelta::minutes(16));
    assert_eq!(known("GET").await, "true false", "a page is told that the session is over, and no more");
    assert_eq!(known("POST").await, "true true");
}

// req: A11-01
#[tokio::test]
async fn a_route_that_keeps_drafts_takes_a_late_form_of_its_client_and_no_other() {
    let program = program().await;
    program.db.test_clock().advance(chrono::TimeDelta::minutes(16));
    let late = async |mark: &str| {
        let body = format!("word=kept&csrf={mark}");
        let mut request = form(&program, body);
        *request.uri_mut() = "/lv/keep".parse().unwrap();
        send(&program, request).await
    };
    let (status, body, headers) = late(&program.mark).await;
    let told = headers["location"].to_str().unwrap();
    assert_eq!((status, told), (StatusCode::SEE_OTHER, "/lv/sign-in?return=%2Flv%2Fkept-for-Anna&ended=kept"));
    assert!(!body.contains("Anna"), "{body}");
    assert_eq!(late("other").await.0, StatusCode::FORBIDDEN);
    let unknown = Request::post("/lv/keep").header("cookie", "__Host-durvis=guessed").body(Body::empty()).unwrap();
    let (status, _, headers) = send(&program, unknown).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert!(headers["location"].to_str().unwrap().ends_with("&ended=unsent"), "{headers:?}");
    let nobody = Request::post("/lv/keep").body(Body::empty()).unwrap();
    let (status, _, headers) = send(&program, nobody).await;
    let told = headers["location"].to_str().unwrap();
    assert_eq!((status, told), (StatusCode::SEE_OTHER, "/lv/sign-in?return=&ended=unsent"), "also after signing out");
    program.db.test_clock().advance(chrono::TimeDelta::hours(12));
    assert!(late(&program.mark).await.2["location"].to_str().unwrap().ends_with("&ended=unsent"));
}

// req: AUT-01
#[tokio::test]
async fn a_session_that_no_provider_stands_behind_opens_nothing_outside_a_demonstration() {
    let mut program = program().await;
    let mut tx = program.db.writing(&Caller::engine()).await;
    let person = identity::session_by_token(&tx, &program.token).await.unwrap().unwrap().caller.person.unwrap();
    let input = SignIn { person, profile: ProfileChoice::Myself, assurance: Assurance::High };
    program.token = identity::sign_in(&mut tx, input).await.unwrap().reveal().to_owned();
    tx.commit().await.unwrap();
    assert_eq!(send(&program, page(&program, "/lv/mine")).await.0, StatusCode::SEE_OTHER);
    program.db.test_clock().advance(chrono::TimeDelta::minutes(16));
    let mut request = page(&program, "/lv/known");
    *request.method_mut() = http::Method::POST;
    assert_eq!(send(&program, request).await.1, "true false", "nor is what was typed in it kept");
}

#[tokio::test]
async fn a_form_needs_the_mark_of_its_session() {
    let program = program().await;
    for wrong in ["word=x".to_owned(), "word=x&csrf=".to_owned(), "word=x&csrf=other".to_owned()] {
        let (status, body, _) = send(&program, form(&program, wrong)).await;
        assert_eq!(status, StatusCode::FORBIDDEN);
        assert!(body.contains("Veidlapa jāatver no jauna"), "{body}");
    }
    let (status, body, _) = send(&program, form(&program, format!("word=%C4%81&csrf={}", program.mark))).await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, "ā"));
}

#[tokio::test]
async fn a_file_above_the_limit_does_not_lose_the_rest_of_the_form() {
    let program = program().await;
    let upload = |size: usize, mark: &str| with_file(&program, "/lv/upload", size, mark);
    let (_, body, _) = send(&program, upload(1000, &program.mark)).await;
    assert_eq!(body, "kept Some((\"a.pdf\", 1000, false))");
    for above in [1001, 2_000_000] {
        let (_, body, _) = send(&program, upload(above, &program.mark)).await;
        assert_eq!(body, "kept Some((\"a.pdf\", 0, true))", "{above}");
    }
    assert_eq!(send(&program, upload(10, "other")).await.0, StatusCode::FORBIDDEN);
    let (status, body, _) = send(&program, upload(2_200_000, &program.mark)).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(body.contains("pārāk liels"), "{body}");
}

#[tokio::test]
async fn what_is_no_attachment_has_the_limit_of_its_route() {
    let program = program().await;
    let (_, body, _) = send(&program, with_file(&program, "/lv/table", 90_000, &program.mark)).await;
    assert_eq!(body, "kept Some((\"a.pdf\", 90000, false))");
    let (status, _, _) = send(&program, with_file(&program, "/lv/table", 100_001, &program.mark)).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
}
