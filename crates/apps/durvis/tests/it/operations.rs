//! What operators rely on: alive, ready, numbers, an end in good order; and nothing of the demonstration in `serve`.
use config::{Config, Sources};
use durvis::{Mode, Running};
use outbound::Call;
use serde_json::Value;
use test_support::TestPostgres;

use crate::browser::{Body, House, Visitor, fields};
use crate::support::{Process, client, folder, token};

fn settings(folder: &std::path::Path, database: Option<&str>) -> Config {
    let mut overrides = vec![
        ("storage.data_dir", folder.display().to_string()),
        ("server.listen", "127.0.0.1:0".to_owned()),
        ("rate_limit.enabled", "false".to_owned()),
    ];
    overrides.extend(database.map(|url| ("database.url", url.to_owned())));
    config::load(&Sources { overrides, ..Sources::default() }).expect("a configuration")
}

async fn start(folder: &std::path::Path, database: Option<&str>, mode: Mode) -> Running {
    durvis::start(&settings(folder, database), mode).await.expect("a server")
}

async fn status(running: &Running, method: &str, path: &str) -> u16 {
    let request = axum::http::Request::builder()
        .method(method)
        .uri(format!("http://{}{path}", running.address))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(b"persona=resident".to_vec())
        .expect("a request");
    client().execute(request).await.expect("an answer").status().as_u16()
}

