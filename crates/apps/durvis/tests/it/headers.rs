//! What every answer carries, which requests are refused before anything happens, and what never reaches a log.
use std::io::Write;
use std::sync::{Arc, Mutex};

use axum::http::{Method, Request};
use durvis::Mode;
use kernel::Role;
use serde_json::json;
use web_kit::{Access, RouteKind, RouteRow};

use crate::browser::{Body, House, Page, Visitor, fields};
use crate::things::{ACTORS, Far, Office, Thing, World};

/// The policy of quality.md A3.2, with our own script.
const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'; script-src 'self'; connect-src 'self'";

/// The card of a service may stand in a frame of any site, and nothing else may.
const CARD: &str = "default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *";

/// What the pages of other sites may do with an answer, and should not or cannot.
pub fn others_sites(route: &RouteRow, page: &Page) -> Vec<String> {
    let mut faults = Vec::new();
    let read = page.header("access-control-allow-origin");
    if read != if route.access == Access::Open { "*" } else { "" } {
        faults.push(format!("access-control-allow-origin is `{read}`"));
    }
    let framed = page.header("content-security-policy").contains("frame-ancestors *");
    if framed != route.path.starts_with("/{lang}/embed/") {
        faults.push(format!("other sites may frame it: {framed}"));
    }
    faults
}

/// What an answer lacks. `private`: it went to somebody who is signed in. The table of routes asks this of every cell.
pub fn missing(page: &Page, private: bool) -> Vec<String> {
    // A file that is handed out may do nothing at all.
    let file = page.header("content-disposition").starts_with("attachment");
    let card = page.header("content-security-policy") == CARD;
    let policy = match (file, card) {
        (true, _) => "default-src 'none'; sandbox",
        (false, true) => CARD,
        (false, false) => POLICY,
    };
    let wanted = [
        ("content-security-policy", policy),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", if card { "cross-origin" } else { "same-origin" }),
        ("strict-transport-security", "max-age=31536000; includeSubDomains"),
    ];
    let differs = |(name, value): &(&str, &str)| page.header(name) != *value;
    let mut faults: Vec<String> = wanted
        .iter()
        .filter(|pair| differs(pair))
        .map(|(name, _)| format!("{name} is `{}`", page.header(name)))
        .collect();
    if private && page.header("cache-control") != "no-store" {
        faults.push(format!("cache-control is `{}` for somebody signed in", page.header("cache-control")));
    }
    if page.header("x-request-id").is_empty() {
        faults.push("x-request-id is missing".to_owned());
    }
    if page.header("content-type").starts_with("text/html") && page.body.contains(" style=\"") {
        faults.push("a style stands in the page".to_owned());
    }
    faults
}

