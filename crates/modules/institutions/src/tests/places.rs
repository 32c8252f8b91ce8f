//! How far places are, and whether they are open.

use super::db;
use crate::{
    Institution, InstitutionChoice, InstitutionFilter, InstitutionKind, OpeningHours, Openness, Position,
    institution_choices, list_all, municipalities, nearest, openness, placed,
};
use chrono::{NaiveTime, Weekday};
use kernel::{Caller, ErrorKind, InstitutionId};
use uuid::Uuid;

fn at(north: f64, east: f64) -> Position {
    Position::new(north, east).unwrap()
}

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

async fn centres() -> Vec<Institution> {
    let db = db().await;
    placed(&db.reading(&Caller::anonymous()).await, InstitutionKind::ServiceCentre).await.unwrap()
}

#[test]
fn distances_are_those_of_the_map() {
    // Riga to Liepāja is about 196 km as the crow flies.
    let far = at(56.949, 24.105).kilometres_to(at(56.505, 21.011));
    assert!((190.0..200.0).contains(&far), "{far}");
    assert_eq!(at(57.0, 24.0).kilometres_to(at(57.0, 24.0)), 0.0);
    assert!((at(0.0, 0.0).kilometres_to(at(0.0, 180.0)) - 20015.0).abs() < 1.0);
}

#[test]
fn degrees_that_do_not_exist_are_refused() {
    for (north, east) in [(91.0, 0.0), (0.0, -181.0), (f64::NAN, 0.0), (0.0, f64::INFINITY)] {
        assert_eq!(Position::new(north, east).unwrap_err().kind(), ErrorKind::Invalid);
    }
}

// req: POR-16
#[tokio::test]
async fn the_nearest_centre_comes_first_and_every_centre_has_a_place_and_hours() {
    let centres = centres().await;
    assert!(centres.len() > 30);
    assert!(centres.iter().all(|centre| !centre.opening.is_empty() && centre.address.is_some()));
    let near = nearest(centres, at(57.3, 25.2), 3);
    assert_eq!((near.len(), near[0].1.code.as_str()), (3, "VPVKAC-CESIS"));
    assert!(near[0].0 < near[1].0 && near[1].0 < near[2].0);
}

#[tokio::test]
async fn municipalities_have_a_place_to_measure_from_and_what_has_none_is_left_out() {
    let db = db().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let places = placed(&tx, InstitutionKind::Municipality).await.unwrap();
    assert_eq!(places.len(), 42);
    let mut lost = places[0].clone();
    lost.position = None;
    assert!(nearest(vec![lost], at(57.0, 24.0), 3).is_empty());
}

// req: POR-09
#[tokio::test]
async fn municipalities_are_read_whole_however_many_there_are() {
    let db = db().await;
    let tx = db.writing(&Caller::engine()).await;
    let real = municipalities(&tx).await.unwrap();
    assert!(real.len() == 42 && real.iter().all(|one| one.kind == InstitutionKind::Municipality));
    let invented = |number: u128| Institution {
        id: InstitutionId::new(Uuid::from_u128(number)),
        code: format!("ZZ-{number:03}"),
        atvk: Some(format!("9{number:06}")),
        ..real[0].clone()
    };
    let invented: Vec<Institution> = (1..=80).map(invented).collect();
    crate::store::institutions::insert_missing(&tx, &invented).await.unwrap();
    tx.commit().await.unwrap();
    let all = municipalities(&db.reading(&Caller::anonymous()).await).await.unwrap();
    assert_eq!((all.len(), all.last().unwrap().code.as_str()), (122, "ZZ-080"));
    let filter = InstitutionFilter { kind: Some(InstitutionKind::Municipality), parent: None };
    assert_eq!(list_all(&db.reading(&Caller::anonymous()).await, &filter).await.unwrap(), all);
}

#[tokio::test]
async fn choices_are_the_names_of_all_or_of_the_first_ones_by_code() {
    let db = db().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let choice = |one: Institution| InstitutionChoice { id: one.id, code: one.code, name: one.name };
    for kind in [None, Some(InstitutionKind::Municipality), Some(InstitutionKind::StateInstitution)] {
        let all = list_all(&tx, &InstitutionFilter { kind, parent: None }).await.unwrap();
        let all: Vec<InstitutionChoice> = all.into_iter().map(choice).collect();
        assert!(all.len() > 3);
        assert_eq!(institution_choices(&tx, kind, None).await.unwrap(), all);
        assert_eq!(institution_choices(&tx, kind, Some(3)).await.unwrap(), all[..3]);
    }
}

#[test]
fn a_place_is_open_between_its_hours_unless_the_day_has_none() {
    let line = |days: &[u8], opens: &str, closes: &str| OpeningHours {
        days: days.to_vec(),
        opens: opens.to_owned(),
        closes: closes.to_owned(),
    };
    let hours = [line(&[1, 2], "08:30", "12:00"), line(&[1], "13:00", "18:00")];
    let monday = Some(Weekday::Mon);
    assert_eq!(openness(&hours, monday, time(8, 30)), Openness::Open(time(12, 0).into()));
    assert_eq!(openness(&hours, monday, time(12, 0)), Openness::Later(time(13, 0).into()));
    assert_eq!(openness(&hours, monday, time(7, 0)), Openness::Later(time(8, 30).into()));
    assert_eq!(openness(&hours, monday, time(18, 0)), Openness::Closed);
    assert_eq!(openness(&hours, None, time(9, 0)), Openness::Closed);
    assert_eq!(openness(&hours, Some(Weekday::Wed), time(9, 0)), Openness::Closed);
    let late = [line(&[1], "18:00", "24:00")];
    let until = openness(&late, monday, time(23, 59));
    assert!(matches!(until, Openness::Open(end) if end.to_string() == "24:00"), "{until:?}");
    assert_eq!(openness(&[], monday, time(9, 0)), Openness::Unknown);
    assert_eq!(openness(&[line(&[1], "x", "y")], monday, time(9, 0)), Openness::Closed);
}
