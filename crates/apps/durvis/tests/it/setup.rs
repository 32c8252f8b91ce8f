//! `durvis setup`: from an empty folder to a platform that its first administrator can sign in to.
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use identity::PersonalCode;
use kernel::{Caller, Role};
use storage::{Database, Settings};

use crate::support::{durvis, folder, stdout_of};

/// An invented code.
const CODE: &str = "320000-00011";

fn setup(place: &str, code: &str, more: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_durvis"))
        .args(["setup", "--data-dir", place])
        .args(more)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    child.stdin.take().expect("a pipe").write_all(code.as_bytes()).expect("written");
    child.wait_with_output().expect("an end")
}

// req: AUT-06, ADM-04
#[tokio::test]
async fn an_empty_folder_gets_institutions_and_a_first_administrator_once() {
    let folder = folder();
    let place = folder.path().to_str().expect("text");
    let administrator = ["--administrator", "Anna Marija Bērziņa"];
    for _ in 0..2 {
        let told = stdout_of(&setup(place, &format!("{CODE}\n"), &administrator));
        assert!(told.contains("institutions: ") && told.contains("platform administrator: may sign in"), "{told}");
        assert!(!told.contains(CODE), "{told}");
    }
    let url = format!("sqlite://{}", folder.path().join("durvis.db").display());
    let db = Database::connect(Settings::new(url, folder.path().join("files"))).await.expect("the database");
    let tx = db.read(&Caller::engine()).await.expect("a read");
    let code = PersonalCode::parse(CODE).expect("a code");
    let person = identity::find_person(&tx, &code).await.expect("a read").expect("the person");
    let roles = institutions::roles_of(&tx, person).await.expect("roles");
    assert_eq!(roles.iter().map(|held| held.role).collect::<Vec<_>>(), [Role::PlatformAdministrator]);
    let services = catalogue::list_services(&tx, &Default::default(), &kernel::PageRequest::first(1)).await;
    assert!(services.expect("a list").items.is_empty(), "pilot services only when asked for");
    assert!(institutions::by_code(&tx, "LV-022").await.expect("a read").is_some());
    drop(tx);
    db.close().await.expect("closed");
    assert!(stdout_of(&durvis(&["audit", "verify", "--data-dir", place])).contains("every chain is whole"));
    stdout_of(&setup(place, "", &["--pilot-services"]));
    let written = stdout_of(&durvis(&["export", "services", "--data-dir", place]));
    assert_eq!(written.lines().count(), 17, "the sixteen, and one that has ended");
}

#[test]
fn a_wrong_name_or_code_changes_nothing() {
    let folder = folder();
    let place = folder.path().to_str().expect("text");
    for (name, code, exit) in [("Anna", CODE, 2), ("Anna Bērziņa", "32", 1), ("Anna Bērziņa", "", 1)] {
        let output = setup(place, code, &["--administrator", name]);
        assert_eq!(output.status.code(), Some(exit), "{name} {code}");
        assert!(!folder.path().join("durvis.db").exists(), "{name} {code}");
    }
}
