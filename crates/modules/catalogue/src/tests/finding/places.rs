//! Where a service is given in person.

use crate::tests::{db, pilot};
use crate::{Service, Stage, Territory, places_of_channels, places_of_service, requested_in_centre};
use institutions::{BranchText, OpeningHours, Openness, Position, add_branch, close_branch};
use kernel::{Caller, Channel, InstitutionId, LangText, PersonId, Role};
use test_support::TestDb;
use uuid::Uuid;

/// A branch of an institution at these degrees, open on Mondays from ten to two.
async fn branch(db: &TestDb, institution: InstitutionId, name: &str, (north, east): (f64, f64)) -> String {
    let keeper = Caller::staff(PersonId::new(Uuid::from_u128(1)), Role::ContactPerson, institution);
    let mut tx = db.writing(&keeper).await;
    let text = BranchText {
        name: LangText::new(name, name),
        address: format!("{name}, Rīgas iela 1"),
        position: Position::new(north, east).unwrap(),
        phone: None,
        hours: LangText::new("Pirmdienās", "Mondays"),
        opening: vec![OpeningHours { days: vec![1], opens: "10:00".to_owned(), closes: "14:00".to_owned() }],
    };
    let code = add_branch(&mut tx, institution, text).await.unwrap();
    tx.commit().await.unwrap();
    code
}

/// The same service where its desk names these places.
fn naming(service: &Service, codes: &[&str]) -> Service {
    let mut description = (*service.description).clone();
    for offer in description.channels.iter_mut().filter(|offer| offer.channel == Channel::Institution) {
        offer.places = codes.iter().map(|code| (*code).to_owned()).collect();
    }
    Service { description: std::sync::Arc::new(description), ..service.clone() }
}

// req: POR-16, POR-17
#[tokio::test]
async fn the_nearest_places_come_with_distance_and_whether_they_are_open() {
    let db = db().await;
    let service = pilot(&db, "P.11").await;
    let tx = db.reading(&Caller::anonymous()).await;
    let cesis = Position::new(57.31, 25.27).unwrap();
    let places = places_of_service(&tx, &service, cesis, 5).await.unwrap();
    assert_eq!((places.len(), places[0].institution.code.as_str()), (5, "VPVKAC-CESIS"));
    assert!(places[0].kilometres < 1.0 && places[4].kilometres > places[1].kilometres);
    // The clock of tests stands on a Monday at noon in Latvia.
    assert!(matches!(places[0].openness, Openness::Open(_)), "{:?}", places[0].openness);
    db.test_clock().set("2026-11-18T10:00:00Z".parse().unwrap());
    let holiday = db.reading(&Caller::anonymous()).await;
    assert_eq!(places_of_service(&holiday, &service, cesis, 1).await.unwrap()[0].openness, Openness::Closed);
}

// req: POR-16
#[tokio::test]
async fn the_desk_of_the_provider_counts_where_it_is_offered_and_centres_only_where_they_are() {
    let db = db().await;
    let service = pilot(&db, "P.11").await;
    let tx = db.reading(&Caller::anonymous()).await;
    let riga = Position::new(56.95, 24.13).unwrap();
    let places = places_of_service(&tx, &service, riga, 3).await.unwrap();
    assert_eq!(places[0].institution.code, "VSAA");
    assert_eq!(places[0].openness, Openness::Unknown);
    let only = |channel: Channel| {
        let mut changed = (*service).clone();
        let mut description = (*changed.description).clone();
        description.channels.retain(|offer| offer.channel == channel);
        changed.description = std::sync::Arc::new(description);
        changed
    };
    assert!(places_of_service(&tx, &only(Channel::Electronic), riga, 3).await.unwrap().is_empty());
    let desk = places_of_service(&tx, &only(Channel::Institution), riga, 3).await.unwrap();
    assert!(desk.iter().all(|place| place.institution.code != "VPVKAC-OGRE") && !desk.is_empty());
    let centres = places_of_service(&tx, &only(Channel::Centre), riga, 3).await.unwrap();
    assert!(centres.iter().all(|place| place.institution.code.starts_with("VPVKAC-")));
}

// req: POR-16
#[tokio::test]
async fn centres_are_those_of_the_municipalities_that_give_the_service() {
    let db = db().await;
    let mut service = (*pilot(&db, "P.11").await).clone();
    let mut description = (*service.description).clone();
    description.channels.retain(|offer| offer.channel == Channel::Centre);
    // Cēsis.
    description.territory = Territory::Municipalities(vec!["0026000".to_owned()]);
    service.description = std::sync::Arc::new(description);
    let tx = db.reading(&Caller::anonymous()).await;
    let riga = Position::new(56.95, 24.13).unwrap();
    let places = places_of_service(&tx, &service, riga, 99).await.unwrap();
    assert_eq!(places.iter().map(|place| &*place.institution.code).collect::<Vec<_>>(), ["VPVKAC-CESIS"]);
}

