//! The engine of the demonstration, and one behind HTTP.

use crate::{DemoTranslator, HttpTranslator, Translator};
use kernel::ErrorKind;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

async fn said(text: &str, to: &str) -> String {
    DemoTranslator::default().translate(&[text.to_owned()], "lv", to).await.unwrap().remove(0)
}

// req: A11-05
#[tokio::test]
async fn the_demonstration_replaces_phrases_and_words_and_leaves_the_rest() {
    assert_eq!(said("Bērna piedzimšanas pabalsts", "uk").await, "Допомога при народженні дитини");
    assert_eq!(said("Slimības pabalsts, ārsts un skola.", "de").await, "Krankengeld, Arzt und Schule.");
    assert_eq!(said("Zirnekļtīkls", "en").await, "Zirnekļtīkls");
    assert_eq!(said("Ārsts", "fr").await, "Ārsts");
    assert_eq!(said("", "en").await, "");
    assert_eq!(said(" ārsts ", "en").await, " doctor ");
    let same = DemoTranslator::default();
    assert!(same.name().contains("paraugs"), "it must say what it is");
    assert_eq!(same.translate(&["doctor".into()], "en", "de").await.unwrap(), ["doctor"]);
}

/// An engine that gives this answer to one question; what it was asked comes back.
async fn engine(status: &str, body: &str) -> (HttpTranslator, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/translate", listener.local_addr().unwrap());
    let answer = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len());
    let asked = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut asked = Vec::new();
        while !asked.ends_with(b"]}") {
            let mut part = [0; 4096];
            let length = stream.read(&mut part).await.unwrap();
            asked.extend_from_slice(&part[..length]);
        }
        stream.write_all(answer.as_bytes()).await.unwrap();
        String::from_utf8(asked).unwrap()
    });
    let client = outbound::Client::new(outbound::Settings::default()).unwrap();
    (HttpTranslator::new(client, url, Some("atslega".into()), "Hugo.lv"), asked)
}

// req: A11-05
#[tokio::test]
async fn an_engine_behind_http_gets_the_texts_and_its_key() {
    let (engine, asked) = engine("200 OK", r#"{"texts":["один","два"]}"#).await;
    let answered = engine.translate(&["viens".into(), "divi".into()], "lv", "uk").await.unwrap();
    assert_eq!(answered, ["один", "два"]);
    let asked = asked.await.unwrap();
    assert!(asked.contains("authorization: Bearer atslega"), "{asked}");
    assert!(asked.ends_with(r#"{"from":"lv","to":"uk","texts":["viens","divi"]}"#), "{asked}");
    assert_eq!(engine.name(), "Hugo.lv");
    assert!(!format!("{engine:?}").contains("atslega"), "the key must not be printed");
}

#[tokio::test]
async fn a_wrong_answer_and_a_silent_engine_are_errors() {
    for (status, body, key) in [
        ("200 OK", r#"{"texts":[]}"#, "translation-answer"),
        ("200 OK", "<html>", "translation-unreachable"),
        ("503 Later", "", "translation-unreachable"),
    ] {
        let error = engine(status, body).await.0.translate(&["viens".into()], "lv", "uk").await.unwrap_err();
        assert_eq!((error.kind(), error.key()), (ErrorKind::Unavailable, key));
    }
}
