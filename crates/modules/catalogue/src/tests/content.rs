//! The pilot services that come with the program.

use super::{db, pilot};
use crate::{Fee, QualityContext, ServiceState, Severity, Stage, findings, install_pilot_services, pilot::entries};
use kernel::{Caller, Channel, Money, PageRequest};
use std::collections::BTreeSet;

// req: CSS-11
#[test]
fn the_16_pilot_services_are_there_and_one_closed() {
    let entries = entries().unwrap();
    let labels: BTreeSet<_> = entries.iter().filter_map(|entry| entry.pilot.clone()).collect();
    let expected = ["P.02", "P.05", "P.06"].into_iter().map(str::to_owned);
    let expected: BTreeSet<String> = expected.chain((8..=20).map(|n| format!("P.{n:02}"))).collect();
    assert_eq!(labels, expected);
    assert_eq!(entries.iter().filter(|entry| entry.state == ServiceState::Closed).count(), 1);
}

// req: CAT-04, CAT-05, CAT-06, CAT-07, CAT-08, CAT-09, CAT-10, CAT-11
#[tokio::test]
async fn every_pilot_service_has_every_element_of_point_9_in_both_languages() {
    let db = db().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let codes: Vec<String> = (1001..=1017).map(|code| code.to_string()).collect();
    for code in codes {
        let service = crate::service(&tx, &code).await.unwrap();
        let found = findings(&service.description, &QualityContext::default());
        let blocking: Vec<_> = found.iter().filter(|finding| finding.severity == Severity::Blocks).collect();
        assert!(blocking.is_empty(), "{code} {}: {blocking:?}", service.name().lv);
        let d = &service.description;
        assert!(d.steps.len() >= 3 && d.channels.iter().all(|offer| offer.deadline.is_some()), "{code}");
        assert!(d.legal_basis.iter().all(|act| act.link.as_ref().is_none_or(|l| l.starts_with("https://likumi.lv/"))));
        assert!(d.channels.iter().all(|offer| !offer.note.lv.is_empty() && !offer.note.en.is_empty()), "{code}");
    }
}

#[tokio::test]
async fn no_text_is_left_in_the_other_language() {
    let db = db().await;
    for label in ["P.02", "P.06", "P.08", "P.11", "P.19"] {
        let service = pilot(&db, label).await;
        let text = serde_json::to_value(&*service.description).unwrap();
        let mut pairs = Vec::new();
        collect(&text, &mut pairs);
        assert!(pairs.len() > 30, "{label}");
        for (lv, en) in pairs {
            assert!(lv != en, "{label}: {lv}");
            assert!(!en.contains(['ā', 'ē', 'ū', 'š', 'ļ', 'ņ']), "{label}: {en}");
        }
    }
}

fn collect(value: &serde_json::Value, pairs: &mut Vec<(String, String)>) {
    if let (Some(lv), Some(en)) = (value["lv"].as_str(), value["en"].as_str()) {
        pairs.push((lv.to_owned(), en.to_owned()));
    }
    value.as_array().into_iter().flatten().for_each(|item| collect(item, pairs));
    value.as_object().into_iter().flat_map(|map| map.values()).for_each(|item| collect(item, pairs));
}

// req: CAT-02, CAT-03
#[tokio::test]
async fn codes_come_from_one_series_and_installing_again_adds_nothing() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    assert_eq!(install_pilot_services(&mut tx).await.unwrap(), 0);
    let filter = crate::ServiceFilter::default();
    let page = crate::list_services(&tx, &filter, &PageRequest::first(100)).await.unwrap();
    let codes: Vec<_> = page.items.iter().map(|item| item.code.clone()).collect();
    assert_eq!(codes, (1001..=1016).map(|code| code.to_string()).collect::<Vec<_>>());
}

// req: CAT-12
#[tokio::test]
async fn a_stage_may_have_another_provider_than_the_holder() {
    let db = db().await;
    let service = pilot(&db, "P.11").await;
    let centres = super::institution(&db, "VPVKAC").await;
    let of = |stage| service.description.providers.iter().filter(move |p| p.stage == stage);
    assert!(of(Stage::Request).any(|p| p.institution == centres));
    assert!(of(Stage::Execution).all(|p| p.institution == service.holder));
}

// req: CAT-13, CAT-25, DEL-03
#[tokio::test]
async fn deadline_and_fee_stand_per_channel() {
    let db = db().await;
    let service = pilot(&db, "P.11").await;
    assert_eq!(service.deadline(Channel::Electronic), crate::Deadline::WorkingDays(10));
    assert_eq!(service.deadline(Channel::Centre), crate::Deadline::Months(1));
    assert_eq!(service.offer(Channel::Electronic).map(|offer| offer.fee), Some(Fee::Free));
    assert!(service.requestable_by(Channel::Electronic));
    let book = pilot(&db, "P.05").await;
    assert!(book.offer(Channel::Post).is_none());
    assert_eq!(book.deadline(Channel::Post), crate::LEGAL_DEADLINE);
}

// req: CAT-31
#[tokio::test]
async fn related_services_are_codes_that_exist() {
    let db = db().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let service = pilot(&db, "P.11").await;
    assert_eq!(service.description.related.len(), 5);
    let items = crate::services_by_codes(&tx, &service.description.related).await.unwrap();
    assert_eq!(items.len(), 5);
    assert!(service.description.life_events.contains(&"childbirth".to_owned()));
}

#[tokio::test]
async fn three_services_can_be_requested_online() {
    let db = db().await;
    for (label, form) in [("P.02", "unemployed-status"), ("P.08", "funeral-benefit"), ("P.11", "childbirth-benefit")] {
        assert_eq!(pilot(&db, label).await.form_key.as_deref(), Some(form));
    }
    assert_eq!(pilot(&db, "P.20").await.form_key, None);
}

#[test]
fn fees_have_stable_words() {
    let fees = [Fee::Free, Fee::Amount(Money::cents(3110)), Fee::Stated];
    let text = serde_json::to_string(&fees).unwrap();
    assert_eq!(text, r#"["free",{"amount":3110},"stated"]"#);
}
