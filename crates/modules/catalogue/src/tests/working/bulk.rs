//! One change in many descriptions, and the approval of the list.

use super::saving::{save, typed};
use crate::tests::{contact, db, institution};
use crate::{
    BulkChange, BulkKind, BulkOutcome, BulkTarget, BulkValues, CloseService, Description, LIST_APPROVED, Opening,
    OwnServices, PublishService, Section, Weekday, approve_list, bulk_change, bulk_values, close_service,
    list_standing, occurrences, own_services, publish, register_by_name, service, versions, working_copy,
};
use kernel::{Caller, Channel, ErrorKind, LangText, PageRequest, PersonId, Role};
use storage::{Stream, events_of_stream};
use test_support::TestDb;
use uuid::Uuid;

fn target(kind: BulkKind, old: &str) -> BulkTarget {
    BulkTarget { kind, old: old.to_owned(), channel: None }
}

fn change(code: &str, target: BulkTarget, new: &str) -> BulkChange {
    BulkChange {
        code: code.into(),
        target,
        new: LangText::new(new, ""),
        clear_opening: false,
        from: None,
        note: "Jauns tālrunis".into(),
    }
}

async fn apply(db: &TestDb, who: &Caller, input: BulkChange) -> BulkOutcome {
    let mut tx = db.writing(who).await;
    let outcome = bulk_change(&mut tx, &input).await.unwrap().outcome;
    tx.commit().await.unwrap();
    outcome
}

// req: CAT-05, CAT-15
#[tokio::test]
async fn a_telephone_is_replaced_wherever_it_occurs_once_and_in_working_copies_too() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let vsaa = dace.institution.unwrap();
    let tx = db.reading(&dace).await;
    let BulkValues { values, partial } = bulk_values(&tx, vsaa, BulkKind::Phone).await.unwrap();
    assert!(!partial);
    let old = values[0].0.clone();
    let page = PageRequest::first(100);
    let before = occurrences(&tx, vsaa, &target(BulkKind::Phone, &old), &page).await.unwrap();
    assert_eq!((before.items.len(), before.next), (values[0].1, None));
    let benefit = before.items.iter().find(|one| one.code == "1007").unwrap();
    assert!(benefit.paths.len() >= 3 && !benefit.copy);
    drop(tx);
    save(
        &db,
        &dace,
        typed(&db, &dace, Section::Providers, &[("providers/1/contact/email", "jauns@vsaa.gov.lv")]).await,
    )
    .await;

    let input = change("1007", target(BulkKind::Phone, &old), "+371 60000001");
    let BulkOutcome::Published(version) = apply(&db, &dace, input.clone()).await else { panic!("not published") };
    assert_eq!(apply(&db, &dace, input).await, BulkOutcome::Nothing);
    let tx = db.reading(&dace).await;
    let now = service(&tx, "1007").await.unwrap();
    assert_eq!((now.version, now.description.providers[0].contact.phone.as_deref()), (version, Some("+371 60000001")));
    assert_eq!(versions(&tx, "1007").await.unwrap()[0].note, "Jauns tālrunis");
    let copy = working_copy(&tx, "1007").await.unwrap();
    let contact = &copy.description.providers[1].contact;
    assert_eq!((contact.email.as_deref(), copy.overtaken), (Some("jauns@vsaa.gov.lv"), vec![]));
    assert_eq!(copy.description.providers[0].contact.phone.as_deref(), Some("+371 60000001"));
    let left = occurrences(&tx, vsaa, &target(BulkKind::Phone, &old), &page).await.unwrap();
    assert_eq!(left.items.len(), before.items.len() - 1);
}

