//! One service.

use super::{contact, db, registration};
use crate::{
    ensure_sample, publish, register_service, service, service_by_id, services_by_codes, services_by_ids,
    whole_services,
};
use kernel::{Caller, ErrorKind, LangText, Locale};
use std::sync::Arc;

// req: CAT-22
#[tokio::test]
async fn missing_and_internal_services_look_alike() {
    let db = db().await;
    let mut input = registration(&db).await;
    input.description.flags.internal = true;
    let mut tx = db.writing(&Caller::engine()).await;
    let code = register_service(&mut tx, input).await.unwrap();
    publish(&mut tx, crate::PublishService::now(code.clone(), 1, None)).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    for code in [code.as_str(), "9999", "", "P.11"] {
        let error = service(&tx, code).await.unwrap_err();
        assert_eq!((error.kind(), error.key()), (ErrorKind::NotFound, "service"), "{code}");
    }
    assert!(services_by_codes(&tx, std::slice::from_ref(&code)).await.unwrap().is_empty());
    assert!(whole_services(&tx, std::slice::from_ref(&code)).await.unwrap().is_empty());
    let staff = db.reading(&contact(&db, "NVA").await).await;
    let internal = service(&staff, &code).await.unwrap();
    assert_eq!(internal.code, code);
    assert_eq!(whole_services(&staff, std::slice::from_ref(&code)).await.unwrap()[0].code, code);
    let ids = [internal.id, service(&tx, "1007").await.unwrap().id];
    for (tx, seen) in [(&tx, vec!["1007"]), (&staff, vec!["1007", code.as_str()])] {
        let mut codes: Vec<String> =
            services_by_ids(tx, &ids).await.unwrap().into_iter().map(|item| item.code).collect();
        codes.sort();
        assert_eq!(codes, seen);
    }
}

#[tokio::test]
async fn a_description_is_read_once_and_shared() {
    let db = db().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let first = service(&tx, "1007").await.unwrap();
    let second = service_by_id(&tx, first.id).await.unwrap();
    assert!(Arc::ptr_eq(&first.description, &second.description));
}

#[tokio::test]
async fn services_that_are_read_together_are_those_that_are_read_alone() {
    let db = db().await;
    let tx = db.reading(&Caller::anonymous()).await;
    // One that was read before, one that was not, and one that is not there.
    service(&tx, "1007").await.unwrap();
    let mut found = whole_services(&tx, &["1009", "9999", "1007"].map(str::to_owned)).await.unwrap();
    found.sort_by(|one, other| one.code.cmp(&other.code));
    assert_eq!(found.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["1007", "1009"]);
    for one in &found {
        assert_eq!(*one, service(&tx, &one.code).await.unwrap());
    }
    assert!(whole_services(&tx, &[]).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_sample_is_made_once_shown_as_imported_and_not_requestable_online() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    let holder = institutions::ensure_sample(&mut tx, LangText::new("", "Town")).await.unwrap();
    let name = LangText::new("", "Permit");
    let code = ensure_sample(&mut tx, holder, name.clone(), LangText::default()).await.unwrap();
    assert_eq!(ensure_sample(&mut tx, holder, name, LangText::default()).await.unwrap(), code);
    let sample = service(&tx, &code).await.unwrap();
    assert!(sample.is_open() && sample.is_imported() && sample.form_key.is_none());
    assert_eq!(sample.name().get(Locale::Lv), "Permit");
    drop(tx);
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    let refused = ensure_sample(&mut tx, holder, LangText::new("", "x"), LangText::default()).await;
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::Forbidden);
}
