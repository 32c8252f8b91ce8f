//! Requests that came to an institution another way: its system registers them through the interface, and they count.
use std::sync::Arc;

use cases::{Origin, Received, SubmitCase};
use catalogue::ServiceFilter;
use chrono::{DateTime, Utc};
use identity::{RegisterApiClient, Scope, register_api_client};
use indicators::{Filter, IndicatorReader, service_indicators};
use jobs::{Reader, run_reader};
use kernel::{Caller, Channel, PageRequest, PersonId, Role, riga_date};
use serde_json::json;
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

use crate::browser::{Body, House, Visitor, fields};

// req: INF-01, REG-01, REG-04, REG-05
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_system_registers_requests_for_a_service_without_a_form() {
    let house = House::demo().await;
    let (system, anna) = (house.system().await, house.persona("resident").await);
    let service = house.pilots().await["P.09"].clone();
    let on = riga_date(house.running.database().clock().now()).pred_opt().expect("yesterday");
    let letter = json!({
        "service": service,
        "channel": "post",
        "received": on,
        "client": { "kind": "person", "personal_code": "328000-00014", "family_name": "Bērziņa" },
        "note": "Lūdz atbildi pa pastu.",
    });
    let first = house.send_case(&system, "letter-1", &letter).await;
    assert_eq!(first.status, 201, "{}", first.body);
    let again = house.send_case(&system, "letter-1", &letter).await;
    assert_eq!((again.status, &again.json()["number"]), (200, &first.json()["number"]));
    let path = first.header("location").to_owned();
    for who in [&system, &anna] {
        let case = house.ask(who, "GET", &path, Body::None).await.json();
        assert_eq!((&case["channel"], &case["state"]), (&json!("post"), &json!("submitted")));
        assert_eq!((&case["note"], &case["answers"]), (&json!("Lūdz atbildi pa pastu."), &json!({})));
        let at: DateTime<Utc> = case["submitted_at"].as_str().expect("a time").parse().expect("a time");
        assert_eq!(riga_date(at), on);
    }
    let steps = house.ask(&system, "GET", &format!("{path}/events"), Body::None).await.json();
    assert_eq!((&steps["items"][0]["by"], &steps["items"][0]["channel"]), (&json!("system"), &json!("post")));

    let bare = house.send_case(&system, "call-1", &json!({ "service": service, "channel": "phone" })).await;
    assert_eq!(bare.status, 201, "nobody known, nothing answered: {}", bare.body);
    let case = house.ask(&system, "GET", bare.header("location"), Body::None).await.json();
    assert_eq!(case["note"], "");
    house.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_wrong_with_such_a_request_is_told_with_its_place() {
    let house = House::demo().await;
    let (system, anna, other) =
        (house.system().await, house.persona("resident").await, house.persona("officer-nva").await);
    let service = house.pilots().await["P.09"].clone();
    let client = |code: &str, name: &str| json!({ "kind": "person", "personal_code": code, "family_name": name });
    let told = json!({ "service": service, "received": "2999-01-01", "note": "Kods 328000-00014" });
    let unknown = json!({ "service": service, "client": client("328000-00014", "Cita") });
    let company = json!({ "service": service, "client": { "kind": "company", "registration_number": "1" } });
    for (body, wanted) in [
        (told, vec![("/received", "received-in-future"), ("/note", "received-personal-code")]),
        (unknown, vec![("/client/personal_code", "client-unknown")]),
        (company, vec![("/client/registration_number", "registration-number-form")]),
    ] {
        let refused = house.send_case(&system, "wrong", &body).await;
        assert_eq!(refused.status, 422, "{}", refused.body);
        let found = refused.faults();
        let found: Vec<_> = found.iter().map(|(pointer, key)| (pointer.as_str(), key.as_str())).collect();
        assert_eq!(found, wanted);
    }
    let own = json!({ "service": service, "note": "Mans" });
    for (who, status) in [(&anna, 403), (&other, 403), (&system, 201)] {
        assert_eq!(house.send_case(who, "wrong", &own).await.status, status, "{}", who.key);
    }
    house.close().await;
}

// req: REG-01, ANA-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_client_sends_is_electronic_and_another_channel_is_refused_with_its_place() {
    let house = House::demo().await;
    let (anna, system) = (house.persona("resident").await, house.system().await);
    let service = house.pilots().await["P.11"].clone();
    let answers = forms::example("childbirth-benefit").expect("an example");
    let mut asked = json!({ "service": service, "answers": answers, "channel": "phone" });
    let refused = house.send_case(&anna, "called", &asked).await;
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert_eq!(refused.faults(), [("/channel".to_owned(), "case-channel-of-client".to_owned())]);
    assert_eq!(house.send_case(&system, "called", &asked).await.status, 201, "a system says how its client came");
    asked["channel"] = json!("electronic");
    let kept = house.send_case(&anna, "called", &asked).await;
    assert_eq!(kept.status, 201, "{}", kept.body);
    house.close().await;
}

