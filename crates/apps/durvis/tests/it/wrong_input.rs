//! Wrong input, everywhere: the right status, words in the reader's language, and nothing lost.
use std::sync::Arc;

use axum::http::HeaderValue;
use chrono::TimeDelta;
use forms::StartDraft;
use kernel::FixedClock;
use serde_json::json;
use storage::{Database, Settings};

use crate::browser::{Body, House, Page, Visitor, fields};
use crate::support::{durvis, folder};
use crate::things::{Far, Office, PDF, World};

/// The number of a service that is published and closed.
const CLOSED: &str = "1017";

/// Somebody asks for the same thing in both languages: a page by its address, the API by its header.
async fn in_both(house: &House, who: &Visitor, path: &str, method: &str, body: &Body, status: u16, words: [&str; 2]) {
    for (language, words) in ["lv", "en"].into_iter().zip(words) {
        let place = path.replace("{lang}", language);
        let answer = house.ask_in(who, language, method, &place, body.clone()).await;
        assert_eq!(answer.status, status, "{method} {place}: {}", answer.body);
        assert!(answer.body.contains(words), "{method} {place}: no `{words}` in {}", answer.body);
        let way_on = answer.body.contains("<main") || answer.json()["status"] == status;
        assert!(way_on, "{method} {place}: neither a page nor a problem");
    }
}

async fn world() -> World {
    World::new(House::demo().await).await
}

