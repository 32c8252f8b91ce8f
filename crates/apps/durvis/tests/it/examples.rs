//! What a fresh demonstration holds: everything that the examples of the interface's own description need, and
//! something for every page.
use durvis::Mode;
use serde_json::{Map, Value};

use crate::browser::{Body, House, Page, Visitor};

/// A route that takes a body.
struct Operation<'a> {
    method: String,
    path: &'a str,
    media: &'a str,
    operation: &'a Value,
    content: &'a Value,
}

fn operations(document: &Value) -> Vec<Operation<'_>> {
    let mut found = Vec::new();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("operations") {
            for (media, content) in operation["requestBody"]["content"].as_object().into_iter().flatten() {
                found.push(Operation { method: method.to_uppercase(), path, media, operation, content });
            }
        }
    }
    found
}

impl Operation<'_> {
    fn persona(&self) -> &str {
        let beside = self.content["x-persona"].as_str().or(self.operation["x-persona"].as_str());
        beside.unwrap_or_else(|| panic!("{}: no x-persona", self.path))
    }

    /// The path with the examples of its parameters.
    fn address(&self) -> String {
        let mut path = self.path.to_owned();
        for parameter in self.operation["parameters"].as_array().into_iter().flatten() {
            let (name, example) = (parameter["name"].as_str().unwrap_or_default(), parameter["example"].as_str());
            if parameter["in"] == "path" {
                path = path.replace(
                    &format!("{{{name}}}"),
                    example.unwrap_or_else(|| panic!("{path}: {name} has no example")),
                );
            }
        }
        path
    }

    fn body(&self) -> Body {
        let example = &self.content["example"];
        assert!(example.is_object() || example.is_array(), "{} {}: no example", self.path, self.media);
        match self.media {
            "application/json" => Body::Json(example.clone()),
            "application/x-www-form-urlencoded" => Body::Form(pairs(example.as_object().expect("fields"))),
            other => panic!("{}: a body of type {other} cannot be sent by this test", self.path),
        }
    }
}

fn pairs(fields: &Map<String, Value>) -> Vec<(String, String)> {
    fields.iter().map(|(name, value)| (name.clone(), value.as_str().expect("text").to_owned())).collect()
}

// req: OPN-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_example_of_the_interface_works_on_a_fresh_demonstration() {
    let house = House::from_nothing().await;
    let document = house.ask(&Visitor::default(), "GET", "/openapi.json", Body::None).await.json();
    assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")), "OpenAPI 3.1");
    let operations = operations(&document);
    assert!(operations.len() >= 4, "only {} bodies in the document", operations.len());
    for one in &operations {
        let who = house.persona(one.persona()).await;
        let answer: Page = house.ask(&who, &one.method, &one.address(), one.body()).await;
        assert!((200..300).contains(&answer.status), "{} as {}: {}", one.path, one.persona(), answer.body);
        assert!(
            one.operation["responses"][answer.status.to_string()].is_object(),
            "{}: {} is not told",
            one.path,
            answer.status
        );
    }
    let more = &document["paths"]["/api/v1/cases"]["post"]["requestBody"]["content"]["application/json"]["x-examples"];
    let more = more.as_object().expect("an example of what an institution registers");
    for (name, example) in more {
        let who = house.persona(example["x-persona"].as_str().expect("a persona")).await;
        let answer = house.ask(&who, "POST", "/api/v1/cases", Body::Json(example["value"].clone())).await;
        assert_eq!(answer.status, 201, "{name}: {}", answer.body);
    }
    house.close().await;
}

/// Every route of the API stands in the description, and nothing else does.
// req: OPN-01
#[test]
fn the_description_names_exactly_the_routes_that_exist() {
    let document = api::document().expect("a document");
    let mut told: Vec<String> = Vec::new();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        told.extend(
            methods.as_object().expect("operations").keys().map(|method| format!("{} {path}", method.to_uppercase())),
        );
    }
    // The description's own address, which it need not tell, and open data outside the interface, which it does.
    let data = ["/id/", "/catalog."];
    let api = |path: &str| {
        path.starts_with("/api/") || path.starts_with("/oauth/") || data.iter().any(|start| path.starts_with(start))
    };
    let table = durvis::routes().table().into_iter().filter(|row| api(&row.path));
    let mut there: Vec<String> = table.map(|row| format!("{} {}", row.method, row.path)).collect();
    told.sort();
    there.sort();
    assert_eq!(told, there);
}

/// Number, state and lateness of every case that somebody sees in their list.
async fn cases(house: &House, key: &str) -> Vec<(String, String, bool)> {
    let who = house.persona(key).await;
    let list = house.ask(&who, "GET", "/api/v1/cases?limit=100", Body::None).await.json();
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let case = |item: &Value| {
        // A clock that stands still says what is left of it, and no other does.
        assert_eq!(item["working_days_left"].is_i64(), item["state"] == "waiting_for_client", "{item}");
        (text(&item["number"]), text(&item["state"]), item["overdue"] == true)
    };
    list["items"].as_array().expect("a list").iter().map(case).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_demonstration_begins_with_cases_in_every_state_and_a_second_start_adds_none() {
    let mut house = House::from_nothing().await;
    for start in ["first", "second"] {
        let anna = cases(&house, "resident").await;
        assert!(anna.contains(&(api::EXAMPLE_CASE.to_owned(), "submitted".to_owned(), false)), "{start}: {anna:?}");
        assert!(anna.iter().any(|(_, state, _)| state == "delivered") && anna.len() == 2, "{start}: {anna:?}");
        let janis = cases(&house, "resident2").await;
        assert!(janis.iter().any(|(_, state, _)| state == "waiting_for_client") && janis.len() == 2, "{janis:?}");
        let company = cases(&house, "company").await;
        assert!(company.len() == 1 && company[0].1 == "in_progress", "{start}: {company:?}");
        let desk = cases(&house, "officer").await;
        assert_eq!(desk.iter().filter(|(_, _, late)| *late).count(), 1, "{start}: {desk:?}");
        house = house.again(&[], Mode::Demo { with: None }).await;
    }
    let anna = house.persona("resident").await;
    let views = house.ask(&anna, "GET", "/lv/views", Body::None).await;
    assert!(views.body.contains("Iesnieguma izskatīšana"), "the officer's reading is on Anna's record: {}", views.body);
    house.close().await;
}
