//! The register open both ways, over HTTP: data for everybody, descriptions from institutions' systems, the card.
use axum::http::Request;
use serde_json::{Value, json};
use std::time::Duration;

use crate::browser::{Body, House, Page, Visitor};

const CHANGES: &str = "/api/v1/services/changes";

/// A request with headers of its own.
pub(crate) async fn sent(
    house: &House,
    who: &Visitor,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Page {
    let mut request = Request::builder().method(method).uri(format!("{}{path}", house.base));
    if let Some(token) = &who.token {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    if !headers.iter().any(|(name, _)| *name == "content-type") && !body.is_empty() {
        request = request.header("content-type", "application/json");
    }
    request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    house.send(request.body(body.as_bytes().to_vec()).expect("a request")).await
}

pub(crate) async fn got(house: &House, path: &str, headers: &[(&str, &str)]) -> Page {
    sent(house, &Visitor::default(), "GET", path, headers, "").await
}

/// The example of the interface's own description.
pub(crate) fn example() -> Value {
    let document = api::document().expect("a document");
    let put = &document["paths"]["/api/v1/services/by-external-id/{external_id}"]["put"];
    put["requestBody"]["content"]["application/json"]["example"].clone()
}

fn with_summary(summary: &str) -> String {
    let mut service = example();
    service["description"]["summary"] = json!({ "lv": summary, "en": summary });
    service.to_string()
}

/// Every change after a place, once the reader of the log has told of `wanted` more.
async fn news(house: &House, after: &str, wanted: usize) -> Vec<Value> {
    for _ in 0..100 {
        let page = got(house, &format!("{CHANGES}?limit=100&after={after}"), &[]).await.json();
        let items = page["items"].as_array().expect("items").clone();
        if items.len() >= wanted {
            return items;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the feed does not tell of {wanted} changes after {after}");
}

/// Waits until the feed tells of so many services, and of nothing more for a moment.
async fn fed(house: &House, services: usize) {
    let mut before = String::new();
    for _ in 0..40 {
        let (mut codes, mut after) = (std::collections::BTreeSet::new(), String::new());
        loop {
            let page = got(house, &format!("{CHANGES}?limit=100&after={after}"), &[]).await.json();
            let items = page["items"].as_array().expect("items").clone();
            codes.extend(items.iter().map(|item| item["code"].to_string()));
            if items.is_empty() {
                break;
            }
            page["after"].as_str().expect("a place").clone_into(&mut after);
        }
        if codes.len() == services && after == before {
            return;
        }
        before = after;
        // Its reader looks every two seconds.
        tokio::time::sleep(Duration::from_millis(2_500)).await;
    }
    panic!("the feed does not tell of {services} services");
}

// req: CAT-19, CAT-33, OPN-03
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_is_given_in_the_form_that_is_asked_for() {
    let house = House::demo().await;
    // The catalogue says when the register last changed.
    let services = got(&house, "/api/v1/services/dump.jsonl", &[]).await.body.lines().count();
    fed(&house, services).await;
    for (path, accept, kind) in [
        ("/api/v1/services/1007", "*/*", "application/json"),
        ("/api/v1/services/1007", "text/turtle", "text/turtle; charset=utf-8"),
        ("/api/v1/services/1007", "application/ld+json;q=0.9, text/turtle;q=0.2", "application/ld+json"),
        ("/api/v1/services/1007", "image/png", "application/json"),
        ("/api/v1/services/1007.ttl", "application/json", "text/turtle; charset=utf-8"),
        ("/api/v1/services/1007.jsonld", "*/*", "application/ld+json"),
        ("/api/v1/institutions/VSAA.ttl", "*/*", "text/turtle; charset=utf-8"),
        ("/catalog.ttl", "*/*", "text/turtle; charset=utf-8"),
    ] {
        let first = got(&house, path, &[("accept", accept)]).await;
        assert_eq!((first.status, first.header("content-type")), (200, kind), "{path} {accept}");
        let tag = first.header("etag").to_owned();
        let again = got(&house, path, &[("accept", accept), ("if-none-match", &tag)]).await;
        assert_eq!((again.status, again.header("etag")), (304, tag.as_str()), "{path} {accept}");
    }
    let missing = got(&house, "/api/v1/services/9999.ttl", &[]).await;
    assert_eq!((missing.status, missing.header("access-control-allow-origin")), (404, "*"));
    let lines = got(&house, "/api/v1/services/1007/versions", &[]).await.json();
    let version = lines["items"][0]["version"].as_i64().expect("a number");
    let one = got(&house, &format!("/api/v1/services/1007/versions/{version}"), &[]).await.json();
    assert_eq!(one["description"]["name"]["lv"], "Bērna piedzimšanas pabalsts");
    assert_eq!(got(&house, "/api/v1/services/1007/versions/1", &[]).await.status, 404, "a draft of the installation");
    assert_eq!(got(&house, "/api/v1/services/1007?on=2200-01-01", &[]).await.status, 422);
    assert_eq!(got(&house, "/api/v1/services/1007?on=2001-01-01", &[]).await.status, 404);
    let places = got(&house, "/api/v1/institutions/VSAA/places?limit=2", &[]).await.json();
    let items = places["items"].as_array().expect("items");
    assert_eq!((items.len(), items[0]["code"].as_str(), places["next"].is_string()), (2, Some("VSAA-1"), true));
    assert!(items[0]["latitude"].is_f64() && items[0]["opening"][0]["opens"].is_string(), "{places}");
    assert_eq!(got(&house, "/api/v1/institutions/NOBODY/places", &[]).await.status, 404);
    for wrong in ["after=x", "limit=x"] {
        assert_eq!(got(&house, &format!("/api/v1/institutions/VSAA/places?{wrong}"), &[]).await.status, 422, "{wrong}");
    }
    for (accept, place) in [
        ("text/html", "/lv/services/1007"),
        ("text/turtle", "/api/v1/services/1007.ttl"),
        ("application/json", "/api/v1/services/1007.json"),
    ] {
        let led = got(&house, "/id/service/1007", &[("accept", accept), ("accept-language", "lv")]).await;
        assert_eq!((led.status, led.header("location")), (303, place));
    }
    house.close().await;
}

// req: CAT-22, POR-11
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_for_staff_is_given_to_staff_and_is_nowhere_for_others() {
    let house = House::demo().await;
    let services = got(&house, "/api/v1/services/dump.jsonl", &[]).await.body.lines().count();
    fed(&house, services).await;
    let system = house.system().await;
    let mut service = example();
    service["description"]["flags"] = json!({ "internal": true });
    let path = "/api/v1/services/by-external-id/iekseja";
    let made = sent(&house, &system, "PUT", path, &[], &service.to_string()).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let code = made.json()["code"].as_str().expect("a code").to_owned();
    let dump = got(&house, "/api/v1/services/dump.jsonl", &[]).await;
    // The feed has told of it when it has told of a public one that came later.
    let after = dump.header("link").split("after=").nth(1).and_then(|rest| rest.split('>').next()).expect("a place");
    let public =
        sent(&house, &system, "PUT", "/api/v1/services/by-external-id/redzama", &[], &example().to_string()).await;
    let told = news(&house, after, 1).await;
    assert!(told.iter().any(|item| item["code"] == public.json()["code"]), "{told:?}");
    let resident = house.persona("resident").await;
    let officer = house.persona("officer").await;
    for path in ["", ".ttl", ".jsonld", "/versions"].map(|end| format!("/api/v1/services/{code}{end}")) {
        for outsider in [&Visitor::default(), &resident] {
            assert_eq!(sent(&house, outsider, "GET", &path, &[], "").await.status, 404, "{path}");
        }
    }
    assert_eq!(sent(&house, &officer, "GET", &format!("/api/v1/services/{code}"), &[], "").await.status, 200);
    for path in [format!("/lv/services/{code}"), format!("/lv/embed/services/{code}")] {
        assert_eq!(got(&house, &path, &[]).await.status, 404, "{path}");
    }
    let everything = got(&house, "/api/v1/services/dump.jsonl", &[]).await.body;
    assert!(!everything.contains(&format!("\"{code}\"")) && !told.iter().any(|item| item["code"] == json!(code)));
    house.close().await;
}

// req: CAT-19, OPN-03
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_from_the_dump_that_follows_the_feed_is_the_register() {
    let house = House::demo().await;
    let services = got(&house, "/api/v1/services/dump.jsonl", &[]).await.body.lines().count();
    assert!(services >= 17, "{services}");
    fed(&house, services).await;
    let dump = got(&house, "/api/v1/services/dump.jsonl", &[]).await;
    let after = dump.header("link").split("after=").nth(1).and_then(|rest| rest.split('>').next()).expect("a place");
    let copied: Vec<Value> = dump.body.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(copied.len(), services);
    let tag = dump.header("etag").to_owned();
    assert_eq!(got(&house, "/api/v1/services/dump.jsonl", &[("if-none-match", &tag)]).await.status, 304);
    let since = dump.header("last-modified").to_owned();
    assert_eq!(got(&house, "/api/v1/services/dump.csv", &[("if-modified-since", &since)]).await.status, 304);
    assert!(news(&house, after, 0).await.is_empty());
    let system = house.system().await;
    let path = "/api/v1/services/by-external-id/kopija";
    let made = sent(&house, &system, "PUT", path, &[], &example().to_string()).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let items = news(&house, after, 1).await;
    assert_eq!((items.len(), &items[0]["code"], &items[0]["kind"]), (1, &made.json()["code"], &json!("published")));
    let one = got(&house, &format!("/api/v1/services/{}", items[0]["code"].as_str().expect("a code")), &[]).await;
    assert_eq!(one.header("etag"), format!("\"{}\"", items[0]["revision"]));
    assert_eq!(got(&house, "/api/v1/services/dump.jsonl", &[("if-none-match", &tag)]).await.status, 200);
    let strange = kernel::Cursor::from_parts(&["999999"]);
    assert_eq!(got(&house, &format!("{CHANGES}?after={}", strange.as_str()), &[]).await.status, 410);
    assert_eq!(got(&house, &format!("{CHANGES}?after={}", "xyz"), &[]).await.status, 422);
    house.close().await;
}

// req: CAT-20
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_given_out_may_be_sent_back_and_two_writers_are_told_of_each_other() {
    let house = House::demo().await;
    let system = house.system().await;
    let path = "/api/v1/services/by-external-id/abc%2F1";
    let made = sent(&house, &system, "PUT", path, &[], &example().to_string()).await;
    assert_eq!((made.status, made.json()["outcome"].as_str()), (201, Some("created")), "{}", made.body);
    let public = got(&house, made.header("location"), &[]).await;
    let back = sent(&house, &system, "PUT", path, &[("if-match", public.header("etag"))], &public.body).await;
    assert_eq!((back.status, back.json()["outcome"].as_str()), (200, Some("unchanged")), "{}", back.body);

    let tag = back.header("etag").to_owned();
    let first = sent(&house, &system, "PUT", path, &[("if-match", &tag)], &with_summary("Viena roka")).await;
    assert_eq!((first.status, first.json()["outcome"].as_str()), (200, Some("updated")), "{}", first.body);
    let second = sent(&house, &system, "PUT", path, &[("if-match", &tag)], &with_summary("Otra roka")).await;
    assert_eq!((second.status, second.header("content-type")), (412, "application/problem+json"));
    let problem = second.json();
    assert_eq!(problem["key"], "service-changed");
    assert_eq!(problem["current"]["description"]["summary"]["lv"], "Viena roka");
    assert_eq!(problem["current"]["etag"], first.header("etag"));
    assert_eq!(problem["sent"]["description"]["summary"]["lv"], "Otra roka");
    assert_ne!(problem["current"]["digest"], problem["sent"]["digest"]);
    let lines = problem["differences"].as_array().expect("differences");
    assert!(
        lines.contains(&json!({ "pointer": "/description/summary/lv", "current": "Viena roka", "sent": "Otra roka" }))
    );
    let own = sent(&house, &system, "GET", path, &[], "").await;
    assert_eq!((own.header("etag"), own.json()["external_id"].as_str()), (first.header("etag"), Some("abc/1")));

    // A service that is no longer given is closed; its page stays, and it may be sent again.
    let late = sent(&house, &system, "DELETE", path, &[("if-match", &tag)], "").await;
    assert_eq!((late.status, late.json()["key"].as_str()), (412, Some("service-changed")));
    for outcome in ["withdrawn", "unchanged"] {
        let closed = sent(&house, &system, "DELETE", path, &[], "").await;
        assert_eq!((closed.status, closed.json()["outcome"].as_str()), (200, Some(outcome)), "{}", closed.body);
        assert_eq!(closed.json()["state"], "closed");
    }
    assert_eq!(got(&house, made.header("location"), &[]).await.json()["state"], "closed");
    let officer = house.persona("officer").await;
    assert_eq!(sent(&house, &officer, "DELETE", path, &[], "").await.status, 403);
    let nothing = sent(&house, &system, "DELETE", "/api/v1/services/by-external-id/nekas", &[], "").await;
    assert_eq!(nothing.status, 404);
    let reopened = sent(&house, &system, "PUT", path, &[], &with_summary("Atkal")).await;
    assert_eq!((reopened.status, reopened.json()["state"].as_str()), (200, Some("open")), "{}", reopened.body);

    let key = [("idempotency-key", "otrreiz")];
    let path = "/api/v1/services/by-external-id/atslega";
    assert_eq!(sent(&house, &system, "PUT", path, &key, &example().to_string()).await.status, 201);
    let again = sent(&house, &system, "PUT", path, &key, &example().to_string()).await;
    assert_eq!((again.status, again.json()["outcome"].as_str()), (200, Some("repeated")));
    assert_eq!(sent(&house, &system, "PUT", path, &key, &with_summary("Cits")).await.status, 409);
    house.close().await;
}

// req: CAT-20, CAT-15
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_holders_service_is_refused_counted_and_shown_to_the_auditor() {
    let house = House::demo().await;
    let system = house.system().await;
    let pilots = house.pilots().await;
    let mut stolen = example();
    stolen["code"] = json!(pilots["P.02"]);
    let path = "/api/v1/services/by-external-id/svess";
    let refused = sent(&house, &system, "PUT", path, &[], &stolen.to_string()).await;
    assert_eq!((refused.status, refused.json()["key"].as_str()), (403, Some("service-not-yours")));
    // Who may not send at all is told so in the same way.
    let officer = house.persona("officer").await;
    let outside = sent(&house, &officer, "PUT", path, &[], &stolen.to_string()).await;
    assert_eq!((outside.status, outside.json()["title"].clone()), (403, refused.json()["title"].clone()));
    let numbers = house.ask(&Visitor::default(), "GET", "/metrics", Body::None).await.body;
    assert!(numbers.contains("durvis_service_writes_refused_total"), "{numbers}");
    let auditor = house.persona("auditor").await;
    let shown = house.ask(&auditor, "GET", "/lv/work/refused-writes", Body::None).await;
    assert!(
        shown.status == 200 && shown.body.contains("svess") && shown.body.contains(&pilots["P.02"]),
        "{}",
        shown.body
    );
    let there = got(&house, &format!("/api/v1/services/{}", pilots["P.02"]), &[]).await.json();
    assert!(!there.to_string().contains("Paraugs"), "nothing was changed");
    house.close().await;
}

// req: CAT-20
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_bad_description_of_a_feed_does_not_stop_the_rest_and_is_named_with_its_place() {
    let house = House::demo().await;
    let system = house.system().await;
    let pilots = house.pilots().await;
    let named = |name: &str| {
        let mut service = example();
        service["external_id"] = json!(name);
        service
    };
    let mut gap = named("robs");
    gap["description"]["steps"] = json!([]);
    let mut wrong = named("nepareizs");
    wrong["description"]["channels"][1]["fee"] = json!({ "amount": "divi" });
    let mut unknown = named("lieks");
    unknown["description"]["colour"] = json!("zils");
    let mut stolen = named("svess");
    stolen["code"] = json!(pilots["P.02"]);
    let mut nameless = named("x");
    nameless.as_object_mut().expect("an object").remove("external_id");
    let mut price = named("cena");
    price["description"]["channels"][1]["tiers"][0]["fee"] = json!({ "amount": -5 });
    let feed = json!([named("labs-1"), gap, wrong, unknown, stolen, nameless, 7, named("labs-2"), price]);
    let path = "/api/v1/services/import";
    let english = [("accept-language", "en")];
    let report = sent(&house, &system, "POST", path, &english, &feed.to_string()).await;
    assert_eq!(report.status, 200, "{}", report.body);
    let report = report.json();
    let outcomes: Vec<&str> = report["items"]
        .as_array()
        .expect("items")
        .iter()
        .map(|item| item["outcome"].as_str().expect("a word"))
        .collect();
    assert_eq!(
        outcomes,
        ["created", "refused", "refused", "refused", "refused", "refused", "refused", "created", "refused"]
    );
    assert_eq!((&report["created"], &report["refused"]), (&json!(2), &json!(7)));
    let place = |index: usize| {
        let item = &report["items"][index];
        (
            item["external_id"].as_str(),
            item["problem"]["errors"][0]["pointer"].as_str(),
            item["problem"]["status"].as_u64(),
        )
    };
    assert_eq!(place(1), (Some("robs"), Some("/description/steps"), Some(422)));
    assert_eq!(place(2), (Some("nepareizs"), Some("/description/channels/1/fee/amount"), Some(422)));
    assert_eq!(place(3), (Some("lieks"), Some("/description/colour"), Some(422)));
    assert_eq!((place(4).0, place(4).2), (Some("svess"), Some(403)));
    assert_eq!((place(5).1, place(6).2), (Some("/external_id"), Some(422)));
    assert_eq!(place(8), (Some("cena"), Some("/description/channels/1/tiers/0/fee/amount"), Some(422)));
    let reason = report["items"][1]["problem"]["errors"][0]["detail"].as_str().expect("a reason");
    assert!(reason.is_ascii(), "in the language of the sender: {reason}");

    // What was sent is given out as it was sent, the payments too.
    let code = report["items"][0]["code"].as_str().expect("a code");
    let kept = got(&house, &format!("/api/v1/services/{code}"), &[]).await.json();
    let like = example();
    let (kept, sent_text) = (&kept["description"], &like["description"]);
    assert_eq!(kept["channels"][1]["tiers"], sent_text["channels"][1]["tiers"]);
    assert!(kept["channels"][1]["tiers"][1]["added"] == true && kept["payment"] == sent_text["payment"]);

    // The same feed again changes nothing; as lines it is the same feed.
    let again = sent(&house, &system, "POST", path, &english, &feed.to_string()).await.json();
    assert_eq!((&again["created"], &again["updated"], &again["unchanged"]), (&json!(0), &json!(0), &json!(2)));
    let lines: Vec<String> = feed.as_array().expect("a list").iter().map(Value::to_string).collect();
    let broken = format!("{}\n{{\"external_id\": \"pusē\n\n{}", lines[0], lines[7]);
    let kind = [("content-type", "application/jsonl")];
    let again = sent(&house, &system, "POST", path, &kind, &broken).await.json();
    assert_eq!((&again["unchanged"], &again["refused"]), (&json!(2), &json!(1)));
    let not_a_list = sent(&house, &system, "POST", path, &[], "{").await;
    assert_eq!(not_a_list.status, 422);
    house.close().await;
}

// req: CAT-20, CAT-18
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_feed_by_night_does_not_undo_what_a_person_published_by_day() {
    let house = House::demo().await;
    let (system, contact) = (house.system().await, house.persona("contact").await);
    let named = |summary: &str| {
        let mut service: Value = serde_json::from_str(&with_summary(summary)).expect("a service");
        service["external_id"] = json!("nakts");
        service
    };
    let import = async |service: &Value| {
        let feed = json!([service]).to_string();
        sent(&house, &system, "POST", "/api/v1/services/import", &[], &feed).await.json()
    };
    assert_eq!(import(&named("Naktī")).await["created"], 1);
    let path = "/api/v1/services/by-external-id/nakts";
    let seen = sent(&house, &contact, "GET", path, &[], "").await;
    let tag = [("if-match", seen.header("etag"))];
    let by_day = sent(&house, &contact, "PUT", path, &tag, &with_summary("Dienā")).await;
    assert_eq!((by_day.status, by_day.json()["outcome"].as_str()), (200, Some("updated")), "{}", by_day.body);

    let report = import(&named("Nākamā nakts")).await;
    let in_feed = report["items"][0]["problem"].clone();
    let alone = sent(&house, &system, "PUT", path, &[], &with_summary("Nākamā nakts")).await;
    assert_eq!((&report["refused"], alone.status), (&json!(1), 412));
    for problem in [&in_feed, &alone.json()] {
        assert_eq!((&problem["status"], &problem["key"]), (&json!(412), &json!("service-changed")));
        assert_eq!(problem["current"]["description"]["summary"]["lv"], "Dienā");
        assert_eq!(problem["sent"]["description"]["summary"]["lv"], "Nākamā nakts");
        let line = json!({ "pointer": "/description/summary/lv", "current": "Dienā", "sent": "Nākamā nakts" });
        assert!(problem["differences"].as_array().expect("differences").contains(&line), "{problem}");
    }
    let mut told = named("Nākamā nakts");
    told["revision"] = in_feed["current"]["revision"].clone();
    told["version"] = in_feed["current"]["version"].clone();
    assert_eq!(import(&told).await["updated"], 1);
    // The numbers are those of an older description now.
    told["description"]["summary"]["lv"] = json!("Vēlreiz");
    assert_eq!(import(&told).await["refused"], 1);

    // What the editor refuses is refused here, with its place; the day of the check is nobody's to send.
    let mut wrong = named("Nākamā nakts");
    wrong["description"]["channels"][0]["link"] = json!("javascript:alert(1)");
    let report = import(&wrong).await;
    assert_eq!(report["items"][0]["problem"]["errors"][0]["pointer"], "/description/channels/0/link");
    let mut dated = named("Nākamā nakts");
    dated["description"]["checked_on"] = json!("2026-11-20");
    let report = import(&dated).await;
    assert_eq!(report["unchanged"], 1);
    assert_eq!(report["items"][0]["passed_over"], json!(["/description/checked_on"]));
    house.close().await;
}

// req: CAT-23
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_card_is_small_sets_no_cookie_and_may_stand_in_any_frame() {
    let house = House::demo().await;
    let card = house.ask(&Visitor::default(), "GET", "/lv/embed/services/1007", Body::None).await;
    assert_eq!(card.status, 200);
    assert!(card.header("set-cookie").is_empty() && !card.body.contains("<script") && card.body.contains("pabalsts"));
    let style = card.body.split("href=\"").find(|part| part.starts_with("/assets/")).expect("a style sheet");
    let style = house.ask(&Visitor::default(), "GET", style.split('"').next().expect("an address"), Body::None).await;
    let weight = card.body.len() + style.body.len();
    assert!(style.status == 200 && weight <= 15 * 1024, "{weight} bytes");
    // Who is signed in here sees on other sites what everybody sees.
    let resident = house.persona("resident").await;
    let same = house.ask(&resident, "GET", "/lv/embed/services/1007", Body::None).await;
    assert_eq!(same.body, card.body);
    let missing = house.ask(&Visitor::default(), "GET", "/en/embed/services/9999", Body::None).await;
    assert!(missing.status == 404 && missing.body.contains("Service not found"), "{}", missing.body);
    for (path, place) in [
        ("/embed/services/1007?lang=en", "/en/embed/services/1007"),
        ("/embed/services/1007", "/lv/embed/services/1007"),
    ] {
        assert_eq!(house.ask(&Visitor::default(), "GET", path, Body::None).await.header("location"), place);
    }
    let share = house.ask(&Visitor::default(), "GET", "/lv/services/1007/share", Body::None).await;
    assert!(share.body.contains("&lt;iframe") && share.body.contains("dump.csv"), "{}", share.body);
    house.close().await;
}

// req: POR-07, POR-02
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_indicators_of_the_portal_are_open_as_json_and_as_a_table() {
    let house = House::demo().await;
    let page = got(&house, "/api/v1/indicators/portal", &[]).await;
    assert_eq!((page.status, page.header("access-control-allow-origin")), (200, "*"));
    let found = page.json();
    let months = found["months"].as_array().expect("months");
    let last = &months[11];
    assert_eq!((months.len(), months[0]["month"].is_string()), (12, true));
    assert!(last["figures"]["requested"].as_object().is_some_and(|share| share.contains_key("share")), "{last}");
    assert!(found["total"]["article_answers"].is_object(), "{found}");
    let table = got(&house, "/api/v1/indicators/portal.csv", &[]).await;
    assert_eq!((table.status, table.header("content-type")), (200, "text/csv; charset=utf-8"));
    let lines: Vec<&str> = table.body.lines().collect();
    assert_eq!((lines.len(), lines[0].starts_with("month,requested,")), (14, true), "{}", table.body);
    assert!(lines[12].starts_with(last["month"].as_str().expect("a month")) && lines[13].starts_with("total,"));
    house.close().await;
}

// req: OPN-04
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn other_portals_are_given_the_life_situations_and_services_of_the_gateway() {
    let house = House::demo().await;
    let all = got(&house, "/api/v1/life-situations?limit=100", &[]).await;
    assert_eq!((all.status, all.header("access-control-allow-origin")), (200, "*"));
    let all = all.json()["items"].as_array().expect("items").clone();
    let (mut told, mut path) = (Vec::new(), "/api/v1/life-situations?sdg=true&limit=4".to_owned());
    loop {
        let page = got(&house, &path, &[]).await.json();
        told.extend(page["items"].as_array().expect("items").clone());
        let Some(next) = page["next"].as_str() else { break };
        path = format!("/api/v1/life-situations?sdg=true&limit=4&after={next}");
    }
    assert!(told.len() > 4 && told.len() < all.len(), "{} of {}", told.len(), all.len());
    assert!(told.iter().all(|one| one["sdg"] == true && one["title"]["en"].is_string()), "{told:?}");
    assert_eq!(got(&house, "/api/v1/life-situations?sdg=maybe", &[]).await.status, 422);

    let one = got(&house, "/api/v1/life-situations/parenting", &[]).await;
    assert_eq!((one.status, one.header("access-control-allow-origin")), (200, "*"));
    let tag = one.header("etag").to_owned();
    let found = one.json();
    assert_eq!((found["word"].as_str(), found["sdg"].as_bool()), (Some("parenting"), Some(true)), "{found}");
    assert_eq!(found["steps"][0]["unified"], json!(["V101"]), "the list for kindergarten is kept by municipalities");
    assert!(found["steps"][1]["services"].as_array().is_some_and(|codes| !codes.is_empty()), "{found}");
    let again = got(&house, "/api/v1/life-situations/parenting", &[("if-none-match", &tag)]).await;
    assert_eq!((again.status, again.header("etag")), (304, tag.as_str()));
    assert_eq!(got(&house, "/api/v1/life-situations/nowhere", &[]).await.status, 404);

    for (asked, wanted) in [("true", true), ("false", false)] {
        let page = got(&house, &format!("/api/v1/services?sdg={asked}&limit=100"), &[]).await.json();
        let items = page["items"].as_array().expect("items").clone();
        assert!(!items.is_empty(), "{page}");
        let code = items[0]["code"].as_str().expect("a code");
        let service = got(&house, &format!("/api/v1/services/{code}"), &[]).await.json();
        assert_eq!(service["description"]["flags"]["sdg"].as_bool().unwrap_or_default(), wanted, "{code}");
    }
    house.close().await;
}
