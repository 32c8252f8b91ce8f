//! Who carries a service out, whichever way its description was written (CAT-12).

use super::saving::{save, typed};
use crate::store::services;
use crate::tests::{contact, db, institution};
use crate::{
    Description, DraftSeen, ProviderStage, PublishService, Section, Stage, publish, publish_draft, service,
    service_as_of, service_of_version, service_version, take_effect, working_copy,
};
use chrono::{Days, TimeDelta};
use kernel::{Caller, InstitutionId, riga_date};
use test_support::TestDb;
use worktime::start_of_day;

/// Who carries the benefit out: as everybody reads it, and as its row says.
async fn provider(db: &TestDb) -> InstitutionId {
    let tx = db.reading(&Caller::anonymous()).await;
    let shown = service(&tx, "1007").await.unwrap().provider;
    assert_eq!(services::by_code(&tx, "1007").await.unwrap().unwrap().provider, shown.uuid());
    shown
}

/// The same with these institutions for the execution stage.
fn carried_out_by(description: &Description, institutions: &[InstitutionId]) -> Description {
    let mut changed = description.clone();
    changed.providers.retain(|one| one.stage != Stage::Execution);
    let contact = &description.providers[0].contact;
    changed.providers.extend(institutions.iter().map(|institution| ProviderStage {
        stage: Stage::Execution,
        institution: *institution,
        contact: contact.clone(),
    }));
    changed
}

// req: CAT-12, CAT-15, CAT-33
#[tokio::test]
async fn whom_the_editor_names_carries_the_service_out_and_the_version_before_keeps_its_own() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let (vsaa, nva) = (institution(&db, "VSAA").await, institution(&db, "NVA").await);
    let first = service(&db.reading(&dace).await, "1007").await.unwrap().version;
    db.test_clock().advance(TimeDelta::days(1));
    let input = typed(&db, &dace, Section::Providers, &[("providers/2/institution", "NVA")]).await;
    save(&db, &dace, input).await;
    assert_eq!(provider(&db).await, vsaa, "what is written is not in force yet");
    let draft = working_copy(&db.reading(&dace).await, "1007").await.unwrap().draft.unwrap();
    let mut tx = db.writing(&dace).await;
    let seen = DraftSeen { code: "1007".into(), revision: draft.revision };
    let second = publish_draft(&mut tx, &seen).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(provider(&db).await, nva);

    let tx = db.reading(&Caller::anonymous()).await;
    for (number, wanted) in [(first, vsaa), (second, nva)] {
        let version = service_version(&tx, "1007", number).await.unwrap();
        let shown = service_of_version(&tx, "1007", version).await.unwrap();
        assert_eq!((shown.version, shown.holder, shown.provider), (number, vsaa, wanted));
    }
    let today = riga_date(tx.now());
    assert_eq!(service_as_of(&tx, "1007", today - Days::new(1)).await.unwrap().provider, vsaa);
    assert_eq!(service_as_of(&tx, "1007", today).await.unwrap().provider, nva);
}

// req: CAT-12, CAT-17
#[tokio::test]
async fn a_planned_provider_takes_over_on_the_day() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let (vsaa, nva) = (institution(&db, "VSAA").await, institution(&db, "NVA").await);
    let mut tx = db.writing(&dace).await;
    let before = service(&tx, "1007").await.unwrap();
    let from = riga_date(tx.now()) + Days::new(10);
    let description = carried_out_by(&before.description, &[nva]);
    let input = PublishService { from: Some(from), ..PublishService::now("1007", before.latest, Some(description)) };
    publish(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(provider(&db).await, vsaa);
    db.test_clock().set(start_of_day(from));
    let mut tx = db.writing(&Caller::engine()).await;
    take_effect(&mut tx, before.id).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(provider(&db).await, nva);
}

// req: CAT-12
#[tokio::test]
async fn the_holder_carries_out_what_nobody_or_several_are_named_for() {
    let db = db().await;
    let service = service(&db.reading(&Caller::anonymous()).await, "1007").await.unwrap();
    let (vsaa, nva, vid) = (service.holder, institution(&db, "NVA").await, institution(&db, "VID").await);
    for (named, wanted) in [
        (vec![], vsaa),
        (vec![nva], nva),
        (vec![nva, nva], nva),
        (vec![nva, vid], vsaa),
        (vec![nva, vsaa], vsaa),
        (vec![vsaa], vsaa),
    ] {
        assert_eq!(carried_out_by(&service.description, &named).provider(vsaa), wanted, "{named:?}");
    }
}
