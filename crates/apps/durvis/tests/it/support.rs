//! Servers for tests: in this process, or the built binary as a process of its own.
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use outbound::{Answer, Call, Client, Settings};
use serde_json::Value;
use tempfile::TempDir;

/// A client that tries once and never rests.
pub fn client() -> Client {
    let settings =
        Settings { attempts: 1, breaker_failures: u32::MAX, timeout: Duration::from_secs(20), ..Settings::default() };
    Client::new(settings).expect("a client")
}

/// A folder that goes with the test.
pub fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// Runs a subcommand to its end.
pub fn durvis(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_durvis")).args(arguments).output().expect("the binary runs")
}

/// Standard output as text; the command must have succeeded.
pub fn stdout_of(output: &Output) -> String {
    assert!(output.status.success(), "{}: {}", output.status, String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The binary running `demo` as a process of its own.
pub struct Process {
    child: Child,
    /// `http://127.0.0.1:PORT`.
    pub base: String,
    begun: Instant,
    /// From the start of the process to the first good answer of `/readyz`.
    pub ready_after: Duration,
}

impl Process {
    /// Starts it and waits until it is ready.
    pub async fn demo(folder: &Path, database: Option<&str>) -> Self {
        let mut process = Self::begin(folder, database);
        process.wait_until_ready().await;
        process
    }

    /// Starts it and does not wait.
    pub fn begin(folder: &Path, database: Option<&str>) -> Self {
        let port = std::net::TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port").port();
        let address = format!("127.0.0.1:{port}");
        let mut command = Command::new(env!("CARGO_BIN_EXE_durvis"));
        command.args(["demo", "--listen", &address, "--data-dir"]).arg(folder);
        if let Some(url) = database {
            command.args(["--database", url]);
        }
        command.env("DURVIS_RATE_LIMIT__ENABLED", "false").env("DURVIS_LOG__FILTER", "warn");
        let child = command.stdout(Stdio::null()).stderr(Stdio::inherit()).spawn().expect("the binary starts");
        Self { child, base: format!("http://{address}"), begun: Instant::now(), ready_after: Duration::ZERO }
    }

    async fn wait_until_ready(&mut self) {
        let client = client();
        while self.begun.elapsed() < Duration::from_secs(90) {
            if let Some(status) = self.child.try_wait().expect("a child") {
                panic!("the server ended with {status}");
            }
            if client.send(Call::get(format!("{}/readyz", self.base), "/readyz")).await.is_ok() {
                self.ready_after = self.begun.elapsed();
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("the server was not ready in time");
    }

    /// Ends it without any warning, as a power cut would.
    pub fn kill(mut self) {
        self.child.kill().expect("a signal");
        self.child.wait().expect("a child");
    }

    /// Ends it in good order and gives its exit code.
    pub fn terminate(mut self) -> Option<i32> {
        let sent = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().expect("kill runs");
        assert!(sent.success());
        self.child.wait().expect("a child").code()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An application as the interface's own description shows it.
pub struct Example {
    /// The body.
    pub body: Value,
    /// Who may send it.
    pub persona: String,
}

/// The example of `POST /api/v1/cases`.
pub async fn example(client: &Client, base: &str) -> Example {
    let document: Value =
        client.json(Call::get(format!("{base}/openapi.json"), "/openapi.json")).await.expect("a document");
    let operation = &document["paths"]["/api/v1/cases"]["post"];
    let media = &operation["requestBody"]["content"]["application/json"];
    let body = if media["example"].is_null() { &media["examples"]["default"]["value"] } else { &media["example"] };
    assert!(!body.is_null(), "POST /api/v1/cases has no example");
    let persona = operation["x-persona"].as_str().or(media["x-persona"].as_str()).unwrap_or("resident");
    Example { body: body.clone(), persona: persona.to_owned() }
}

/// A bearer token of a persona.
pub async fn token(client: &Client, base: &str, persona: &str) -> String {
    let call = Call::new(axum::http::Method::POST, format!("{base}/demo/token"), "/demo/token")
        .header("content-type", "application/x-www-form-urlencoded")
        .expect("a header")
        .body(format!("persona={persona}").into_bytes());
    let answer: Value = client.json(call).await.expect("a token");
    answer["access_token"].as_str().expect("access_token").to_owned()
}

/// Applies; the same key never makes two cases.
pub async fn apply(client: &Client, base: &str, token: &str, key: &str, body: &Value) -> kernel::Result<Answer> {
    let call = Call::post_json(format!("{base}/api/v1/cases"), "/api/v1/cases", body)?
        .header("authorization", &format!("Bearer {token}"))?
        .header("idempotency-key", key)?;
    client.send(call).await
}

/// The number in the answer to an application.
pub fn number(answer: &Answer) -> String {
    let value: Value = serde_json::from_slice(&answer.body).expect("JSON");
    value["number"].as_str().expect("a case number").to_owned()
}