// req: CAT-15, CAT-17
#[tokio::test]
async fn a_change_for_a_day_that_is_over_is_refused_with_all_else_that_is_wrong() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let before = versions(&db.reading(&dace).await, "1007").await.unwrap().len();
    let today = kernel::riga_date(db.clock().now());
    let wrong = BulkChange { from: today.pred_opt(), ..change("1007", target(BulkKind::Phone, "x"), "zvaniet") };
    let mut tx = db.writing(&dace).await;
    let error = bulk_change(&mut tx, &wrong).await.unwrap_err();
    let told: Vec<_> = error.field_errors().iter().map(|fault| (fault.path.as_str(), fault.key.as_str())).collect();
    assert_eq!(told, [("new", "edit-phone"), ("from", "edit-plan-past")]);
    drop(tx);
    let now = BulkChange { from: Some(today), ..change("1007", target(BulkKind::Phone, "x"), "+371 60000001") };
    assert!(now.faults(db.clock().now()).is_empty(), "today is a day to publish for");
    assert_eq!(versions(&db.reading(&dace).await, "1007").await.unwrap().len(), before);
}

#[tokio::test]
async fn a_page_of_places_holds_what_was_asked_for_and_the_next_ones_hold_the_rest() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let vsaa = dace.institution.unwrap();
    let tx = db.reading(&dace).await;
    let notice = target(BulkKind::Notice, "");
    let all = occurrences(&tx, vsaa, &notice, &PageRequest::first(100)).await.unwrap();
    assert!(all.next.is_none() && all.items.len() > 4);
    let mut found = Vec::new();
    let mut request = PageRequest::first(2);
    loop {
        let page = occurrences(&tx, vsaa, &notice, &request).await.unwrap();
        assert!((1..=2).contains(&page.items.len()), "no page is too long, and none that was led to is empty");
        found.extend(page.items);
        let Some(next) = page.next else { break };
        request = PageRequest::new(2, Some(next));
    }
    assert_eq!(found, all.items);
}

#[tokio::test]
async fn services_that_one_question_did_not_look_through_are_told_and_looked_through_by_the_next() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let vsaa = dace.institution.unwrap();
    let mut tx = db.writing(&dace).await;
    for number in 0..500 {
        let name = LangText::new(format!("Pakalpojums {number}"), "");
        register_by_name(&mut tx, vsaa, name).await.unwrap();
    }
    tx.commit().await.unwrap();
    let tx = db.reading(&dace).await;
    let BulkValues { values, partial } = bulk_values(&tx, vsaa, BulkKind::Phone).await.unwrap();
    assert!(partial);
    let phone = target(BulkKind::Phone, &values[0].0);
    let first = occurrences(&tx, vsaa, &phone, &PageRequest::first(100)).await.unwrap();
    assert_eq!(first.items.len(), values[0].1);
    let next = first.next.expect("the services after the first 500");
    let last = occurrences(&tx, vsaa, &phone, &PageRequest::new(100, Some(next))).await.unwrap();
    assert_eq!((last.items.len(), last.next), (0, None));
}

// req: CAT-07
#[tokio::test]
async fn hours_of_one_channel_and_notices_are_set_with_both_languages() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let before = service(&db.reading(&dace).await, "1007").await.unwrap();
    let old = before.offer(Channel::Phone).unwrap().hours.lv.clone();
    let hours = BulkTarget { channel: Some(Channel::Phone), ..target(BulkKind::Hours, &old) };
    let both = LangText::new("Darba dienās 8–17", "Working days 8–17");
    let mut tx = db.writing(&dace).await;
    let one = bulk_change(&mut tx, &change("1007", hours.clone(), "Tikai latviski")).await.unwrap_err();
    assert_eq!(one.field_errors()[0].path, "new");
    drop(tx);
    let input = BulkChange { new: both.clone(), ..change("1007", hours, "") };
    assert!(matches!(apply(&db, &dace, input).await, BulkOutcome::Published(_)));
    let now = service(&db.reading(&dace).await, "1007").await.unwrap();
    assert_eq!(now.offer(Channel::Phone).unwrap().hours, both);
    assert_eq!(now.offer(Channel::Institution).unwrap().hours, before.offer(Channel::Institution).unwrap().hours);
    let notice = BulkChange { new: both.clone(), ..change("1007", target(BulkKind::Notice, ""), "") };
    assert!(matches!(apply(&db, &dace, notice).await, BulkOutcome::Published(_)));
    assert_eq!(service(&db.reading(&dace).await, "1007").await.unwrap().description.notice, Some(both));
    let gone = change("1007", target(BulkKind::Notice, ""), "");
    assert!(matches!(apply(&db, &dace, gone).await, BulkOutcome::Published(_)));
    assert_eq!(service(&db.reading(&dace).await, "1007").await.unwrap().description.notice, None);
}

