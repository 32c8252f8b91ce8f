//! Internal rules, branches, records and own indicators: what routes about them need, and the interface over HTTP.
use axum::http::Request;
use indicators::{Better, DefineOwn, OwnStage, OwnText};
use institutions::{BranchText, Position};
use kernel::{Caller, Channel, LangText, Role};
use serde_json::{Value, json};

use crate::browser::{Body, House, Page, Visitor};
use crate::things::{Thing, World};

const OWN: &str = "/api/v1/indicators/own";

impl World {
    /// The newest version that VSAA stated about a point; 0 when there is none.
    pub async fn norm_version(&self, point: &str) -> i32 {
        let contact = self.caller("contact");
        let tx = self.house.running.database().read(contact).await.expect("a read");
        let history = institutions::norm_history(&tx, contact.institution.expect("an institution"), point).await;
        history.ok().and_then(|history| history.statements.first().map(|one| one.version)).unwrap_or_default()
    }

    /// The newest version that VSAA stated of its measurement.
    pub async fn measurement_version(&self) -> i32 {
        let contact = self.caller("contact");
        let tx = self.house.running.database().read(contact).await.expect("a read");
        let today = kernel::riga_date(tx.now());
        let vsaa = contact.institution.expect("an institution");
        let known = institutions::satisfaction(&tx, vsaa, today).await.expect("measurements");
        known.statements.first().map_or(0, |one| one.version)
    }

    /// A new branch of an institution, added by its contact person.
    pub async fn branch(&self, institution: &str) -> Thing {
        let person = self.caller("contact").person.expect("a person");
        let database = self.house.running.database();
        let tx = database.read(&Caller::engine()).await.expect("a read");
        let found = institutions::by_code(&tx, institution).await.expect("a read").expect("an institution");
        drop(tx);
        let contact = Caller::staff(person, Role::ContactPerson, found.id);
        let mut tx = database.write(&contact).await.expect("a unit of work");
        let text = BranchText {
            name: LangText::new("Filiāle", "Branch"),
            address: "Rīgas iela 1, Cēsis".to_owned(),
            position: Position { latitude: 57.31, longitude: 25.27 },
            phone: None,
            hours: LangText::default(),
            opening: Vec::new(),
        };
        let code = institutions::add_branch(&mut tx, found.id, text).await.expect("a branch");
        tx.commit().await.expect("kept");
        Thing { id: code, revision: 1, ..Thing::default() }
    }

    /// The record of an institution as it is kept, with what its form sends.
    pub async fn record(&self, institution: &str) -> Thing {
        let tx = self.house.running.database().read(self.caller("platform")).await.expect("a read");
        let (known, record) = institutions::institution_to_edit(&tx, institution).await.expect("a record");
        let (identity, contacts) = (record.identity, record.contacts);
        let degrees = |known: Option<f64>| known.map(|degrees| degrees.to_string()).unwrap_or_default();
        let fields = [
            ("name_lv", identity.name.lv),
            ("name_en", identity.name.en),
            ("kind", identity.kind.as_str().to_owned()),
            ("registration_number", identity.registration_number.unwrap_or_default()),
            ("parent", identity.parent.unwrap_or_default()),
            ("calendar_transfers", identity.calendar_transfers.as_str().to_owned()),
            ("phone", contacts.phone.unwrap_or_default()),
            ("email", contacts.email.unwrap_or_default()),
            ("website", contacts.website.unwrap_or_default()),
            ("address", contacts.address.unwrap_or_default()),
            ("latitude", degrees(contacts.position.map(|at| at.latitude))),
            ("longitude", degrees(contacts.position.map(|at| at.longitude))),
            ("hours_lv", contacts.hours.lv),
            ("hours_en", contacts.hours.en),
        ];
        let typed = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Thing { id: known.code, revision: known.revision, typed, ..Thing::default() }
    }

