//! What editors tell the search.

use crate::tests::db;
use crate::{
    SearchIndex, ServiceFilter, SetBoost, SetSynonym, boosts, install_search_rules, remove_boost, remove_synonym,
    search_services, set_boost, set_synonym, synonyms, try_query,
};
use kernel::{Caller, Error, ErrorKind, PageRequest, PersonId, Result, Role, SearchRuleId};
use search::Location;
use test_support::TestDb;
use uuid::Uuid;

fn platform() -> Caller {
    Caller::staff(PersonId::new(Uuid::from_u128(5)), Role::PlatformAdministrator, Uuid::from_u128(6).into())
}

async fn index(db: &TestDb) -> SearchIndex {
    let index = SearchIndex::open(Location::Ram).unwrap();
    index.rebuild(&db.reading(&Caller::engine()).await).await.unwrap();
    index
}

async fn first(db: &TestDb, index: &SearchIndex, words: &str) -> Option<String> {
    let tx = db.reading(&Caller::anonymous()).await;
    let page = PageRequest::first(20);
    let found = search_services(&tx, index, words, &ServiceFilter::default(), &page).await.unwrap();
    found.page.items.first().and_then(|item| item.pilot.clone())
}

fn synonym(words: &str, means: &str) -> SetSynonym {
    SetSynonym { known: None, words: words.to_owned(), means: means.to_owned(), two_way: false }
}

fn boost(service: &str, words: &str, percent: i32) -> SetBoost {
    SetBoost { known: None, service: service.to_owned(), words: words.to_owned(), percent }
}

async fn set(db: &TestDb, input: SetSynonym) -> Result<SearchRuleId> {
    let mut tx = db.writing(&platform()).await;
    let id = set_synonym(&mut tx, input).await?;
    tx.commit().await?;
    Ok(id)
}

fn fields(error: &Error) -> Vec<(&str, &str)> {
    error.field_errors().iter().map(|field| (field.path.as_str(), field.key.as_str())).collect()
}

// req: POR-15
#[tokio::test]
async fn a_synonym_is_used_by_every_process_from_the_commit_on() {
    let db = db().await;
    let (here, there) = (index(&db).await, index(&db).await);
    assert_eq!(first(&db, &here, "kukulis").await, None);
    let id = set(&db, synonym("kukulis", "apbedīšanas pabalsts")).await.unwrap();
    for index in [&here, &there] {
        assert_eq!(first(&db, index, "kukuļa").await.as_deref(), Some("P.08"));
    }
    let mut changed = synonym("kukulis", "bērna piedzimšanas pabalsts");
    changed.known = Some((id, 1));
    set(&db, changed.clone()).await.unwrap();
    assert_eq!(first(&db, &there, "kukulis").await.as_deref(), Some("P.11"));
    assert_eq!(set(&db, changed).await.unwrap_err().kind(), ErrorKind::Stale);
    let mut tx = db.writing(&platform()).await;
    assert_eq!(remove_synonym(&mut tx, id, 1).await.unwrap_err().kind(), ErrorKind::Stale);
    remove_synonym(&mut tx, id, 2).await.unwrap();
    assert_eq!(remove_synonym(&mut tx, id, 2).await.unwrap_err().kind(), ErrorKind::NotFound);
    tx.commit().await.unwrap();
    assert_eq!(first(&db, &here, "kukulis").await, None);
}

// req: POR-15
#[tokio::test]
async fn a_synonym_needs_phrases_on_both_sides() {
    let db = db().await;
    let empty = set(&db, synonym(" , ;", "")).await.unwrap_err();
    assert_eq!(fields(&empty), [("words", "search-phrases-missing"), ("means", "search-phrases-missing")]);
    let long = set(&db, synonym(&"a".repeat(81), "b")).await.unwrap_err();
    assert_eq!(fields(&long), [("words", "search-phrases-many")]);
    let many = set(&db, synonym("a", &(0..21).map(|n| format!("{n}")).collect::<Vec<_>>().join(","))).await;
    assert_eq!(fields(&many.unwrap_err()), [("means", "search-phrases-many")]);
    let mut unknown = synonym("a", "b");
    unknown.known = Some((SearchRuleId::new(Uuid::from_u128(9)), 1));
    assert_eq!(set(&db, unknown).await.unwrap_err().kind(), ErrorKind::NotFound);
    set(&db, synonym("viens,  divi  trīs\nviens", "četri")).await.unwrap();
    let kept = synonyms(&db.reading(&platform()).await).await.unwrap();
    assert_eq!(kept[0].words, ["viens", "divi trīs"]);
}

