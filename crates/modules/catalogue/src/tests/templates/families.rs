//! A family is one line of lists, and its fees and terms can be compared.

use super::{attach, attached, own_service, platform, published, text};
use crate::tests::{contact, db};
use crate::{
    CloseService, Fee, FeeTier, PublishService, Representative, ServiceFilter, SimilarReader, close_service, family,
    list_services, list_services_once, publish, representatives, service, withdraw_template,
};
use jobs::{Reader, run_reader};
use kernel::{Caller, LangText, Money, PageRequest};
use std::sync::Arc;
use test_support::TestDb;
use worktime::Deadline;

async fn once(db: &TestDb, filter: &ServiceFilter) -> Vec<String> {
    let tx = db.reading(&Caller::anonymous()).await;
    let mut codes = Vec::new();
    let mut page = PageRequest::first(4);
    loop {
        let found = list_services_once(&tx, filter, &page).await.unwrap();
        codes.extend(found.items.into_iter().map(|item| item.code));
        let Some(next) = found.next else { return codes };
        page = PageRequest::new(4, Some(next));
    }
}

// req: UNI-03
#[tokio::test]
async fn a_family_stands_once_in_a_list_and_each_service_stands_alone_again_without_its_template() {
    let db = db().await;
    let template = published(&db, text()).await;
    let mut codes = Vec::new();
    for holder in ["LV-022", "LV-113", "LV-050"] {
        let code = own_service(&db, holder, "Koku ciršana").await;
        attached(&db, &contact(&db, holder).await, attach(&template, &code, true)).await;
        codes.push(code);
    }
    let filter = ServiceFilter::default();
    let shown = once(&db, &filter).await;
    assert_eq!((shown.len(), shown.last()), (17, codes.first()));
    let tx = db.reading(&Caller::anonymous()).await;
    let all = list_services(&tx, &filter, &PageRequest::first(100)).await.unwrap();
    assert_eq!(all.items.len(), 19);
    let ids: Vec<_> = all.items.iter().map(|item| item.id).collect();
    let standing = representatives(&tx, &ids).await.unwrap();
    let expected =
        Representative { template: template.clone(), name: text().name, summary: text().summary, members: 3 };
    assert_eq!(standing.into_values().collect::<Vec<_>>(), [expected.clone(), expected.clone(), expected]);
    // A holder's own list shows what the holder has.
    let holder = service(&tx, &codes[1]).await.unwrap().holder;
    drop(tx);
    assert_eq!(once(&db, &ServiceFilter { holder: Some(holder), ..filter.clone() }).await, [codes[1].clone()]);

    // When the service that is the line closes, another takes its place.
    let mut tx = db.writing(&contact(&db, "LV-022").await).await;
    let version = service(&tx, &codes[0]).await.unwrap().latest;
    close_service(&mut tx, CloseService { code: codes[0].clone(), version }).await.unwrap();
    tx.commit().await.unwrap();
    let reader: Arc<dyn Reader> = Arc::new(SimilarReader);
    run_reader(&db, &reader).await.unwrap();
    assert_eq!(once(&db, &filter).await.last(), codes.get(1));

    let mut tx = db.writing(&platform(&db).await).await;
    withdraw_template(&mut tx, &template, 2).await.unwrap();
    tx.commit().await.unwrap();
    let shown = once(&db, &filter).await;
    assert_eq!(shown.get(16..).unwrap(), codes.get(1..).unwrap());
    let tx = db.reading(&Caller::anonymous()).await;
    assert!(representatives(&tx, &ids).await.unwrap().is_empty());
}

// req: UNI-03, CAT-25
#[tokio::test]
async fn fees_and_terms_are_told_from_the_lowest_to_the_highest() {
    let db = db().await;
    let template = published(&db, text()).await;
    let code = own_service(&db, "LV-022", "Koku ciršana").await;
    let cesis = contact(&db, "LV-022").await;
    let mut tx = db.writing(&cesis).await;
    let before = service(&tx, &code).await.unwrap();
    let mut description = (*before.description).clone();
    for (place, offer) in description.channels.iter_mut().enumerate() {
        offer.fee = if place == 0 { Fee::Free } else { Fee::Amount(Money::cents(711)) };
        offer.deadline = if place == 0 { Some(Deadline::WorkingDays(5)) } else { None };
    }
    publish(&mut tx, PublishService::now(&code, before.latest, Some(description.clone()))).await.unwrap();
    tx.commit().await.unwrap();
    attached(&db, &cesis, attach(&template, &code, false)).await;
    let found = family(&db.reading(&Caller::anonymous()).await, &template).await.unwrap();
    let member = &found.members[0];
    assert_eq!(member.fees(), Some((0, 711)));
    assert_eq!(member.deadlines(), Some((Deadline::WorkingDays(5), Deadline::Months(1))));
    assert_eq!(found.of_holder(before.holder), Some(member));
    let mut cases = member.clone();
    let mut description = (*cases.service.description).clone();
    for offer in &mut description.channels {
        let tier = |cents, added| FeeTier {
            fee: Fee::Amount(Money::cents(cents)),
            added,
            condition: LangText::new("Steidzami", "Urgent"),
        };
        offer.tiers = vec![tier(1500, false), tier(9900, true)];
    }
    cases.service.description = Arc::new(description);
    assert_eq!(cases.fees(), Some((0, 1500)), "cases count, what is added does not");
    let mut unsaid = member.clone();
    let mut description = (*unsaid.service.description).clone();
    description.channels[0].fee = Fee::Stated;
    unsaid.service.description = Arc::new(description);
    assert_eq!(unsaid.fees(), None, "nobody knows how much");
}
