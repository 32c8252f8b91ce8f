//! Where people go to, and the form that a service is requested with.

use super::dumps::whole;
use super::services::assert_said;
use super::{db, from_json_ld, from_turtle, open};
use crate::{DumpFormat, describe_institution, describe_service};
use catalogue::{FormChoice, PublishService, Service, ServiceState, Stage, publish, service};
use institutions::{BranchText, OpeningHours, Position};
use kernel::{Caller, Channel, InstitutionId, LangText, PersonId, Role};
use std::collections::BTreeSet;
use std::sync::Arc;
use storage::Read;
use test_support::TestDb;
use uuid::Uuid;

fn text(name: &str, opening: Vec<OpeningHours>) -> BranchText {
    BranchText {
        name: LangText::new(name, "Branch"),
        address: "Rīgas iela 1, Cēsis".to_owned(),
        position: Position::new(57.31, 25.27).unwrap(),
        phone: (!opening.is_empty()).then(|| "+371 64000000".to_owned()),
        hours: LangText::new("Darba dienās", "Working days"),
        opening,
    }
}

/// Who keeps the branches of VSAA.
async fn keeper(db: &TestDb) -> (Caller, InstitutionId) {
    let vsaa = institutions::by_code(&db.reading(&Caller::engine()).await, "VSAA").await.unwrap().unwrap().id;
    (Caller::staff(PersonId::new(Uuid::from_u128(1)), Role::ContactPerson, vsaa), vsaa)
}

