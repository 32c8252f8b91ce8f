//! A server in this process, and people in front of it: browsers with a session, programs with a token.
use std::collections::BTreeMap;
use std::path::Path;

use axum::http::{HeaderMap, Request};
use config::{Config, Sources};
use durvis::{Mode, Running};
use identity::Session;
use kernel::Caller;
use outbound::Client;
use serde_json::Value;
use tempfile::TempDir;
use test_support::prepared;
use web_kit::percent;

use crate::support::{client, folder};

/// A server with its folder.
pub struct House {
    /// The server.
    pub running: Running,
    /// `http://127.0.0.1:PORT`.
    pub base: String,
    client: Client,
    folder: TempDir,
}

/// What was answered.
#[derive(Debug, Clone)]
pub struct Page {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The text.
    pub body: String,
}

impl Page {
    /// A header as text; empty when it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    /// What is wrong with what was sent, place by place: pointer and key.
    pub fn faults(&self) -> Vec<(String, String)> {
        let problem = self.json();
        let text = |value: &Value| value.as_str().expect("text").to_owned();
        let errors = problem["errors"].as_array().unwrap_or_else(|| panic!("no fields: {problem}"));
        errors.iter().map(|field| (text(&field["pointer"]), text(&field["key"]))).collect()
    }

    /// Whether it sends the browser to the page for signing in.
    pub fn asks_to_sign_in(&self) -> bool {
        self.status == 303
            && ["/lv/sign-in?return=", "/en/sign-in?return="].iter().any(|p| self.header("location").starts_with(p))
    }
}

/// What a request carries.
#[derive(Debug, Clone)]
pub enum Body {
    /// Nothing.
    None,
    /// The fields of a form, sent with the mark of the session.
    Form(Vec<(String, String)>),
    /// The same as `multipart/form-data`, with files: input, name, content.
    Files(Vec<(String, String)>, Vec<(String, String, Vec<u8>)>),
    /// JSON of a program.
    Json(Value),
}

/// Fields from pairs of literals.
pub fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Somebody in front of the server.
#[derive(Clone, Default)]
pub struct Visitor {
    /// Key of the persona; `anonymous` or `system`.
    pub key: String,
    /// `name=token` of the session.
    pub cookie: Option<String>,
    /// Mark of the session.
    pub csrf: String,
    /// Bearer token.
    pub token: Option<String>,
    /// Who that is; none for visitors and systems.
    pub caller: Option<Caller>,
}

