//! What a client of the running demonstration does: tokens, applications, signed-in pages.
use std::io::{Error, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Map, Value};

use crate::http::{Answer, Client};

const CASES: &str = "/api/v1/cases";

/// An application as the interface's own description shows it, and a token of who may send it.
#[derive(Clone)]
pub struct Application {
    /// The body.
    pub body: String,
    /// Code of its service.
    pub service: String,
    /// Its answers.
    pub answers: Map<String, Value>,
    token: String,
}

impl Application {
    /// From `/openapi.json`.
    pub async fn of(host: &str) -> Result<Self> {
        let mut client = Client::connect(host).await?;
        let document = client.get("/openapi.json", &[]).await?.json()?;
        let operation = &document["paths"][CASES]["post"];
        let media = &operation["requestBody"]["content"]["application/json"];
        let body = if media["example"].is_null() { &media["examples"]["default"]["value"] } else { &media["example"] };
        let persona = operation["x-persona"].as_str().or(media["x-persona"].as_str()).unwrap_or("resident");
        let missing = || Error::other("the interface shows no application");
        Ok(Self {
            body: body.to_string(),
            service: body["service"].as_str().ok_or_else(missing)?.to_owned(),
            answers: body["answers"].as_object().ok_or_else(missing)?.clone(),
            token: bearer(&mut client, persona).await?,
        })
    }

    /// Applies once; the answer must be an acknowledgement with a case number.
    pub async fn send(&self, client: &mut Client, key: &str) -> Result<String> {
        let headers = [("content-type", "application/json"), ("authorization", &self.token), ("idempotency-key", key)];
        let answer = client.post(CASES, &headers, self.body.as_bytes()).await?;
        if answer.status != 201 {
            return Err(Error::other(format!("an application was answered with {}: {}", answer.status, answer.text())));
        }
        let value: Value = answer.json()?;
        value["number"].as_str().map(str::to_owned).ok_or_else(|| Error::other("no case number"))
    }
}

/// The value of `authorization` for a persona.
pub async fn bearer(client: &mut Client, persona: &str) -> Result<String> {
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let token = client.post("/demo/token", &form, format!("persona={persona}").as_bytes()).await?.json()?;
    let token = token["access_token"].as_str().ok_or_else(|| Error::other("no token"))?;
    Ok(format!("Bearer {token}"))
}

/// Applies with `clients` connections for `time`; gives acknowledged applications a second.
pub async fn apply(host: &str, application: &Application, clients: u64, time: Duration) -> Result<f64> {
    let done = Arc::new(AtomicU64::new(0));
    let over = Arc::new(AtomicBool::new(false));
    let run = next_run();
    let mut connections = Vec::new();
    for _ in 0..clients {
        connections.push(Client::connect(host).await?);
    }
    let begun = Instant::now();
    let mut senders = Vec::new();
    for (sender, mut client) in connections.into_iter().enumerate() {
        let application = application.clone();
        let (done, over) = (Arc::clone(&done), Arc::clone(&over));
        senders.push(tokio::spawn(async move {
            for n in 0_u64.. {
                if over.load(Ordering::Relaxed) {
                    break;
                }
                application.send(&mut client, &format!("bench-{run}-{sender}-{n}")).await?;
                done.fetch_add(1, Ordering::Relaxed);
            }
            Ok::<(), Error>(())
        }));
    }
    tokio::time::sleep(time).await;
    let (count, took) = (done.load(Ordering::Relaxed), begun.elapsed());
    over.store(true, Ordering::Relaxed);
    for sender in senders {
        sender.await.map_err(Error::other)??;
    }
    Ok(count as f64 / took.as_secs_f64())
}

/// Differs for every call, so that no key is used twice.
fn next_run() -> u64 {
    static CALLS: AtomicU64 = AtomicU64::new(0);
    CALLS.fetch_add(1, Ordering::Relaxed)
}

/// One visitor on one connection.
pub struct Browser {
    client: Client,
    proof: Option<(&'static str, String)>,
}

impl Browser {
    /// Nobody in particular.
    pub async fn anonymous(host: &str) -> Result<Self> {
        Ok(Self { client: Client::connect(host).await?, proof: None })
    }

    /// Somebody who proves who they are with a header.
    pub fn with(client: Client, proof: (&'static str, String)) -> Self {
        Self { client, proof: Some(proof) }
    }

    /// Signs in as a persona.
    pub async fn sign_in(host: &str, persona: &str) -> Result<Self> {
        let mut client = Client::connect(host).await?;
        let answer = client.get(&format!("/demo/sign-in/{persona}"), &[]).await?;
        let cookie = answer.header("set-cookie").and_then(|value| value.split(';').next()).unwrap_or_default();
        if cookie.is_empty() {
            return Err(Error::other(format!("{persona} could not sign in: {}", answer.status)));
        }
        let proof = ("cookie", cookie.to_owned());
        Ok(Self::with(client, proof))
    }

    /// A page, compressed as `encoding` says; anything but 200 is an error.
    pub async fn page(&mut self, path: &str, encoding: &str) -> Result<Answer> {
        let mut headers = vec![("accept-encoding", encoding)];
        headers.extend(self.proof.iter().map(|(name, value)| (*name, value.as_str())));
        let answer = self.client.get(path, &headers).await?;
        if answer.status == 200 { Ok(answer) } else { Err(Error::other(format!("{path}: {}", answer.status))) }
    }

    /// How long a page takes, many times.
    pub async fn times(&mut self, path: &str, count: usize) -> Result<Vec<Duration>> {
        for _ in 0..count / 10 {
            self.page(path, "gzip").await?;
        }
        let mut times = Vec::with_capacity(count);
        for _ in 0..count {
            let begun = Instant::now();
            self.page(path, "gzip").await?;
            times.push(begun.elapsed());
        }
        Ok(times)
    }
}
