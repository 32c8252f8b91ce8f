//! Calls to public addresses; a server on this machine stands for a public site.

use crate::{Lookup, PublicClient, PublicSettings, Resolver, is_public};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// Answers by path, and notes every request line.
async fn server(answers: &'static [(&'static str, &'static str)]) -> (SocketAddr, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&seen);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut head = [0; 4096];
            let length = stream.read(&mut head).await.unwrap_or_default();
            let text = String::from_utf8_lossy(&head[..length]).into_owned();
            let line = text.lines().next().unwrap_or_default().trim_end_matches(" HTTP/1.1").to_owned();
            noted.lock().unwrap().push(line.clone());
            let answer = answers.iter().find(|(path, _)| line == *path || line.ends_with(&format!(" {path}")));
            let answer = answer.map_or("404 Not Found\r\n", |(_, answer)| answer);
            let text = format!("HTTP/1.1 {answer}content-length: 0\r\nconnection: close\r\n\r\n");
            let _ = stream.write_all(text.as_bytes()).await;
        }
    });
    (address, seen)
}

/// Names of the test; a name with several answers gives them one after the other.
#[derive(Debug)]
struct Names(Mutex<BTreeMap<&'static str, Vec<Vec<SocketAddr>>>>);

impl Resolver for Names {
    fn lookup(&self, host: String) -> Lookup {
        let mut names = self.0.lock().unwrap();
        let found = names
            .get_mut(host.as_str())
            .map(|answers| if answers.len() > 1 { answers.remove(0) } else { answers[0].clone() });
        Box::pin(async move { found.ok_or_else(|| std::io::Error::other("no such name")) })
    }
}

fn client(names: &[(&'static str, Vec<Vec<SocketAddr>>)], exceptions: &[SocketAddr]) -> PublicClient {
    let names = names.iter().cloned().collect();
    PublicClient::new(PublicSettings {
        timeout: Duration::from_secs(2),
        resolver: Arc::new(Names(Mutex::new(names))),
        exceptions: exceptions.to_vec(),
        ..PublicSettings::default()
    })
    .unwrap()
}

#[tokio::test]
async fn head_first_then_get_and_redirects_are_followed() {
    let (site, seen) = server(&[
        ("/fine", "200 OK\r\n"),
        ("HEAD /shy", "405 Method Not Allowed\r\n"),
        ("GET /shy", "200 OK\r\n"),
        ("/old", "301 Moved\r\nlocation: /older\r\n"),
        ("/older", "302 Found\r\nlocation: http://public.test/fine\r\n"),
        ("/round", "302 Found\r\nlocation: /round\r\n"),
    ])
    .await;
    let client = client(&[("public.test", vec![vec![site]])], &[site]);
    let probe = client.probe("http://public.test/fine").await.unwrap();
    assert_eq!((probe.status, probe.redirects), (200, 0));
    assert_eq!(client.probe("http://public.test/shy").await.unwrap().status, 200);
    let probe = client.probe("http://public.test/old").await.unwrap();
    assert_eq!((probe.status, probe.redirects), (200, 2));
    assert_eq!(client.probe("http://public.test/gone").await.unwrap().status, 404);
    assert_eq!(client.probe("http://public.test/round").await.unwrap_err().key(), "outbound-redirects");
    let seen = seen.lock().unwrap().clone();
    assert_eq!(&seen[..3], ["HEAD /fine", "HEAD /shy", "GET /shy"]);
    assert_eq!(seen.iter().filter(|line| *line == "HEAD /round").count(), 4);
}

#[tokio::test]
async fn nothing_private_is_called_by_address_name_or_redirect() {
    let (secret, asked) = server(&[("/", "200 OK\r\n")]).await;
    let (site, _) = server(&[
        ("/to-loopback", "302 Found\r\nlocation: http://127.0.0.1/\r\n"),
        ("/to-metadata", "302 Found\r\nlocation: http://169.254.169.254/latest/\r\n"),
        ("/to-name", "302 Found\r\nlocation: http://inside.test/\r\n"),
        ("/to-file", "302 Found\r\nlocation: file:///etc/passwd\r\n"),
        ("/to-port", "302 Found\r\nlocation: http://public.test:8080/\r\n"),
    ])
    .await;
    let public: SocketAddr = "93.184.216.34:0".parse().unwrap();
    let client = client(
        &[
            ("public.test", vec![vec![site]]),
            ("inside.test", vec![vec![secret]]),
            ("mixed.test", vec![vec![public, secret]]),
            ("none.test", vec![vec![]]),
        ],
        &[site],
    );
    let port = secret.port();
    for url in [
        "http://127.0.0.1/".to_owned(),
        format!("http://127.0.0.1:{port}/"),
        "http://[::1]/".to_owned(),
        "http://[::ffff:127.0.0.1]/".to_owned(),
        "http://2130706433/".to_owned(),
        "http://0x7f.1/".to_owned(),
        "http://10.1.2.3/".to_owned(),
        "http://inside.test/".to_owned(),
        "http://mixed.test/".to_owned(),
        "http://none.test/".to_owned(),
        "http://public.test:8080/".to_owned(),
        "http://somebody:secret@public.test/".to_owned(),
        "ftp://public.test/".to_owned(),
        "public.test".to_owned(),
        "http://public.test/to-loopback".to_owned(),
        "http://public.test/to-metadata".to_owned(),
        "http://public.test/to-name".to_owned(),
        "http://public.test/to-file".to_owned(),
        "http://public.test/to-port".to_owned(),
    ] {
        assert_eq!(client.probe(&url).await.unwrap_err().key(), "outbound-not-public", "{url}");
    }
    assert_eq!(client.probe("http://unknown.test/").await.unwrap_err().key(), "outbound-unreachable");
    assert!(asked.lock().unwrap().is_empty(), "the private server was called");
}

#[tokio::test]
async fn a_name_that_changes_its_address_gains_nothing() {
    let (secret, asked) = server(&[("/", "200 OK\r\n")]).await;
    let (site, _) = server(&[("/", "404 Not Found\r\n")]).await;
    // Public when looked at for HEAD, private when GET comes: every connection is looked at anew.
    let client = client(&[("rebinding.test", vec![vec![site], vec![secret]])], &[site]);
    assert_eq!(client.probe("http://rebinding.test/").await.unwrap_err().key(), "outbound-not-public");
    assert!(asked.lock().unwrap().is_empty(), "the private server was called");
}

#[test]
fn public_and_other_addresses_are_told_apart() {
    for private in [
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.168.1.1",
        "192.88.99.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "::7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::808:808",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:c0a8:101::",
        "3fff::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
    ] {
        assert!(!is_public(private.parse().unwrap()), "{private}");
    }
    for public in [
        "1.1.1.1",
        "8.8.8.8",
        "93.184.216.34",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "198.17.0.1",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
        "2002:808:808::",
        "2606:4700::1111",
        "2a00:1450:400f::1",
    ] {
        assert!(is_public(public.parse().unwrap()), "{public}");
    }
}
