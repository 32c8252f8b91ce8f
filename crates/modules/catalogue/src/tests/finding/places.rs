//! Where a service is given in person.

use crate::tests::{db, pilot};
use crate::{Territory, places_of_service};
use institutions::{Openness, Position};
use kernel::{Caller, Channel};

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
