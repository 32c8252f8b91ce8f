//! What services show of institutions follows their changes: revisions, the feed, the search and the nearest places.

use super::open::read_on;
use super::templates::platform;
use super::{contact, db, institution, pilot};
use crate::institution_spread::step;
use crate::store::mentions;
use crate::{
    ChangeKind, INSTITUTION_SPREAD_TIMER, InstitutionReader, PublishService, SearchIndex, ServiceFilter, Territory,
    feed_end, places_of_service, publish, search_services, service, service_changes,
};
use institutions::{
    AddInstitution, ChangeInstitution, Contacts, InstitutionIdentity, InstitutionKind, InstitutionRecord, Position,
    add_institution, change_institution, institution_to_edit,
};
use jobs::Reader;
use kernel::{Caller, InstitutionId, LangText, PageRequest};
use std::collections::BTreeMap;
use std::sync::Arc;
use test_support::{TestDb, TestPostgres};

/// Fewer than the services that any institution of the tests holds.
const FEW: u64 = 5;

/// Changes the record of an institution as the platform.
async fn change(db: &TestDb, code: &str, alter: impl FnOnce(&mut InstitutionRecord)) {
    let mut tx = db.writing(&platform(db).await).await;
    let (known, mut record) = institution_to_edit(&tx, code).await.unwrap();
    alter(&mut record);
    let InstitutionRecord { identity, contacts } = record;
    let (institution, revision) = (known.id, known.revision);
    change_institution(&mut tx, ChangeInstitution { institution, revision, identity: Some(identity), contacts })
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// What the reader and the timers do; how often a timer fired.
async fn spread(db: &TestDb) -> usize {
    let reader: Arc<dyn Reader> = Arc::new(InstitutionReader);
    jobs::run_reader(db, &reader).await.unwrap();
    let mut fired = 0;
    loop {
        let mut tx = db.writing(&Caller::engine()).await;
        let Some(timer) = tx.claim_timer(&[INSTITUTION_SPREAD_TIMER]).await.unwrap() else { return fired };
        tx.cancel_timer(&timer.kind, timer.subject).await.unwrap();
        step(&mut tx, InstitutionId::new(timer.subject), FEW).await.unwrap();
        tx.commit().await.unwrap();
        fired += 1;
    }
}

/// The revision of every pilot service, by code.
async fn revisions(db: &TestDb) -> BTreeMap<String, (InstitutionId, i64)> {
    let tx = db.reading(&Caller::engine()).await;
    let mut found = BTreeMap::new();
    for code in 1001..=1017 {
        let service = service(&tx, &code.to_string()).await.unwrap();
        found.insert(service.code.clone(), (service.holder, service.revision));
    }
    found
}

/// A holder is renamed, then a provider that all of them name, then what nobody shows.
async fn followed(db: &TestDb) {
    let vsaa = institution(db, "VSAA").await;
    let before = revisions(db).await;
    let own = before.values().filter(|(holder, _)| *holder == vsaa).count();
    assert!(own > 10 && own < 17, "{own}");
    read_on(db).await;
    let begun = feed_end(&db.reading(&Caller::anonymous()).await).await.unwrap().number;

    change(db, "VSAA", |record| record.identity.name = LangText::new("Pensiju pārvalde", "Pension office")).await;
    // Pages of five, one that finds nothing more of its own, and one that ends.
    assert!(spread(db).await > own / 5 + 1);
    let after = revisions(db).await;
    for (code, (holder, revision)) in &after {
        assert_eq!(*revision, before[code].1 + i64::from(*holder == vsaa), "{code}");
    }
    read_on(db).await;
    let told = service_changes(&db.reading(&Caller::anonymous()).await, begun, 100).await.unwrap().items;
    assert_eq!(told.len(), own);
    assert!(told.iter().all(|one| one.kind == ChangeKind::Linked && after[&one.code] == (vsaa, one.revision)));

    // Every pilot service can be asked for at a unified centre.
    change(db, "VPVKAC", |record| record.contacts.phone = Some("1855".to_owned())).await;
    spread(db).await;
    let last = revisions(db).await;
    assert!(last.iter().all(|(code, (_, revision))| *revision == after[code].1 + 1), "each once");

    change(db, "VSAA", |record| record.identity.parent = Some("FM".to_owned())).await;
    assert_eq!(spread(db).await, 0);
    assert_eq!(revisions(db).await, last);
}

// req: OPN-03, CAT-19, CAT-05
#[tokio::test]
async fn services_that_show_a_changed_institution_are_told_and_no_others() {
    followed(&db().await).await;
}

// req: OPN-03, CAT-19
#[tokio::test]
async fn services_that_show_a_changed_institution_are_told_and_no_others_on_postgresql() {
    let cluster = TestPostgres::start();
    let db = TestDb::postgres(&cluster).await;
    let mut tx = db.writing(&Caller::engine()).await;
    crate::install_pilot_register(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    followed(&db).await;
}

// req: POR-13
#[tokio::test]
async fn services_are_found_by_the_new_name_of_their_holder_and_of_their_municipality() {
    let db = db().await;
    let index = SearchIndex::open(search::Location::Ram).unwrap();
    index.refresh(&db.reading(&Caller::engine()).await).await.unwrap();
    let local = pilot(&db, "P.02").await;
    let mut description = (*local.description).clone();
    // Cēsis.
    description.territory = Territory::Municipalities(vec!["0026000".to_owned()]);
    let mut tx = db.writing(&contact(&db, "NVA").await).await;
    publish(&mut tx, PublishService::now(&local.code, local.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    let found = async |words: &str| {
        let tx = db.reading(&Caller::engine()).await;
        index.refresh(&tx).await.unwrap();
        let page = PageRequest::first(50);
        let found = search_services(&tx, &index, words, &ServiceFilter::default(), &page).await.unwrap();
        found.page.items.into_iter().map(|item| item.code).collect::<Vec<_>>()
    };
    assert!(found("kukulīšnauda").await.is_empty());
    change(&db, "VSAA", |record| record.identity.name.lv = "Kukulīšnaudas pārvalde".to_owned()).await;
    spread(&db).await;
    assert!(found("kukulīšnauda").await.len() > 10);
    change(&db, "LV-022", |record| record.identity.name.lv = "Gliemežnovads".to_owned()).await;
    spread(&db).await;
    assert_eq!(found("Gliemežnovads").await, [local.code.as_str()]);
}

#[tokio::test]
async fn what_descriptions_name_of_institutions_stands_beside_the_service() {
    let db = db().await;
    let service = pilot(&db, "P.11").await;
    let mut description = (*service.description).clone();
    for offer in description.channels.iter_mut().filter(|offer| offer.channel == kernel::Channel::Institution) {
        offer.places = vec!["VSAA".to_owned()];
    }
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    publish(&mut tx, PublishService::now(&service.code, service.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::engine()).await;
    assert_eq!(mentions::naming(&tx, mentions::PLACE, "VSAA").await.unwrap(), [service.code.as_str()]);
    let own = mentions::naming(&tx, mentions::INSTITUTION, &service.holder.to_string()).await.unwrap();
    assert!(own.is_empty(), "a holder stands in the row of the service");
    let centres = institution(&db, "VPVKAC").await.to_string();
    assert_eq!(mentions::naming(&tx, mentions::INSTITUTION, &centres).await.unwrap().len(), 17);
}

// req: POR-16, AUT-06, ADM-07
#[tokio::test]
async fn an_added_centre_is_the_nearest_place_and_one_that_moves_is_not_any_more() {
    let db = db().await;
    let service = pilot(&db, "P.11").await;
    let position = Some(Position::new(57.316, 25.361).unwrap());
    let record = InstitutionRecord {
        identity: InstitutionIdentity {
            name: LangText::new("Priekuļu centrs", "Priekuļi centre"),
            kind: InstitutionKind::ServiceCentre,
            registration_number: None,
            atvk: None,
            planning_region: None,
            parent: Some("LV-022".to_owned()),
            calendar_transfers: institutions::CalendarTransfers::State,
        },
        contacts: Contacts { address: Some("Cēsu prospekts 5".to_owned()), position, ..Contacts::default() },
    };
    let mut tx = db.writing(&platform(&db).await).await;
    add_institution(&mut tx, AddInstitution { code: "VPVKAC-PRIEKULI".to_owned(), record }).await.unwrap();
    tx.commit().await.unwrap();
    let nearest = async || {
        let tx = db.reading(&Caller::anonymous()).await;
        let at = Position::new(57.316, 25.36).unwrap();
        let places = places_of_service(&tx, &service, at, 1).await.unwrap();
        (places[0].code().to_owned(), places[0].address().map(str::to_owned))
    };
    assert_eq!(nearest().await, ("VPVKAC-PRIEKULI".to_owned(), Some("Cēsu prospekts 5".to_owned())));
    change(&db, "VPVKAC-PRIEKULI", |record| record.contacts.position = Some(Position::new(56.5, 21.0).unwrap())).await;
    assert_eq!(nearest().await.0, "VPVKAC-CESIS");
}
