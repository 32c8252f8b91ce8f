//! A request that came to an institution on paper, by phone or in its own system becomes a case like every other.

use super::house::{House, answers, person};
use crate::{
    CaseNumber, Decide, Deliver, Doer, Origin, Outcome, Overdue, Purpose, REGISTERED_WITHIN_DAYS, Received, State,
    SubmitCase, Submitted, decide, deliver, handed_on, open_case, own_case, submit, take_next,
};
use catalogue::{ServiceFilter, ServiceState};
use chrono::{Days, NaiveDate, TimeDelta};
use jobs::{TimerHandler, run_timers};
use kernel::{
    Caller, Channel, Clock as _, Error, ErrorKind, OrganisationId, PageRequest, Party, Result, Role, riga_date,
};
use std::sync::Arc;
use storage::{Stream, access_views, access_views_in_case, events_of_stream};
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;
use worktime::{Calendar, start_of_day};

/// A small real PDF, enough for the check of the content.
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

fn specialist(house: &House) -> Caller {
    Caller::staff(person(0xb5), Role::Specialist, house.vsaa)
}

fn anna() -> Party {
    Party::Person(person(super::house::ANNA))
}

/// A service of the institution that has no form here.
async fn without_form(house: &House) -> String {
    let tx = house.db.reading(&Caller::engine()).await;
    let filter =
        ServiceFilter { states: vec![ServiceState::Open], holder: Some(house.vsaa), ..ServiceFilter::default() };
    let page = catalogue::list_services(&tx, &filter, &PageRequest::first(100)).await.unwrap();
    page.items.into_iter().find(|item| item.form_key.is_none()).unwrap().code
}

/// A letter of Anna's about this service.
fn letter(service: &str) -> Received {
    Received {
        service: service.to_owned(),
        on: None,
        client: Some(anna()),
        note: String::new(),
        answers: None,
        scan: None,
    }
}

async fn register(house: &House, caller: &Caller, received: Received, key: Option<&str>) -> Result<Submitted> {
    let input = SubmitCase {
        origin: Origin::Received(received),
        channel: Channel::Post,
        idempotency_key: key.map(str::to_owned),
    };
    house.write(caller, async |tx| submit(tx, input).await).await
}

/// What is wrong, field by field.
fn fields(error: &Error) -> Vec<(&str, &str)> {
    assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
    error.field_errors().iter().map(|field| (field.path.as_str(), field.key.as_str())).collect()
}

async fn a_letter_goes_its_way_on(db: TestDb) {
    let house = House::build_on(db).await;
    let service = without_form(&house).await;
    let on = NaiveDate::from_ymd_opt(2026, 11, 12).unwrap();
    let scan = Some(documents::inspect("iesniegums.pdf", PDF.into(), 1 << 20).unwrap());
    let note = " Lūdz atbildi pa pastu. ".to_owned();
    let received = Received { on: Some(on), note, scan, ..letter(&service) };
    let number = register(&house, &specialist(&house), received, None).await.unwrap().number;
    assert_eq!(number.as_str(), format!("{service} 1"));

    let tx = house.db.reading(&house.anna()).await;
    let own = own_case(&tx, &number).await.unwrap();
    assert_eq!((own.case.state, own.case.channel, &own.case.form), (State::Submitted, Channel::Post, &None));
    assert_eq!((own.case.client, own.case.applicant), (Some(anna()), Some(person(super::house::ANNA))));
    assert_eq!(own.intake.as_ref().map(|intake| intake.note.as_str()), Some("Lūdz atbildi pa pastu."));
    assert!(own.answers.is_empty());
    assert_eq!(own.documents.iter().map(|file| file.field.as_str()).collect::<Vec<_>>(), ["request"]);
    assert_eq!(own.case.submitted_at, start_of_day(on));
    let term = catalogue::service(&tx, &service).await.unwrap().deadline(Channel::Post);
    assert_eq!(
        own.case.due_at,
        Calendar::state().due_at(start_of_day(on), term),
        "the term of the channel, from that day"
    );
    assert_eq!((own.stages[0].doer.clone(), own.stages[0].is_of_a_day()), (Doer::Institution(house.vsaa), true));
    let events = events_of_stream(&tx, &Stream::case(own.case.id), 0, 10).await.unwrap();
    assert_eq!((events.len(), events[0].kind.as_str(), events[0].channel), (1, "case.submitted", Channel::Post));
    assert_eq!((events[0].actor.person, events[0].actor.role), (Some(person(0xb5)), Role::Specialist));
    assert_eq!((events[0].at, events[0].text("answers")), (start_of_day(on), None));
    assert!(!events[0].data.to_string().contains("pastu"), "no words in events");
    drop(tx);

    let taken = house.write(&house.officer(), async |tx| take_next(tx).await).await.unwrap();
    assert_eq!(taken, Some(number.clone()), "it is in the queue");
    let revision = house.revision(&number).await;
    let text = "Piešķirts.".to_owned();
    let input = Decide { number: number.clone(), revision, outcome: Outcome::Granted, text, file: None };
    house.write(&house.officer(), async |tx| decide(tx, input).await).await.unwrap();
    let revision = house.revision(&number).await;
    let input = Deliver { number: number.clone(), revision, channel: Channel::Post };
    house.write(&house.officer(), async |tx| deliver(tx, input).await).await.unwrap();
    let own = own_case(&house.db.reading(&house.anna()).await, &number).await.unwrap();
    assert_eq!((own.case.state, own.decision.is_some()), (State::Delivered, true));
    let tx = house.db.reading(&Caller::engine()).await;
    let seen = access_views(&tx, person(super::house::ANNA), &PageRequest::first(10)).await.unwrap();
    assert_eq!(seen.items.len(), 2, "each opening of the case is on Anna's record");
}

