//! What follows from who applies is part of the application and asked of nobody.

use super::drafts::{anna, start};
use super::samples::form;
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
fn a_program_that_says_another_applies_is_told_so() {
    let form = form("funeral-benefit");
    let person = anna().party.unwrap();
    let company = Party::Organisation(OrganisationId::new(Uuid::from_u128(9)));
    let sent = |kind: &str| Answers::from_iter([("on_behalf".to_owned(), kind.into())]);
    for (party, kind, other) in [(person, "self", "organisation"), (company, "organisation", "self")] {
        form.check_settled(party, &sent(kind)).unwrap();
        form.check_settled(party, &Answers::new()).unwrap();
        let refused = form.check_settled(party, &sent(other)).unwrap_err();
        let field = &refused.field_errors()[0];
        assert_eq!((field.path.as_str(), field.key.as_str()), ("answers/on_behalf", "field-settled"));
        assert_eq!(field.args, [("answer", kind.to_owned())]);
    }
}
