//! Everyday words on what the demonstration holds: what they lead to, and what they must not.

use crate::tests::db;
use crate::{
    Chosen, FindServices, FoundServices, SearchIndex, ServiceState, find_services, install_demo_services,
    install_search_rules, install_template_services,
};
use kernel::{Caller, PageRequest};
use search::Location;
use test_support::TestDb;

/// The services of the demonstration with the starting synonyms.
async fn house() -> (TestDb, SearchIndex) {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_search_rules(&mut tx).await.unwrap();
    install_template_services(&mut tx).await.unwrap();
    install_demo_services(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let index = SearchIndex::open(Location::Ram).unwrap();
    index.rebuild(&db.reading(&Caller::engine()).await).await.unwrap();
    (db, index)
}

async fn find(db: &TestDb, index: &SearchIndex, words: &str) -> FoundServices {
    let find = FindServices {
        words: words.to_owned(),
        states: vec![ServiceState::Open, ServiceState::Closed],
        chosen: Chosen::default(),
        page: PageRequest::first(10),
    };
    find_services(&db.reading(&Caller::anonymous()).await, index, &find).await.unwrap()
}

/// Latvian names of what was found, in its order.
fn names(found: &FoundServices) -> Vec<&str> {
    found.page.items.iter().map(|item| item.name.lv.as_str()).collect()
}

// req: POR-15
#[tokio::test]
async fn a_word_with_many_meanings_does_not_lead_back_from_the_one_that_is_asked_for() {
    let (db, index) = house().await;
    for words in ["vadītāja apliecība", "autovadītāja apliecība"] {
        let found = find(&db, &index, words).await;
        assert!(found.total == 0 || found.relaxed, "{words}: {:?}", names(&found));
    }
    let found = find(&db, &index, "paternitāte").await;
    assert_eq!((names(&found), found.relaxed), (vec!["Paternitātes pabalsts"], false));
    assert_eq!(names(&find(&db, &index, "tētis").await).first(), Some(&"Paternitātes pabalsts"));
}