/// A system of an institution that may register and read cases.
async fn system_of(house: &House, institution: &str) -> Visitor {
    let database = house.running.database();
    let engine = database.read(&Caller::engine()).await.expect("a read");
    let found = institutions::by_code(&engine, institution).await.expect("a read").expect("an institution").id;
    drop(engine);
    let person = house.persona("platform").await.caller.expect("known").person.expect("a person");
    let platform = Caller::staff(person, Role::PlatformAdministrator, found);
    let mut tx = database.write(&platform).await.expect("a write");
    let scopes = vec![Scope::CasesRead, Scope::CasesWrite];
    let input = RegisterApiClient { name: "Rindu sistēma".to_owned(), institution: found, scopes };
    let issued = register_api_client(&mut tx, input).await.expect("a system");
    tx.commit().await.expect("kept");
    let (client, secret) = (issued.client.to_string(), issued.secret.reveal().to_owned());
    let grant = fields(&[("grant_type", "client_credentials"), ("client_id", &client), ("client_secret", &secret)]);
    let answer = house.ask(&Visitor::default(), "POST", "/oauth/token", Body::Form(grant)).await;
    let token = answer.json()["access_token"].as_str().expect("a token").to_owned();
    Visitor { key: institution.to_owned(), token: Some(token), ..Visitor::default() }
}

// req: CSS-03, CSS-09, AUD-03
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_centre_is_told_the_number_of_what_it_handed_on_and_no_place_where_to_read_it() {
    let house = House::demo().await;
    let (cesis, own) = (system_of(&house, "VPVKAC-CESIS").await, house.system().await);
    let service = house.pilots().await["P.11"].clone();
    let came = json!({ "service": service, "channel": "centre", "note": "Atnāca pati." });
    for status in [201, 200] {
        let answer = house.send_case(&cesis, "came-1", &came).await;
        assert_eq!((answer.status, answer.headers.contains_key("location")), (status, false), "{}", answer.body);
        let number = answer.json()["number"].as_str().expect("a number").replace(' ', "-");
        let path = format!("/api/v1/cases/{number}");
        assert_eq!(house.ask(&cesis, "GET", &path, Body::None).await.status, 404);
        assert_eq!(house.ask(&own, "GET", &path, Body::None).await.status, 200, "the holder's system reads it");
    }
    let mine = house.send_case(&own, "came-2", &came).await;
    assert_eq!((mine.status, house.ask(&own, "GET", mine.header("location"), Body::None).await.status), (201, 200));
    house.close().await;
}

async fn counted_on(db: TestDb) {
    let mut tx = db.writing(&Caller::engine()).await;
    institutions::install_reference_data(&mut tx).await.expect("institutions");
    catalogue::install_pilot_services(&mut tx).await.expect("services");
    let vsaa = institutions::by_code(&tx, "VSAA").await.expect("a read").expect("VSAA").id;
    let filter = ServiceFilter { holder: Some(vsaa), ..ServiceFilter::default() };
    let all = catalogue::list_services(&tx, &filter, &PageRequest::first(100)).await.expect("services");
    let service = all.items.into_iter().find(|item| item.form_key.is_none()).expect("one without a form").code;
    tx.commit().await.expect("kept");

    let officer = Caller::staff(PersonId::new(Uuid::from_u128(1)), Role::Officer, vsaa);
    for (on, channel) in [("2026-10-30", Channel::Post), ("2026-11-20", Channel::Phone), ("2026-11-20", Channel::Post)]
    {
        let on = Some(on.parse().expect("a day"));
        let received =
            Received { service: service.clone(), on, client: None, note: String::new(), answers: None, scan: None };
        let mut tx = db.writing(&officer).await;
        let input = SubmitCase { origin: Origin::Received(received), channel, idempotency_key: None };
        cases::submit(&mut tx, input).await.expect("a case");
        tx.commit().await.expect("kept");
    }
    let reader: Arc<dyn Reader> = Arc::new(IndicatorReader);
    let month = |text: &str| text.parse().expect("a month");
    let filter = Filter { service: Some(service), ..Filter::between(month("2026-09"), month("2026-11")) };
    let mut found = Vec::new();
    // PostgreSQL ends a dropped transaction a moment later; until then the horizon holds the reader up.
    for _ in 0..500 {
        run_reader(&db, &reader).await.expect("counted");
        let tx = db.reading(&officer).await;
        let page = service_indicators(&tx, &filter, &PageRequest::first(10)).await.expect("figures");
        found = page.items;
        if found.iter().filter_map(|figures| figures.requested.total.value()).sum::<i64>() == 3 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    let counted: Vec<_> = found
        .iter()
        .map(|figures| {
            let part =
                |channel: Channel| figures.requested.part(channel.as_str()).value().expect("shown to the holder");
            (figures.period.as_str(), part(Channel::Post), part(Channel::Phone), part(Channel::Electronic))
        })
        .collect();
    assert_eq!(
        counted,
        [("2026-10", 1, 0, 0), ("2026-11", 1, 1, 0)],
        "by the channel, in the month in which they came"
    );
    assert!(found.iter().all(|figures| figures.completions.value() == Some(0)), "no form was filled in");
}

// req: ANA-01, REG-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn such_requests_count_by_channel_in_the_month_in_which_they_came() {
    counted_on(TestDb::sqlite().await).await;
    let cluster = TestPostgres::start();
    counted_on(TestDb::postgres(&cluster).await).await;
}