// req: OPN-03
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_script_of_another_site_may_send_the_tag_of_the_open_data_it_has() {
    let house = House::demo().await;
    for (path, status, origin) in [("/api/v1/services/1007", 204, "*"), ("/api/v1/cases", 401, ""), ("/lv", 405, "")] {
        let request = Request::builder()
            .method(Method::OPTIONS)
            .uri(format!("{}{path}", house.base))
            .header("origin", "https://cita.example")
            .header("access-control-request-method", "GET")
            .header("access-control-request-headers", "if-none-match");
        let answer = house.send(request.body(Vec::new()).expect("a request")).await;
        assert_eq!((answer.status, answer.header("access-control-allow-origin")), (status, origin), "{path}");
        let allowed = answer.header("access-control-allow-headers").to_lowercase();
        assert_eq!(allowed.contains("if-none-match"), status == 204, "{path}: {allowed}");
    }
    house.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn errors_and_files_outside_the_table_carry_the_headers_too() {
    let house = House::demo().await;
    let resident = house.persona("resident").await;
    let home = house.ask(&resident, "GET", "/lv", Body::None).await;
    let style = home.body.split("href=\"").find(|part| part.starts_with("/assets/")).expect("a style sheet");
    let style = style.split('"').next().expect("an address");
    let large = Body::Form(fields(&[("phone", &"1".repeat(400_000))]));
    let answers = [
        (200, "GET", style, Body::None),
        (303, "GET", "/", Body::None),
        (404, "GET", "/assets/0/nothing.css", Body::None),
        (404, "GET", "/lv/nothing", Body::None),
        (404, "GET", "/api/v1/nothing", Body::None),
        (405, "POST", "/lv/services", Body::Form(Vec::new())),
        (405, "POST", "/healthz", Body::Form(Vec::new())),
        (413, "POST", "/lv/profile", large),
    ];
    for (status, method, path, body) in answers {
        let answer = house.ask(&resident, method, path, body).await;
        assert_eq!(answer.status, status, "{method} {path}: {}", answer.body);
        let faults = missing(&answer, !path.contains("/assets/") && path != "/" && !path.starts_with("/api/"));
        assert!(faults.is_empty(), "{method} {path}: {faults:?}");
    }
    let strange = Request::builder().method("GET").uri(format!("{}/lv/services?q=%ff", house.base)).body(Vec::new());
    let answer = house.send(strange.expect("a request")).await;
    assert!(answer.status < 500 && missing(&answer, false).is_empty(), "{}", answer.status);
    house.close().await;
}

// req: AUT-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_without_its_mark_or_from_another_site_is_refused() {
    let world = World::new(House::demo().await).await;
    let mut tried = 0;
    for route in durvis::routes().table() {
        let Some(who) = allowed(&world, &route) else { continue };
        let path = ["{id}", "{step}", "{document}", "{number}", "{code}", "{slug}", "{kind}"]
            .iter()
            .fold(route.path.replace("{lang}", "lv"), |path, place| path.replace(place, "1"));
        let refused = async |mark: &str, site: Option<&str>, origin: Option<&str>| {
            let answer = forged(&world.house, who, &path, mark, site, origin).await;
            assert_eq!(answer.status, 403, "{path}, mark `{mark}`, site {site:?}, origin {origin:?}: {}", answer.body);
            let faults = missing(&answer, false);
            assert!(faults.is_empty(), "{path}: {faults:?}");
        };
        tried += 1;
        if route.kind == RouteKind::Page {
            let auditor = world.who("auditor");
            let another = if who.csrf == auditor.csrf { world.who("officer") } else { auditor };
            for mark in ["", "0", another.csrf.as_str()] {
                refused(mark, Some("same-origin"), None).await;
            }
        }
        refused(&who.csrf, Some("cross-site"), None).await;
        refused(&who.csrf, None, Some("https://elsewhere.example")).await;
    }
    assert!(tried >= 25, "only {tried} forms were tried");
    world.house.close().await;
}

/// Somebody whom the rule of a route that takes forms lets in.
fn allowed<'a>(world: &'a World, route: &RouteRow) -> Option<&'a Visitor> {
    let program = route.path.starts_with("/api/") || route.path.starts_with("/oauth/");
    if route.method != Method::POST || program {
        return None;
    }
    let role_of = |key: &&str| world.who(key).caller.as_ref().map_or(Role::Anonymous, |caller| caller.role);
    let found = ACTORS.iter().find(|key| match route.access {
        // A visitor has no session and so no mark: public forms are tried by somebody who is signed in.
        Access::Client | Access::ClientToKeep | Access::SignedIn | Access::Public => role_of(key) == Role::Client,
        Access::Staff(roles) => roles.contains(&role_of(key)),
        _ => true,
    });
    Some(world.who(found.unwrap_or_else(|| panic!("nobody may use {}", route.path))))
}

async fn forged(
    house: &House,
    who: &Visitor,
    path: &str,
    mark: &str,
    site: Option<&str>,
    origin: Option<&str>,
) -> Page {
    let mut request = Request::post(format!("{}{path}", house.base)).header("accept", "text/html");
    request = request.header("content-type", "application/x-www-form-urlencoded");
    request = who.cookie.iter().fold(request, |request, cookie| request.header("cookie", cookie));
    request = site.iter().fold(request, |request, site| request.header("sec-fetch-site", *site));
    request = origin.iter().fold(request, |request, origin| request.header("origin", *origin));
    house.send(request.body(format!("persona=resident&csrf={mark}").into_bytes()).expect("a request")).await
}