/// Two branches: one with hours by the clock, one with words alone.
async fn with_branches(db: &TestDb) {
    let (keeper, vsaa) = keeper(db).await;
    let mut tx = db.writing(&keeper).await;
    let fridays = OpeningHours { days: vec![5], opens: "08:30".to_owned(), closes: "15:00".to_owned() };
    for branch in [text("Cēsu filiāle", vec![fridays]), text("Otra filiāle", Vec::new())] {
        institutions::add_branch(&mut tx, vsaa, branch).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Makes these places the desks of `1007`.
async fn set_places(db: &TestDb, places: &[&str]) {
    let mut tx = db.writing(&Caller::engine()).await;
    let before = service(&tx, "1007").await.unwrap();
    let mut text = (*before.description).clone();
    let desk = text.channels.iter_mut().find(|offer| offer.channel == Channel::Institution).unwrap();
    desk.places = places.iter().map(|code| (*code).to_owned()).collect();
    publish(&mut tx, PublishService::now("1007", before.latest, Some(text))).await.unwrap();
    tx.commit().await.unwrap();
}

/// What is said of `1007` now, the same in both notations.
async fn said(tx: &Read) -> BTreeSet<String> {
    let graph = describe_service(tx, &open(), &service(tx, "1007").await.unwrap()).await.unwrap();
    let said = from_turtle(&graph.to_turtle().unwrap());
    assert_eq!(said, from_json_ld(&graph.to_json_ld().unwrap()));
    said
}

const PLACES: [&str; 18] = [
    "own:service/1007#channel-institution dct:spatial own:institution/VSAA#branch-1",
    "own:service/1007#channel-institution dct:spatial own:institution/VSAA#branch-2",
    "own:service/1007#channel-institution dct:spatial own:institution/VPVKAC-CESIS#seat",
    "own:institution/VSAA#branch-1 rdf:type dct:Location",
    "own:institution/VSAA#branch-1 rdf:type org:Site",
    "own:institution/VSAA#branch-1 org:siteOf own:institution/VSAA",
    "own:institution/VSAA#branch-1 dct:identifier \"VSAA-1\"",
    "own:institution/VSAA#branch-1 locn:geographicName \"Cēsu filiāle\"@lv",
    "own:institution/VSAA#branch-1 locn:address own:institution/VSAA#branch-1-address",
    "own:institution/VSAA#branch-1-address locn:fullAddress \"Rīgas iela 1, Cēsis\"@lv",
    "own:institution/VSAA#branch-1 cv:contactPoint own:institution/VSAA#branch-1-contact",
    "own:institution/VSAA#branch-1-contact rdf:type cv:ContactPoint",
    "own:institution/VSAA#branch-1-contact cv:telephone \"+371 64000000\"",
    "own:institution/VSAA#branch-1-contact cv:openingHours own:institution/VSAA#branch-1-hours-1-friday",
    "own:institution/VSAA#branch-1-hours-1-friday rdf:type time:TemporalEntity",
    "own:institution/VSAA#branch-1-hours-1-friday-ends-at time:dayOfWeek time:Friday",
    "own:institution/VSAA#branch-2-contact cv:openingHours own:institution/VSAA#branch-2-hours",
    "own:institution/VPVKAC-CESIS rdf:type cv:PublicOrganisation",
];
const POINT: &str = "geometry> \"POINT(25.27 57.31)\"^^<http://www.opengis.net/ont/geosparql#wktLiteral>";

// req: CAT-12, CAT-19, POR-16
#[tokio::test]
async fn the_places_of_a_channel_are_said_with_whose_they_are_and_when_they_are_open() {
    let db = db().await;
    with_branches(&db).await;
    set_places(&db, &["VSAA-1", "VSAA-2", "VPVKAC-CESIS"]).await;
    let before = said(&db.reading(&Caller::anonymous()).await).await;
    assert_said(&before, &PLACES);
    assert!(before.iter().any(|line| line.contains("#branch-1>") && line.ends_with(POINT)), "{before:#?}");
    assert!(!before.iter().any(|line| line.contains("channel-post> <http://purl.org/dc/terms/spatial>")));
    let all = from_turtle(&whole(&db, DumpFormat::Turtle).await);
    assert_said(&all, &PLACES);
    // A closed branch is no place to go to any more.
    let (keeper, _) = keeper(&db).await;
    let mut tx = db.writing(&keeper).await;
    institutions::close_branch(&mut tx, "VSAA-2", 1).await.unwrap();
    let now = said(&tx).await;
    assert!(!now.iter().any(|line| line.contains("#branch-2")));
    assert_said(&now, &PLACES[..1]);
}

// req: OPN-03, POR-16
#[tokio::test]
async fn an_institution_says_all_its_places_and_names_nothing_undescribed() {
    let db = db().await;
    with_branches(&db).await;
    let tx = db.reading(&Caller::anonymous()).await;
    let vsaa = institutions::by_code(&tx, "VSAA").await.unwrap().unwrap();
    let graph = describe_institution(&tx, &open(), &vsaa).await.unwrap();
    let said = from_turtle(&graph.to_turtle().unwrap());
    assert_eq!(said, from_json_ld(&graph.to_json_ld().unwrap()));
    assert_said(&said, &PLACES[3..17]);
    assert_said(&said, &["own:institution/VSAA#seat org:siteOf own:institution/VSAA"]);
    let words: Vec<Vec<&str>> = said.iter().map(|line| line.splitn(3, ' ').collect()).collect();
    let described: BTreeSet<&str> = words.iter().map(|triple| triple[0]).collect();
    let named = words.iter().map(|triple| triple[2]).filter(|node| node.starts_with("<https://durvis.example/id/"));
    let lost: Vec<&str> = named.filter(|node| !described.contains(node) && !node.contains("/id/concept/")).collect();
    assert_eq!(lost, Vec::<&str>::new());
}

/// What is said of `1007` if it were altered so.
async fn said_of(tx: &Read, alter: impl FnOnce(&mut Service)) -> BTreeSet<String> {
    let mut one = (*service(tx, "1007").await.unwrap()).clone();
    alter(&mut one);
    from_turtle(&describe_service(tx, &open(), &one).await.unwrap().to_turtle().unwrap())
}

// req: CAT-06, CAT-19
#[tokio::test]
async fn the_form_of_a_service_is_evidence_that_goes_in_by_its_electronic_channel() {
    let db = db().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let with_form = [
        "own:service/1007#channel-electronic cpsv:hasInput own:service/1007#form",
        "own:service/1007#form rdf:type cv:Evidence",
        "own:service/1007#form dct:title \"Pieprasījuma veidlapa portālā\"@lv",
        "own:service/1007#form dct:title \"Request form on the portal\"@en",
        "own:service/1007#form dct:type own:concept/document/form",
        "own:service/1007#form dct:conformsTo own:form/childbirth-benefit",
        "own:form/childbirth-benefit rdf:type cv:EvidenceType",
        "own:form/childbirth-benefit dct:identifier \"childbirth-benefit\"",
        "own:service/1007#form foaf:page <https://durvis.example/lv/services/1007/apply>",
        "<https://durvis.example/en/services/1007/apply> rdf:type foaf:Document",
    ];
    assert_said(&said(&tx).await, &with_form);
    let describe = |form: FormChoice, stages: Vec<Stage>| {
        move |one: &mut Service| {
            let mut text = (*one.description).clone();
            text.form = form;
            let electronic = text.channels.iter_mut().find(|offer| offer.channel == Channel::Electronic).unwrap();
            electronic.stages = stages;
            one.description = Arc::new(text);
        }
    };
    let both = || vec![Stage::Request, Stage::Receipt];
    // A description that says nothing of forms keeps the one of the service.
    assert_said(&said_of(&tx, describe(FormChoice::Unsaid, both())).await, &with_form);
    let another = said_of(&tx, describe(FormChoice::Key("izziņa 1".to_owned()), both())).await;
    assert_said(&another, &["own:service/1007#form dct:conformsTo own:form/izzi%C5%86a%201"]);
    let form = |said: &BTreeSet<String>| said.iter().any(|line| line.contains("1007#form>"));
    assert!(!form(&said_of(&tx, describe(FormChoice::NoForm, both())).await));
    let receipt = describe(FormChoice::Key("childbirth-benefit".to_owned()), vec![Stage::Receipt]);
    assert!(!form(&said_of(&tx, receipt).await), "what cannot be requested there has no form");
    let closed = said_of(&tx, |one| one.state = ServiceState::Closed).await;
    assert_said(&closed, &with_form[..8]);
    assert!(!closed.iter().any(|line| line.contains("/apply>")), "there is nothing to fill in");
}
