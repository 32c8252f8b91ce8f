//! Asking over HTTP: a register that answers, one that does not know, one that is slow, one that talks nonsense.

use crate::{HttpPersonRegister, Lookup, PersonRegister, Unconfigured, lookup};
use kernel::{Clock, SystemClock};
use outbound::{Client, Settings};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

const ANNA: &str =
    r#"{"given_name":"Anna","family_name":"Bērziņa","birth_date":null,"personal_code":"328000-00014","address":null}"#;

/// Serves the same answer to every call, after `wait`.
async fn register(status: &'static str, body: &'static str, wait: Duration) -> HttpPersonRegister {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut head = [0; 4096];
            let _ = stream.read(&mut head).await;
            tokio::time::sleep(wait).await;
            let answer =
                format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len());
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    });
    HttpPersonRegister::new(Client::new(Settings::default()).unwrap(), &format!("http://{address}/"), "Paraugs")
}

// req: EFR-06
#[tokio::test]
async fn an_answer_carries_its_source_and_time() {
    let register = register("200 OK", ANNA, Duration::ZERO).await;
    let Lookup::Found(found) = lookup(&register, "328000-00014", &SystemClock).await else { panic!("not found") };
    assert_eq!(found.value.family_name, "Bērziņa");
    assert_eq!(found.register, "Paraugs");
    assert!(found.at <= SystemClock.now());
    register.check().await.unwrap();
}

#[tokio::test]
async fn a_person_the_register_does_not_know_is_missing() {
    let register = register("404 Not Found", "", Duration::ZERO).await;
    assert!(matches!(lookup(&register, "328000-00014", &SystemClock).await, Lookup::Missing { .. }));
}

// req: EFR-06
#[tokio::test]
async fn a_slow_or_broken_register_is_unreachable_within_its_time() {
    let slow = register("200 OK", ANNA, Duration::from_secs(20)).await;
    let begun = Instant::now();
    assert!(matches!(lookup(&slow, "328000-00014", &SystemClock).await, Lookup::Unreachable { .. }));
    assert!(begun.elapsed() < HttpPersonRegister::TIMEOUT + Duration::from_secs(1));
    for (status, body) in [("200 OK", "<html>"), ("500 Oops", ""), ("302 Found", ""), ("200 OK", "{}")] {
        let broken = register(status, body, Duration::ZERO).await;
        assert!(matches!(lookup(&broken, "328000-00014", &SystemClock).await, Lookup::Unreachable { .. }), "{status}");
    }
}

#[tokio::test]
async fn without_a_register_the_form_asks() {
    assert_eq!(lookup(&Unconfigured, "328000-00014", &SystemClock).await, Lookup::NotConnected);
    assert!(Unconfigured.check().await.is_err());
}

#[tokio::test]
async fn nothing_but_a_code_reaches_the_address() {
    let register = register("200 OK", ANNA, Duration::ZERO).await;
    assert!(matches!(lookup(&register, "../health?x=", &SystemClock).await, Lookup::Missing { .. }));
}