// req: AUT-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_cookie_of_a_session_is_bound_to_this_host_and_ends_with_it() {
    let house = House::with(&[("server.base_url", "https://durvis.example")]).await;
    let signed_in = house.ask(&Visitor::default(), "GET", "/demo/sign-in/resident", Body::None).await;
    let cookie = signed_in.header("set-cookie").to_owned();
    assert!(cookie.starts_with("__Host-durvis=") && cookie.len() < 4096, "{cookie}");
    for part in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.split("; ").any(|own| own == part), "{part} is missing: {cookie}");
    }
    assert!(!cookie.contains("Domain") && !cookie.contains("Max-Age") && !cookie.contains("Expires"), "{cookie}");
    assert_eq!(signed_in.header("cache-control"), "no-store");
    let resident = house.persona("resident").await;
    assert_eq!(house.ask(&resident, "GET", "/lv/cases", Body::None).await.status, 200);
    // Under its bare name, as another host could set it, the cookie counts for nothing.
    let bare = resident.cookie.clone().map(|cookie| cookie.replace("__Host-", ""));
    let other = Visitor { cookie: bare, ..resident.clone() };
    assert!(house.ask(&other, "GET", "/lv/cases", Body::None).await.asks_to_sign_in());
    let out = house.ask(&resident, "POST", "/lv/sign-out", Body::Form(Vec::new())).await;
    assert!(out.header("set-cookie").contains("Max-Age=0") && !out.header("clear-site-data").is_empty());
    assert!(house.ask(&resident, "GET", "/lv/cases", Body::None).await.asks_to_sign_in(), "the session is over");
    house.close().await;
}

// req: AUT-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_route_of_the_demonstration_is_in_serve() {
    let house = House::demo().await;
    let resident = house.persona("resident").await;
    let house = house.again(&[], Mode::Serve).await;
    let routes = durvis::routes().table();
    let demo: Vec<&RouteRow> = routes.iter().filter(|route| route.access == Access::DemoOnly).collect();
    assert!(demo.len() >= 3 && routes.iter().filter(|r| r.path.starts_with("/demo")).all(|r| demo.contains(&r)));
    for route in demo {
        let path = route.path.replace("{persona}", "resident");
        let body = Body::Form(fields(&[("persona", "resident")]));
        let body = if route.method == Method::POST { body } else { Body::None };
        assert_eq!(house.ask(&Visitor::default(), route.method.as_str(), &path, body).await.status, 404, "{path}");
    }
    let sign_in = house.ask(&Visitor::default(), "GET", "/lv/sign-in", Body::None).await;
    assert!(sign_in.status == 200 && !sign_in.body.contains("/demo/"), "{}", sign_in.body);
    assert_eq!(resident.key, "resident");
    house.close().await;
}

/// Keeps everything that is logged.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("a log").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Invented codes and names that a whole life of a case moves through the program.
const CANARIES: [&str; 7] = ["00014", "00110", "Bērziņa", "Bērziņš", "LV80BANK", "anna@example", "anna.berzina"];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn personal_data_never_reach_the_log_or_the_numbers() {
    let kept = Kept::default();
    let sink = kept.clone();
    let lines = tracing_subscriber::fmt().with_env_filter("trace,hyper=debug,h2=debug,mio=info");
    lines
        .with_ansi(false)
        .without_time()
        .with_writer(move || sink.clone())
        .try_init()
        .expect("the only log of this process");
    let world = World::new(House::demo().await).await;
    whole_life(&world).await;
    let mistakes = wrong_turns(&world).await;
    let numbers = world.house.ask(&Visitor::default(), "GET", "/metrics", Body::None).await.body;
    world.house.close().await;
    let log = String::from_utf8_lossy(&kept.0.lock().expect("a log")).into_owned();
    assert!(log.contains("/lv/drafts/") && log.contains("outbound"), "the journey was not logged");
    for canary in CANARIES {
        let found: Vec<&str> = log.lines().filter(|line| says(line, canary)).take(3).collect();
        assert!(found.is_empty(), "{canary} is in the log:\n{}", found.join("\n"));
        assert!(!says(&numbers, canary), "{canary} is in the numbers");
        assert!(!mistakes.iter().any(|place| says(place, canary)), "{canary} is in an address");
    }
}

/// Whether a text has a canary. The second half of a personal code stands alone or follows the first: five or eleven digits
/// in a row, whatever letters are around. In longer numbers, in ids and in digests its digits come by chance.
fn says(text: &str, canary: &str) -> bool {
    if !canary.bytes().all(|sign| sign.is_ascii_digit()) {
        return text.contains(canary);
    }
    let is_half = |digits: &str| digits.ends_with(canary) && [5, 11].contains(&digits.len());
    let mut rows = text.split(|sign: char| !sign.is_alphanumeric());
    rows.any(|row| {
        let is_hex = row.chars().all(|sign| sign.is_ascii_hexdigit());
        is_half(row) || (!is_hex && row.split(|sign: char| !sign.is_ascii_digit()).any(is_half))
    })
}

