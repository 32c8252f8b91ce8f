//! Categories to browse by.

mod families;

use super::{contact, db, institution, pilot, registration};
use crate::{
    Category, CategoryKind, ClientCircle, Clients, CloseService, Territory, View, browse_services, category_counts,
    check_categories, close_service, ensure_categories, internal_services, popular_services, publish,
    rebuild_categories, register_service, set_popular_services,
};
use kernel::{Caller, Channel, ErrorKind, PageRequest};
use std::collections::BTreeSet;
use storage::Read;
use test_support::TestDb;

async fn codes(tx: &Read, category: &Category, view: &View, limit: u64) -> Vec<String> {
    let (mut request, mut found) = (PageRequest::first(limit), Vec::new());
    loop {
        let page = browse_services(tx, category, view, &request).await.unwrap();
        found.extend(page.items.into_iter().map(|item| item.code));
        match page.next {
            Some(next) => request = PageRequest::new(limit, Some(next)),
            None => return found,
        }
    }
}

/// Publishes a service like P.11's for this circle at this place; gives its code.
async fn added(db: &TestDb, circle: ClientCircle, territory: Territory, internal: bool) -> String {
    let mut input = registration(db).await;
    input.description.client_circle = circle;
    input.description.territory = territory;
    input.description.flags.internal = internal;
    let mut tx = db.writing(&contact(db, "VSAA").await).await;
    let code = register_service(&mut tx, input).await.unwrap();
    publish(&mut tx, crate::PublishService::now(code.clone(), 1, None)).await.unwrap();
    tx.commit().await.unwrap();
    code
}

fn at(codes: &[&str]) -> Territory {
    Territory::Municipalities(codes.iter().map(|code| (*code).to_owned()).collect())
}

// req: POR-08
#[tokio::test]
async fn services_are_browsed_by_theme_holder_and_channel_page_by_page() {
    let db = db().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let everybody = View::default();
    let all = codes(&tx, &Category::all(), &everybody, 100).await;
    assert_eq!(all.len(), 16);
    for limit in [1, 3, 16] {
        assert_eq!(codes(&tx, &Category::all(), &everybody, limit).await, all);
    }
    assert_eq!(codes(&tx, &Category::theme("01"), &everybody, 9).await, ["1002", "1003"]);
    let vid = Category::holder(institution(&db, "VID").await);
    assert_eq!(codes(&tx, &vid, &everybody, 9).await, ["1002", "1003"]);
    assert_eq!(codes(&tx, &Category::channel(Channel::Electronic), &everybody, 100).await.len(), 16);
    assert!(codes(&tx, &Category::theme("07"), &everybody, 9).await.is_empty());
    let themes = category_counts(&tx, CategoryKind::Theme).await.unwrap();
    let themes: Vec<(&str, i64)> = themes.iter().map(|theme| (theme.value.as_str(), theme.services)).collect();
    assert_eq!(themes, [("01", 2), ("10", 14)]);
}

// req: POR-09
#[tokio::test]
async fn the_view_of_a_municipality_is_the_whole_country_and_its_own() {
    let db = db().await;
    let cesis = added(&db, ClientCircle::Any, at(&["0004200", "0005300"]), false).await;
    let riga = added(&db, ClientCircle::Any, at(&["0001000"]), false).await;
    let tx = db.reading(&Caller::anonymous()).await;
    let own = |code: &str, own_only| View { municipality: Some(code.into()), own_only, ..View::default() };
    let seen = codes(&tx, &Category::all(), &own("0004200", false), 5).await;
    assert!(seen.len() == 17 && seen.contains(&cesis) && !seen.contains(&riga));
    assert_eq!(codes(&tx, &Category::all(), &own("0005300", true), 5).await, std::slice::from_ref(&cesis));
    assert_eq!(codes(&tx, &Category::all(), &View::default(), 5).await.len(), 18);
    assert!(codes(&tx, &Category::theme("10"), &own("0001000", true), 5).await == [riga]);
    assert!(codes(&tx, &Category::all(), &own("nowhere", true), 5).await.is_empty());
}

// req: POR-08, CAT-10
#[tokio::test]
async fn a_company_sees_what_is_for_legal_persons_or_for_anybody() {
    let db = db().await;
    let country = || Territory::WholeCountry;
    let legal = added(&db, ClientCircle::LegalPerson, country(), false).await;
    let any = added(&db, ClientCircle::Any, country(), false).await;
    let tx = db.reading(&Caller::anonymous()).await;
    let view = |clients| View { clients: Some(clients), ..View::default() };
    let companies = codes(&tx, &Category::all(), &view(Clients::Companies), 9).await;
    assert_eq!(companies, ["1004", legal.as_str(), any.as_str()], "the funeral benefit is for anybody");
    let persons = codes(&tx, &Category::all(), &view(Clients::Persons), 9).await;
    assert!(persons.len() == 17 && persons.contains(&any) && !persons.contains(&legal));
}

