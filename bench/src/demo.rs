//! What a client of the running demonstration does: tokens, applications, signed-in pages.
use std::io::{Error, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::http::{Answer, Client};

const CASES: &str = "/api/v1/cases";

/// An application as the interface's own description shows it, and a token of who may send it.
#[derive(Clone)]
pub struct Application {
    /// The body.
    pub body: String,
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
        let form = [("content-type", "application/x-www-form-urlencoded")];
        let token = client.post("/demo/token", &form, format!("persona={persona}").as_bytes()).await?.json()?;
        let token = token["access_token"].as_str().ok_or_else(|| Error::other("no token"))?;
        Ok(Self { body: body.to_string(), token: format!("Bearer {token}") })
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

/// Until when clients apply.
#[derive(Clone, Copy)]
pub enum Until {
    /// For so long.
    Time(Duration),
    /// Until there are so many.
    Count(u64),
}

/// Applies with `clients` connections; gives acknowledged applications a second and the last case number.
pub async fn apply(host: &str, application: &Application, clients: u64, until: Until) -> Result<(f64, String)> {
    let done = Arc::new(AtomicU64::new(0));
    let over = Arc::new(AtomicBool::new(false));
    let begun = Instant::now();
    let mut senders = Vec::new();
    for sender in 0..clients {
        let (host, application) = (host.to_owned(), application.clone());
        let (done, over) = (Arc::clone(&done), Arc::clone(&over));
        senders.push(tokio::spawn(async move {
            let mut client = Client::connect(&host).await?;
            let mut last = String::new();
            let run = begun_number();
            for n in 0_u64.. {
                let full = matches!(until, Until::Count(count) if done.load(Ordering::Relaxed) >= count);
                if full || over.load(Ordering::Relaxed) {
                    break;
                }
                last = application.send(&mut client, &format!("bench-{run}-{sender}-{n}")).await?;
                done.fetch_add(1, Ordering::Relaxed);
            }
            Ok::<String, Error>(last)
        }));
    }
    if let Until::Time(time) = until {
        tokio::time::sleep(time).await;
        over.store(true, Ordering::Relaxed);
    }
    let mut last = String::new();
    for sender in senders {
        last = sender.await.map_err(Error::other)??;
    }
    Ok((done.load(Ordering::Relaxed) as f64 / begun.elapsed().as_secs_f64(), last))
}

/// Differs for every call, so that no key is used twice.
fn begun_number() -> u64 {
    static CALLS: AtomicU64 = AtomicU64::new(0);
    CALLS.fetch_add(1, Ordering::Relaxed)
}

/// A browser that is signed in as a persona.
pub struct Browser {
    client: Client,
    cookie: String,
}

impl Browser {
    /// Signs in.
    pub async fn sign_in(host: &str, persona: &str) -> Result<Self> {
        let mut client = Client::connect(host).await?;
        let answer = client.get(&format!("/demo/sign-in/{persona}"), &[]).await?;
        let cookie =
            answer.header("set-cookie").and_then(|value| value.split(';').next()).unwrap_or_default().to_owned();
        if cookie.is_empty() {
            return Err(Error::other(format!("{persona} could not sign in: {}", answer.status)));
        }
        Ok(Self { client, cookie })
    }

    /// A page; anything but 200 is an error.
    pub async fn page(&mut self, path: &str) -> Result<Answer> {
        let headers = [("cookie", self.cookie.as_str()), ("accept-encoding", "gzip")];
        let answer = self.client.get(path, &headers).await?;
        if answer.status == 200 { Ok(answer) } else { Err(Error::other(format!("{path}: {}", answer.status))) }
    }

    /// A page as text, not compressed.
    pub async fn plain(&mut self, path: &str) -> Result<String> {
        let headers = [("cookie", self.cookie.as_str())];
        Ok(self.client.get(path, &headers).await?.text())
    }

    /// How long a page takes, many times.
    pub async fn times(&mut self, path: &str, count: usize) -> Result<Vec<Duration>> {
        for _ in 0..count / 10 {
            self.page(path).await?;
        }
        let mut times = Vec::with_capacity(count);
        for _ in 0..count {
            let begun = Instant::now();
            self.page(path).await?;
            times.push(begun.elapsed());
        }
        Ok(times)
    }
}