// req: CSS-03, EFR-24, REG-01, REG-05, CAT-25, CEN-01
#[tokio::test]
async fn a_letter_for_a_service_without_a_form_becomes_a_case_and_goes_its_way() {
    a_letter_goes_its_way_on(TestDb::sqlite().await).await;
}

// req: CSS-03, EFR-24, REG-01
#[tokio::test]
async fn a_letter_goes_its_way_on_postgresql() {
    let cluster = TestPostgres::start();
    a_letter_goes_its_way_on(TestDb::postgres(&cluster).await).await;
}

// req: REG-04, PRF-03
#[tokio::test]
async fn somebody_unknown_and_a_company_are_clients_too() {
    let house = House::build().await;
    let open = async |number: &CaseNumber| {
        house.write(&house.officer(), async |tx| open_case(tx, number, Purpose::Handle).await).await.unwrap()
    };
    let views = async |file: &crate::CaseFile| {
        let tx = house.db.reading(&Caller::engine()).await;
        access_views_in_case(&tx, None, file.case.id, &PageRequest::first(10)).await.unwrap().items.len()
    };
    let nobody = Received { client: None, ..letter(&house.benefit) };
    let called = Received { note: "Zvanīja no 20000000.".to_owned(), ..nobody.clone() };
    let firm = Party::Organisation(OrganisationId::new(Uuid::from_u128(0xf1)));
    let company = Received { client: Some(firm), ..letter(&house.benefit) };
    for (received, client, on_record) in [(nobody, None, 0), (called, None, 1), (company, Some(firm), 1)] {
        let number = register(&house, &house.officer(), received, None).await.unwrap().number;
        let file = open(&number).await;
        assert_eq!((file.case.client, file.case.applicant), (client, None));
        assert_eq!(views(&file).await, on_record, "{:?}", file.intake);
    }
    let scan = Some(documents::inspect("iesniegums.pdf", PDF.into(), 1 << 20).unwrap());
    let nobodys = Received { client: None, scan, ..letter(&house.benefit) };
    let refused = register(&house, &house.officer(), nobodys, None).await.unwrap_err();
    assert_eq!(fields(&refused), [("file", "case-has-no-client")]);
}