// req: POR-16, CAT-05
#[tokio::test]
async fn every_branch_counts_with_its_own_address_and_hours_and_a_channel_may_name_some() {
    let db = db().await;
    let service = pilot(&db, "P.11").await;
    let vsaa = service.provider;
    let sigulda = branch(&db, vsaa, "Siguldas filiāle", (57.154, 24.854)).await;
    let ogre = branch(&db, vsaa, "Ogres filiāle", (56.816, 24.605)).await;
    let cesis = institutions::by_code(&db.reading(&Caller::engine()).await, "VPVKAC-CESIS").await.unwrap().unwrap();
    branch(&db, cesis.id, "Priekuļu pieņemšana", (57.316, 25.361)).await;

    let tx = db.reading(&Caller::anonymous()).await;
    let at = Position::new(57.15, 24.85).unwrap();
    let near = places_of_service(&tx, &service, at, 30).await.unwrap();
    let found = near.iter().find(|place| place.code() == sigulda).unwrap();
    assert_eq!(
        (found.name().lv.as_str(), found.address()),
        ("Siguldas filiāle", Some("Siguldas filiāle, Rīgas iela 1"))
    );
    assert_eq!(found.phone(), Some("+371 64507020"), "that of the institution");
    assert_eq!((found.hours().en.as_str(), found.institution.id), ("Mondays", vsaa));
    // Noon of a Monday in Latvia.
    assert!(matches!(found.openness, Openness::Open(until) if until.to_string() == "14:00"));
    assert!(found.kilometres < 1.0 && near.windows(2).all(|pair| pair[0].kilometres <= pair[1].kilometres));
    assert!(near.iter().any(|place| place.code() == "VPVKAC-CESIS-1"), "a branch of a centre");
    assert!(near.iter().any(|place| place.code() == "VSAA"), "the seat stays");

    let desk = [Channel::Institution];
    let some = places_of_channels(&tx, &naming(&service, &[&ogre]), &desk, at, 30).await.unwrap();
    assert_eq!(some.iter().map(|place| place.code()).collect::<Vec<_>>(), [ogre.as_str()]);
    let seat = places_of_channels(&tx, &naming(&service, &["VSAA"]), &desk, at, 30).await.unwrap();
    assert_eq!(seat.iter().map(|place| place.code()).collect::<Vec<_>>(), ["VSAA"]);
    drop(tx);

    let keeper = Caller::staff(PersonId::new(Uuid::from_u128(1)), Role::ContactPerson, vsaa);
    let mut tx = db.writing(&keeper).await;
    close_branch(&mut tx, &ogre, 1).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    assert!(places_of_channels(&tx, &naming(&service, &[&ogre]), &desk, at, 30).await.unwrap().is_empty());
    let left = places_of_channels(&tx, &service, &desk, at, 1).await.unwrap();
    assert_eq!(left.iter().map(|place| place.code()).collect::<Vec<_>>(), [sigulda.as_str()]);
}

/// The same service where something of the channel of the centres is different.
fn in_centres(service: &Service, change: impl Fn(&mut crate::ChannelOffer)) -> Service {
    let mut description = (*service.description).clone();
    description.channels.iter_mut().filter(|offer| offer.channel == Channel::Centre).for_each(change);
    Service { description: std::sync::Arc::new(description), ..service.clone() }
}

// req: CSS-03, CSS-09, CAT-13
#[tokio::test]
async fn a_service_is_asked_for_in_the_centres_that_its_description_says() {
    let db = db().await;
    let service = pilot(&db, "P.11").await;
    let tx = db.reading(&Caller::engine()).await;
    let id = async |code: &str| institutions::by_code(&tx, code).await.unwrap().unwrap().id;
    let (cesis, ogre, vsaa) = (id("VPVKAC-CESIS").await, id("VPVKAC-OGRE").await, id("VSAA").await);
    drop(tx);
    let place = branch(&db, ogre, "Ikšķiles pieņemšana", (56.83, 24.5)).await;

    let tx = db.reading(&Caller::engine()).await;
    let asked = async |service: &Service, at: InstitutionId| requested_in_centre(&tx, service, at).await.unwrap();
    assert!(asked(&service, cesis).await && asked(&service, ogre).await);
    assert!(!asked(&service, vsaa).await, "no centre");
    assert!(!asked(&service, InstitutionId::new(Uuid::from_u128(9))).await, "no institution");
    let receipt = in_centres(&service, |offer| offer.stages = vec![Stage::Receipt]);
    assert!(!asked(&receipt, cesis).await, "only received there");
    let named = in_centres(&service, |offer| offer.places = vec!["VPVKAC-CESIS".to_owned()]);
    assert!(asked(&named, cesis).await && !asked(&named, ogre).await);
    let named = in_centres(&service, |offer| offer.places = vec![place.clone()]);
    assert!(!asked(&named, cesis).await && asked(&named, ogre).await, "by a branch of the centre");

    let mut description = (*service.description).clone();
    description.territory = Territory::Municipalities(vec!["0026000".to_owned()]);
    let local = Service { description: std::sync::Arc::new(description.clone()), ..(*service).clone() };
    assert!(asked(&local, cesis).await && !asked(&local, ogre).await);
    description.territory = Territory::WholeCountry;
    description.channels.retain(|offer| offer.channel != Channel::Centre);
    let elsewhere = Service { description: std::sync::Arc::new(description), ..(*service).clone() };
    assert!(!asked(&elsewhere, cesis).await);
}
