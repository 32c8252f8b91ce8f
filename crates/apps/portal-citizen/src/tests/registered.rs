//! What a client sees of a request that came to the institution another way.

use super::browser::{Portal, Register};
use cases::{Origin, Received, SubmitCase};
use identity::RegistrationNumber;
use kernel::{Caller, Channel, Party};

/// A letter of the client's that the officer of the service registers; the address of its case.
async fn registered(portal: &Portal, client: Party, note: &str) -> String {
    let service = portal.service("P.09").await;
    let officer = portal.officer(&service).await;
    let on = "2026-11-12".parse().ok();
    let note = note.to_owned();
    let received = Received { service, on, client: Some(client), note, answers: None, scan: None };
    let mut tx = portal.db.writing(&officer).await;
    let input = SubmitCase { origin: Origin::Received(received), channel: Channel::Post, idempotency_key: None };
    let number = cases::submit(&mut tx, input).await.unwrap().number;
    tx.commit().await.unwrap();
    let mut tx = portal.db.writing(&officer).await;
    cases::open_case(&mut tx, &number, cases::Purpose::Handle).await.unwrap();
    tx.commit().await.unwrap();
    format!("cases/{}", number.slug())
}

// req: REG-05, ACC-14
#[tokio::test]
async fn a_registered_letter_is_among_ones_own_with_what_was_noted() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, person) = portal.resident("320000-00002", "Anna").await;
    let path = registered(&portal, Party::Person(person), "Lūdz atbildi pa pastu.").await;
    assert!(anna.get("/lv/cases").await.body.contains(&path));
    let page = anna.get(&format!("/lv/{path}")).await;
    let told = page.text("section[aria-labelledby=h-intake]");
    for words in ["Pa pastu", "Iesniegums reģistrēts iestādē; atbildes nav ievadītas.", "Lūdz atbildi pa pastu."]
    {
        assert!(told.contains(words), "{words}: {told}");
    }
    let course = page.text("section[aria-labelledby=h-course]");
    assert!(course.contains("12.11.2026. ·") && !course.contains("plkst."), "no hour that nobody knows: {course}");
    let english = anna.get(&format!("/en/{path}")).await;
    assert!(english.body.contains("The application was registered by the institution; no answers were entered."));
    assert_eq!(page.text("#h-views + div tbody td:nth-of-type(3)"), "Iesnieguma izskatīšana");
}

// req: REG-05, PRF-03
#[tokio::test]
async fn those_who_act_for_a_company_see_its_letter_and_who_looked_at_it() {
    let portal = Portal::open(Register { down: false }).await;
    let liga = portal.company("320000-00008", "Līga").await;
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let number = RegistrationNumber::parse("40003189718").unwrap();
    let firm = identity::ensure_organisation(&mut tx, &number, "SIA „Rīta Rasa”").await.unwrap();
    tx.commit().await.unwrap();
    let path = registered(&portal, Party::Organisation(firm), "").await;
    let page = liga.get(&format!("/lv/{path}")).await;
    assert!(page.text("section[aria-labelledby=h-intake]").contains("atbildes nav ievadītas"));
    assert_eq!(page.text("#h-views + div tbody td:nth-of-type(3)"), "Iesnieguma izskatīšana");
}
