//! Rights to act for a company: what routes about them need, and the interface of a person whose services are limited.
use identity::{AddRepresentative, AssignServices, Ground, Identified, PersonalCode, RegistrationNumber};
use kernel::{Caller, Remit};
use serde_json::{Value, json};

use crate::browser::{Body, House, Page};
use crate::things::{Far, Office, Thing, World};

const CASES: &str = "/api/v1/cases";

impl World {
    /// The right of somebody new to act for the company of the demonstration, given by its management; or for another.
    pub async fn representation(&self, own: bool) -> Thing {
        let db = self.house.running.database();
        let mut tx = db.write(&Caller::engine()).await.expect("a unit of work");
        let code = format!("32{:09}", tx.ids().uuid().as_u128() % 1_000_000_000);
        let told = Identified {
            codes: vec![PersonalCode::parse(&code).expect("a code")],
            given_name: "Aivars".to_owned(),
            family_name: "Paraugs".to_owned(),
            birth_date: None,
            email: None,
        };
        let person = identity::recognise(&mut tx, &told).await.expect("a person");
        let id = if own {
            tx.commit().await.expect("kept");
            tx = db.write(self.caller("company")).await.expect("a unit of work");
            let input = AddRepresentative { code, family_name: told.family_name };
            identity::add_representative(&mut tx, input).await.expect("a right")
        } else {
            let number = RegistrationNumber::parse("49999999015").expect("a number");
            let other =
                identity::ensure_organisation(&mut tx, &number, "SIA „Zaļais pakalns”").await.expect("a company");
            identity::allow_representation(&mut tx, person, other, Ground::Authorised).await.expect("a right")
        };
        tx.commit().await.expect("kept");
        Thing { id: id.to_string(), revision: 1, ..Thing::default() }
    }

    /// Management assigns these services to the employee.
    async fn assign(&self, services: &[&str]) {
        let codes: Vec<String> = services.iter().map(|pilot| self.services[*pilot].clone()).collect();
        let db = self.house.running.database();
        let mut tx = db.write(self.caller("company")).await.expect("a unit of work");
        let page = kernel::PageRequest::first(kernel::PageRequest::MAX);
        let found = identity::representatives(&tx, &page).await.expect("a list").items;
        let employee = found.into_iter().find(|one| one.name == "Edgars Apse").expect("the employee");
        let input = AssignServices { id: employee.id, remit: Remit::only(codes), revision: employee.revision };
        identity::assign_services(&mut tx, input).await.expect("assigned");
        tx.commit().await.expect("kept");
    }

    /// The employee asks for a service of this office by the interface.
    async fn ask_for(&self, office: Office) -> Page {
        let body = Body::Json(json!({ "service": self.services[office.parts().0], "answers": office.answers() }));
        self.house.ask(self.who("employee"), "POST", CASES, body).await
    }
}

fn numbers(list: &Value) -> Vec<&str> {
    list["items"].as_array().expect("a list").iter().filter_map(|item| item["number"].as_str()).collect()
}

// req: POR-10, AUT-01
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_of_a_limited_representative_reaches_only_assigned_services() {
    let world = World::new(House::demo().await).await;
    let (house, employee) = (&world.house, world.who("employee"));
    let foreign = world.case("company", Office::Vsaa, Far::Submitted).await;
    let refused = world.ask_for(Office::Vsaa).await;
    assert_eq!((refused.status, refused.json()["key"].as_str()), (403, Some("service-not-assigned")));
    assert!(refused.body.contains("nav piešķīrusi"), "{}", refused.body);
    let received = world.ask_for(Office::Assigned).await;
    assert_eq!(received.status, 201, "{}", received.body);
    let own = received.json()["number"].as_str().expect("a number").to_owned();

    let list = house.ask(employee, "GET", "/api/v1/cases?limit=100", Body::None).await.json();
    let prefix = format!("{} ", world.services["P.08"]);
    assert!(numbers(&list).contains(&own.as_str()), "{list}");
    assert!(numbers(&list).iter().all(|number| number.starts_with(&prefix)), "{list}");
    let all = house.ask(world.who("company"), "GET", "/api/v1/cases?limit=100", Body::None).await.json();
    assert!(numbers(&all).contains(&own.as_str()) && numbers(&all).contains(&foreign.id.replace('-', " ").as_str()));
    for path in [format!("{CASES}/{}", foreign.id), format!("{CASES}/{}/events", foreign.id)] {
        let answer = house.ask(employee, "GET", &path, Body::None).await;
        assert_eq!((answer.status, answer.json()["key"].as_str()), (404, Some("case")), "{path}");
    }
    let withdrawn = Body::Json(json!({ "kind": "case.withdrawn" }));
    let path = format!("{CASES}/{}/events", foreign.id);
    assert_eq!(house.ask(employee, "POST", &path, withdrawn).await.status, 404);

    // The next request of the same token follows what management assigns.
    world.assign(&["P.11"]).await;
    assert_eq!(world.ask_for(Office::Assigned).await.status, 403);
    assert_eq!(world.ask_for(Office::Vsaa).await.status, 201);
    let path = format!("{CASES}/{}", foreign.id);
    assert_eq!(house.ask(employee, "GET", &path, Body::None).await.status, 200);
    assert_eq!(house.ask(employee, "GET", &format!("{CASES}/{}", own.replace(' ', "-")), Body::None).await.status, 404);

    let company = world.caller("company").party;
    let Some(kernel::Party::Organisation(company)) = company else { panic!("no company") };
    let mut tx = house.running.database().write(&Caller::engine()).await.expect("a unit of work");
    let person = world.caller("employee").person.expect("a person");
    identity::end_representation(&mut tx, person, company).await.expect("ended");
    tx.commit().await.expect("kept");
    assert_eq!(house.ask(employee, "GET", CASES, Body::None).await.status, 401);
    assert!(house.ask(employee, "GET", "/lv/cases", Body::None).await.asks_to_sign_in());
    world.house.close().await;
}
