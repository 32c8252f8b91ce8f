//! All e-services have one structure: whatever they ask and say, a reader finds each thing in its place (POR-20).

use http::StatusCode;
use scraper::{Html, Selector};

use super::browser::{Browser, Page, Portal, Register};

/// The e-services of the portal.
const FORMS: [&str; 3] = ["P.02", "P.08", "P.11"];

/// What is on every page of a service that can be requested here.
const SERVICE: [&str; 5] = [
    "main h1",
    ".dv-hero .dv-facts",
    ".dv-hero a[href$='/apply']",
    "aside.dv-side",
    ".dv-feedback a[href$='/correction']",
];

/// What is on the page before the first step.
const BEGINNING: [&str; 4] =
    ["main h1", "main a[href*='/services/']", "#h-steps + ol li", "main form[action$='/apply'] button"];

/// What is on every step.
const STEP: [&str; 7] = [
    "nav.dv-steps .dv-steps__now",
    "nav.dv-steps li[aria-current=step]",
    "main h1",
    "main form[enctype='multipart/form-data'] input[name=revision]",
    "main form a[data-variant=secondary]",
    "main form button[name=later]",
    "aside.dv-side h2",
];

/// The names of the parts of a page, in their order.
fn parts(page: &Page) -> Vec<String> {
    let html = Html::parse_document(&page.body);
    let headings = Selector::parse("main h2[id]").unwrap();
    html.select(&headings).filter_map(|heading| Some(heading.value().attr("id")?.to_owned())).collect()
}

fn require(page: &Page, places: &[&str], what: &str) {
    assert_eq!(page.status, StatusCode::OK, "{what}");
    let missing: Vec<&&str> = places.iter().filter(|place| !page.has(place)).collect();
    assert!(missing.is_empty(), "{what} lacks {missing:?}");
}

/// The page to which an address leads in the end.
async fn arrived(browser: &Browser, address: &str) -> Page {
    let mut page = browser.get(address).await;
    for _ in 0..5 {
        if page.status != StatusCode::SEE_OTHER {
            break;
        }
        page = browser.get(&page.location()).await;
    }
    page
}

// req: POR-20
#[tokio::test]
async fn every_e_service_begins_and_goes_on_in_the_same_way() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    for pilot in FORMS {
        let service = format!("/lv/services/{}", portal.service(pilot).await);
        require(&anna.get(&service).await, &SERVICE, pilot);
        let apply = format!("{service}/apply");
        let beginning = anna.get(&apply).await;
        require(&beginning, &BEGINNING, pilot);
        let started = anna.submit(&beginning, &apply, &[]).await;
        require(&arrived(&anna, &started.location()).await, &STEP, pilot);
    }
}

// req: POR-20
#[tokio::test]
async fn the_parts_of_every_description_stand_in_the_same_order() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    // The one that says most sets the order; a part that another one does not have is left out there.
    let order = parts(&visitor.get(&format!("/lv/services/{}", portal.service("P.11").await)).await);
    assert!(order.len() > 6, "{order:?}");
    for number in 2..=20 {
        let pilot = format!("P.{number:02}");
        if ["P.03", "P.04", "P.07"].contains(&pilot.as_str()) {
            continue;
        }
        let found = parts(&visitor.get(&format!("/lv/services/{}", portal.service(&pilot).await)).await);
        let expected: Vec<&String> = order.iter().filter(|part| found.contains(part)).collect();
        let known: Vec<&String> = found.iter().filter(|part| order.contains(part)).collect();
        assert_eq!(known, expected, "{pilot}");
        assert!(known.len() > 4, "{pilot}: {found:?}");
    }
}
