//! Services by words, for choosing one: what is in the index, and what is not.

use crate::tests::{contact, db, institution, registration};
use crate::{PublishService, SearchIndex, ServiceFilter, ServiceState};
use crate::{install_pilot_register, publish, register_service, services_by_words};
use kernel::{Caller, InstitutionId, LangText};
use search::Location;
use test_support::{TestDb, TestPostgres};

/// A service of VSAA with this name; gives its code.
async fn added(db: &TestDb, name: &str, internal: bool, published: bool) -> String {
    let mut input = registration(db).await;
    input.description.name = LangText::new(format!("Zvirgzdiņu {name}"), format!("Gravel {name}"));
    input.description.flags.internal = internal;
    let mut tx = db.writing(&Caller::engine()).await;
    let code = register_service(&mut tx, input).await.unwrap();
    if published {
        publish(&mut tx, PublishService::now(code.clone(), 1, None)).await.unwrap();
    }
    tx.commit().await.unwrap();
    code
}

async fn index(db: &TestDb) -> SearchIndex {
    let index = SearchIndex::open(Location::Ram).unwrap();
    index.rebuild(&db.reading(&Caller::engine()).await).await.unwrap();
    index
}

/// Everything there is, of one holder or of all.
fn everything(holder: Option<InstitutionId>) -> ServiceFilter {
    ServiceFilter { states: ServiceState::ALL.to_vec(), holder, client_circle: None, internal: true }
}

async fn found(
    db: &TestDb,
    index: &SearchIndex,
    caller: &Caller,
    (words, most): (&str, usize),
    filter: &ServiceFilter,
) -> Vec<String> {
    let tx = db.reading(caller).await;
    let items = services_by_words(&tx, index, words, filter, most).await.unwrap();
    items.into_iter().map(|item| item.code).collect()
}

// req: CAT-22
#[tokio::test]
async fn everybody_finds_what_they_may_see_on_both_databases() {
    let cluster = TestPostgres::start();
    let postgres = TestDb::postgres(&cluster).await;
    let mut tx = postgres.writing(&Caller::engine()).await;
    install_pilot_register(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    for db in [db().await, postgres] {
        let open = added(&db, "izsniegšana", false, true).await;
        let draft = added(&db, "melnraksts", false, false).await;
        let internal = added(&db, "kukulis", true, true).await;
        let index = index(&db).await;
        let vsaa = Some(institution(&db, "VSAA").await);
        let (own, other) = (contact(&db, "VSAA").await, contact(&db, "VID").await);
        for (caller, holder, seen) in [
            (&own, vsaa, vec![&open, &draft, &internal]),
            (&other, vsaa, vec![&open, &internal]),
            (&Caller::anonymous(), vsaa, vec![&open]),
            // Of the whole register nobody but the holder knows drafts.
            (&own, None, vec![&open, &internal]),
            (&Caller::anonymous(), None, vec![&open]),
        ] {
            let codes = found(&db, &index, caller, ("ZVIRGZDINU", 20), &everything(holder)).await;
            assert_eq!(codes.iter().collect::<Vec<_>>(), seen, "{} {holder:?}", caller.role);
        }
        assert_eq!(found(&db, &index, &own, ("gravel", 2), &everything(vsaa)).await, [open, draft]);
        let only_open = ServiceFilter { holder: vsaa, ..ServiceFilter::default() };
        assert_eq!(found(&db, &index, &own, ("gravel kukulis", 20), &only_open).await, Vec::<String>::new());
        for nothing in ["zvirgzdimu", "\" &", "", "gravel zzz"] {
            for holder in [vsaa, None] {
                let codes = found(&db, &index, &own, (nothing, 20), &everything(holder)).await;
                assert!(codes.is_empty(), "{nothing}: {codes:?}");
            }
        }
    }
}

#[tokio::test]
async fn what_was_closed_is_found_where_closed_services_are_asked_for() {
    let db = db().await;
    let index = index(&db).await;
    let own = contact(&db, "VSAA").await;
    let (open, closed, draft) = (ServiceState::Open, ServiceState::Closed, ServiceState::Draft);
    for (states, codes) in [
        (vec![open], vec![]),
        (vec![draft, open], vec![]),
        (vec![draft], vec![]),
        (vec![], vec![]),
        (vec![closed], vec!["1017"]),
        (vec![open, closed], vec!["1017"]),
    ] {
        let filter = ServiceFilter { states, internal: true, ..ServiceFilter::default() };
        assert_eq!(found(&db, &index, &own, ("Covid", 20), &filter).await, codes, "{:?}", filter.states);
    }
}
