//! What a list is narrowed by, and the counts beside it.

use crate::tests::{db, registration};
use crate::{
    Chosen, FacetName, FindServices, FoundServices, PublishService, SearchIndex, ServiceState, Territory,
    find_services, publish, register_service,
};
use kernel::{Caller, ErrorKind, PageRequest};
use search::Location;
use test_support::TestDb;

async fn index(db: &TestDb) -> SearchIndex {
    let index = SearchIndex::open(Location::Ram).unwrap();
    index.rebuild(&db.reading(&Caller::engine()).await).await.unwrap();
    index
}

fn chosen(picked: &[(FacetName, &str)]) -> Chosen {
    let mut chosen = Chosen::default();
    picked.iter().for_each(|(name, value)| chosen.pick(*name, value).unwrap());
    chosen
}

async fn find(db: &TestDb, index: &SearchIndex, words: &str, picked: &[(FacetName, &str)]) -> FoundServices {
    let find = FindServices {
        words: words.to_owned(),
        states: vec![ServiceState::Open],
        chosen: chosen(picked),
        page: PageRequest::first(20),
    };
    find_services(&db.reading(&Caller::anonymous()).await, index, &find).await.unwrap()
}

fn count(found: &FoundServices, name: FacetName, value: &str) -> u64 {
    found.counts.of(name).iter().find(|(known, _)| known == value).map_or(0, |(_, count)| *count)
}

// req: POR-08
#[tokio::test]
async fn without_words_everything_is_listed_by_code_with_counts() {
    let db = db().await;
    let index = index(&db).await;
    let all = find(&db, &index, "", &[]).await;
    assert_eq!((all.total, all.page.items.len()), (16, 16));
    let codes: Vec<&str> = all.page.items.iter().map(|item| item.code.as_str()).collect();
    let mut sorted = codes.clone();
    sorted.sort_unstable();
    assert_eq!(codes, sorted);
    assert_eq!(count(&all, FacetName::Client, "natural_person"), 16);
    assert_eq!(count(&all, FacetName::Client, "legal_person"), 1, "whoever arranges a funeral receives its benefit");
    assert_eq!(count(&all, FacetName::Territory, "LV"), 16);
    assert!(count(&all, FacetName::Life, "childbirth") >= 5);
    assert!(all.counts.of(FacetName::Holder).iter().map(|(_, count)| count).sum::<u64>() == 16);
}

// req: POR-08, POR-15
#[tokio::test]
async fn picking_narrows_and_combines() {
    let db = db().await;
    let index = index(&db).await;
    let all = find(&db, &index, "pabalsts", &[]).await;
    let birth = find(&db, &index, "pabalsts", &[(FacetName::Life, "childbirth")]).await;
    assert!(birth.total > 0 && birth.total < all.total);
    assert_eq!(birth.total, count(&all, FacetName::Life, "childbirth"));
    // Under the same name the other counts stay, so that more can be picked.
    assert_eq!(count(&birth, FacetName::Life, "disability"), count(&all, FacetName::Life, "disability"));
    let both = find(&db, &index, "pabalsts", &[(FacetName::Life, "childbirth"), (FacetName::Life, "disability")]).await;
    assert!(both.total > birth.total);
    let companies = find(&db, &index, "pabalsts", &[(FacetName::Client, "legal_person")]).await;
    assert_eq!((companies.total, companies.relaxed), (1, false));
    let picks = [(FacetName::Client, "legal_person"), (FacetName::Life, "childbirth")];
    let none = find(&db, &index, "pabalsts", &picks).await;
    assert_eq!((none.total, none.relaxed), (0, false));
}

// req: OPN-04
#[tokio::test]
async fn what_the_gateway_is_told_of_is_listed_service_by_service() {
    let db = db().await;
    let mut input = registration(&db).await;
    input.description.flags.sdg = true;
    let mut tx = db.writing(&Caller::engine()).await;
    let code = register_service(&mut tx, input).await.unwrap();
    publish(&mut tx, PublishService::now(code.clone(), 1, None)).await.unwrap();
    let all = crate::list_services(&tx, &crate::ServiceFilter::default(), &PageRequest::first(100)).await.unwrap();
    let mut expected = std::collections::BTreeSet::new();
    for item in &all.items {
        if crate::service(&tx, &item.code).await.unwrap().description.flags.sdg {
            expected.insert(item.code.clone());
        }
    }
    tx.commit().await.unwrap();
    assert!(expected.contains(&code) && expected.len() < all.items.len(), "{expected:?}");
    let index = index(&db).await;
    let told = find(&db, &index, "", &[(FacetName::Sdg, "yes")]).await;
    assert_eq!(
        told.page.items.iter().map(|item| item.code.clone()).collect::<std::collections::BTreeSet<_>>(),
        expected
    );
    let others = find(&db, &index, "", &[(FacetName::Sdg, "no")]).await;
    assert_eq!(told.total + others.total, all.items.len() as u64);
    assert!(chosen(&[(FacetName::Sdg, "yes")]).means_each() && !chosen(&[(FacetName::Online, "yes")]).means_each());
}

// req: POR-08
#[tokio::test]
async fn a_municipality_is_a_territory_of_its_own() {
    let db = db().await;
    let mut input = registration(&db).await;
    input.description.territory = Territory::Municipalities(vec!["0026000".to_owned()]);
    let mut tx = db.writing(&Caller::engine()).await;
    let code = register_service(&mut tx, input).await.unwrap();
    publish(&mut tx, PublishService::now(code.clone(), 1, None)).await.unwrap();
    tx.commit().await.unwrap();
    let index = index(&db).await;
    let here = find(&db, &index, "", &[(FacetName::Territory, "0026000")]).await;
    assert_eq!(here.page.items.iter().map(|item| &item.code).collect::<Vec<_>>(), [&code]);
    assert_eq!(count(&here, FacetName::Territory, "LV"), 16);
    let named = find(&db, &index, "jauns pakalpojums Cēsu novads", &[]).await;
    assert_eq!(named.page.items[0].code, code);
}

#[test]
fn only_values_that_a_name_can_have_are_picked() {
    let mut chosen = Chosen::default();
    for (name, value) in [
        (FacetName::Client, "everybody"),
        (FacetName::Channel, "pigeon"),
        (FacetName::Online, "maybe"),
        (FacetName::Sdg, "true"),
        (FacetName::Life, "<b>"),
        (FacetName::Life, ""),
        (FacetName::Holder, "VSAA"),
        (FacetName::Territory, "26000"),
    ] {
        assert_eq!(chosen.pick(name, value).unwrap_err().kind(), ErrorKind::Invalid, "{value}");
    }
    assert!(chosen.is_empty());
    chosen.pick(FacetName::Channel, "phone").unwrap();
    chosen.pick(FacetName::Channel, "phone").unwrap();
    chosen.pick(FacetName::Online, "yes").unwrap();
    assert_eq!(chosen.len(), 2);
    assert_eq!(chosen.without(FacetName::Channel, "phone").iter().collect::<Vec<_>>(), [(FacetName::Online, "yes")]);
}
