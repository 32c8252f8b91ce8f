//! Systems that send services over HTTP: drafts with gaps, reports that name everything at once, and what people are told of
//! both ways.
use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::browser::{House, Visitor};
use crate::open::{example, got, sent};

/// What an answer names, in the order of the places.
fn pointers(problem: &Value) -> Vec<&str> {
    let errors = problem["errors"].as_array().expect("errors");
    let mut named: Vec<&str> = errors.iter().map(|one| one["pointer"].as_str().expect("a pointer")).collect();
    named.sort_unstable();
    named
}

// req: CAT-20, CAT-18
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_draft_with_gaps_is_kept_and_its_publication_is_told_all_that_is_missing() {
    let house = House::demo().await;
    let system = house.system().await;
    let path = "/api/v1/services/by-external-id/tests";
    let bare = json!({ "description": { "name": { "lv": "Tests" } } }).to_string();
    let draft = sent(&house, &system, "PUT", &format!("{path}?publish=false"), &[], &bare).await;
    assert_eq!((draft.status, draft.json()["state"].as_str()), (201, Some("draft")), "{}", draft.body);
    assert_eq!(draft.json()["description"]["name"], json!({ "lv": "Tests", "en": "" }));
    let code = draft.json()["code"].as_str().expect("a code").to_owned();
    assert_eq!(got(&house, &format!("/api/v1/services/{code}"), &[]).await.status, 404, "nobody else sees it");
    let again = sent(&house, &system, "PUT", &format!("{path}?publish=false"), &[], &bare).await;
    assert_eq!(again.json()["outcome"], "unchanged", "{}", again.body);
    for (language, words) in
        [("lv", "Trūkst lauka „client_circle”."), ("en", "The field \"client_circle\" is missing.")]
    {
        let refused = sent(&house, &system, "PUT", path, &[("accept-language", language)], &bare).await;
        assert_eq!((refused.status, refused.json()["key"].as_str()), (422, Some("service-incomplete")));
        let problem = refused.json();
        for wanted in ["/description/name", "/description/steps", "/description/cofog", "/description/client_circle"] {
            assert!(pointers(&problem).contains(&wanted), "{wanted}: {problem}");
        }
        assert!(refused.body.contains(&words.replace('"', "\\\"")), "{words}: {}", refused.body);
    }
    house.close().await;
}

// req: CAT-20, CAT-18
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_report_names_everything_that_is_wrong_alone_and_in_a_feed() {
    let house = House::demo().await;
    let system = house.system().await;
    let mut wrong = example();
    wrong["external_id"] = json!("viss");
    wrong["description"]["channels"][0]["link"] = json!("javascript:alert(1)");
    wrong["description"]["name"] = json!({ "lv": "", "en": "" });
    wrong["description"]["cofog"] = json!("99.9.9");
    let wanted = ["/description/channels/0/link", "/description/cofog", "/description/name"];
    let alone = sent(&house, &system, "PUT", "/api/v1/services/by-external-id/viss", &[], &wrong.to_string()).await;
    assert_eq!((alone.status, pointers(&alone.json())), (422, wanted.to_vec()), "{}", alone.body);
    let feed = json!([wrong]).to_string();
    let report = sent(&house, &system, "POST", "/api/v1/services/import", &[], &feed).await.json();
    assert_eq!(pointers(&report["items"][0]["problem"]), wanted, "{report}");
    house.close().await;
}

// req: CAT-20, CAT-18
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_read_is_told_together_with_values_that_are_wrong() {
    let house = House::demo().await;
    let system = house.system().await;
    let mut wrong = example();
    wrong["external_id"] = json!("abi");
    wrong["description"]["summary"]["lv"] = json!(8);
    wrong["description"]["colour"] = json!("zils");
    wrong["description"]["channels"][0]["link"] = json!("javascript:alert(1)");
    wrong["description"]["cofog"] = json!("99.9.9");
    let wanted =
        ["/description/channels/0/link", "/description/cofog", "/description/colour", "/description/summary/lv"];
    let alone = sent(&house, &system, "PUT", "/api/v1/services/by-external-id/abi", &[], &wrong.to_string()).await;
    assert_eq!((alone.status, alone.json()["key"].as_str()), (422, Some("json-data")));
    assert_eq!(pointers(&alone.json()), wanted, "{}", alone.body);
    let feed = json!([wrong]).to_string();
    let report = sent(&house, &system, "POST", "/api/v1/services/import", &[], &feed).await.json();
    assert_eq!(pointers(&report["items"][0]["problem"]), wanted, "{report}");
    assert_eq!(got(&house, "/api/v1/services/by-external-id/abi", &[]).await.status, 401, "nobody's to read");
    let own = sent(&house, &system, "GET", "/api/v1/services/by-external-id/abi", &[], "").await;
    assert_eq!(own.status, 404, "nothing was kept: {}", own.body);
    house.close().await;
}

// req: OPN-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_program_without_a_token_is_told_of_tokens_and_not_of_pages() {
    let house = House::demo().await;
    let nobody = Visitor::default();
    for (language, words) in [("lv", "piekļuves zīme"), ("en", "access token")] {
        let told = sent(&house, &nobody, "GET", "/api/v1/cases", &[("accept-language", language)], "").await;
        assert_eq!((told.status, told.header("www-authenticate")), (401, "Bearer"));
        let problem = told.json();
        assert_eq!(problem["key"], "sign-in-needed");
        let said =
            ["title", "detail", "next"].map(|member| problem[member].as_str().unwrap_or_default().to_lowercase());
        assert!(said.iter().all(|text| !text.contains("lapa") && !text.contains("page")), "{problem}");
        assert!(said[1].contains(words) && said[2].contains("/oauth/token"), "{problem}");
    }
    house.close().await;
}

// req: OPN-03
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_address_on_the_page_about_open_data_answers() {
    let house = House::demo().await;
    let page = got(&house, "/lv/open-data", &[]).await.body;
    let of = |mark: &str, end: char| -> BTreeSet<String> {
        page.split(mark).skip(1).filter_map(|rest| rest.split(end).next()).map(str::to_owned).collect()
    };
    let data =
        |address: &String| ["/api/", "/catalog", "/openapi", "/lv/news/feed"].iter().any(|s| address.starts_with(s));
    let mut addresses: BTreeSet<String> = of("href=\"", '"').into_iter().filter(data).collect();
    assert!(addresses.len() >= 12, "{addresses:?}");
    // What is to be filled in is filled in; nothing was in force before the demonstration began.
    let listed = of("<code>", '<').into_iter().filter(|address| !address.contains("?on="));
    addresses.extend(listed.map(|address| {
        let code = if address.contains("institutions") { "VSAA" } else { "1007" };
        address.replace("{code}", code)
    }));
    assert!(addresses.contains("/api/v1/services/1007.ttl") && addresses.contains("/api/v1/institutions/VSAA/places"));
    for address in addresses {
        assert_eq!(got(&house, &address, &[]).await.status, 200, "{address}");
    }
    house.close().await;
}
