//! A service as linked data: everything is said, and both notations say the same.

use super::{db, from_json_ld, from_turtle, open};
use crate::{describe_concepts, describe_service};
use catalogue::{
    Description, Fee, Opening, Output, OutputKind, PublishService, Weekday, public_services, publish, service,
};
use kernel::{Caller, Channel, LangText, Money};
use std::collections::BTreeSet;
use test_support::TestDb;

/// What is said of `1007` after a change of its description.
pub(super) async fn said(db: &TestDb, alter: impl FnOnce(&mut Description)) -> BTreeSet<String> {
    let mut tx = db.writing(&Caller::engine()).await;
    let before = service(&tx, "1007").await.unwrap();
    let mut description = (*before.description).clone();
    alter(&mut description);
    publish(&mut tx, PublishService::now("1007", before.latest, Some(description))).await.unwrap();
    let now = service(&tx, "1007").await.unwrap();
    let graph = describe_service(&tx, &open(), &now).await.unwrap();
    from_turtle(&graph.to_turtle().unwrap())
}

/// Short forms, so that a test can be read.
fn line(text: &str) -> String {
    let mut line = String::new();
    for part in text.split_inclusive(' ') {
        let name = part.trim_end();
        let written = match name.split_once(':') {
            Some(("own", rest)) => format!("<https://durvis.example/id/{rest}>"),
            Some(("http" | "https", _)) | None => name.to_owned(),
            Some(_) if name.starts_with(['"', '<']) => name.to_owned(),
            Some(_) => format!("<{}>", crate::open::terms::term(name).as_str()),
        };
        line.push_str(&written);
        if part.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

pub(super) fn assert_said(said: &BTreeSet<String>, wanted: &[&str]) {
    for text in wanted {
        let line = line(text);
        let about: Vec<&String> = said.iter().filter(|one| one.starts_with(line.split(' ').next().unwrap())).collect();
        assert!(said.contains(&line), "not said: {line}\nsaid of it: {about:#?}");
    }
}

// req: CAT-19, OPN-03
#[tokio::test]
async fn turtle_and_json_ld_of_every_service_are_the_same_triples() {
    let db = db().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let services = public_services(&tx, 0, 100).await.unwrap().services;
    assert_eq!(services.len(), 17);
    for one in services {
        let graph = describe_service(&tx, &open(), &one).await.unwrap();
        let written = graph.to_turtle().unwrap();
        assert_eq!(written, graph.to_turtle().unwrap(), "{}: the same data are the same text", one.code);
        let turtle = from_turtle(&written);
        assert_eq!(turtle, from_json_ld(&graph.to_json_ld().unwrap()), "{}", one.code);
        assert_eq!(turtle.len(), graph.triples().len(), "{}: nothing is written twice", one.code);
        assert!(turtle.len() > 150, "{}: {} triples", one.code, turtle.len());
    }
}

// req: CAT-04, CAT-05, CAT-09, CAT-10, CAT-12, CAT-19, OPN-04
#[tokio::test]
async fn names_holder_providers_and_classes_are_said_in_the_terms_of_cpsv_ap() {
    let db = db().await;
    let said = said(&db, |text| {
        text.name.other.insert("uk".to_owned(), "Допомога при народженні дитини".to_owned());
    })
    .await;
    assert_said(
        &said,
        &[
            "own:service/1007 rdf:type cpsv:PublicService",
            "own:service/1007 dct:title \"Bērna piedzimšanas pabalsts\"@lv",
            "own:service/1007 dct:title \"Childbirth benefit\"@en",
            "own:service/1007 dct:title \"Допомога при народженні дитини\"@uk",
            "own:service/1007 dct:language language:UKR",
            "own:service/1007 cv:hasCompetentAuthority own:institution/VSAA",
            "own:institution/VSAA rdf:type cv:PublicOrganisation",
            "own:institution/VSAA dct:spatial atu:LVA",
            "own:service/1007#participation-2 cv:hasParticipant own:institution/VPVKAC",
            "own:service/1007#participation-2 cv:role own:concept/role/provider-request",
            "own:service/1007#contact-1 cv:email \"pasts@vsaa.gov.lv\"",
            "own:service/1007 dct:audience own:concept/client-circle/natural_person",
            "own:service/1007 dct:type activity:soc-pro",
            "own:service/1007 cv:thematicArea own:concept/cofog/10.4.0",
            "own:service/1007 cv:sector theme:SOCI",
            "own:service/1007 cv:isGroupedBy own:life-event/childbirth",
            "own:life-event/childbirth rdf:type cv:Event",
            "own:service/1007 adms:status status:Completed",
            "own:service/1007 dcat:keyword \"newborn\"@en",
            "own:service/1007 cv:isClassifiedBy own:concept/identification/substantial",
            "own:service/1007 cv:isClassifiedBy own:concept/mark/minimum_basket",
        ],
    );
}

// req: CAT-19, CAT-31
#[tokio::test]
async fn life_situations_are_said_by_their_branch_and_title_whoever_names_whom() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    catalogue::install_life_situations(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let said = said(&db, |text| text.life_events.push("old_word".to_owned())).await;
    assert_said(
        &said,
        &[
            "own:life-event/childbirth rdf:type cv:LifeEvent",
            "own:life-event/childbirth dct:title \"Bērna gaidīšana un piedzimšana\"@lv",
            // Nobody wrote a situation for it.
            "own:service/1007 cv:isGroupedBy own:life-event/old_word",
            "own:life-event/old_word rdf:type cv:Event",
        ],
    );
    assert!(!said.contains(&line("own:life-event/old_word rdf:type cv:LifeEvent")));
    // A service for natural persons that only a business situation names.
    let tx = db.reading(&Caller::anonymous()).await;
    let closing = catalogue::situation(&tx, "closing-business").await.unwrap();
    let one = service(&tx, &closing.text.services()[0]).await.unwrap();
    assert!(one.description.life_events.iter().all(|word| word != "closing_business"));
    let said = from_turtle(&describe_service(&tx, &open(), &one).await.unwrap().to_turtle().unwrap());
    assert_said(&said, &["own:life-event/closing_business rdf:type cv:BusinessEvent"]);
    let group = format!("own:service/{} cv:isGroupedBy own:life-event/closing_business", one.code);
    assert_said(&said, &[group.as_str()]);
}

// req: CAT-13, CAT-25, CAT-07
#[tokio::test]
async fn fee_time_and_hours_are_those_of_each_channel() {
    let db = db().await;
    let said = said(&db, |text| {
        for offer in &mut text.channels {
            match offer.channel {
                Channel::Institution => {
                    offer.fee = Fee::Amount(Money::cents(1250));
                    offer.opening = vec![Opening {
                        days: vec![Weekday::Monday, Weekday::Friday],
                        opens: "08:30".to_owned(),
                        closes: "17:00".to_owned(),
                    }];
                }
                Channel::Post => offer.fee = Fee::Stated,
                Channel::Electronic => offer.link = Some("https://example.lv/e-pakalpojums".to_owned()),
                _ => {}
            }
        }
    })
    .await;
    assert_said(
        &said,
        &[
            "own:service/1007 cv:hasChannel own:service/1007#channel-electronic",
            "own:service/1007#channel-electronic cv:processingTime \"P14D\"^^<http://www.w3.org/2001/XMLSchema#duration>",
            "own:service/1007#channel-institution cv:processingTime \"P1M\"^^<http://www.w3.org/2001/XMLSchema#duration>",
            "own:service/1007#channel-electronic foaf:page <https://example.lv/e-pakalpojums>",
            "own:service/1007#cost-institution cv:hasValue \"12.50\"^^<http://www.w3.org/2001/XMLSchema#double>",
            "own:service/1007#cost-institution cv:currency currency:EUR",
            "own:service/1007#cost-institution cv:ifAccessedThrough own:service/1007#channel-institution",
            "own:service/1007#cost-electronic cv:hasValue \"0.00\"^^<http://www.w3.org/2001/XMLSchema#double>",
            "own:service/1007#channel-institution cv:openingHours own:service/1007#hours-institution-1-friday",
            "own:service/1007#hours-institution-1-friday-begins-at time:dayOfWeek time:Friday",
            "own:service/1007#channel-post cv:openingHours own:service/1007#hours-post",
        ],
    );
    assert!(!said.iter().any(|one| one.contains("#cost-post> <http://data.europa.eu/m8g/hasValue>")));
    let whole = line("own:service/1007 cv:processingTime");
    assert!(!said.iter().any(|one| one.starts_with(&whole)), "the channels differ, so there is no one time");
}

// req: CAT-06, CAT-08
#[tokio::test]
async fn conditions_evidence_outputs_and_laws_are_linked() {
    let db = db().await;
    let said = said(&db, |text| {
        text.documents[1].evidence_type = Some("birth-certificate".to_owned());
        text.documents[1].proves = Some(2);
        text.documents[1].channels = vec![Channel::Post];
        text.outputs = vec![Output { name: LangText::new("Lēmums", "Decision"), kind: OutputKind::Decision }];
        text.legal_basis[1].link = Some("nav saite".to_owned());
    })
    .await;
    assert_said(
        &said,
        &[
            "own:service/1007 cv:holdsRequirement own:service/1007#requirement-2",
            "own:service/1007#requirement-2 cv:hasSupportingEvidence own:service/1007#document-2",
            "own:service/1007#requirement-2 cv:hasEvidenceTypeList own:service/1007#evidence-2",
            "own:service/1007#evidence-2 cv:specifiesEvidenceType own:evidence-type/birth-certificate",
            "own:service/1007 cv:hasInputType own:evidence-type/birth-certificate",
            "own:service/1007#document-2 dct:conformsTo own:evidence-type/birth-certificate",
            "own:service/1007#document-2 cv:supportsRequirement own:service/1007#requirement-2",
            "own:service/1007#channel-post cpsv:hasInput own:service/1007#document-2",
            "own:service/1007 cpsv:produces own:service/1007#output-1",
            "own:service/1007#output-1 dct:type own:concept/output/decision",
            "own:service/1007 cpsv:follows own:service/1007#rule-1",
            "own:service/1007#rule-1 cpsv:implements <https://likumi.lv/ta/id/68483>",
            "<https://likumi.lv/ta/id/68483> rdf:type eli:LegalResource",
            // What is no address does not become one.
            "own:service/1007#rule-2 cpsv:implements own:service/1007#law-2",
            "own:service/1007 cpsv:follows own:service/1007#rule-appeal",
            "own:service/1007 cv:relatedService own:service/1008",
            "own:service/1008 rdf:type cpsv:PublicService",
        ],
    );
}

// req: CAT-19
#[tokio::test]
async fn an_imported_entry_with_one_language_and_few_elements_is_said_as_far_as_it_goes() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    let vsaa = institutions::by_code(&tx, "VSAA").await.unwrap().unwrap().id;
    let code = catalogue::ensure_sample(&mut tx, vsaa, LangText::new("", "Licence <b>\"x\""), LangText::default())
        .await
        .unwrap();
    let one = service(&tx, &code).await.unwrap();
    let graph = describe_service(&tx, &open(), &one).await.unwrap();
    let turtle = from_turtle(&graph.to_turtle().unwrap());
    assert_eq!(turtle, from_json_ld(&graph.to_json_ld().unwrap()));
    let name = format!(
        "<https://durvis.example/id/service/{code}> <http://purl.org/dc/terms/description> \"Licence <b>\\\"x\\\"\"@en"
    );
    assert!(turtle.contains(&name), "the name stands for the missing description: {turtle:#?}");
}

// req: OPN-03
#[tokio::test]
async fn every_word_of_our_lists_that_a_service_names_leads_somewhere() {
    let db = db().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let mut words = BTreeSet::new();
    for one in public_services(&tx, 0, 100).await.unwrap().services {
        let graph = describe_service(&tx, &open(), &one).await.unwrap();
        for triple in from_turtle(&graph.to_turtle().unwrap()) {
            let named = triple.split("/id/concept/").skip(1).filter_map(|rest| rest.split_once('>'));
            words.extend(named.map(|(word, _)| word.to_owned()).filter(|word| word.contains('/')));
        }
    }
    assert!(words.len() > 20, "{words:?}");
    for word in &words {
        let (list, word) = word.split_once('/').unwrap();
        let one = describe_concepts(&open(), list, Some(word)).unwrap_or_else(|| panic!("{list}/{word}"));
        let said = from_turtle(&one.to_turtle().unwrap());
        for lang in ["@lv", "@en"] {
            assert!(
                said.iter().any(|line| line.contains("prefLabel") && line.ends_with(lang)),
                "{list}/{word}: {said:#?}"
            );
        }
        assert!(describe_concepts(&open(), list, None).is_some());
    }
    assert!(describe_concepts(&open(), "channel", Some("pigeon")).is_none());
    assert!(describe_concepts(&open(), "nothing", None).is_none());
}
