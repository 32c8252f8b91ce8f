//! `durvis probe`: one whole user transaction as a synthetic client, step by step, through the public interface.
use std::io::Write as _;
use std::time::{Duration, Instant};

use kernel::Error;
use outbound::{Answer, Call, Client, Settings};
use serde_json::{Value, json};

use crate::commands::said::said;
use crate::failure::{self, Failure};

const CASES: &str = "/api/v1/cases";

/// Does the transaction; prints milliseconds per step, and what went wrong at the first step that failed.
pub async fn run(url: &str, timeout: u64) -> Result<(), Failure> {
    let limit = Duration::from_secs(timeout);
    let settings = Settings { timeout: limit, attempts: 1, ..Settings::default() };
    let mut probe =
        Probe { client: Client::new(settings)?, base: url.trim_end_matches('/').to_owned(), total: Duration::ZERO };
    let outcome = probe.transaction().await;
    let mut out = said();
    match outcome {
        Ok(number) => Ok(writeln!(out, "{:>8.1} ms  everything worked (case {number})", millis(probe.total))?),
        Err((step, error)) => {
            writeln!(out, "  failed     {step}")?;
            Err(Failure::work(format!("the step `{step}` failed: {}", failure::words(&error))))
        }
    }
}

struct Probe {
    client: Client,
    base: String,
    total: Duration,
}

type Step<T> = Result<T, (&'static str, Error)>;

impl Probe {
    async fn transaction(&mut self) -> Step<String> {
        let (body, persona) = self.step("read the interface", async |p| p.example().await).await?;
        let client = self.step("client signs in", async |p| p.token(&persona).await).await?;
        let number = self.step("client applies", async |p| p.apply(&client, &body).await).await?;
        let officer = self.step("officer signs in", async |p| p.token("officer").await).await?;
        self.step("officer sees the case", async |p| p.sees(&officer, &number).await).await?;
        self.step("client withdraws", async |p| p.withdraw(&client, &number).await).await?;
        self.step("client sees it withdrawn", async |p| p.is_withdrawn(&client, &number).await).await?;
        Ok(number)
    }

    async fn step<T>(&mut self, name: &'static str, work: impl AsyncFn(&Self) -> Result<T, Error>) -> Step<T> {
        let start = Instant::now();
        let outcome = work(self).await;
        let took = start.elapsed();
        self.total += took;
        let value = outcome.map_err(|error| (name, error))?;
        writeln!(said(), "{:>8.1} ms  {name}", millis(took))
            .map_err(|error| (name, Error::internal("output").source(error)))?;
        Ok(value)
    }

    /// The example of an application in the interface's own description, and who may send it.
    async fn example(&self) -> Result<(Value, String), Error> {
        let document: Value =
            self.client.json(Call::get(format!("{}/openapi.json", self.base), "/openapi.json")).await?;
        let operation = &document["paths"][CASES]["post"];
        let media = &operation["requestBody"]["content"]["application/json"];
        let body = if media["example"].is_null() { &media["examples"]["default"]["value"] } else { &media["example"] };
        if body.is_null() {
            return Err(Error::unavailable("probe-no-example"));
        }
        let persona = operation["x-persona"].as_str().or(media["x-persona"].as_str()).unwrap_or("resident");
        Ok((body.clone(), persona.to_owned()))
    }

    async fn token(&self, persona: &str) -> Result<String, Error> {
        let call = Call::new(axum::http::Method::POST, format!("{}/demo/token", self.base), "/demo/token")
            .header("content-type", "application/x-www-form-urlencoded")?
            .body(format!("persona={persona}").into_bytes());
        let answer: Value = self.client.json(call).await?;
        text_of(&answer, "access_token")
    }

    async fn apply(&self, token: &str, body: &Value) -> Result<String, Error> {
        // The key makes this attempt one of its own; the probe never repeats it.
        let key = kernel::Ids::uuid(&kernel::RandomIds).to_string();
        let call = Call::post_json(self.at(CASES), CASES, body)?
            .header("authorization", &format!("Bearer {token}"))?
            .header("idempotency-key", &key)?;
        let answer = value(&self.client.send(call).await?)?;
        text_of(&answer, "number")
    }

    async fn sees(&self, token: &str, number: &str) -> Result<(), Error> {
        self.case(token, number).await.map(drop)
    }

    async fn withdraw(&self, token: &str, number: &str) -> Result<(), Error> {
        let url = format!("{}/{}/events", self.at(CASES), in_path(number));
        let call = Call::post_json(url, "/api/v1/cases/{number}/events", &json!({ "kind": "case.withdrawn" }))?
            .header("authorization", &format!("Bearer {token}"))?;
        self.client.send(call).await.map(drop)
    }

    async fn is_withdrawn(&self, token: &str, number: &str) -> Result<(), Error> {
        let state = text_of(&self.case(token, number).await?, "state")?;
        if state == "withdrawn" { Ok(()) } else { Err(Error::unavailable("probe-state").arg("state", state)) }
    }

    async fn case(&self, token: &str, number: &str) -> Result<Value, Error> {
        let call = Call::get(format!("{}/{}", self.at(CASES), in_path(number)), "/api/v1/cases/{number}")
            .header("authorization", &format!("Bearer {token}"))?;
        self.client.json(call).await
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }
}

/// The blank of a case number is a dash in addresses.
fn in_path(number: &str) -> String {
    number.replace(' ', "-")
}

fn value(answer: &Answer) -> Result<Value, Error> {
    Ok(serde_json::from_slice(&answer.body)?)
}

fn text_of(answer: &Value, name: &'static str) -> Result<String, Error> {
    answer[name].as_str().map(str::to_owned).ok_or_else(|| Error::unavailable("probe-answer").arg("missing", name))
}

fn millis(took: Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}
