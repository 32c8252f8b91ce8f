//! Ways through a service, and when it can be requested.

use super::{db, pilot};
use crate::{
    Availability, CloseService, Deadline, Description, Fee, FeeTier, PublishService, Service, Stage, availability,
    close_service, publish, service, take_effect,
};
use chrono::{Days, NaiveDate, TimeDelta};
use kernel::{Caller, Channel, LangText, Money, riga_date};
use std::sync::Arc;
use test_support::TestDb;

fn with(service: &Service, change: impl FnOnce(&mut Description)) -> Service {
    let mut description = (*service.description).clone();
    change(&mut description);
    Service { description: Arc::new(description), ..service.clone() }
}

fn set(d: &mut Description, channel: Channel, fee: Fee, stages: &[Stage]) {
    for offer in d.channels.iter_mut().filter(|offer| offer.channel == channel) {
        (offer.fee, offer.stages) = (fee, stages.to_vec());
    }
}

// req: POR-17, CAT-25
#[tokio::test]
async fn a_way_costs_its_request_and_a_delivery_that_is_nothing_else() {
    let db = db().await;
    let euro = |amount: i64| Fee::Amount(Money::cents(amount * 100));
    let both = [Stage::Request, Stage::Receipt];
    let benefit = pilot(&db, "P.11").await;
    let model = with(&benefit, |d| {
        set(d, Channel::Electronic, euro(2), &both);
        set(d, Channel::Centre, euro(5), &both);
        set(d, Channel::Post, euro(3), &[Stage::Receipt]);
        set(d, Channel::Institution, Fee::Stated, &[Stage::Receipt]);
    });
    assert_eq!(model.channels_of(Stage::Receipt).len(), 4);
    assert!(!model.channels_of(Stage::Request).contains(&Channel::Post));
    let fee = |request, receipt| model.way(request, receipt).map(|way| way.fee());
    assert_eq!(fee(Channel::Electronic, Channel::Electronic), Some(euro(2)));
    assert_eq!(fee(Channel::Electronic, Channel::Centre), Some(euro(2)), "a request at the centre is not made");
    assert_eq!(fee(Channel::Electronic, Channel::Post), Some(euro(5)), "the letter is paid for");
    assert_eq!(fee(Channel::Centre, Channel::Institution), Some(Fee::Stated));
    assert_eq!(fee(Channel::Phone, Channel::Electronic), Some(Fee::Free));
    assert_eq!((fee(Channel::Post, Channel::Post), fee(Channel::Electronic, Channel::Phone)), (None, None));
    let way = model.way(Channel::Electronic, Channel::Centre).unwrap();
    assert_eq!(way.deadline(), Deadline::WorkingDays(10), "the term runs from the request");
    assert_eq!(model.way(Channel::Centre, Channel::Electronic).unwrap().deadline(), Deadline::Months(1));
}