/// What operators see of a request: by the pattern of its route, never by its address; and how far readers are behind.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_are_counted_by_route_and_readers_tell_how_far_they_are_behind() {
    let folder = folder();
    let running = start(folder.path(), None, Mode::Demo { with: None }).await;
    let asked = [
        ("GET", "/lv/services/1007", 200),
        ("GET", "/en/services/9999", 404),
        ("GET", "/api/v1/cases/1007-1", 401),
        ("POST", "/demo/token", 200),
        ("GET", "/nowhere/0123", 404),
    ];
    for (method, path, expected) in asked {
        assert_eq!(status(&running, method, path).await, expected, "{method} {path}");
    }
    let mut numbers = String::new();
    for _ in 0..100 {
        let call = Call::get(format!("http://{}/metrics", running.address), "/metrics");
        numbers = String::from_utf8_lossy(&client().send(call).await.expect("numbers").body).into_owned();
        if numbers.contains("durvis_reader_lag_seconds") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let counted = |route: &str, method: &str, class: &str| {
        let line = format!(r#"durvis_http_requests_total{{route="{route}",method="{method}",status="{class}"}} "#);
        assert!(numbers.contains(&line), "{line} is not in {numbers}");
    };
    counted("/{lang}/services/{code}", "GET", "2xx");
    counted("/{lang}/services/{code}", "GET", "4xx");
    counted("/api/v1/cases/{number}", "GET", "4xx");
    counted("/demo/token", "POST", "2xx");
    counted("none", "GET", "4xx");
    assert!(
        !numbers.contains("services/1007") && !numbers.contains("/nowhere"),
        "an address as it was sent: {numbers}"
    );
    let seconds = r#"durvis_http_request_seconds_count{route="/{lang}/services/{code}",method="GET"} "#;
    assert!(numbers.contains(seconds), "{numbers}");
    assert!(numbers.contains(r#"durvis_reader_lag_seconds{reader=""#), "{numbers}");
    running.stop().await.expect("an end in good order");
}

async fn operators_are_answered(database: Option<&str>) {
    let folder = folder();
    let running = start(folder.path(), database, Mode::Demo { with: None }).await;
    let base = format!("http://{}", running.address);
    let client = client();
    client.send(Call::get(format!("{base}/healthz"), "/healthz")).await.expect("alive");
    let ready: Value = client.json(Call::get(format!("{base}/readyz"), "/readyz")).await.expect("ready");
    assert_eq!(ready["parts"], serde_json::json!({ "database": "ok", "files": "ok" }));
    // A trial leaves nothing behind.
    assert!(!folder.path().join("files/trial").exists());
    let metrics = client.send(Call::get(format!("{base}/metrics"), "/metrics")).await.expect("numbers");
    assert!(String::from_utf8_lossy(&metrics.body).contains("# TYPE"), "Prometheus text");
    running.stop().await.expect("an end in good order");
    client.send(Call::get(format!("{base}/healthz"), "/healthz")).await.expect_err("it is gone");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_folder_of_files_the_platform_is_not_ready_and_says_why() {
    let folder = folder();
    let running = start(folder.path(), None, Mode::Demo { with: None }).await;
    let ready = async || {
        let request = axum::http::Request::get(format!("http://{}/readyz", running.address)).body(Vec::new());
        let answer = client().execute(request.expect("a request")).await.expect("an answer");
        (answer.status().as_u16(), serde_json::from_slice::<Value>(answer.body()).expect("JSON"))
    };
    let (files, away) = (folder.path().join("files"), folder.path().join("away"));
    assert_eq!(ready().await.0, 200);
    std::fs::rename(&files, &away).expect("as when a disk is not mounted");
    let (status, told) = ready().await;
    assert_eq!((status, &told["ready"], &told["parts"]["database"]), (503, &false.into(), &"ok".into()));
    assert_eq!(told["parts"]["files"], "the folder is missing");
    assert!(!files.exists(), "looking does not make it anew");
    std::fs::rename(&away, &files).expect("mounted again");
    assert_eq!(ready().await.0, 200);
    running.stop().await.expect("an end in good order");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn operators_are_answered_on_sqlite() {
    operators_are_answered(None).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn operators_are_answered_on_postgres() {
    let cluster = TestPostgres::start();
    operators_are_answered(Some(&cluster.fresh_database())).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn numbers_of_a_platform_for_real_people_are_given_at_an_address_of_their_own_only() {
    let (folder, client) = (folder(), client());
    start(folder.path(), None, Mode::Demo { with: None }).await.stop().await.expect("an end in good order");
    let silent = start(folder.path(), None, Mode::Serve).await;
    assert_eq!((silent.metrics, status(&silent, "GET", "/metrics").await), (None, 404));
    silent.stop().await.expect("an end in good order");

    let mut config = settings(folder.path(), None);
    config.server.metrics_listen = Some("127.0.0.1:0".to_owned());
    let running = durvis::start(&config, Mode::Serve).await.expect("a server");
    let own = format!("http://{}", running.metrics.expect("an address of its own"));
    assert_eq!(status(&running, "GET", "/metrics").await, 404, "not where the public asks");
    assert_eq!(status(&running, "GET", "/healthz").await, 200);
    let numbers = client.send(Call::get(format!("{own}/metrics"), "/metrics")).await.expect("numbers");
    assert!(String::from_utf8_lossy(&numbers.body).contains("# TYPE"), "Prometheus text");
    client.send(Call::get(format!("{own}/healthz"), "/healthz")).await.expect_err("nothing else is there");
    running.stop().await.expect("an end in good order");
    client.send(Call::get(format!("{own}/metrics"), "/metrics")).await.expect_err("it is gone");

    config.server.metrics_listen = Some("192.0.2.1:1".to_owned());
    let Err(refused) = durvis::start(&config, Mode::Serve).await else { panic!("it listens where it cannot") };
    assert!(refused.code == 3 && refused.text.contains("192.0.2.1:1"), "{}", refused.text);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_of_the_demonstration_exists_in_serve() {
    let doors = [
        ("GET", "/demo/personas", 200),
        ("POST", "/demo/token", 200),
        ("GET", "/demo/sign-in/resident", 303),
        ("GET", "/demo/sign-in/platform", 303),
    ];
    let folder = folder();
    let demo = start(folder.path(), None, Mode::Demo { with: None }).await;
    for (method, path, expected) in doors {
        assert_eq!(status(&demo, method, path).await, expected, "demo: {method} {path}");
    }
    demo.stop().await.expect("an end in good order");
    // The same data folder, so the invented persons are in the database: still no way to become one of them.
    let serve = start(folder.path(), None, Mode::Serve).await;
    for (method, path, _) in doors {
        assert_eq!(status(&serve, method, path).await, 404, "serve: {method} {path}");
    }
    serve.stop().await.expect("an end in good order");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_demonstration_lists_its_personas_and_gives_each_a_token() {
    let folder = folder();
    let running = start(folder.path(), None, Mode::Demo { with: None }).await;
    let (client, base) = (client(), format!("http://{}", running.address));
    let listed: Value =
        client.json(Call::get(format!("{base}/demo/personas"), "/demo/personas")).await.expect("a list");
    let keys: Vec<&str> = listed.as_array().expect("a list").iter().filter_map(|p| p["persona"].as_str()).collect();
    for key in
        ["resident", "resident2", "company", "specialist", "officer", "contact", "administrator", "auditor", "platform"]
    {
        assert!(keys.contains(&key), "{key} is missing among {keys:?}");
        assert!(!token(&client, &base, key).await.is_empty());
    }
    running.stop().await.expect("an end in good order");
}

// req: POR-04
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_demonstration_shows_what_the_coordinator_of_life_situations_sees() {
    let house = House::demo().await;
    let platform = house.persona("platform").await;
    let profile = house.ask(&platform, "GET", "/lv/profile", Body::None).await;
    assert!(profile.body.contains("– Kontaktpersona"), "{}", profile.body);
    let agency = platform.caller.as_ref().and_then(|caller| caller.institution).expect("an institution");
    let choice = fields(&[("choice", &format!("staff:{agency}:contact_person"))]);
    let switched = house.ask(&platform, "POST", "/lv/profile/switch", Body::Form(choice)).await;
    assert_eq!(switched.status, 303, "{}", switched.body);
    let cookie = switched.header("set-cookie").split(';').next().unwrap_or_default().to_owned();
    let coordinator = Visitor { cookie: Some(cookie), ..platform };
    let list = house.ask(&coordinator, "GET", "/lv/work/situations", Body::None).await.body;
    assert!(list.contains("order?branch=residents") && list.contains("/lv/work/situations/new"), "{list}");
    assert!(!list.contains("order?branch=businesses") && !list.contains("/coordinators"), "a contact person: {list}");
    let order = house.ask(&coordinator, "GET", "/lv/work/situations/order?branch=residents", Body::None).await;
    assert_eq!(order.status, 200, "{}", order.body);
    house.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sigterm_ends_the_program_in_good_order() {
    let folder = folder();
    let process = Process::demo(folder.path(), None).await;
    assert_eq!(process.terminate(), Some(0));
}
