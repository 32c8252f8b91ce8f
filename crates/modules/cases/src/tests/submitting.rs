//! Receiving a request.

use super::house::{House, person};
use crate::{CaseNumber, Origin, Received, State, SubmitCase, own_case, own_cases, submit};
use forms::Answers;
use kernel::{Assurance, Caller, Channel, ErrorKind, FieldError, OrganisationId, PageRequest, Party, Role};
use storage::{Stream, events_of_stream};
use uuid::Uuid;

// req: REG-01, REG-02, CAT-03, EFR-24
#[tokio::test]
async fn a_request_becomes_a_case_with_number_deadline_and_first_event() {
    let house = House::build().await;
    let number = house.submitted().await;
    assert_eq!(number.as_str(), format!("{} 1", house.benefit));
    let tx = house.db.reading(&house.anna()).await;
    let own = own_case(&tx, &number).await.unwrap();
    assert_eq!((own.case.state, own.case.revision), (State::Submitted, 1));
    assert!(own.case.due_at > own.case.submitted_at);
    let events = events_of_stream(&tx, &Stream::case(own.case.id), 0, 10).await.unwrap();
    assert_eq!(events[0].kind, "case.submitted");
    let digest = kernel::digest_hex(forms::canonical(&own.answers).as_bytes());
    assert_eq!(events[0].text("answers"), Some(digest.as_str()), "the chain is tied to the answers");
    assert_eq!(events[0].text("service"), Some(house.benefit.as_str()));
}

// req: EFR-24
#[tokio::test]
async fn the_same_key_is_one_request_and_another_content_is_refused() {
    let house = House::build().await;
    let once = house.write(&house.anna(), async |tx| submit(tx, house.request(Some("k"))).await).await.unwrap();
    let again = house.write(&house.anna(), async |tx| submit(tx, house.request(Some("k"))).await).await.unwrap();
    assert_eq!((once.number.clone(), false, true), (again.number, once.repeated, again.repeated));
    let mut other = house.request(Some("k"));
    if let Origin::Answers { answers, .. } = &mut other.origin {
        answers.remove(answers.clone().keys().next().unwrap());
    }
    let refused = house.write(&house.anna(), async |tx| submit(tx, other.clone()).await).await.unwrap_err();
    assert_eq!((refused.kind(), refused.key()), (ErrorKind::Conflict, "key-reused"));
    let janis = house.write(&house.janis(), async |tx| submit(tx, house.request(Some("k"))).await).await.unwrap();
    assert!(!janis.repeated, "another client's key is another key");
}

// req: CAT-28, AUT-09
#[tokio::test]
async fn who_is_signed_in_less_surely_than_the_service_asks_for_is_refused() {
    let house = House::build().await;
    let asked = async |assurance: Assurance| {
        let anna = Caller { assurance, ..house.anna() };
        house.write(&anna, async |tx| submit(tx, house.request(Some("k"))).await).await
    };
    for less in [Assurance::None, Assurance::Low] {
        let refused = asked(less).await.unwrap_err();
        assert_eq!((refused.kind(), refused.key()), (ErrorKind::Forbidden, "sign-in-stronger"), "{less:?}");
        assert_eq!(refused.args(), [("code", house.benefit.clone())]);
    }
    assert!(!asked(Assurance::Substantial).await.unwrap().repeated, "the refused request did not use up its key");
    assert!(asked(Assurance::High).await.unwrap().repeated, "more than is asked for is enough");
}

#[tokio::test]
async fn wrong_answers_are_named_one_by_one_and_nothing_is_kept() {
    let house = House::build().await;
    let request = SubmitCase {
        origin: Origin::Answers { service: house.benefit.clone(), answers: Answers::new() },
        channel: Channel::Electronic,
        idempotency_key: Some("k".to_owned()),
    };
    let error = house.write(&house.anna(), async |tx| submit(tx, request).await).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
    assert!(error.field_errors().len() > 2);
    assert!(error.field_errors().iter().all(|field| field.path.starts_with("answers/")));
    let tx = house.db.reading(&house.anna()).await;
    assert!(own_cases(&tx, &PageRequest::first(10)).await.unwrap().items.is_empty());
    drop(tx);
    let kept = house.write(&house.anna(), async |tx| submit(tx, house.request(Some("k"))).await).await;
    assert!(!kept.unwrap().repeated, "the failed request did not use up its key");
}

#[tokio::test]
async fn only_clients_and_systems_of_the_holder_ask() {
    let house = House::build().await;
    for (caller, kind) in [
        (Caller::anonymous(), ErrorKind::Unauthenticated),
        (house.officer(), ErrorKind::Forbidden),
        (Caller::staff(super::house::person(1), Role::Auditor, house.vsaa), ErrorKind::Forbidden),
        (
            Caller::api_client(house.system().api_client.unwrap(), house.foreign_officer().institution.unwrap()),
            ErrorKind::Forbidden,
        ),
    ] {
        let refused = house.write(&caller, async |tx| submit(tx, house.request(None)).await).await.unwrap_err();
        assert_eq!(refused.kind(), kind, "{caller:?}");
    }
    let received = house.write(&house.system(), async |tx| submit(tx, house.request(None)).await).await;
    assert!(received.is_ok(), "a system registers a case of an unidentified client: {received:?}");
}

