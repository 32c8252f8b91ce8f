//! Calls over a real socket.

use crate::{Call, Client, Settings};
use kernel::ErrorKind;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// Serves `answers` in turn (the last for ever) and counts the calls.
async fn server(answers: Vec<String>) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let calls = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&calls);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut head = [0; 8192];
            let _ = stream.read(&mut head).await;
            let at = counter.fetch_add(1, Ordering::SeqCst);
            let _ = stream.write_all(answers[at.min(answers.len() - 1)].as_bytes()).await;
        }
    });
    (base, calls)
}

fn answer(status: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len())
}

fn client() -> Client {
    let settings = Settings { back_off: Duration::from_millis(5), body_limit: 1000, ..Settings::default() };
    Client::new(settings).unwrap()
}

#[tokio::test]
async fn a_repeatable_call_is_repeated_and_a_post_is_not() {
    let (base, calls) = server(vec![answer("503 Later", ""), answer("200 OK", "[1,2]")]).await;
    let numbers: Vec<u8> = client().json(Call::get(&base, "/")).await.unwrap();
    assert_eq!((numbers, calls.load(Ordering::SeqCst)), (vec![1, 2], 2));

    let (base, calls) = server(vec![answer("503 Later", ""), answer("200 OK", "")]).await;
    let error = client().send(Call::post_json(&base, "/", &1).unwrap()).await.unwrap_err();
    assert_eq!((error.kind(), calls.load(Ordering::SeqCst)), (ErrorKind::Unavailable, 1));

    let (base, calls) = server(vec![answer("503 Later", ""), answer("200 OK", "")]).await;
    let call = Call::post_json(&base, "/", &1).unwrap().header("idempotency-key", "k").unwrap();
    client().send(call).await.unwrap();
    assert_eq!(calls.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn redirects_long_answers_and_missing_things_are_errors() {
    let (base, calls) =
        server(vec!["HTTP/1.1 302 Found\r\nlocation: /x\r\ncontent-length: 0\r\n\r\n".to_owned()]).await;
    let error = client().send(Call::get(&base, "/")).await.unwrap_err();
    assert_eq!((error.key(), calls.load(Ordering::SeqCst)), ("outbound-refused", 1));

    let (base, _) = server(vec![answer("200 OK", &"x".repeat(1001))]).await;
    assert_eq!(client().send(Call::get(&base, "/").attempts(1)).await.unwrap_err().key(), "outbound-too-long");

    let (base, _) = server(vec![answer("404 Not Found", "")]).await;
    assert_eq!(client().send(Call::get(&base, "/")).await.unwrap_err().kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn a_silent_host_is_given_up_in_time_and_then_left_alone() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let client = client();
    for _ in 0..5 {
        let call = Call::get(&base, "/").timeout(Duration::from_millis(20)).attempts(1);
        assert_eq!(client.send(call).await.unwrap_err().key(), "outbound-unreachable");
    }
    assert_eq!(client.send(Call::get(&base, "/")).await.unwrap_err().key(), "outbound-resting");
}

#[tokio::test]
async fn execute_hands_out_refusals_too() {
    let (base, _) = server(vec![answer("400 Bad Request", "{\"error\":\"x\"}")]).await;
    let request = http::Request::post(&base).body(b"a=b".to_vec()).unwrap();
    let response = client().execute(request).await.unwrap();
    assert_eq!((response.status().as_u16(), response.body().as_slice()), (400, b"{\"error\":\"x\"}".as_slice()));
}

#[tokio::test]
async fn without_tls_only_this_machine_is_called_and_errors_keep_no_address() {
    let error = client().send(Call::get("http://192.0.2.1/persons/328000-00014", "/persons/{code}")).await.unwrap_err();
    assert_eq!(error.key(), "outbound-address");
    let error =
        client().send(Call::get("http://127.0.0.1:1/persons/328000-00014", "/persons/{code}")).await.unwrap_err();
    assert_eq!(error.key(), "outbound-unreachable");
    assert!(!format!("{error:?}").contains("328000-00014"));
}