#[test]
fn a_personal_code_is_told_from_digits_that_come_by_chance() {
    for code in ["code=328000-00014", "\"32800000014\"", "00014", "PK32800000014"] {
        assert!(says(code, "00014"), "{code}");
    }
    for chance in ["17.000140Z", "3f000142-0000-4000-8000-000140000000", "ab00014f"] {
        assert!(!says(chance, "00014"), "{chance}");
    }
}

/// Applies in the browser, with data from the register, and is looked at and decided by the officer.
async fn whole_life(world: &World) {
    let (house, anna, officer) = (&world.house, world.who("resident"), world.who("officer"));
    let service = &world.services["P.11"];
    let started = house.ask(anna, "POST", &format!("/lv/services/{service}/apply"), Body::Form(Vec::new())).await;
    let resumed = house.ask(anna, "GET", started.header("location"), Body::None).await;
    let at = resumed.header("location").to_owned();
    let step = house.ask(anna, "GET", &at, Body::None).await;
    assert!(step.body.contains("328000-00014"), "the register has filled the form: {}", step.status);
    let draft = world.draft("resident").await;
    let check = format!("/lv/drafts/{}/check", draft.id);
    house.ask(anna, "GET", &check, Body::None).await;
    let sent = house.ask(anna, "POST", &check, Body::Form(fields(&[("truth", "yes")]))).await;
    let case = sent.header("location").trim_end_matches("/submitted").trim_start_matches("/lv/cases/").to_owned();
    let page = format!("/lv/work/cases/{case}");
    assert!(house.ask(officer, "GET", &page, Body::None).await.body.contains("Bērziņa"), "{case}");
    let reason = Body::Form(fields(&[("reason", "verify-identity")]));
    let shown = house.ask(officer, "POST", &format!("{page}/identity"), reason).await;
    assert!(shown.body.contains("328000-00014"), "{}", shown.status);
    for far in [Far::Asked, Far::Delivered] {
        let case = world.case("resident", Office::Vsaa, far).await;
        house.ask(anna, "GET", &format!("/lv/cases/{}", case.id), Body::None).await;
        house.ask(anna, "GET", &format!("/api/v1/cases/{}", case.id), Body::None).await;
    }
    house.ask(anna, "GET", "/lv/profile", Body::None).await;
}

/// Wrong input that holds personal data; gives the addresses to which it led.
async fn wrong_turns(world: &World) -> Vec<String> {
    let (house, anna) = (&world.house, world.who("resident"));
    let Thing { id, typed, .. } = world.draft("resident").await;
    let mut wrong = typed;
    wrong.push(("applicant_personal_code".to_owned(), "328000-000149".to_owned()));
    wrong.push(("revision".to_owned(), "1".to_owned()));
    let form =
        Body::Form(fields(&[("email", "anna@example"), ("iban", "LV80BANK1"), ("revision", "0"), ("locale", "lv")]));
    let member = Body::Form(fields(&[("code", "328000-00014x"), ("role", "officer")]));
    let answers = json!({ "service": "1007", "answers": { "applicant_personal_code": "328000-00014", "iban": 7 } });
    let garbled = json!("Anna Bērziņa 328000-00014");
    let tries = [
        house.ask(anna, "POST", &format!("/lv/drafts/{id}/steps/applicant"), Body::Form(wrong)).await,
        house.ask(anna, "POST", "/lv/profile", form).await,
        house.ask(world.who("administrator"), "POST", "/lv/work/institution/members", member).await,
        house.ask(anna, "POST", "/api/v1/cases", Body::Json(answers)).await,
        house.ask(anna, "POST", "/api/v1/cases", Body::Json(garbled)).await,
        house.ask(world.who("officer"), "GET", "/lv/work/find?q=328000-00014", Body::None).await,
        house.ask(anna, "GET", "/lv/services?q=328000-00014", Body::None).await,
    ];
    tries.iter().map(|page| page.header("location").to_owned()).collect()
}