// req: DEL-03, REG-12
#[tokio::test]
async fn the_day_is_neither_to_come_nor_long_ago_and_what_is_late_already_counts_as_late() {
    let house = House::build().await;
    let today = riga_date(house.db.test_clock().now());
    let oldest = today - Days::new(REGISTERED_WITHIN_DAYS);
    let sent = async |on: NaiveDate| {
        register(&house, &house.officer(), Received { on: Some(on), ..letter(&house.benefit) }, Some("k")).await
    };
    for (on, key) in [
        (today + Days::new(1), "received-in-future"),
        (oldest - Days::new(1), "received-too-long-ago"),
        (NaiveDate::MIN, "received-too-long-ago"),
        (NaiveDate::MAX, "received-in-future"),
    ] {
        assert_eq!(fields(&sent(on).await.unwrap_err()), [("received", key)]);
    }
    let number = sent(oldest).await.unwrap().number;
    let handlers: [Arc<dyn TimerHandler>; 1] = [Arc::new(Overdue)];
    assert_eq!(run_timers(&house.db, &handlers).await.unwrap(), 1);
    let case = own_case(&house.db.reading(&house.anna()).await, &number).await.unwrap().case;
    assert!(case.overdue && case.due_at < house.db.test_clock().now());
    let now = Received { on: Some(today), ..letter(&house.benefit) };
    let number = register(&house, &house.officer(), now, None).await.unwrap().number;
    let own = own_case(&house.db.reading(&house.anna()).await, &number).await.unwrap();
    assert_eq!((own.case.submitted_at, own.stages[0].is_of_a_day()), (house.db.test_clock().now(), false));
}

// req: AUD-03
#[tokio::test]
async fn only_staff_at_the_desk_and_systems_register_and_only_for_services_of_their_institution() {
    let house = House::build().await;
    let role = |role| Caller::staff(person(0xb6), role, house.vsaa);
    let elsewhere = house.foreign_officer().institution.unwrap();
    for (caller, kind, key) in [
        (Caller::anonymous(), ErrorKind::Unauthenticated, "sign-in-needed"),
        (house.anna(), ErrorKind::Forbidden, "role-not-allowed"),
        (role(Role::ContactPerson), ErrorKind::Forbidden, "role-not-allowed"),
        (role(Role::InstitutionAdministrator), ErrorKind::Forbidden, "role-not-allowed"),
        (role(Role::Auditor), ErrorKind::Forbidden, "role-not-allowed"),
        (house.foreign_officer(), ErrorKind::Forbidden, "service-of-another-holder"),
        (Caller::staff(person(0xb6), Role::Specialist, elsewhere), ErrorKind::Forbidden, "service-of-another-holder"),
        (
            Caller::api_client(house.system().api_client.unwrap(), elsewhere),
            ErrorKind::Forbidden,
            "service-of-another-holder",
        ),
    ] {
        let refused = register(&house, &caller, letter(&house.benefit), Some("k")).await.unwrap_err();
        assert_eq!((refused.kind(), refused.key()), (kind, key), "{caller:?}");
    }
    let missing = register(&house, &house.officer(), letter("424242"), None).await.unwrap_err();
    assert_eq!(missing.kind(), ErrorKind::NotFound);
    for caller in [house.officer(), specialist(&house), house.system()] {
        register(&house, &caller, letter(&house.benefit), None).await.unwrap();
    }
}

/// Registers Anna's request for a service as what came by this channel.
async fn by(house: &House, caller: &Caller, service: &str, channel: Channel) -> Result<CaseNumber> {
    let input = SubmitCase { origin: Origin::Received(letter(service)), channel, idempotency_key: None };
    Ok(house.write(caller, async |tx| submit(tx, input).await).await?.number)
}

async fn centre(house: &House, code: &str) -> Caller {
    let tx = house.db.reading(&Caller::engine()).await;
    Caller::staff(person(0xb7), Role::Specialist, institutions::by_code(&tx, code).await.unwrap().unwrap().id)
}

