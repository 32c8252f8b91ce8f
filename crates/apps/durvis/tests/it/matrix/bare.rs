//! Pages asked for without their language: everybody is led to the page, whose rule then decides, and nothing that changes
//! something opens that way.
use std::collections::BTreeSet;

use axum::http::Method;
use web_kit::RouteKind;

use super::rows::name;
use crate::browser::{Body, House};
use crate::things::World;

/// Who is led comes before every rule: one of each kind is enough.
const KINDS: [&str; 4] = ["anonymous", "resident", "officer", "system"];

/// A pattern with a word for each of its places.
fn filled(pattern: &str) -> String {
    let word = |part: &str| if part.starts_with('{') { "x".to_owned() } else { part.to_owned() };
    pattern.split('/').map(word).collect::<Vec<_>>().join("/")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_without_its_language_leads_everybody_to_the_page_and_no_form_is_taken_there() {
    let world = World::new(House::demo().await).await;
    let table = durvis::routes().table();
    let plain = |row: &&web_kit::RouteRow| row.kind == RouteKind::Plain;
    let written: BTreeSet<&str> = table.iter().filter(plain).map(|row| row.path.as_str()).collect();
    let (mut faults, mut led) = (Vec::new(), 0);
    for route in &table {
        let Some(bare) = route.path.strip_prefix("/{lang}/").map(|rest| format!("/{rest}")) else { continue };
        if written.contains(bare.as_str()) {
            continue;
        }
        let path = filled(&bare);
        for key in KINDS {
            let answer = world.house.ask(world.who(key), route.method.as_str(), &path, Body::None).await;
            let to = answer.header("location");
            let page = [format!("/lv{path}"), format!("/en{path}")].iter().any(|page| page == to);
            let right = if route.method == Method::GET {
                answer.status == 303 && page
            } else {
                [404, 405].contains(&answer.status) && to.is_empty()
            };
            led += u32::from(answer.status == 303);
            if !right {
                faults.push(format!("{} as {key} without the language: {} {to}", name(route), answer.status));
            }
        }
    }
    assert!(faults.is_empty() && led > 300, "{led} led; {}", faults.join("\n"));
}
