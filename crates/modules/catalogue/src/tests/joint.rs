//! Services that several institutions give together.

use super::{contact, db, institution, registration};
use crate::{
    PublishService, QualityContext, ServiceFilter, findings, install_demo_services, list_services, publish,
    register_service, send_proposal, service,
};
use kernel::{Caller, ErrorKind, PageRequest};
use test_support::TestDb;

/// A joint service of this holder, with these institutions at its stages one after the other; gives its code.
async fn joint(db: &TestDb, holder: &str, institutions: &[&str]) -> String {
    let mut input = registration(db).await;
    input.holder = institution(db, holder).await;
    input.description.flags.joint = true;
    for (place, provider) in input.description.providers.iter_mut().enumerate() {
        provider.institution = institution(db, institutions[place % institutions.len()]).await;
    }
    let mut tx = db.writing(&Caller::engine()).await;
    let code = register_service(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    code
}

// req: CAT-24, CAT-12
#[tokio::test]
async fn a_service_without_a_single_holder_is_described_by_the_ministry_with_the_institutions() {
    let db = db().await;
    for (holder, institutions, path) in
        [("VARAM", &["VSAA"][..], "providers"), ("VSAA", &["VSAA", "PMLP"][..], "flags")]
    {
        let code = joint(&db, holder, institutions).await;
        let mut tx = db.writing(&contact(&db, holder).await).await;
        let refused = publish(&mut tx, PublishService::now(code, 1, None)).await.unwrap_err();
        assert_eq!((refused.kind(), refused.field_errors()[0].path.as_str()), (ErrorKind::Invalid, path));
    }
    let code = joint(&db, "VARAM", &["VSAA", "PMLP"]).await;
    let mut tx = db.writing(&contact(&db, "VARAM").await).await;
    publish(&mut tx, PublishService::now(code.clone(), 1, None)).await.unwrap();
    tx.commit().await.unwrap();
    let shown = service(&db.reading(&Caller::anonymous()).await, &code).await.unwrap();
    let varam = institution(&db, "VARAM").await;
    assert!(shown.description.flags.joint);
    assert!(shown.description.providers.iter().all(|provider| provider.institution != varam));
    // The institutions that give it say how it could be better; others have no word in it.
    for (code_of, may) in [("VSAA", true), ("PMLP", true), ("NVA", false)] {
        let mut tx = db.writing(&contact(&db, code_of).await).await;
        let said = send_proposal(&mut tx, &code, "Klienti nesaprot otro soli.").await;
        assert_eq!(said.is_ok(), may, "{code_of}");
    }
}

// req: CAT-24, CAT-22
#[tokio::test]
async fn the_demonstration_has_a_joint_and_an_internal_service() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    assert_eq!(install_demo_services(&mut tx).await.unwrap(), 2);
    assert_eq!(install_demo_services(&mut tx).await.unwrap(), 0);
    tx.commit().await.unwrap();
    let tx = db.reading(&contact(&db, "VSAA").await).await;
    let filter = ServiceFilter { internal: true, ..ServiceFilter::default() };
    let all = list_services(&tx, &filter, &PageRequest::first(100)).await.unwrap().items;
    let (mut joint, mut internal) = (0, 0);
    for item in all {
        let found = service(&tx, &item.code).await.unwrap();
        joint += i32::from(found.description.flags.joint);
        internal += i32::from(found.description.flags.internal);
        if found.description.flags.joint {
            assert_eq!(findings(&found.description, &QualityContext::default()), [], "{}", item.code);
        }
    }
    assert_eq!((joint, internal), (1, 1));
}
