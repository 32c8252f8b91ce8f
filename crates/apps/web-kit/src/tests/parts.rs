//! Forms with files have room for files, and no more for words than other forms.

use axum::body::Body;
use http::{Request, StatusCode};
use rstest::rstest;

use super::app::{open, program, send};

/// A form of the route `/send`, and what is answered.
async fn answered(parts: &str) -> (StatusCode, String) {
    let (router, _db) = program(open()).await;
    let form = Request::post("/lv/send/a")
        .header("accept", "text/html")
        .header("content-type", "multipart/form-data; boundary=b")
        .body(Body::from(format!("{parts}--b--\r\n")));
    let (response, body) = send(&router, form.unwrap()).await;
    (response.status(), body)
}

fn field(name: &str, value: &str) -> String {
    format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
}

fn file(name: &str, content: &str) -> String {
    format!("--b\r\ncontent-disposition: form-data; name=\"f\"; filename=\"{name}\"\r\n\r\n{content}\r\n")
}

#[tokio::test]
async fn a_large_file_leaves_room_for_the_words_of_its_form() {
    let words = "v".repeat(200_000);
    let (status, body) = answered(&(file("a.pdf", &"f".repeat(1 << 20)) + &field("x", &words))).await;
    assert!(status == StatusCode::OK && body == format!("a {words}"), "{status}");
}

#[rstest]
#[case::one_value(field("x", &"v".repeat(300_000)))]
#[case::many_values(field("x", &"v".repeat(10_000)).repeat(30))]
#[case::many_parts(field("", "").repeat(2_000))]
#[case::many_files(file("a.pdf", "").repeat(2_000))]
#[case::a_name(field(&"n".repeat(300_000), "v"))]
#[case::a_name_of_a_file(file(&"n".repeat(300_000), "f"))]
#[tokio::test]
async fn more_words_than_a_form_may_have_are_refused(#[case] parts: String) {
    let (status, body) = answered(&parts).await;
    assert!(status == StatusCode::PAYLOAD_TOO_LARGE && body.contains("pārāk liels"), "{status}");
}
