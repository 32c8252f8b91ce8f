//! Clients that keep a connection waiting, and one that only thinks for a while.
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use axum::serve::ListenerExt as _;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{sleep, timeout};

use crate::patience::{Patience, Patient, Waited};

const PATIENCE: Patience = Patience { request: Duration::from_millis(300), idle: Duration::from_millis(1200) };
/// By then any of them has long been cut.
const LONG: Duration = Duration::from_secs(20);
const LARGE: usize = 64 << 20;

async fn served() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router =
        Router::new().route("/", get(|| async { "here" })).route("/large", get(|| async { vec![b'x'; LARGE] }));
    let listener = Patient::new(listener, PATIENCE).tap_io(Waited::hurry);
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}

/// Asks for the small page and reads it to its last word.
async fn is_answered(client: &mut TcpStream) -> bool {
    if client.write_all(b"GET / HTTP/1.1\r\nhost: durvis\r\n\r\n").await.is_err() {
        return false;
    }
    let mut answer = Vec::new();
    while !answer.ends_with(b"here") {
        if client.read_buf(&mut answer).await.unwrap_or(0) == 0 {
            return false;
        }
    }
    true
}

#[tokio::test]
async fn a_request_that_comes_a_byte_at_a_time_is_cut() {
    let mut client = TcpStream::connect(served().await).await.unwrap();
    client.write_all(b"GET / HTTP/1.1\r\nhost: durvis\r\n").await.unwrap();
    let trickle = async {
        while client.write_all(b"x: y\r\n").await.is_ok() {
            sleep(Duration::from_millis(40)).await;
        }
    };
    timeout(LONG, trickle).await.expect("the connection is closed");
}

#[tokio::test]
async fn a_client_that_thinks_between_two_requests_is_served_and_one_that_is_gone_is_cut() {
    let mut client = TcpStream::connect(served().await).await.unwrap();
    assert!(is_answered(&mut client).await);
    sleep(PATIENCE.request * 2).await;
    assert!(is_answered(&mut client).await, "the time for a request does not run between two of them");
    let end = timeout(LONG, client.read_u8()).await.expect("the connection is closed");
    assert!(end.is_err(), "nothing more was said");
}

#[tokio::test]
async fn an_answer_that_nobody_reads_is_cut() {
    let mut client = TcpStream::connect(served().await).await.unwrap();
    client.write_all(b"GET /large HTTP/1.1\r\nhost: durvis\r\nconnection: close\r\n\r\n").await.unwrap();
    sleep(PATIENCE.idle * 3).await;
    let mut answer = Vec::new();
    let read = timeout(LONG, client.read_to_end(&mut answer)).await.expect("the connection is closed");
    assert!(read.is_err() || answer.len() < LARGE, "{} bytes", answer.len());
}
