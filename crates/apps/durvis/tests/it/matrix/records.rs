//! Each look of an institution at somebody's data leaves exactly one record, with its reason; a refusal leaves none.
use kernel::{Caller, PageRequest};

use crate::browser::{Body, House, fields};
use crate::things::{ACTORS, Far, Office, Thing, World};

/// Method, path, and what is shown: every route that shows an official personal data of a case.
const SHOWS: [(&str, &str, &str); 7] = [
    ("GET", "/lv/work/cases/{number}", "case"),
    ("GET", "/lv/work/cases/{number}/documents/{document}", "document"),
    ("POST", "/lv/work/cases/{number}/identity", "personal-code"),
    ("GET", "/lv/work/audit?number={number}", "viewings"),
    ("POST", "/lv/work/audit/viewings", "viewings"),
    ("GET", "/api/v1/cases/{number}", "case"),
    ("GET", "/api/v1/cases/{number}/documents/{document}", "document"),
];

/// Routes of institutions that show cases without anybody's data.
const SHOWS_NOBODY: [&str; 4] =
    ["/lv/work/desk?tab=team", "/lv/work/find?q={number}", "/api/v1/cases", "/api/v1/cases/{number}/events"];

/// What is on the record about Jānis: what was shown, why, to whom.
async fn records(world: &World) -> Vec<(String, String, String)> {
    let subject = world.caller("resident2").person.expect("a person");
    let tx = world.house.running.database().read(&Caller::engine()).await.expect("a read");
    let views = storage::access_views(&tx, subject, &PageRequest::first(PageRequest::MAX)).await.expect("views");
    assert!(views.next.is_none(), "more than one page");
    views.items.into_iter().map(|view| (view.what, view.purpose, view.actor.role.to_string())).collect()
}

async fn ask(world: &World, key: &str, method: &str, path: &str, case: &Thing) -> u16 {
    let path = path.replace("{number}", &case.id).replace("{document}", &case.document);
    // The reason for a whole code, and Jānis's code for the viewings of a person: each form takes its own.
    let sent = fields(&[("reason", "verify-identity"), ("code", "328000-00022")]);
    let body = if method == "POST" { Body::Form(sent) } else { Body::None };
    world.house.ask(world.who(key), method, &path, body).await.status
}

// req: POR-05, PRF-03
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_opened_letter_leaves_one_record() {
    let world = World::new(House::demo().await).await;
    let letter = world.letter("resident2", Office::Vsaa, false).await;
    let mut shown = 0;
    for key in ACTORS {
        let before = records(&world).await.len();
        let path = format!("/lv/work/enquiries/{}", letter.id);
        let status = world.house.ask(world.who(key), "GET", &path, Body::None).await.status;
        let after = records(&world).await;
        assert_eq!(after.len() - before, usize::from(status == 200), "{key}: {status}");
        if status == 200 {
            shown += 1;
            let purpose = if key == "auditor" { "audit" } else { "answer-enquiry" };
            assert_eq!((after[0].0.as_str(), after[0].1.as_str()), ("enquiry", purpose), "{key}");
        }
        assert!(world.house.ask(world.who(key), "GET", "/lv/work/enquiries", Body::None).await.status < 500);
        assert_eq!(records(&world).await.len(), after.len(), "a list leaves no record");
    }
    assert!(shown >= 3, "officer, contact person, administrator of the institution and the auditor: {shown}");
    world.house.close().await;
}

// req: AUD-01, AUD-03, PRF-03
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_look_at_personal_data_leaves_one_record() {
    let world = World::new(House::demo().await).await;
    let case = world.case("resident2", Office::Vsaa, Far::Delivered).await;
    let mut shown = 0;
    for (method, path, what) in SHOWS {
        for key in ACTORS {
            let before = records(&world).await;
            let status = ask(&world, key, method, path, &case).await;
            let after = records(&world).await;
            let own = key == "resident2" && path.starts_with("/api/");
            let expected = usize::from(status == 200 && !own);
            assert_eq!(after.len() - before.len(), expected, "{method} {path} as {key}: {status}");
            if expected == 0 {
                continue;
            }
            shown += 1;
            let purpose = match (what, key) {
                ("personal-code", _) => "verify-identity",
                (_, "auditor") => "audit",
                _ => "handle-case",
            };
            assert_eq!((after[0].0.as_str(), after[0].1.as_str()), (what, purpose), "{method} {path} as {key}");
        }
    }
    // Officer and auditor see the case and its file, the officer the code, the auditor the viewings in the case and of
    // the person, and the API shows the case and its file to the officer and the system.
    assert_eq!(shown, 11);
    let before = records(&world).await;
    for path in SHOWS_NOBODY {
        for key in ["officer", "specialist", "system"] {
            assert!(ask(&world, key, "GET", path, &case).await < 500, "{path} as {key}");
        }
    }
    assert_eq!(records(&world).await, before, "lists name nobody and leave no record");
    world.house.close().await;
}