/// The channels of a description that tell programs no hours.
fn untold(description: &Description) -> Vec<Channel> {
    let untold = description.channels.iter().filter(|offer| offer.opening.is_empty());
    untold.map(|offer| offer.channel).collect()
}

// req: CAT-07
#[tokio::test]
async fn hours_for_programs_are_named_where_they_stay_and_go_with_the_words_when_asked() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let mut tx = db.writing(&dace).await;
    let before = service(&tx, "1007").await.unwrap();
    let old = before.offer(Channel::Phone).unwrap().hours.lv.clone();
    let mut description = (*before.description).clone();
    let told = Opening { days: vec![Weekday::Monday], opens: "08:30".into(), closes: "17:00".into() };
    description.channels.iter_mut().for_each(|offer| offer.opening = vec![told.clone()]);
    publish(&mut tx, PublishService::now("1007", before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    let page = PageRequest::first(100);
    let tx = db.reading(&dace).await;
    let found = occurrences(&tx, dace.institution.unwrap(), &target(BulkKind::Hours, &old), &page).await.unwrap();
    drop(tx);
    for one in &found.items {
        let wanted: &[Channel] = if one.code == "1007" { &[Channel::Institution, Channel::Phone] } else { &[] };
        assert_eq!(one.opening, wanted, "{}", one.code);
    }

    let hours = |old: &str, lv: &str| BulkChange {
        new: LangText::new(lv, "On working days"),
        ..change("1007", target(BulkKind::Hours, old), "")
    };
    let mut tx = db.writing(&dace).await;
    let done = bulk_change(&mut tx, &hours(&old, "Darba dienās 8–17")).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(done.opening, [Channel::Phone, Channel::Institution]);
    assert!(untold(&service(&db.reading(&dace).await, "1007").await.unwrap().description).is_empty());

    let paid = [("payment/lv", "Bankā."), ("payment/en", "In a bank.")];
    save(&db, &dace, typed(&db, &dace, Section::Channels, &paid).await).await;
    let mut tx = db.writing(&dace).await;
    let clearing = BulkChange { clear_opening: true, ..hours("Darba dienās 8–17", "Darba dienās 9–18") };
    let done = bulk_change(&mut tx, &clearing).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(done.opening, [Channel::Phone, Channel::Institution]);
    let tx = db.reading(&dace).await;
    let both = [Channel::Institution, Channel::Phone];
    assert_eq!(untold(&service(&tx, "1007").await.unwrap().description), both);
    let copy = working_copy(&tx, "1007").await.unwrap();
    assert_eq!(untold(&copy.description), both, "the working copy does not bring them back");
    assert_eq!(copy.description.payment.as_ref().unwrap().lv, "Bankā.");
}

// req: CAT-15
#[tokio::test]
async fn what_is_closed_stays_closed_what_is_hidden_stays_hidden_and_wrong_values_are_refused() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let old = service(&db.reading(&dace).await, "1007").await.unwrap().description.providers[0]
        .contact
        .email
        .clone()
        .unwrap();
    let email = |code: &str, new: &str| change(code, target(BulkKind::Email, &old), new);
    let mut tx = db.writing(&dace).await;
    for wrong in ["", "nav adrese"] {
        let error = bulk_change(&mut tx, &email("1007", wrong)).await.unwrap_err();
        assert_eq!(error.field_errors()[0].path, "new");
    }
    assert_eq!(bulk_change(&mut tx, &email("9", "a@b.lv")).await.unwrap_err().kind(), ErrorKind::NotFound);
    let latest = service(&tx, "1007").await.unwrap().latest;
    close_service(&mut tx, CloseService { code: "1007".into(), version: latest }).await.unwrap();
    assert_eq!(bulk_change(&mut tx, &email("1007", "a@b.lv")).await.unwrap(), BulkOutcome::Closed.into());
    let code = register_by_name(&mut tx, dace.institution.unwrap(), LangText::new("Jauns", "New")).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(apply(&db, &dace, email(&code, "a@b.lv")).await, BulkOutcome::Nothing);
    let phone = BulkTarget { channel: None, ..target(BulkKind::Notice, "") };
    let notice = BulkChange { new: LangText::new("Ziņa", "News"), ..change(&code, phone, "") };
    assert_eq!(apply(&db, &dace, notice).await, BulkOutcome::Copied);
    let copy = working_copy(&db.reading(&dace).await, &code).await.unwrap();
    assert_eq!(
        (copy.description.notice.clone().unwrap().lv.as_str(), copy.service.state),
        ("Ziņa", crate::ServiceState::Draft)
    );
    let stranger = contact(&db, "NVA").await;
    let mut tx = db.writing(&stranger).await;
    assert_eq!(bulk_change(&mut tx, &email("1007", "a@b.lv")).await.unwrap_err().kind(), ErrorKind::Forbidden);
    assert_eq!(
        bulk_values(&tx, dace.institution.unwrap(), BulkKind::Phone).await.unwrap_err().kind(),
        ErrorKind::Forbidden
    );
}

