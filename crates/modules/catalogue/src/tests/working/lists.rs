//! Lists of an institution's services and of working copies.

use super::saving::{save, typed};
use crate::tests::{contact, db, institution, registration};
use crate::{
    BulkKind, DraftState, OwnServices, PublishService, SaveDescription, Section, ServiceState, bulk_values,
    own_service, own_services, own_services_whole, publish, register_service, save_description, service,
    working_copies,
};
use chrono::Days;
use kernel::{Caller, ErrorKind, LangText, PageRequest, PersonId, Role, riga_date};
use uuid::Uuid;

#[tokio::test]
async fn own_services_are_paged_filtered_and_found_by_hurried_words() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let vsaa = dace.institution.unwrap();
    let tx = db.reading(&dace).await;
    let all = OwnServices::default();
    let first = own_services(&tx, vsaa, &all, &PageRequest::first(5)).await.unwrap();
    let rest = own_services(&tx, vsaa, &all, &PageRequest::new(50, first.next.clone())).await.unwrap();
    assert_eq!((first.items.len(), rest.next), (5, None));
    assert!(rest.items.iter().all(|one| one.item.holder == vsaa && one.item.number > first.items[4].item.number));
    let words = |words: &str| OwnServices { words: words.to_owned(), state: None };
    let found = own_services(&tx, vsaa, &words("berna PIEDZ"), &PageRequest::first(5)).await.unwrap();
    assert_eq!((found.items.len(), found.items[0].item.code.as_str()), (1, "1007"));
    assert_eq!(own_services(&tx, vsaa, &words("1007"), &PageRequest::first(5)).await.unwrap().items.len(), 1);
    assert_eq!(own_services(&tx, vsaa, &words("nekas"), &PageRequest::first(5)).await.unwrap().items.len(), 0);
    let every = own_services(&tx, vsaa, &words("a"), &PageRequest::first(2)).await.unwrap();
    let next = own_services(&tx, vsaa, &words("a"), &PageRequest::new(2, every.next.clone())).await.unwrap();
    assert!(every.items.len() == 2 && next.items[0].item.number > every.items[1].item.number);
    let closed = OwnServices { state: Some(ServiceState::Closed), ..OwnServices::default() };
    assert_eq!(own_services(&tx, vsaa, &closed, &PageRequest::first(5)).await.unwrap().items.len(), 1);
    let foreign = own_services(&tx, institution(&db, "NVA").await, &all, &PageRequest::first(5)).await.unwrap_err();
    assert_eq!(foreign.kind(), ErrorKind::Forbidden);
}

#[tokio::test]
async fn what_is_read_of_many_services_at_once_is_what_is_read_of_each_alone() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let vsaa = dace.institution.unwrap();
    let phone = "+371 60000077";
    let input = registration(&db).await;
    let mut newer = input.description.clone();
    newer.providers[0].contact.phone = Some(phone.to_owned());
    let mut tx = db.writing(&dace).await;
    // A draft with a newer text, and a service in force with another text that waits for its day.
    let draft = register_service(&mut tx, input).await.unwrap();
    let input =
        SaveDescription { code: draft.clone(), version: 1, description: newer, publish: false, note: String::new() };
    save_description(&mut tx, input).await.unwrap();
    let present = service(&tx, "1007").await.unwrap();
    let mut planned = (*present.description).clone();
    planned.summary = LangText::new("No janvāra", "From January");
    let from = riga_date(tx.now()).checked_add_days(Days::new(3));
    let input = PublishService { from, ..PublishService::now("1007", present.latest, Some(planned)) };
    let version = publish(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();

    let tx = db.reading(&dace).await;
    let mut request = PageRequest::first(3);
    let mut seen = Vec::new();
    loop {
        let page = own_services_whole(&tx, vsaa, &request).await.unwrap();
        for own in page.items {
            assert_eq!(own, own_service(&tx, &own.service.code).await.unwrap());
            seen.push((own.service.code.clone(), own.newest.line.version));
        }
        let Some(next) = page.next else { break };
        request = PageRequest::new(3, Some(next));
    }
    assert!(seen.contains(&(draft, 2)) && seen.contains(&("1007".to_owned(), version)), "{seen:?}");
    let all = own_services(&tx, vsaa, &OwnServices::default(), &PageRequest::first(100)).await.unwrap();
    assert_eq!(seen.len(), all.items.len());
    let values = bulk_values(&tx, vsaa, BulkKind::Phone).await.unwrap().values;
    assert!(values.contains(&(phone.to_owned(), 1)), "{values:?}");
    let foreign = own_services_whole(&tx, institution(&db, "NVA").await, &PageRequest::first(3)).await;
    assert_eq!(foreign.unwrap_err().kind(), ErrorKind::Forbidden);
}

// req: CAT-21
#[tokio::test]
async fn the_platform_sees_every_working_copy_and_an_institution_its_own() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    save(&db, &dace, typed(&db, &dace, Section::Basics, &[("summary/lv", "x")]).await).await;
    let states = [DraftState::Editing, DraftState::Returned];
    let page = PageRequest::first(10);
    let own = working_copies(&db.reading(&dace).await, &states, &page).await.unwrap();
    assert_eq!((own.items.len(), own.items[0].item.code.as_str()), (1, "1007"));
    assert!(own.items[0].draft.is_some());
    let nva = contact(&db, "NVA").await;
    assert_eq!(working_copies(&db.reading(&nva).await, &states, &page).await.unwrap().items.len(), 0);
    let platform =
        Caller::staff(PersonId::new(Uuid::from_u128(6)), Role::PlatformAdministrator, institution(&db, "VARAM").await);
    let tx = db.reading(&platform).await;
    assert_eq!(working_copies(&tx, &states, &page).await.unwrap().items.len(), 1);
    assert_eq!(working_copies(&tx, &[DraftState::InReview], &page).await.unwrap().items.len(), 0);
    let anonymous = db.reading(&Caller::anonymous()).await;
    assert_eq!(working_copies(&anonymous, &states, &page).await.unwrap_err().kind(), ErrorKind::Unauthenticated);
}