// req: POR-15
#[tokio::test]
async fn a_boost_moves_a_service_for_its_words_only() {
    let db = db().await;
    let index = index(&db).await;
    let before = first(&db, &index, "pabalsts").await;
    assert_ne!(before.as_deref(), Some("P.15"));
    let tx = db.reading(&platform()).await;
    let transport = try_query(&tx, &index, "pabalsts transporta izdevumu").await.unwrap()[0].service.code.clone();
    drop(tx);
    let mut tx = db.writing(&platform()).await;
    let id = set_boost(&mut tx, boost(&transport, "Pabalsti", 500)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(first(&db, &index, "pabalstu").await.as_deref(), Some("P.15"));
    assert_eq!(first(&db, &index, "bērns").await, first(&db, &self::index(&db).await, "bērns").await);
    let tx = db.reading(&platform()).await;
    let tried = try_query(&tx, &index, "pabalsts").await.unwrap();
    assert_eq!((tried[0].service.code.as_str(), tried[0].with), (transport.as_str(), Some(1)));
    assert!(tried[0].without.is_none_or(|place| place > 1));
    drop(tx);
    let mut tx = db.writing(&platform()).await;
    assert_eq!(boosts(&tx).await.unwrap().len(), 1);
    assert_eq!(remove_boost(&mut tx, id, 7).await.unwrap_err().kind(), ErrorKind::Stale);
    remove_boost(&mut tx, id, 1).await.unwrap();
    assert_eq!(remove_boost(&mut tx, id, 1).await.unwrap_err().kind(), ErrorKind::NotFound);
    tx.commit().await.unwrap();
    assert_eq!(first(&db, &index, "pabalsts").await, before);
}

// req: POR-15
#[tokio::test]
async fn a_boost_needs_a_service_and_a_sensible_percentage() {
    let db = db().await;
    let mut tx = db.writing(&platform()).await;
    let wrong = set_boost(&mut tx, boost("9999", &"a".repeat(81), 0)).await.unwrap_err();
    let keys: Vec<_> = fields(&wrong).into_iter().map(|(field, _)| field).collect();
    assert_eq!(keys, ["service", "boost-words", "percent"]);
    let id = set_boost(&mut tx, boost("1007", "", 150)).await.unwrap();
    let again = SetBoost { known: Some((id, 1)), ..boost("1007", "x", 50) };
    assert_eq!(set_boost(&mut tx, again.clone()).await.unwrap(), id);
    assert_eq!(set_boost(&mut tx, again).await.unwrap_err().kind(), ErrorKind::Stale);
    let unknown = Some((SearchRuleId::new(Uuid::from_u128(9)), 1));
    let missing = set_boost(&mut tx, SetBoost { known: unknown, ..boost("1007", "", 50) }).await;
    assert_eq!(missing.unwrap_err().kind(), ErrorKind::NotFound);
}

// req: POR-15
#[tokio::test]
async fn what_editors_removed_does_not_come_back_with_the_next_start() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    let added = install_search_rules(&mut tx).await.unwrap();
    assert!(added > 40);
    assert_eq!(install_search_rules(&mut tx).await.unwrap(), 0);
    let mut lines = synonyms(&tx).await.unwrap();
    // In the order of the Latvian alphabet: neither capitals first nor letters with marks last.
    let place = |word: &str| lines.iter().position(|line| line.words[0] == word).unwrap();
    assert_eq!(place("adopt a child"), 0);
    assert!(place("alimenti") < place("auto") && place("EVAK karte") > place("auto"), "{lines:?}");
    assert!(place("šķirties") < place("tēvs") && place("tēvs") < place("vīza"));
    let line = lines.remove(0);
    remove_synonym(&mut tx, line.id, line.revision).await.unwrap();
    assert_eq!(install_search_rules(&mut tx).await.unwrap(), 0);
    assert_eq!(synonyms(&tx).await.unwrap().len(), added - 1);
    tx.commit().await.unwrap();
    assert_eq!(first(&db, &index(&db).await, "darba birža").await.as_deref(), Some("P.02"));
}

// req: POR-15
#[tokio::test]
async fn nobody_else_tells_the_search_what_to_find() {
    let db = db().await;
    let index = index(&db).await;
    for role in [Role::ContactPerson, Role::InstitutionAdministrator, Role::Auditor, Role::Client, Role::ApiClient] {
        let caller = Caller::staff(PersonId::new(Uuid::from_u128(1)), role, Uuid::from_u128(2).into());
        let mut tx = db.writing(&caller).await;
        let id = SearchRuleId::new(Uuid::from_u128(9));
        let refused = [
            set_synonym(&mut tx, synonym("a", "b")).await.map(drop),
            set_boost(&mut tx, boost("1007", "", 150)).await.map(drop),
            remove_synonym(&mut tx, id, 1).await,
            remove_boost(&mut tx, id, 1).await,
            synonyms(&tx).await.map(drop),
            boosts(&tx).await.map(drop),
            try_query(&tx, &index, "pase").await.map(drop),
            install_search_rules(&mut tx).await.map(drop),
            crate::search_report(&tx, 30).await.map(drop),
            crate::place_lookups(&tx).await.map(drop),
        ];
        for refusal in refused {
            assert_eq!(refusal.unwrap_err().kind(), ErrorKind::Forbidden, "{role}");
        }
    }
}