// req: CAT-01
#[tokio::test]
async fn the_administrator_approves_the_list_as_seen_and_later_changes_show() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let vsaa = dace.institution.unwrap();
    let administrator = Caller::staff(PersonId::new(Uuid::from_u128(5)), Role::InstitutionAdministrator, vsaa);
    let standing = list_standing(&db.reading(&dace).await, vsaa).await.unwrap();
    let all =
        own_services(&db.reading(&dace).await, vsaa, &OwnServices::default(), &PageRequest::first(100)).await.unwrap();
    assert_eq!(
        (standing.approval.clone(), standing.count, standing.added.len()),
        (None, all.items.len() - 1, standing.count)
    );
    let mut tx = db.writing(&dace).await;
    assert_eq!(approve_list(&mut tx, vsaa, &standing.digest).await.unwrap_err().kind(), ErrorKind::Forbidden);
    drop(tx);
    let mut tx = db.writing(&administrator).await;
    assert_eq!(approve_list(&mut tx, vsaa, "other").await.unwrap_err().key(), "list-changed");
    assert_eq!(
        approve_list(&mut tx, institution(&db, "NVA").await, "x").await.unwrap_err().kind(),
        ErrorKind::Forbidden
    );
    approve_list(&mut tx, vsaa, &standing.digest).await.unwrap();
    tx.commit().await.unwrap();
    let same = list_standing(&db.reading(&dace).await, vsaa).await.unwrap();
    assert_eq!((same.added.len(), same.removed.len(), same.changed.len()), (0, 0, 0));
    assert_eq!(same.approval.unwrap().by, administrator.person);

    let mut tx = db.writing(&dace).await;
    let latest = service(&tx, "1007").await.unwrap().latest;
    close_service(&mut tx, CloseService { code: "1007".into(), version: latest }).await.unwrap();
    let code = register_by_name(&mut tx, vsaa, LangText::new("Jauns", "")).await.unwrap();
    tx.commit().await.unwrap();
    let other =
        all.items.iter().find(|one| one.item.code != "1007" && one.item.state == crate::ServiceState::Open).unwrap();
    let notice = BulkChange {
        new: LangText::new("Ziņa", "News"),
        ..change(&other.item.code, target(BulkKind::Notice, ""), "")
    };
    apply(&db, &dace, notice).await;
    let tx = db.reading(&dace).await;
    let after = list_standing(&tx, vsaa).await.unwrap();
    let codes = |list: &[crate::ListedService]| list.iter().map(|one| one.code.clone()).collect::<Vec<_>>();
    assert_eq!((codes(&after.added), codes(&after.removed)), (vec![code], vec!["1007".to_owned()]));
    assert_eq!(codes(&after.changed).join(" "), other.item.code);
    let events = events_of_stream(&tx, &Stream::institution(vsaa), 0, 50).await.unwrap();
    assert_eq!(events.iter().filter(|event| event.kind == LIST_APPROVED).count(), 1);
}
