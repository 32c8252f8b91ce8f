//! Elements for which CPSV-AP has no term of its own, and a service that has every element.

use super::services::{assert_said, said};
use super::{db, from_json_ld, from_turtle, open};
use crate::{describe_concepts, describe_service};
use catalogue::{install_demo_services, public_services};
use chrono::NaiveDate;
use kernel::{Caller, LangText};
use std::collections::BTreeSet;

fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

// req: CAT-07, CAT-14, CAT-19, CAT-26
#[tokio::test]
async fn steps_reasons_days_minutes_and_the_notice_are_said() {
    let db = db().await;
    let said = said(&db, |text| {
        text.minutes_to_fill = Some(7);
        text.notice = Some(LangText::new("Paziņojums", "Notice"));
        (text.valid_from, text.valid_to) = (day("2026-01-01"), day("2030-12-31"));
        text.checked_on = day("2026-11-12");
        let digital = text.digital.as_mut().unwrap();
        digital.since = day("2024-03-01");
        digital.support = LangText::new("Palīdzēsim", "We help");
    })
    .await;
    assert_said(
        &said,
        &[
            "own:service/1007 cpsv:follows own:service/1007#step-2",
            "own:service/1007#step-2 rdf:type cpsv:Rule",
            "own:service/1007#step-2 dct:type own:concept/stage/execution",
            "own:service/1007#step-2 schema:position \"2\"^^<http://www.w3.org/2001/XMLSchema#integer>",
            "own:service/1007#step-1 dct:title \"Piesakieties\"@lv",
            "own:service/1007#channel-post dct:subject own:concept/channel-reason/access",
            "own:service/1007#channel-post dct:subject own:concept/stage/request",
            "own:concept/stage/request skos:prefLabel \"Pieprasīšana\"@lv",
            "own:service/1007#rule-digital dct:description \"Palīdzēsim\"@lv",
            "own:service/1007#rule-digital dct:type own:concept/digital/primarily_digital",
            "own:service/1007#rule-digital dct:temporal own:service/1007#period-digital",
            "own:service/1007#period-digital dcat:startDate \"2024-03-01\"^^<http://www.w3.org/2001/XMLSchema#date>",
            "own:service/1007 schema:timeRequired \"PT7M\"^^<http://www.w3.org/2001/XMLSchema#duration>",
            "own:service/1007 skos:note \"Notice\"@en",
            "own:service/1007 dct:temporal own:service/1007#period-offered",
            "own:service/1007#period-offered rdf:type dct:PeriodOfTime",
            "own:service/1007#period-offered dcat:endDate \"2030-12-31\"^^<http://www.w3.org/2001/XMLSchema#date>",
            "own:service/1007 schema:lastReviewed \"2026-11-12\"^^<http://www.w3.org/2001/XMLSchema#date>",
        ],
    );
    assert!(!said.iter().any(|line| line.contains("#period-digital> <http://www.w3.org/ns/dcat#endDate>")));
}

// req: CAT-07, CAT-19
#[tokio::test]
async fn a_step_with_one_text_says_it_as_both_and_no_days_are_no_period() {
    let db = db().await;
    let said = said(&db, |text| {
        text.steps[0].text = text.steps[0].title.clone();
        (text.valid_from, text.valid_to) = (None, None);
        text.digital.as_mut().unwrap().since = None;
    })
    .await;
    assert_said(&said, &["own:service/1007#step-1 dct:description \"Piesakieties\"@lv"]);
    assert!(!said.iter().any(|line| line.contains("#period-")));
}

// req: CAT-06, CAT-19
#[tokio::test]
async fn a_kind_of_evidence_in_free_words_gets_a_safe_address_and_stays_readable() {
    let db = db().await;
    let said = said(&db, |text| {
        let kinds = ["birth-certificate", "../izziņa #1?<b>", "https://example.org/evidence/1"];
        for (document, kind) in text.documents.iter_mut().zip(kinds) {
            document.evidence_type = Some(kind.to_owned());
        }
    })
    .await;
    let free = "own:evidence-type/%2E%2E%2Fizzi%C5%86a%20%231%3F%3Cb%3E";
    assert_said(
        &said,
        &[
            "own:evidence-type/birth-certificate dct:title \"Dzimšanas apliecība\"@lv",
            "own:evidence-type/birth-certificate dct:title \"Birth certificate\"@en",
            "own:evidence-type/birth-certificate cv:evidenceTypeClassification own:concept/evidence-type/birth-certificate",
            "own:service/1007#document-1 dct:conformsTo own:evidence-type/birth-certificate",
            &format!("own:service/1007#document-2 dct:conformsTo {free}"),
            &format!("{free} rdf:type cv:EvidenceType"),
            "<https://example.org/evidence/1> rdf:type cv:EvidenceType",
        ],
    );
    let title = "<http://purl.org/dc/terms/title> \"../izziņa #1?<b>\"";
    assert!(said.iter().any(|line| line.contains("/id/evidence-type/") && line.ends_with(title)));
    let list = from_turtle(&describe_concepts(&open(), "evidence-type", None).unwrap().to_turtle().unwrap());
    assert!(list.iter().any(|line| line.contains("court-ruling") && line.ends_with("\"Court ruling\"@en")));
}

// req: CAT-19, OPN-03, A11-05
#[tokio::test]
async fn a_service_with_every_element_is_the_same_in_both_notations_and_names_nothing_undescribed() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_demo_services(&mut tx).await.unwrap();
    let services = public_services(&tx, 0, 100).await.unwrap().services;
    let whole = services.iter().find(|one| one.description.flags.joint).unwrap();
    let graph = describe_service(&tx, &open(), whole).await.unwrap();
    let said = from_turtle(&graph.to_turtle().unwrap());
    assert_eq!(said, from_json_ld(&graph.to_json_ld().unwrap()));
    let own = format!("own:service/{}", whole.code);
    let wanted = [
        format!("{own} dct:title \"Підтримка сім’ї, в якій народилася дитина\"@uk"),
        format!("{own}#requirement-1 cv:hasSupportingEvidence {own}#document-3"),
        format!("{own}#requirement-2 cv:hasEvidenceTypeList {own}#evidence-2"),
        format!("{own}#channel-post cpsv:hasInput {own}#document-1"),
        format!("{own}#channel-centre cv:openingHours {own}#hours-centre-2-friday"),
        format!("{own} dct:temporal {own}#period-offered"),
    ];
    assert_said(&said, &wanted.iter().map(String::as_str).collect::<Vec<_>>());
    // Every part that is named is described too.
    let part = format!("<https://durvis.example/id/service/{}#", whole.code);
    let words: Vec<Vec<&str>> = said.iter().map(|line| line.splitn(3, ' ').collect()).collect();
    let described: BTreeSet<&str> = words.iter().map(|triple| triple[0]).collect();
    let named = words.iter().map(|triple| triple[2]).filter(|node| node.starts_with(&part));
    let lost: Vec<&str> = named.filter(|node| !described.contains(node)).collect();
    assert_eq!(lost, Vec::<&str>::new());
}