// req: POR-17, CAT-04, CAT-25
#[tokio::test]
async fn a_way_has_the_payments_of_its_request_and_of_a_delivery() {
    let db = db().await;
    let euro = |amount: i64| Fee::Amount(Money::cents(amount * 100));
    let tier = |fee, added| FeeTier { fee, added, condition: LangText::new("Bērniem", "For children") };
    let benefit = pilot(&db, "P.11").await;
    let model = with(&benefit, |d| {
        set(d, Channel::Electronic, euro(20), &[Stage::Request, Stage::Receipt]);
        set(d, Channel::Centre, euro(30), &[Stage::Request, Stage::Receipt]);
        set(d, Channel::Post, euro(3), &[Stage::Receipt]);
        for offer in &mut d.channels {
            offer.tiers = match offer.channel {
                Channel::Electronic => vec![tier(euro(5), false)],
                Channel::Post => vec![tier(Fee::Free, false), tier(euro(7), true)],
                _ => Vec::new(),
            };
        }
    });
    let way = |request, receipt| model.way(request, receipt).unwrap();
    let letter = way(Channel::Electronic, Channel::Post);
    assert_eq!((letter.fee(), letter.fee_span(), letter.tiers().len()), (euro(23), Some((500, 2300)), 3));
    let online = way(Channel::Electronic, Channel::Centre);
    assert_eq!((online.fee(), online.fee_span(), online.tiers().len()), (euro(20), Some((500, 2000)), 1));
    let desk = way(Channel::Centre, Channel::Electronic);
    assert_eq!((desk.fee(), desk.fee_span(), desk.tiers().len()), (euro(30), Some((3000, 3000)), 0));
    let unsaid = with(&model, |d| set(d, Channel::Post, Fee::Stated, &[Stage::Receipt]));
    let letter = unsaid.way(Channel::Electronic, Channel::Post).unwrap();
    assert_eq!(
        (letter.fee(), letter.fee_span()),
        (Fee::Stated, Some((500, 2000))),
        "its cases say what the letter costs"
    );
    let unsaid = with(&unsaid, |d| d.channels.iter_mut().for_each(|offer| offer.tiers.retain(|tier| tier.added)));
    assert_eq!(unsaid.way(Channel::Electronic, Channel::Post).unwrap().fee_span(), None);
}

async fn published(db: &TestDb, code: &str, from: Option<NaiveDate>, change: impl FnOnce(&mut Description)) {
    let mut tx = db.writing(&Caller::engine()).await;
    let before = service(&tx, code).await.unwrap();
    let mut description = (*before.description).clone();
    change(&mut description);
    let input = PublishService { from, ..PublishService::now(code, before.latest, Some(description)) };
    publish(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
}

async fn told(db: &TestDb, code: &str) -> Availability {
    let tx = db.reading(&Caller::anonymous()).await;
    let found = service(&tx, code).await.unwrap();
    availability(&tx, &found).await.unwrap()
}

// req: CAT-17
#[tokio::test]
async fn it_is_told_from_when_and_until_when_a_service_can_be_requested() {
    let db = db().await;
    let today = riga_date(db.clock().now());
    let day = |days: u64| today + Days::new(days);
    assert_eq!(told(&db, "1007").await, Availability::Open);
    published(&db, "1007", None, |d| d.valid_from = Some(day(5))).await;
    assert_eq!(told(&db, "1007").await, Availability::From(day(5)));
    published(&db, "1007", None, |d| (d.valid_from, d.valid_to) = (None, Some(day(2)))).await;
    assert_eq!(told(&db, "1007").await, Availability::Open);
    published(&db, "1007", Some(day(9)), |d| d.valid_to = None).await;
    db.test_clock().advance(TimeDelta::days(4));
    let over = Availability::Closed { since: day(3), again: Some(day(9)) };
    assert_eq!(told(&db, "1007").await, over, "also before the timer comes");
    let id = service(&db.reading(&Caller::engine()).await, "1007").await.unwrap().id;
    let mut tx = db.writing(&Caller::engine()).await;
    take_effect(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(told(&db, "1007").await, Availability::Closed { since: day(4), again: Some(day(9)) });
    db.test_clock().advance(TimeDelta::days(6));
    let mut tx = db.writing(&Caller::engine()).await;
    take_effect(&mut tx, id).await.unwrap();
    let version = service(&tx, "1007").await.unwrap().latest;
    tx.commit().await.unwrap();
    assert_eq!(told(&db, "1007").await, Availability::Open);
    let mut tx = db.writing(&Caller::engine()).await;
    close_service(&mut tx, CloseService { code: "1007".to_owned(), version }).await.unwrap();
    tx.commit().await.unwrap();
    let closed = Availability::Closed { since: day(10), again: None };
    assert_eq!(told(&db, "1007").await, closed);
    // Something else of it changes later: it is closed since then all the same.
    db.test_clock().advance(TimeDelta::days(3));
    let mut tx = db.writing(&Caller::engine()).await;
    crate::links::touch(&mut tx, &["1007".to_owned()]).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(told(&db, "1007").await, closed);
}