/// The funeral benefit, whose form asks nobody whether a person or a company applies.
const FUNERAL: &str = "1004";

/// Who applies is who sends the request, or whom the institution names; what the answers say of it must be the same.
// req: EFR-06, ACC-05, REG-01
#[tokio::test]
async fn what_answers_say_of_who_applies_is_held_against_who_does() {
    let house = House::build().await;
    let own = forms::example("funeral-benefit").unwrap();
    let mut firm = own.clone();
    firm.remove("relation");
    let name = ("organisation_name", "SIA „Rīta Rasa”");
    for (field, answer) in [("on_behalf", "organisation"), name, ("registration_number", "49999999000")] {
        firm.insert(field.to_owned(), answer.into());
    }
    let company = Party::Organisation(OrganisationId::new(Uuid::from_u128(0xf1)));
    let manager = Caller::client_for(person(0xe1), company, "board-member");
    let sent = |answers: &Answers| Origin::Answers { service: FUNERAL.to_owned(), answers: answers.clone() };
    let received = |client: Option<Party>, answers: &Answers| {
        let (service, answers) = (FUNERAL.to_owned(), Some(answers.clone()));
        Origin::Received(Received { service, on: None, client, note: String::new(), answers, scan: None })
    };
    for (caller, origin, is_so) in [
        (house.anna(), sent(&own), true),
        (house.anna(), sent(&firm), false),
        (manager.clone(), sent(&firm), true),
        (manager, sent(&own), false),
        (house.system(), sent(&own), true),
        (house.system(), sent(&firm), true),
        (house.system(), received(None, &firm), true),
        (house.system(), received(house.anna().party, &own), true),
        (house.system(), received(house.anna().party, &firm), false),
        (house.system(), received(Some(company), &firm), true),
        (house.system(), received(Some(company), &own), false),
    ] {
        let told = format!("{origin:?}");
        let input = SubmitCase { origin, channel: Channel::Electronic, idempotency_key: None };
        let outcome = house.write(&caller, async |tx| submit(tx, input).await).await;
        assert_eq!(outcome.is_ok(), is_so, "{told}: {outcome:?}");
        let settled = |fault: &FieldError| fault.path == "answers/on_behalf" && fault.key == "field-settled";
        let refused = outcome.err().is_none_or(|error| error.field_errors().iter().any(settled));
        assert!(refused, "{told}");
    }
}

#[tokio::test]
async fn an_unknown_service_is_not_found() {
    let house = House::build().await;
    let mut request = house.request(None);
    if let Origin::Answers { service, .. } = &mut request.origin {
        *service = "424242".to_owned();
    }
    let error = house.write(&house.anna(), async |tx| submit(tx, request).await).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn a_foreign_case_looks_like_a_missing_one() {
    let house = House::build().await;
    let number = house.submitted().await;
    let missing: CaseNumber = format!("{} 999", house.benefit).parse().unwrap();
    let tx = house.db.reading(&house.janis()).await;
    for wanted in [&number, &missing] {
        let error = own_case(&tx, wanted).await.unwrap_err();
        assert_eq!((error.kind(), error.key()), (ErrorKind::NotFound, "case"));
    }
    let tx = house.db.reading(&Caller::anonymous()).await;
    for wanted in [&number, &missing] {
        assert_eq!(own_case(&tx, wanted).await.unwrap_err().kind(), ErrorKind::Unauthenticated);
    }
}

// req: REG-01, ANA-01
#[tokio::test]
async fn a_client_asks_electronically_and_a_foreign_channel_is_refused_where_it_stands() {
    let house = House::build().await;
    for channel in Channel::ALL.into_iter().filter(|channel| *channel != Channel::Electronic) {
        let request = SubmitCase { channel, ..house.request(Some("k")) };
        let refused = house.write(&house.anna(), async |tx| submit(tx, request).await).await.unwrap_err();
        let fields: Vec<_> = refused.field_errors().iter().map(|field| (&*field.path, &*field.key)).collect();
        assert_eq!((refused.kind(), fields), (ErrorKind::Invalid, vec![("channel", "case-channel-of-client")]));
    }
    assert!(own_cases(&house.db.reading(&house.anna()).await, &PageRequest::first(10)).await.unwrap().items.is_empty());
    let kept = house.write(&house.anna(), async |tx| submit(tx, house.request(Some("k"))).await).await;
    assert!(!kept.unwrap().repeated, "the refused requests did not use up their key");
    // A system says how its client came.
    let called = SubmitCase { channel: Channel::Phone, ..house.request(None) };
    house.write(&house.system(), async |tx| submit(tx, called).await).await.unwrap();
}