/// The configuration of a test, with changes.
pub fn configuration(folder: &Path, changes: &[(&'static str, &str)]) -> Config {
    let mut overrides = vec![
        ("storage.data_dir", folder.display().to_string()),
        ("server.listen", "127.0.0.1:0".to_owned()),
        ("rate_limit.enabled", "false".to_owned()),
    ];
    overrides.extend(changes.iter().map(|(key, value)| (*key, (*value).to_owned())));
    config::load(&Sources { overrides, ..Sources::default() }).expect("a configuration")
}

impl House {
    /// A fresh demonstration.
    pub async fn demo() -> Self {
        Self::with(&[]).await
    }

    /// A fresh demonstration with another configuration. Its data were put in once, for all tests of this run.
    pub async fn with(changes: &[(&'static str, &str)]) -> Self {
        let home = folder();
        let make = async |made: &Path| {
            let filled = durvis::start(&configuration(made, &[]), Mode::Demo { with: None }).await.expect("a server");
            filled.stop().await.expect("an end in good order");
        };
        prepared("demonstration", home.path(), make).await;
        Self::open(home, changes, Mode::Demo { with: None }).await
    }

    /// A demonstration that puts in its data itself.
    pub async fn from_nothing() -> Self {
        Self::open(folder(), &[], Mode::Demo { with: None }).await
    }

    /// A server on this folder.
    pub async fn open(folder: TempDir, changes: &[(&'static str, &str)], mode: Mode) -> Self {
        let running = durvis::start(&configuration(folder.path(), changes), mode).await.expect("a server");
        let base = format!("http://{}", running.address);
        Self { running, base, client: client(), folder }
    }

    /// Stops it and starts it anew on the same folder.
    pub async fn again(self, changes: &[(&'static str, &str)], mode: Mode) -> Self {
        self.running.stop().await.expect("an end in good order");
        Self::open(self.folder, changes, mode).await
    }

    /// Ends it.
    pub async fn close(self) {
        self.running.stop().await.expect("an end in good order");
    }

    /// Sends a request for a service through the interface, under a key.
    pub async fn send_case(&self, who: &Visitor, key: &str, body: &Value) -> Page {
        let request = Request::post(format!("{}/api/v1/cases", self.base))
            .header("authorization", format!("Bearer {}", who.token.as_deref().expect("a token")))
            .header("content-type", "application/json")
            .header("accept-language", "lv")
            .header("idempotency-key", key);
        self.send(request.body(body.to_string().into_bytes()).expect("a request")).await
    }

    /// Sends a request as it is.
    pub async fn send(&self, request: Request<Vec<u8>>) -> Page {
        let what = format!("{} {}", request.method(), request.uri());
        let answer = self.client.execute(request).await.unwrap_or_else(|error| panic!("{what}: {error}"));
        let (parts, body) = answer.into_parts();
        Page {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }

    /// Sends what `who` would send: programs with their token, browsers with cookie and mark.
    pub async fn ask(&self, who: &Visitor, method: &str, path: &str, body: Body) -> Page {
        self.ask_in(who, "lv", method, path, body).await
    }

    /// The same by a reader of `language`.
    pub async fn ask_in(&self, who: &Visitor, language: &str, method: &str, path: &str, body: Body) -> Page {
        let program = path.starts_with("/api/") || path.starts_with("/oauth/");
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.base));
        request = request.header("accept-language", language);
        if let Some(token) = who.token.as_ref().filter(|_| program || who.cookie.is_none()) {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        if !program {
            request = request.header("accept", "text/html").header("sec-fetch-site", "same-origin");
            request = who.cookie.iter().fold(request, |request, cookie| request.header("cookie", cookie));
        }
        let mark = |mut fields: Vec<(String, String)>| {
            if !program {
                fields.push(("csrf".to_owned(), who.csrf.clone()));
            }
            fields
        };
        let (kind, bytes) = match body {
            Body::None => return self.send(request.body(Vec::new()).expect("a request")).await,
            Body::Form(fields) => ("application/x-www-form-urlencoded", urlencoded(&mark(fields))),
            Body::Files(fields, files) => ("multipart/form-data; boundary=b", multipart(&mark(fields), &files)),
            Body::Json(value) => ("application/json", value.to_string().into_bytes()),
        };
        self.send(request.header("content-type", kind).body(bytes).expect("a request")).await
    }

    /// A browser signed in as a persona, with a token beside it.
    pub async fn persona(&self, key: &str) -> Visitor {
        let nobody = Visitor::default();
        let signed_in = self.ask(&nobody, "GET", &format!("/demo/sign-in/{key}"), Body::None).await;
        assert_eq!(signed_in.status, 303, "{key}: {}", signed_in.body);
        let cookie = signed_in.header("set-cookie").split(';').next().unwrap_or_default().to_owned();
        let session = self.session(cookie.split_once('=').expect("a cookie").1).await;
        let form = Body::Form(fields(&[("persona", key)]));
        let token = self.ask(&nobody, "POST", "/demo/token", form).await.json()["access_token"].clone();
        Visitor {
            key: key.to_owned(),
            cookie: Some(cookie),
            csrf: session.csrf,
            token: Some(token.as_str().expect("a token").to_owned()),
            caller: Some(session.caller),
        }
    }

    /// The system of the demonstration.
    pub async fn system(&self) -> Visitor {
        let secret = fields(&[
            ("grant_type", "client_credentials"),
            ("client_id", identity::DEMO_CLIENT),
            ("client_secret", identity::DEMO_CLIENT_SECRET),
        ]);
        let answer = self.ask(&Visitor::default(), "POST", "/oauth/token", Body::Form(secret)).await;
        let token = answer.json()["access_token"].as_str().expect("a token").to_owned();
        Visitor { key: "system".to_owned(), token: Some(token), ..Visitor::default() }
    }

    /// The session of a token.
    pub async fn session(&self, token: &str) -> Session {
        let tx = self.running.database().read(&Caller::anonymous()).await.expect("a read");
        identity::session_by_token(&tx, token).await.expect("a session").expect("a session")
    }

    /// Code of every service with a pilot label.
    pub async fn pilots(&self) -> BTreeMap<String, String> {
        let tx = self.running.database().read(&Caller::engine()).await.expect("a read");
        let page = kernel::PageRequest::first(100);
        let found = catalogue::list_services(&tx, &catalogue::ServiceFilter::default(), &page).await.expect("services");
        found.items.into_iter().filter_map(|item| Some((item.pilot?, item.code))).collect()
    }
}

fn urlencoded(fields: &[(String, String)]) -> Vec<u8> {
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}={}", percent(name), percent(value))).collect();
    pairs.join("&").into_bytes()
}

fn multipart(fields: &[(String, String)], files: &[(String, String, Vec<u8>)]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    for (field, name, content) in files {
        let head = format!("--b\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n");
        body.extend(head.bytes());
        body.extend(content);
        body.extend(b"\r\n");
    }
    body.extend(b"--b--\r\n");
    body
}
