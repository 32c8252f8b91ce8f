//! The shared list of kinds of evidence, and the demonstration service that says everything a description can.

use super::{contact, db, pilot};
use crate::{
    Description, DigitalMode, Fee, FeeTier, RequiredDocument, check_description, evidence_type, evidence_types,
    install_demo_services, public_services, service,
};
use kernel::{Caller, Channel};
use std::collections::BTreeSet;

// req: CAT-06, CAT-19
#[test]
fn kinds_of_evidence_have_codes_of_their_own_and_names_in_both_languages() {
    let codes: BTreeSet<&str> = evidence_types().iter().map(|one| one.code.as_str()).collect();
    assert_eq!((codes.len(), codes.len() >= 15), (evidence_types().len(), true));
    for one in evidence_types() {
        assert!(one.code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", one.code);
        assert!(!one.name.lv.is_empty() && !one.name.en.is_empty() && one.name.lv != one.name.en, "{}", one.code);
    }
    assert_eq!(evidence_type("birth-certificate").unwrap().name.lv, "Dzimšanas apliecība");
    assert_eq!(evidence_type("Dzimšanas apliecība"), None);
}

// req: CAT-06
#[tokio::test]
async fn a_document_says_its_kind_of_evidence_without_blanks_around_it_or_not_at_all() {
    let db = db().await;
    let mut document = pilot(&db, "P.11").await.description.documents[0].clone();
    for (written, said) in [(None, None), (Some("  "), None), (Some(" sava izziņa "), Some("sava izziņa"))] {
        document.evidence_type = written.map(str::to_owned);
        assert_eq!(document.evidence(), said);
    }
}

/// Names every element, so that a new one is missed here until the demonstration has it too.
fn assert_whole(description: &Description) {
    let Description {
        name,
        summary,
        cofog,
        client_circle: _,
        audience,
        territory: _,
        steps,
        documents,
        conditions,
        outputs,
        legal_basis,
        appeal,
        providers,
        channels,
        // It is requested at the institution, by the link of its electronic channel.
        form: _,
        identification: _,
        signature: _,
        digital,
        flags,
        related,
        life_events,
        keywords,
        payment,
        minutes_to_fill,
        notice,
        checked_on,
        valid_from,
        valid_to,
        only_language,
    } = description;
    let Some(DigitalMode { mode: _, since: Some(_), support }) = digital else { panic!("{digital:?}") };
    let (notice, payment) = (notice.as_ref().unwrap(), payment.as_ref().unwrap());
    let mut texts = vec![name, summary, audience, appeal, support, notice, payment];
    texts.extend(steps.iter().flat_map(|step| [&step.title, &step.text]));
    texts.extend(documents.iter().flat_map(|one| [&one.name, one.note.as_ref().unwrap_or(&one.name)]));
    texts.extend(conditions.iter().chain(outputs.iter().map(|one| &one.name)));
    texts.extend(legal_basis.iter().map(|one| &one.title));
    texts.extend(channels.iter().flat_map(|one| [&one.hours, &one.note]));
    let tiers: Vec<&FeeTier> = channels.iter().flat_map(|one| &one.tiers).collect();
    assert!(tiers.iter().any(|one| one.added) && tiers.iter().any(|one| one.fee == Fee::Free), "{tiers:?}");
    texts.extend(tiers.iter().map(|one| &one.condition));
    for text in texts {
        assert!(["lv", "en", "uk"].iter().all(|tag| text.in_language(tag).is_some()), "{text:?}");
    }
    assert!(notice.lv.contains("izdomāts") && notice.en.contains("invented"));
    assert!(documents.iter().any(|one| one.link.is_some() && !one.channels.is_empty()));
    let kinds = documents.iter().filter(|one| one.proves.is_some()).filter_map(RequiredDocument::evidence);
    let shared: BTreeSet<bool> = kinds.map(|kind| evidence_type(kind).is_some()).collect();
    assert_eq!(shared.len(), 2, "one kind of the shared list and one in free words");
    assert!(providers.iter().all(|one| !one.contact.is_empty()));
    assert_eq!(channels.len(), Channel::ALL.len());
    for offer in channels {
        assert!(!offer.opening.is_empty() && offer.link.is_some() && offer.deadline.is_some(), "{}", offer.channel);
    }
    assert_eq!(flags.words().count(), 6, "every mark but that of internal services");
    let lists = [related.len(), life_events.len(), keywords.lv.len(), keywords.en.len(), cofog.len()];
    assert!(lists.iter().all(|length| *length > 0), "{lists:?}");
    let days = [checked_on, valid_from, valid_to];
    assert!(days.iter().all(|day| day.is_some()) && minutes_to_fill.is_some() && only_language.is_none());
}

// req: CAT-06, CAT-14, CAT-19, CAT-26, A11-05
#[tokio::test]
async fn one_service_of_the_demonstration_has_every_element() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_demo_services(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&contact(&db, "VSAA").await).await;
    let services = public_services(&tx, 0, 100).await.unwrap().services;
    let code = &services.iter().find(|one| one.description.flags.joint).unwrap().code;
    let whole = service(&tx, code).await.unwrap();
    assert_whole(&whole.description);
    assert!(whole.is_open());
    assert_eq!(check_description(&tx, &whole.description, None).await.unwrap(), []);
}