// req: POR-11, CAT-22
#[tokio::test]
async fn internal_services_are_in_no_list_but_that_of_staff() {
    let db = db().await;
    let internal = added(&db, ClientCircle::Any, Territory::WholeCountry, true).await;
    let tx = db.reading(&contact(&db, "NVA").await).await;
    assert!(!codes(&tx, &Category::all(), &View::default(), 100).await.contains(&internal));
    let hidden = Category { kind: CategoryKind::Internal, value: String::new() };
    let error = browse_services(&tx, &hidden, &View::default(), &PageRequest::first(5)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert!(category_counts(&tx, CategoryKind::Internal).await.unwrap().is_empty());
    let found = async |tx: &Read, words: &str| {
        internal_services(tx, words, &PageRequest::first(5)).await.map(|page| page.items.len())
    };
    assert_eq!(found(&tx, "").await.unwrap(), 1);
    assert_eq!(found(&tx, "jaunu pakalpojumu").await.unwrap(), 1);
    assert_eq!(found(&tx, "cits").await.unwrap(), 0);
    for caller in [Caller::anonymous(), Caller::client(kernel::PersonId::new(Default::default()))] {
        let tx = db.reading(&caller).await;
        assert_eq!(found(&tx, "").await.unwrap_err().kind(), ErrorKind::NotFound);
    }
}

// req: POR-08
#[tokio::test]
async fn a_closed_service_leaves_and_a_changed_one_moves() {
    let db = db().await;
    let count = async |value: &str| {
        let tx = db.reading(&Caller::engine()).await;
        let all = category_counts(&tx, CategoryKind::Theme).await.unwrap();
        all.iter().find(|theme| theme.value == value).map_or(0, |theme| theme.services)
    };
    let before = pilot(&db, "P.11").await;
    let mut description = (*before.description).clone();
    description.cofog = "09.1.1".into();
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    let input = crate::PublishService::now("1007", before.latest, Some(description));
    let version = publish(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!((count("09").await, count("10").await), (1, 13));
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    close_service(&mut tx, CloseService { code: "1007".into(), version }).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!((count("09").await, count("10").await), (0, 13));
}

// req: POR-08
#[tokio::test]
async fn rebuilt_equals_live() {
    let db = db().await;
    added(&db, ClientCircle::LegalPerson, at(&["0004200"]), false).await;
    added(&db, ClientCircle::Any, Territory::WholeCountry, true).await;
    let state = async || {
        let tx = db.reading(&Caller::engine()).await;
        let mut all = Vec::new();
        for kind in [CategoryKind::All, CategoryKind::Theme, CategoryKind::Holder, CategoryKind::Channel] {
            for one in category_counts(&tx, kind).await.unwrap() {
                let category = Category { kind, value: one.value.clone() };
                all.push((one, codes(&tx, &category, &View::default(), 100).await));
            }
        }
        all
    };
    let live = state().await;
    let whole = check_categories(&db.reading(&Caller::engine()).await).await.unwrap();
    assert!(whole.is_equal() && whole.services == 18, "{whole:?}");
    let mut tx = db.writing(&Caller::engine()).await;
    assert_eq!(rebuild_categories(&mut tx).await.unwrap(), 18);
    ensure_categories(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(state().await, live);
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    assert_eq!(rebuild_categories(&mut tx).await.unwrap_err().kind(), ErrorKind::Forbidden);
}

async fn a_difference_is_named_and_put_right_on(db: &TestDb) {
    let mut tx = db.writing(&Caller::engine()).await;
    crate::store::categories::change(&tx, 1007, &BTreeSet::new()).await.unwrap();
    let foreign = BTreeSet::from([(Category::theme("99"), "/person".to_owned())]);
    crate::store::categories::insert(&tx, 999_999, &foreign).await.unwrap();
    let found = check_categories(&tx).await.unwrap();
    assert_eq!((found.is_equal(), found.differing.as_slice()), (false, &["1007".to_owned()][..]));
    assert_eq!((found.surplus, found.counts_differing.contains(&"theme:10".to_owned())), (1, true));
    rebuild_categories(&mut tx).await.unwrap();
    assert!(check_categories(&tx).await.unwrap().is_equal());
    tx.commit().await.unwrap();
    let refused = check_categories(&db.reading(&contact(db, "VSAA").await).await).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden);
}

#[tokio::test]
async fn a_difference_is_named_and_put_right() {
    a_difference_is_named_and_put_right_on(&db().await).await;
}

// req: POR-08
#[tokio::test]
async fn the_most_requested_are_shown_in_order_while_they_can_be_requested() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    let codes = ["1017", "1007", "1001"].map(str::to_owned);
    set_popular_services(&mut tx, &codes).await.unwrap();
    set_popular_services(&mut tx, &codes).await.unwrap();
    let shown: Vec<String> = popular_services(&tx).await.unwrap().into_iter().map(|item| item.code).collect();
    // 1017 is closed.
    assert_eq!(shown, ["1007", "1001"]);
    tx.commit().await.unwrap();
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    assert_eq!(set_popular_services(&mut tx, &[]).await.unwrap_err().kind(), ErrorKind::Forbidden);
}