// req: CSS-11
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_that_is_unknown_or_closed_is_said_so() {
    let world = world().await;
    let (house, anna, nobody) = (&world.house, world.who("resident"), Visitor::default());
    let unknown = ["Šāda pakalpojuma nav", "There is no such service"];
    let closed = ["vairs nevar pieprasīt", "can no longer be requested"];
    in_both(house, &nobody, "/{lang}/services/9999", "GET", &Body::None, 404, unknown).await;
    in_both(house, anna, "/{lang}/services/9999/apply", "GET", &Body::None, 404, unknown).await;
    in_both(house, anna, "/{lang}/services/9999/apply", "POST", &Body::Form(Vec::new()), 404, unknown).await;
    in_both(house, &nobody, "/api/v1/services/9999", "GET", &Body::None, 404, unknown).await;
    let shown = house.ask(&nobody, "GET", &format!("/lv/services/{CLOSED}"), Body::None).await;
    assert!(
        shown.status == 200 && shown.body.contains("Šis pakalpojums ir slēgts"),
        "the page stays: {}",
        shown.status
    );
    for (method, body) in [("GET", Body::None), ("POST", Body::Form(Vec::new()))] {
        in_both(house, anna, &format!("/{{lang}}/services/{CLOSED}/apply"), method, &body, 409, closed).await;
    }
    let answers = forms::example("childbirth-benefit").expect("an example");
    for (code, status, words) in [("9999", 404, unknown), (CLOSED, 409, closed)] {
        let body = Body::Json(json!({ "service": code, "answers": answers }));
        in_both(house, anna, "/api/v1/cases", "POST", &body, status, words).await;
    }
    let consulted = Body::Json(json!({ "service": "9999", "channel": "phone", "outcome": "answered" }));
    in_both(house, world.who("officer"), "/api/v1/consultations", "POST", &consulted, 404, unknown).await;
    world.house.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_case_that_is_unknown_is_said_so() {
    let world = world().await;
    let words = ["Šāda iesnieguma nav", "There is no such application"];
    for number in ["1007-999999", "9999-1", "abc", "1007", "1007-1-1"] {
        let of = |start: &str| format!("{start}/cases/{number}");
        in_both(&world.house, world.who("resident"), &of("/{lang}"), "GET", &Body::None, 404, words).await;
        in_both(&world.house, world.who("officer"), &of("/{lang}/work"), "GET", &Body::None, 404, words).await;
        in_both(&world.house, world.who("resident"), &of("/api/v1"), "GET", &Body::None, 404, words).await;
    }
    world.house.close().await;
}

/// A draft that was begun thirty-one days ago, as the database of that day would have kept it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_expired_draft_is_told_from_one_that_never_was() {
    let folder = folder();
    let (url, files) = (format!("sqlite://{}/durvis.db", folder.path().display()), folder.path().join("files"));
    let world = World::new(House::open(folder, &[], durvis::Mode::Demo { with: None }).await).await;
    let long_ago = world.house.running.database().clock().now() - TimeDelta::days(31);
    let past = Settings { clock: Arc::new(FixedClock::new(long_ago)), ..Settings::new(url, files) };
    let holder = world.holder("P.11").await.parse().expect("an institution");
    let past = Database::connect(past).await.expect("the same database");
    let mut tx = past.write(world.caller("resident")).await.expect("a unit of work");
    let service_code = world.services["P.11"].clone();
    let prefill = registers::Lookup::NotConnected;
    let known = forms::Known::default();
    let start = StartDraft { service_code, holder, form_key: "childbirth-benefit".to_owned(), prefill, known };
    let id = forms::start_draft(&mut tx, start).await.expect("a draft");
    tx.commit().await.expect("kept");
    past.close().await.expect("closed");
    let (house, anna) = (&world.house, world.who("resident"));
    let words = ["Melnraksta termiņš ir beidzies", "The draft has expired"];
    for end in ["", "/steps/applicant", "/check"] {
        in_both(house, anna, &format!("/{{lang}}/drafts/{id}{end}"), "GET", &Body::None, 410, words).await;
    }
    let expired = house.ask(anna, "GET", &format!("/lv/drafts/{id}"), Body::None).await.body;
    assert!(expired.contains(&format!("href=\"/lv/services/{}\"", world.services["P.11"])), "it leads to its service");
    let typed = Body::Form(fields(&[("applicant_given_name", "Anna"), ("revision", "1")]));
    in_both(house, anna, &format!("/{{lang}}/drafts/{id}/steps/applicant"), "POST", &typed, 410, words).await;
    let truth = Body::Form(fields(&[("truth", "yes")]));
    in_both(house, anna, &format!("/{{lang}}/drafts/{id}/check"), "POST", &truth, 410, words).await;
    let never = ["404", "404"].map(|_| "<main");
    let unknown = "/{lang}/drafts/01900000-0000-7000-8000-00000000dead";
    in_both(house, anna, unknown, "GET", &Body::None, 404, never).await;
    world.house.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_on_an_old_revision_keeps_what_was_typed() {
    let world = world().await;
    let (house, anna, officer) = (&world.house, world.who("resident"), world.who("officer"));
    let case = world.case("resident", Office::Vsaa, Far::Taken).await;
    let old = (case.revision - 1).to_string();
    let words = ["pa šo laiku ir mainījies", "has changed meanwhile"];
    let text = "Jautājums <ar zīmēm>";
    let ask = Body::Form(fields(&[("question", text), ("days", "5"), ("revision", &old)]));
    in_both(house, officer, &format!("/{{lang}}/work/cases/{}/ask", case.id), "POST", &ask, 412, words).await;
    let again = house.ask(officer, "POST", &format!("/lv/work/cases/{}/ask", case.id), ask).await;
    assert!(again.body.contains("Jautājums &lt;ar zīmēm&gt;"), "what was typed is shown again: {}", again.body);
    let withdraw = Body::Form(fields(&[("revision", &old)]));
    in_both(house, anna, &format!("/{{lang}}/cases/{}/withdraw", case.id), "POST", &withdraw, 412, words).await;

    let draft = world.draft("resident").await;
    let mut typed = draft.typed.clone();
    typed.retain(|(name, _)| name != "applicant_given_name");
    typed.extend(fields(&[("applicant_given_name", "Annele"), ("revision", "1")]));
    let step = format!("/lv/drafts/{}/steps/applicant", draft.id);
    let stale = house.ask(anna, "POST", &step, Body::Form(typed)).await;
    assert!(stale.status == 412 && stale.body.contains("Annele"), "{}: {}", stale.status, stale.body);
    let kept = house.ask(anna, "GET", &step, Body::None).await;
    assert!(!kept.body.contains("Annele"), "the newer version holds until the person sends again");

    let profile = fields(&[("revision", "0"), ("phone", "29111222"), ("email", "a@example.lv"), ("locale", "lv")]);
    let stale = house.ask(anna, "POST", "/lv/profile", Body::Form(profile)).await;
    assert!(stale.status == 412 && stale.body.contains("29111222"), "{}: {}", stale.status, stale.body);
    assert!(stale.body.contains("mainīti citā logā"), "{}", stale.body);
    world.house.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_interface_refuses_old_revisions_and_reused_keys() {
    let world = world().await;
    let (house, anna) = (&world.house, world.who("resident"));
    let case = world.case("resident", Office::Vsaa, Far::Taken).await;
    let path = format!("/api/v1/cases/{}/events", case.id);
    let report = json!({ "kind": "case.stage_reported", "stage": "Datu pārbaude" });
    for (tag, status, words) in [
        ("\"1\"", 412, "has changed meanwhile"),
        ("seven", 422, "If-Match"),
        (&format!("\"{}\"", case.revision), 201, "number"),
    ] {
        let answer = keyed(house, world.who("officer"), &path, ("if-match", tag), &report).await;
        assert!(answer.status == status && answer.body.contains(words), "{tag}: {} {}", answer.status, answer.body);
    }
    let mut answers = forms::example("childbirth-benefit").expect("an example");
    let service = &world.services["P.11"];
    let key = ("idempotency-key", "key-of-this-test");
    let first = json!({ "service": service, "answers": answers });
    let kept = keyed(house, anna, "/api/v1/cases", key, &first).await;
    let again = keyed(house, anna, "/api/v1/cases", key, &first).await;
    assert_eq!((kept.status, again.status), (201, 200));
    assert_eq!(kept.json()["number"], again.json()["number"], "the same request is the same case");
    answers.insert("email".to_owned(), json!("cita@example.lv"));
    let other = keyed(house, anna, "/api/v1/cases", key, &json!({ "service": service, "answers": answers })).await;
    assert!(other.status == 409 && other.body.contains("already used for another request"), "{}", other.body);
    let complaint = json!({ "kind": "case.complaint_filed", "text": "Neviens neatbild uz zvaniem." });
    let consulted = json!({ "service": service, "channel": "phone", "outcome": "answered" });
    let long = "k".repeat(201);
    for (who, path, body, (name, other)) in [
        (world.who("officer"), path.as_str(), &report, ("stage", "Lēmums")),
        (anna, path.as_str(), &complaint, ("text", "Citi vārdi")),
        (world.who("officer"), "/api/v1/consultations", &consulted, ("channel", "post")),
    ] {
        let key = ("idempotency-key", "key-of-this-test");
        let (kept, again) = (keyed(house, who, path, key, body).await, keyed(house, who, path, key, body).await);
        assert_eq!((kept.status, again.status), (201, 200), "{name}: {} {}", kept.body, again.body);
        let mut repeated = kept.json();
        assert_eq!(std::mem::replace(&mut repeated["repeated"], json!(true)), json!(false));
        assert_eq!(again.json(), repeated, "the same request has the same result");
        let mut changed = body.clone();
        changed[name] = json!(other);
        assert_eq!(keyed(house, who, path, key, &changed).await.status, 409, "{name}");
        assert_eq!(keyed(house, who, path, ("idempotency-key", &long), body).await.status, 422, "{name}");
    }
    assert_eq!(keyed(house, anna, "/api/v1/cases", ("idempotency-key", &long), &first).await.status, 422);
    world.house.close().await;
}

// req: INF-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_that_cannot_be_kept_is_refused_by_every_route_and_nothing_is_done() {
    let world = world().await;
    let (house, anna, officer) = (&world.house, world.who("resident"), world.who("officer"));
    let case = world.case("resident", Office::Vsaa, Far::Taken).await;
    let events = format!("/api/v1/cases/{}/events", case.id);
    let cases = async || house.ask(anna, "GET", "/api/v1/cases?limit=100", Body::None).await.json()["items"].clone();
    let steps = async || house.ask(anna, "GET", &events, Body::None).await.json()["items"].clone();
    let before = (cases().await, steps().await);
    let answers = forms::example("childbirth-benefit").expect("an example");
    let service = &world.services["P.11"];
    let consulted = json!({ "service": service, "channel": "phone", "outcome": "answered" });
    let value = json!({ "indicator": "1007-R1", "month": "2025-11", "value": 4.2 });
    for key in ["", "atslēga", "two words"] {
        for (who, path, body) in [
            (anna, "/api/v1/cases", json!({ "service": service, "answers": answers })),
            (officer, events.as_str(), json!({ "kind": "case.stage_reported", "stage": "Datu pārbaude" })),
            (officer, "/api/v1/consultations", consulted.clone()),
            (world.who("contact"), "/api/v1/indicators/own", json!({ "values": [value] })),
        ] {
            let answer = keyed(house, who, path, ("idempotency-key", key), &body).await;
            let names_it = answer.body.contains("Idempotency-Key");
            assert!(answer.status == 422 && names_it, "{path} {key:?}: {} {}", answer.status, answer.body);
        }
    }
    assert_eq!((cases().await, steps().await), before);
    world.house.close().await;
}

// req: OPN-01, REG-06
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_steps_of_a_case_are_read_page_by_page() {
    let world = world().await;
    let (house, anna) = (&world.house, world.who("resident"));
    let case = world.case("resident", Office::Vsaa, Far::Delivered).await;
    let path = format!("/api/v1/cases/{}/events", case.id);
    let all = house.ask(anna, "GET", &path, Body::None).await;
    let whole = all.json()["items"].as_array().expect("a list").clone();
    assert!(whole.len() > 3 && all.json()["next"].is_null(), "{}", all.body);
    let (mut read, mut after) = (Vec::new(), String::new());
    for _ in &whole {
        let page = house.ask(anna, "GET", &format!("{path}?limit=2{after}"), Body::None).await;
        assert_eq!((page.status, page.header("etag")), (200, all.header("etag")));
        let items = page.json()["items"].as_array().expect("a list").clone();
        assert!(items.len() <= 2, "{}", page.body);
        read.extend(items);
        match page.json()["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => break,
        }
    }
    assert_eq!(read, whole, "each step once, in order");
    let foreign = kernel::Cursor::from_parts(&["x"]);
    let wrong = house.ask(anna, "GET", &format!("{path}?after={}", foreign.as_str()), Body::None).await;
    assert_eq!(wrong.status, 422, "{}", wrong.body);
    let stranger = house.ask(world.who("resident2"), "GET", &format!("{path}?limit=2"), Body::None).await;
    assert_eq!(stranger.status, 404);
    world.house.close().await;
}

/// A program that reads English sends JSON with one more header.
async fn keyed(house: &House, who: &Visitor, path: &str, header: (&str, &str), body: &serde_json::Value) -> Page {
    let token = who.token.as_deref().expect("a token");
    let request = axum::http::Request::post(format!("{}{path}", house.base))
        .header("authorization", format!("Bearer {token}"))
        .header("accept-language", "en")
        .header("content-type", "application/json")
        .header(header.0, HeaderValue::from_bytes(header.1.as_bytes()).expect("a header"));
    house.send(request.body(body.to_string().into_bytes()).expect("a request")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_is_too_large_or_of_another_type_loses_nothing_else() {
    let world = world().await;
    let (house, anna) = (&world.house, world.who("resident"));
    let large = [PDF, &vec![b' '; 11 << 20]].concat();
    let files: [(&str, Vec<u8>, [&str; 2]); 4] = [
        ("liela.pdf", large, ["ir pārāk liela", "is too large"]),
        ("programma.pdf", b"MZ not a pdf at all".to_vec(), ["saturs neatbilst", "does not match its name"]),
        ("programma.exe", b"MZ".to_vec(), ["programma.exe", "programma.exe"]),
        ("tuksa.pdf", Vec::new(), ["tuksa.pdf", "tuksa.pdf"]),
    ];
    let case = world.case("resident", Office::Vsaa, Far::Asked).await;
    let taken = world.case("resident", Office::Vsaa, Far::Taken).await;
    for (name, content, words) in files {
        let file = |field: &str| vec![(field.to_owned(), name.to_owned(), content.clone())];
        let said = fields(&[("answer", "Mani vārdi"), ("revision", &case.revision.to_string())]);
        let body = Body::Files(said, file("file"));
        in_both(house, anna, &format!("/{{lang}}/cases/{}/answer", case.id), "POST", &body, 422, words).await;
        let again = house.ask(anna, "POST", &format!("/lv/cases/{}/answer", case.id), body).await;
        assert!(again.body.contains("Mani vārdi"), "{name}: what was typed is gone");
        let decision = [("outcome", "granted"), ("text", "Lēmuma vārdi"), ("revision", &taken.revision.to_string())];
        let body = Body::Files(fields(&decision), file("file"));
        let path = format!("/{{lang}}/work/cases/{}/decide", taken.id);
        in_both(house, world.who("officer"), &path, "POST", &body, 422, words).await;
    }
    // Nothing was changed by all that, and a right file is taken.
    let right = vec![("file".to_owned(), "izzina.pdf".to_owned(), PDF.to_vec())];
    let body = Body::Files(fields(&[("answer", "Mani vārdi"), ("revision", &case.revision.to_string())]), right);
    let sent = house.ask(anna, "POST", &format!("/lv/cases/{}/answer", case.id), body).await;
    assert!(sent.status == 303 && sent.header("location").ends_with("?done=answered"), "{}", sent.status);
    world.house.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_register_that_cannot_be_reached_only_asks_more() {
    // Nobody listens on this port.
    let world = World::new(House::with(&[("registers.persons_url", "http://127.0.0.1:9/")]).await).await;
    let (house, anna) = (&world.house, world.who("resident"));
    let apply = format!("/lv/services/{}/apply", world.services["P.11"]);
    let started = house.ask(anna, "POST", &apply, Body::Form(Vec::new())).await;
    assert_eq!(started.status, 303, "the form works all the same: {}", started.body);
    let resumed = house.ask(anna, "GET", started.header("location"), Body::None).await;
    let step = resumed.header("location").trim_start_matches("/lv");
    let words = ["Reģistrs pašlaik neatbild", "The register does not answer"];
    in_both(house, anna, &format!("/{{lang}}{step}"), "GET", &Body::None, 200, words).await;
    let draft = world.draft("resident").await;
    let check = format!("/lv/drafts/{}/check", draft.id);
    let marked = house.ask(anna, "GET", &check, Body::None).await;
    assert!(marked.body.contains("ierakstījis iesniedzējs"), "the answers are marked: {}", marked.body);
    let sent = house.ask(anna, "POST", &check, Body::Form(fields(&[("truth", "yes")]))).await;
    assert!(sent.header("location").ends_with("/submitted"), "{}: {}", sent.status, sent.body);
    let case = sent.header("location").trim_start_matches("/lv").trim_end_matches("/submitted").to_owned();
    let officer = house.ask(world.who("officer"), "GET", &format!("/lv/work{case}"), Body::None).await;
    assert!(officer.body.contains("neatbildēja"), "the officer sees that nobody has confirmed it: {}", officer.body);
    world.house.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_read_is_answered_with_the_place_of_the_mistake() {
    let world = world().await;
    let (house, anna, officer) = (&world.house, world.who("resident"), world.who("officer"));
    for language in ["lv", "en"] {
        let request = axum::http::Request::post(format!("{}/api/v1/cases", house.base))
            .header("authorization", format!("Bearer {}", anna.token.as_deref().expect("a token")))
            .header("accept-language", language)
            .header("content-type", "application/json");
        let answer = house.send(request.body(b"{\n \"service\": ,".to_vec()).expect("a request")).await;
        assert_eq!((answer.status, answer.header("content-type")), (422, "application/problem+json"));
        let words = if language == "lv" { "2. rinda" } else { "Line 2" };
        assert!(answer.body.contains(words), "{}", answer.body);
    }
    let typed = Body::Form(fields(&[("service", "1007")]));
    let type_words = ["Ziņojuma tipam jābūt", "The body must be of type"];
    in_both(house, anna, "/api/v1/cases", "POST", &typed, 415, type_words).await;
    let extra = Body::Json(json!({ "service": "1007", "answers": {}, "state": "decided" }));
    let words = ["Lauks „state” šeit nav paredzēts; paredzētie lauki: service,", "There is no field"];
    in_both(house, anna, "/api/v1/cases", "POST", &extra, 422, words).await;
    for (path, words) in [
        ("/api/v1/services?limit=abc", ["Parametrā „limit” jābūt veselam skaitlim", "whole number"]),
        ("/api/v1/services?limit=-1", ["Parametrā „limit” jābūt veselam skaitlim", "whole number"]),
        ("/api/v1/services?sdg=yes", ["Parametrā „sdg” jābūt „true”", "or \\\"false\\\""]),
        ("/api/v1/services/1007?on=31.01.2026", ["Parametrā „on” jābūt dienai", "must be a day"]),
        ("/api/v1/indicators/services?holder=vsaa", ["Parametrā „holder” jābūt identifikatoram", "(UUID)"]),
    ] {
        in_both(house, anna, path, "GET", &Body::None, 422, words).await;
    }
    for (body, status, words) in [
        (Body::Form(Vec::new()), 422, ["Trūkst lauka „persona”", "is missing"]),
        (Body::Json(json!({ "persona": "resident" })), 415, type_words),
        (
            Body::Form(fields(&[("persona", "nobody")])),
            404,
            ["Izmēģinājuma persona nav atrasta", "Demonstration person not found"],
        ),
    ] {
        in_both(house, &Visitor::default(), "/demo/token", "POST", &body, status, words).await;
    }
    let words = ["Lapas norāde nav derīga", "The page mark is not valid"];
    for path in [
        "/api/v1/services?after=zzz",
        "/api/v1/cases?after=00",
        "/{lang}/cases?after=zzz",
        "/{lang}/documents?after=zzz",
        "/{lang}/views?after=zzz",
    ] {
        in_both(house, anna, path, "GET", &Body::None, 422, words).await;
    }
    in_both(house, officer, "/{lang}/work/desk?after=zzz", "GET", &Body::None, 422, words).await;
    let tab = ["Vērtība „zzz” nav zināma", "The value “zzz” is not known"];
    in_both(house, officer, "/{lang}/work/desk?tab=zzz", "GET", &Body::None, 422, tab).await;
    for path in ["/api/v1/indicators/services?by=zzz", "/api/v1/indicators/own?by=zzz"] {
        in_both(house, officer, path, "GET", &Body::None, 422, tab).await;
    }
    let wrong = Body::Json(json!({ "service": world.services["P.11"], "answers": { "iban": "LV00" } }));
    let answer = house.ask_in(anna, "en", "POST", "/api/v1/cases", wrong).await;
    let pointers: Vec<String> = answer.json()["errors"]
        .as_array()
        .expect("errors")
        .iter()
        .map(|error| error["pointer"].as_str().unwrap_or_default().to_owned())
        .collect();
    assert!(
        answer.status == 422 && pointers.len() > 5 && pointers.contains(&"/answers/iban".to_owned()),
        "{pointers:?}"
    );
    world.house.close().await;
}

#[test]
fn a_database_that_cannot_be_reached_at_the_start_is_said_so() {
    let folder = folder();
    let place = folder.path().to_str().expect("text");
    let output = durvis(&["serve", "--data-dir", place, "--database", "postgres://127.0.0.1:1/x"]);
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(4), "{text}");
    assert!(text.contains("postgres://127.0.0.1:1/x") && text.contains("Nothing was changed"), "{text}");
}
