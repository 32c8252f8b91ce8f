//! What follows from who applies is part of the application and asked of nobody.

use super::drafts::{anna, start};
use super::samples::{TODAY, form, funeral, with, without, words};
use crate::*;
use kernel::{OrganisationId, Party};
use registers::Lookup;
use test_support::TestDb;
use uuid::Uuid;

// req: EFR-06
#[tokio::test]
async fn what_follows_from_who_applies_is_answered_whatever_is_sent() {
    let db = TestDb::sqlite().await;
    let mut tx = db.writing(&anna()).await;
    let input = StartDraft { form_key: "funeral-benefit".to_owned(), ..start(Lookup::NotConnected) };
    let id = start_draft(&mut tx, input).await.unwrap();
    let form = form("funeral-benefit");
    let sent = [("_shown", "on_behalf"), ("on_behalf", "organisation"), ("organisation_name", "SIA „Rīta Rasa”")];
    let raw = sent.into_iter().collect();
    save_step(&mut tx, SaveStep { draft: id, step: "applicant".to_owned(), raw, revision: 1 }).await.unwrap();
    let begun = draft(&tx, id).await.unwrap();
    assert_eq!(begun.answers["on_behalf"], "self");
    let mut asked =
        form.steps(&begun.answers).into_iter().flat_map(|step| step.fields).filter(|field| !field.is_settled());
    assert!(asked.all(|field| !field.name.contains("organisation") && field.name != "registration_number"));
}

// req: EFR-06
#[test]
fn a_program_that_says_another_applies_is_told_so_with_all_that_follows() {
    let form = form("funeral-benefit");
    let person = anna().party.unwrap();
    let company = Party::Organisation(OrganisationId::new(Uuid::from_u128(9)));
    let of_company = with(without(funeral(), "relation"), "on_behalf", "organisation".into());
    let of_company = with(of_company, "organisation_name", "SIA „Rīta Rasa”".into());
    let of_company = with(of_company, "registration_number", "49999999000".into());
    let check = |party: Option<Party>, answers: &Answers| form.validate_sent(party, answers, &Files::new(), TODAY);
    for (party, kind, right, other, follows) in [
        (person, "self", funeral(), of_company.clone(), "answers/relation: field-required"),
        (company, "organisation", of_company, funeral(), "answers/registration_number: field-required"),
    ] {
        check(Some(party), &right).unwrap();
        check(None, &right).unwrap();
        check(None, &other).unwrap();
        let refused = check(Some(party), &other).unwrap_err();
        let said = words(refused.field_errors());
        assert!(said.iter().any(|word| word == follows), "{said:?}");
        let settled = refused.field_errors().iter().find(|field| field.key == "field-settled").unwrap();
        assert_eq!(settled.path, "answers/on_behalf");
        assert_eq!(settled.args, [("answer", kind.to_owned())]);
    }
}
