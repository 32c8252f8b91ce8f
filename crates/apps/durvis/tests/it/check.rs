//! `durvis check`: what it tries, what it says, and that it makes nothing.
use std::path::{Path, PathBuf};
use std::process::Output;

use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::support::{durvis, folder, stdout_of};

/// What a configuration names.
const PARTS: [&str; 7] = ["configuration", "numbers", "database", "files", "sign-in", "persons", "translation"];

/// A provider of sign-in, a person register and a translation engine at one address.
async fn others() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let base = format!("http://{}", listener.local_addr().expect("an address"));
    let provider = json!({
        "issuer": base,
        "authorization_endpoint": format!("{base}/authorize"),
        "token_endpoint": format!("{base}/token"),
        "jwks_uri": format!("{base}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
    });
    let router = Router::new()
        .route("/.well-known/openid-configuration", get(move || async move { Json(provider) }))
        .route("/keys", get(|| async { Json(json!({ "keys": [] })) }))
        .route("/health", get(|| async { "ok" }))
        .route("/translate", post(translate));
    tokio::spawn(axum::serve(listener, router).into_future());
    base
}

async fn translate(Json(asked): Json<Value>) -> Json<Value> {
    Json(json!({ "texts": asked["texts"] }))
}

/// A configuration with this data folder, whose other systems are all at one address.
fn configuration(folder: &Path, data: &Path, others: &str) -> PathBuf {
    let file = folder.join("durvis.toml");
    let text = format!(
        "[server]\nmetrics_listen = \"127.0.0.1:9464\"\n\
         [storage]\ndata_dir = \"{}\"\n[oidc]\nissuer = \"{others}\"\nclient_id = \"durvis\"\n\
         [registers]\npersons_url = \"{others}\"\n[translation]\nurl = \"{others}/translate\"\n",
        data.display()
    );
    std::fs::write(&file, text).expect("a file");
    file
}

fn run(command: &str, configuration: &Path) -> Output {
    durvis(&[command, "--config", configuration.to_str().expect("text")])
}

/// The words beside a part.
fn line(told: &str, part: &str) -> String {
    let found = told.lines().find_map(|line| line.strip_prefix(part));
    found.unwrap_or_else(|| panic!("no line of {part}: {told}")).trim().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_that_is_named_is_tried() {
    let folder = folder();
    let data = folder.path().join("data");
    let file = configuration(folder.path(), &data, &others().await);
    stdout_of(&run("migrate", &file));
    let told = stdout_of(&run("check", &file));
    for part in PARTS {
        assert!(line(&told, part).starts_with("ok: "), "{told}");
    }
    assert!(line(&told, "database").ends_with("tables up to date"), "{told}");
    assert!(line(&told, "translation").ends_with("as Hugo.lv, into de ru uk"), "{told}");
    assert!(line(&told, "sign-in").contains(" as durvis; everybody counts as low, "), "{told}");
    assert!(line(&told, "sign-in").contains("/sign-in/callback to lead back to"), "{told}");
    // A folder in which nothing can be kept is the only thing that fails then.
    std::fs::remove_dir(data.join("files")).expect("an empty folder");
    std::fs::write(data.join("files"), "a file").expect("a file");
    let output = run("check", &file);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(line(&told, "files").starts_with("fails: nothing can be kept in "), "{told}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("1 part(s)"), "{told}");
}

#[test]
fn what_does_not_work_is_told_with_what_to_do_and_nothing_is_made() {
    let folder = folder();
    let data = folder.path().join("data");
    // Nobody listens on this port.
    let file = configuration(folder.path(), &data, "http://127.0.0.1:9");
    let output = run("check", &file);
    let (told, failed) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(1), "{told}{failed}");
    for (part, remedy) in [
        ("database", "durvis migrate"),
        ("files", "durvis migrate"),
        ("sign-in", "oidc.issuer"),
        ("persons", "registers.persons_url"),
        ("translation", "translation.url"),
    ] {
        let line = line(&told, part);
        assert!(line.starts_with("fails: ") && line.contains(remedy), "{told}");
    }
    assert!(line(&told, "persons").contains("The system 127.0.0.1:9 does not answer"), "{told}");
    assert!(failed.contains("5 part(s)"), "{failed}");
    assert!(!told.contains(".rs") && !told.contains("outbound-"), "{told}");
    assert!(!data.exists(), "a check makes no folder");
}

#[test]
fn what_no_key_names_is_no_failure() {
    let folder = folder();
    let place = folder.path().to_str().expect("text");
    stdout_of(&durvis(&["migrate", "--data-dir", place]));
    let told = stdout_of(&durvis(&["check", "--data-dir", place]));
    for part in ["numbers", "sign-in", "persons", "translation"] {
        assert!(line(&told, part).starts_with("unset: "), "{told}");
    }
}

#[test]
fn a_database_server_that_refuses_is_told_without_the_password() {
    let folder = folder();
    let url = "postgres://me:s3cret@127.0.0.1:9/durvis";
    let output = durvis(&["check", "--data-dir", folder.path().to_str().expect("text"), "--database", url]);
    let told = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{told}");
    let line = line(&told, "database");
    assert!(line.contains("postgres://me@127.0.0.1:9/durvis") && line.contains("refused"), "{told}");
    assert!(!told.contains("s3cret"), "{told}");
}