// req: CSS-03, CSS-09, CAT-13, AUD-03
#[tokio::test]
async fn a_unified_centre_registers_what_came_to_it_and_the_holder_has_the_case() {
    let house = House::build().await;
    let cesis = centre(&house, "VPVKAC-CESIS").await;
    let number = by(&house, &cesis, &house.benefit, Channel::Centre).await.unwrap();
    let own = own_case(&house.db.reading(&house.anna()).await, &number).await.unwrap();
    assert_eq!((own.case.holder, own.case.handler, own.case.channel), (house.vsaa, house.vsaa, Channel::Centre));
    assert_eq!(own.stages[0].doer, Doer::Institution(cesis.institution.unwrap()), "the client reads who took it");
    let tx = house.db.reading(&cesis).await;
    assert_eq!(handed_on(&tx, &number).await.unwrap(), Some(house.vsaa));
    drop(tx);
    let opened = house.write(&cesis, async |tx| open_case(tx, &number, Purpose::Consult).await).await;
    assert_eq!(opened.unwrap_err().kind(), ErrorKind::NotFound, "it is not the case of the centre");
    let taken = house.write(&house.officer(), async |tx| take_next(tx).await).await.unwrap();
    assert_eq!(taken, Some(number.clone()));

    for (other, why) in [
        (centre(&house, "VPVKAC-OGRE").await, "another centre"),
        (Caller::staff(person(0xb8), Role::Specialist, cesis.institution.unwrap()), "a colleague"),
        (house.officer(), "who can open it"),
    ] {
        assert_eq!(handed_on(&house.db.reading(&other).await, &number).await.unwrap(), None, "{why}");
    }
    let mine = house.submitted().await;
    assert_eq!(handed_on(&house.db.reading(&cesis).await, &mine).await.unwrap(), None, "registered by nobody here");
    let refused = handed_on(&house.db.reading(&house.anna()).await, &number).await.unwrap_err();
    assert_eq!(refused.key(), "role-not-allowed");
}

// req: CSS-03, CAT-13, AUD-03
#[tokio::test]
async fn a_centre_registers_nothing_that_came_by_another_channel_and_no_role_but_those_of_the_desk() {
    let house = House::build().await;
    let cesis = centre(&house, "VPVKAC-CESIS").await;
    for channel in Channel::ALL.into_iter().filter(|channel| *channel != Channel::Centre) {
        let refused = by(&house, &cesis, &house.benefit, channel).await.unwrap_err();
        assert_eq!(fields(&refused), [("channel", "received-not-in-centre")], "{channel}");
    }
    let contact = Caller { role: Role::ContactPerson, ..cesis };
    let refused = by(&house, &contact, &house.benefit, Channel::Centre).await.unwrap_err();
    assert_eq!(refused.key(), "role-not-allowed");
    // A ministry and an agency are no centres, whatever the channel is said to be.
    for code in ["VARAM", "NVA"] {
        let refused = by(&house, &centre(&house, code).await, &house.benefit, Channel::Centre).await.unwrap_err();
        assert_eq!((refused.kind(), refused.key()), (ErrorKind::Forbidden, "service-of-another-holder"), "{code}");
    }
}

// req: INF-01, REG-01
#[tokio::test]
async fn a_system_sends_the_client_with_or_without_answers_and_a_repetition_is_one_case() {
    let house = House::build().await;
    let bare = letter(&without_form(&house).await);
    let first = register(&house, &house.system(), bare.clone(), Some("k")).await.unwrap();
    house.db.test_clock().advance(TimeDelta::minutes(1));
    let again = register(&house, &house.system(), bare.clone(), Some("k")).await.unwrap();
    assert_eq!((first.number, false, true), (again.number, first.repeated, again.repeated));
    for other in [Received { client: None, ..bare.clone() }, Received { note: "Cita".to_owned(), ..bare.clone() }] {
        let refused = register(&house, &house.system(), other, Some("k")).await.unwrap_err();
        assert_eq!(refused.key(), "key-reused");
    }
    let answered = Received { answers: Some(answers()), ..letter(&house.benefit) };
    let number = register(&house, &house.system(), answered, None).await.unwrap().number;
    let own = own_case(&house.db.reading(&house.anna()).await, &number).await.unwrap();
    assert!(own.case.form.is_some() && !own.answers.is_empty() && own.intake.is_some());
    let wrong = Received { answers: Some(forms::Answers::new()), ..letter(&house.benefit) };
    let refused = register(&house, &house.system(), wrong, None).await.unwrap_err();
    assert!(refused.field_errors().iter().all(|field| field.path.starts_with("answers/")));
}

#[tokio::test]
async fn a_note_is_short_and_holds_no_personal_code() {
    let house = House::build().await;
    for (note, key) in
        [("x".repeat(2001), "words-too-long"), ("Kods 320000-00002.".to_owned(), "received-personal-code")]
    {
        let refused = register(&house, &house.officer(), Received { note, ..letter(&house.benefit) }, None).await;
        assert_eq!(fields(&refused.unwrap_err()), [("note", key)]);
    }
}