    /// A new indicator of a channel of a service, set by the contact person of its holder.
    pub async fn own_indicator(&self, pilot: &str) -> Thing {
        let holder = self.holder(pilot).await.parse().expect("an institution");
        let person = self.caller("contact").person.expect("a person");
        let contact = Caller::staff(person, Role::ContactPerson, holder);
        let mut tx = self.house.running.database().write(&contact).await.expect("a unit of work");
        let text = OwnText {
            name: LangText::new("Gaidīšana", "Waiting"),
            unit: LangText::new("min", "min"),
            wanted: "5".parse().expect("a number"),
            better: Better::Lower,
        };
        let service = self.services[pilot].clone();
        let input = DefineOwn { service, channel: Channel::Electronic, stage: OwnStage::Request, text };
        let code = indicators::define_own_indicator(&mut tx, input).await.expect("an indicator");
        tx.commit().await.expect("kept");
        Thing { id: code.to_string(), revision: 1, ..Thing::default() }
    }
}

async fn report(house: &House, who: &Visitor, key: Option<&str>, values: &Value) -> Page {
    let mut request = Request::post(format!("{}{OWN}", house.base)).header("content-type", "application/json");
    request = request.header("accept-language", "en");
    if let Some(token) = &who.token {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    if let Some(key) = key {
        request = request.header("idempotency-key", key);
    }
    house.send(request.body(json!({ "values": values }).to_string().into_bytes()).expect("a request")).await
}

// req: CAT-29
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_system_reports_values_once_and_is_told_what_is_wrong() {
    let house = House::demo().await;
    let system = house.system().await;
    let values = json!([{ "indicator": "1007-R1", "month": "2025-11", "value": 3.75 }]);
    let first = report(&house, &system, Some("k1"), &values).await;
    assert_eq!((first.status, first.json()), (201, json!({ "changed": 1, "repeated": false })), "{}", first.body);
    let again = report(&house, &system, Some("k1"), &values).await;
    assert_eq!((again.status, again.json()), (200, json!({ "changed": 0, "repeated": true })));
    let other = json!([{ "indicator": "1007-R1", "month": "2025-11", "value": "4,5" }]);
    assert_eq!(report(&house, &system, Some("k1"), &other).await.status, 409);
    assert_eq!(report(&house, &system, None, &other).await.json(), json!({ "changed": 1, "repeated": false }));

    let wrong = json!([
        { "indicator": "1007-R9", "month": "2099-01", "value": "daudz" },
        { "indicator": "1007-R1", "month": "2025-10", "value": [1] },
    ]);
    let refused = report(&house, &system, None, &wrong).await;
    assert_eq!((refused.status, refused.header("content-type")), (422, "application/problem+json"));
    let pointers: Vec<Value> =
        refused.json()["errors"].as_array().expect("errors").iter().map(|one| one["pointer"].clone()).collect();
    let told = ["/values/0/indicator", "/values/0/month", "/values/0/value", "/values/1/value"];
    assert_eq!(pointers, told.map(Value::from));

    let page = house.ask(&system, "GET", &format!("{OWN}?from=2025-01&to=2025-12"), Body::None).await.json();
    let items = page["items"].as_array().expect("items");
    assert_eq!((items.len(), &items[0]["value"], &items[0]["reached"]), (1, &json!(4.5), &json!(true)));
    assert_eq!((&items[0]["channel"], &items[0]["wanted"]), (&json!("phone"), &json!(5.0)));
    let fresh = house.ask(&system, "GET", OWN, Body::None).await.json();
    assert_eq!(fresh["items"].as_array().map(|items| items.len() >= 3), Some(true), "three months of values: {fresh}");
    let other = house.persona("officer-nva").await;
    let seen = house.ask(&other, "GET", &format!("{OWN}?from=2025-01&to=2025-12"), Body::None).await.json();
    assert_eq!(seen["items"], json!([]), "another institution's");
    for who in [Visitor::default(), house.persona("resident").await] {
        let status = house.ask(&who, "GET", OWN, Body::None).await.status;
        assert!([401, 403].contains(&status), "{status}");
    }
    house.close().await;
}
