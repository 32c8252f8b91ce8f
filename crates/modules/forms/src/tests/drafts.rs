//! Drafts: beginning, saving, coming back, ending; on both databases.

use super::samples::{childbirth, form, typed, words};
use crate::*;
use chrono::TimeDelta;
use kernel::{
    Caller, Clock as _, DraftId, ErrorKind, InstitutionId, Locale, OrganisationId, Party, PersonId, Remit, Role,
};
use registers::{Lookup, Retrieved, demo};
use serde_json::json;
use storage::Write;
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

pub(crate) fn anna() -> Caller {
    Caller::client(PersonId::new(Uuid::from_u128(1)))
}

/// Who holds the service of [`start`].
fn holder() -> InstitutionId {
    InstitutionId::new(Uuid::from_u128(7))
}

pub(crate) fn start(prefill: Lookup) -> StartDraft {
    let (service_code, form_key) = ("9999".to_owned(), "childbirth-benefit".to_owned());
    StartDraft { service_code, holder: holder(), form_key, prefill, known: Known::default() }
}

pub(crate) async fn begin(db: &TestDb, caller: &Caller) -> DraftId {
    let mut tx = db.writing(caller).await;
    let id = start_draft(&mut tx, start(Lookup::NotConnected)).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Fills in every step of the form with these answers and returns the last outcome.
pub(crate) async fn fill(tx: &mut Write, id: DraftId, answers: &Answers) -> StepOutcome {
    let form = form("childbirth-benefit");
    let mut outcome = None;
    for visible in form.steps(answers) {
        let revision = draft(tx, id).await.unwrap().revision;
        let raw = typed(&form, &visible.step.key, answers);
        let input = SaveStep { draft: id, step: visible.step.key.clone(), raw, revision };
        outcome = Some(save_step(tx, input).await.unwrap());
    }
    outcome.unwrap()
}

pub(crate) fn register_answer(db: &TestDb) -> Lookup {
    let register = demo::DemoRegister::load().unwrap();
    let demo::Answer::Person(person) = register.answer("328000-00014") else { panic!("Anna is missing") };
    Lookup::Found(Box::new(Retrieved { value: *person, register: demo::NAME.to_owned(), at: db.test_clock().now() }))
}

// req: EFR-06
#[tokio::test]
async fn what_the_profile_and_the_mandate_say_is_filled_in_as_if_it_was_typed() {
    let db = TestDb::sqlite().await;
    let firm =
        KnownOrganisation { name: "SIA „Rīta Rasa”".to_owned(), registration_number: "40003189718".to_owned() };
    let known = Known { email: Some("liga@example.lv".to_owned()), organisation: Some(firm), ..Known::default() };
    let input = StartDraft { form_key: "funeral-benefit".to_owned(), known, ..start(Lookup::NotConnected) };
    let company = Party::Organisation(OrganisationId::new(Uuid::from_u128(7)));
    let mut tx = db.writing(&Caller::client_for(PersonId::new(Uuid::from_u128(1)), company, "board-member")).await;
    let id = start_draft(&mut tx, input).await.unwrap();
    let begun = draft(&tx, id).await.unwrap();
    for (name, value) in [
        ("email", "liga@example.lv"),
        ("on_behalf", "organisation"),
        ("organisation_name", "SIA „Rīta Rasa”"),
        ("registration_number", "40003189718"),
        ("account_holder", "SIA „Rīta Rasa”"),
    ] {
        assert_eq!(begun.answers[name], value);
    }
    assert!(begun.sources.is_empty() && !begun.answers.contains_key("iban"));
    let form = form("funeral-benefit");
    let first = form.steps(&begun.answers).remove(0);
    assert!(first.fields.iter().any(|field| field.name == "registration_number"), "the questions are there to check");
}

// req: EFR-06
#[tokio::test]
async fn the_account_is_the_companys_where_somebody_acts_for_one_and_else_the_persons() {
    let db = TestDb::sqlite().await;
    let firm =
        KnownOrganisation { name: "SIA „Rīta Rasa”".to_owned(), registration_number: "40003189718".to_owned() };
    let unreachable = Lookup::Unreachable { register: demo::NAME.to_owned(), at: db.test_clock().now() };
    for (organisation, prefill, holder, sourced) in [
        (Some(firm.clone()), register_answer(&db), Some("SIA „Rīta Rasa”"), false),
        (Some(firm), unreachable.clone(), Some("SIA „Rīta Rasa”"), false),
        (None, register_answer(&db), Some("Anna Bērziņa"), true),
        (None, unreachable, None, true),
    ] {
        let known = Known { organisation, ..Known::default() };
        let mut tx = db.writing(&anna()).await;
        let input = StartDraft { form_key: "funeral-benefit".to_owned(), known, ..start(prefill) };
        let id = start_draft(&mut tx, input).await.unwrap();
        let begun = draft(&tx, id).await.unwrap();
        let said = begun.answers.get("account_holder").and_then(|value| value.as_str());
        assert_eq!((said, begun.sources.contains_key("account_holder")), (holder, sourced));
    }
}

// req: EFR-06
#[tokio::test]
async fn a_draft_begins_with_what_the_register_knows_on_both_databases() {
    let cluster = TestPostgres::start();
    for db in [TestDb::sqlite().await, TestDb::postgres(&cluster).await] {
        let mut tx = db.writing(&anna()).await;
        let id = start_draft(&mut tx, start(register_answer(&db))).await.unwrap();
        tx.commit().await.unwrap();
        let tx = db.reading(&anna()).await;
        let draft = draft(&tx, id).await.unwrap();
        assert_eq!(draft.answers["applicant_given_name"], "Anna");
        assert_eq!(draft.answers["child_birth_date"], "2026-10-02");
        assert_eq!(draft.answers["account_holder"], "Anna Bērziņa");
        let FieldSource::Register { register, at, .. } = &draft.sources["child_given_name"] else {
            panic!("no source")
        };
        assert_eq!((register.as_str(), *at), (demo::NAME, db.test_clock().now()));
        let told = draft.sources["child_given_name"].register(Locale::En);
        assert_eq!(told, "Person register of the demonstration (invented data)");
        assert_eq!((draft.step.as_str(), draft.revision), ("applicant", 1));
        assert_eq!(drafts_of(&tx).await.unwrap(), vec![draft]);
    }
}

// req: EFR-06
#[tokio::test]
async fn a_register_that_does_not_answer_leaves_a_mark_and_the_form_works() {
    let db = TestDb::sqlite().await;
    let at = db.test_clock().now();
    let mut tx = db.writing(&anna()).await;
    let lookup = Lookup::Unreachable { register: "Reģistrs".to_owned(), at };
    let id = start_draft(&mut tx, start(lookup)).await.unwrap();
    let begun = draft(&tx, id).await.unwrap();
    assert!(begun.answers.is_empty());
    assert_eq!(begun.sources["applicant_given_name"], FieldSource::Unreachable { register: "Reģistrs".to_owned(), at });
    assert!(!begun.sources.contains_key("iban"));
    assert_eq!(fill(&mut tx, id, &childbirth()).await.next, Next::Check);
}

#[tokio::test]
async fn an_open_draft_is_gone_on_with_and_not_doubled() {
    let db = TestDb::sqlite().await;
    let first = begin(&db, &anna()).await;
    assert_eq!(begin(&db, &anna()).await, first);
    let company = Party::Organisation(OrganisationId::new(Uuid::from_u128(9)));
    let for_company = Caller::client_for(PersonId::new(Uuid::from_u128(1)), company, "board-member");
    assert_ne!(begin(&db, &for_company).await, first);
    let mut tx = db.writing(&anna()).await;
    let other = StartDraft { service_code: "9998".to_owned(), ..start(Lookup::NotConnected) };
    assert_ne!(start_draft(&mut tx, other).await.unwrap(), first);
}

// req: POR-10
#[tokio::test]
async fn for_a_company_drafts_are_begun_and_gone_on_with_only_for_assigned_services() {
    let db = TestDb::sqlite().await;
    let company = Party::Organisation(OrganisationId::new(Uuid::from_u128(9)));
    let of = |services: &str| {
        let plain = Caller::client_for(PersonId::new(Uuid::from_u128(1)), company, "authorised");
        Caller { remit: Remit::parse(services), ..plain }
    };
    let mut tx = db.writing(&of("1004")).await;
    let refused = start_draft(&mut tx, start(Lookup::NotConnected)).await.unwrap_err();
    assert_eq!((refused.kind(), refused.key()), (ErrorKind::Forbidden, "service-not-assigned"));
    drop(tx);
    let id = begin(&db, &of("1004 9999")).await;
    assert_eq!(drafts_of(&db.reading(&of("9999")).await).await.unwrap().len(), 1);
    // Management takes the service away: the own draft is refused with the reason, and nothing of it is shown.
    let without = of("1004");
    let tx = db.reading(&without).await;
    assert_eq!(draft(&tx, id).await.unwrap_err().key(), "service-not-assigned");
    assert_eq!(files_of(&tx, id).await.unwrap_err().key(), "service-not-assigned");
    assert!(drafts_of(&tx).await.unwrap().is_empty());
    drop(tx);
    let mut tx = db.writing(&without).await;
    let raw = RawInput::default();
    let input = SaveStep { draft: id, step: "child".to_owned(), raw, revision: 1 };
    assert_eq!(save_step(&mut tx, input).await.unwrap_err().key(), "service-not-assigned");
    let case = kernel::CaseId::new(Uuid::from_u128(60));
    assert_eq!(complete(&mut tx, id, case, None).await.unwrap_err().key(), "service-not-assigned");
    drop(tx);
    // To somebody else of the company it is missing, whatever they may use.
    let colleague = Caller { person: Some(PersonId::new(Uuid::from_u128(2))), ..of("1004") };
    let missing = draft(&db.reading(&colleague).await, id).await.unwrap_err();
    assert_eq!((missing.kind(), missing.key()), (ErrorKind::NotFound, "draft"));
    assert!(draft(&db.reading(&of("all")).await, id).await.is_ok(), "given back, it is gone on with");
}

#[tokio::test]
async fn what_is_typed_is_kept_even_when_it_is_wrong() {
    let cluster = TestPostgres::start();
    for db in [TestDb::sqlite().await, TestDb::postgres(&cluster).await] {
        let id = begin(&db, &anna()).await;
        let raw: RawInput = [
            ("child_given_name", " Emīls "),
            ("child_birth_date-day", "31"),
            ("child_birth_date-month", "2"),
            ("child_birth_date-year", "2026"),
            ("child_personal_code", "010190-10000"),
            ("birth_registered_in", "latvia"),
        ]
        .into_iter()
        .collect();
        let mut tx = db.writing(&anna()).await;
        let outcome =
            save_step(&mut tx, SaveStep { draft: id, step: "child".to_owned(), raw, revision: 1 }).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!((&outcome.next, outcome.revision), (&Next::Same, 2));
        assert_eq!(
            words(&outcome.errors),
            [
                "child_family_name: field-required",
                "child_birth_date: field-date",
                "child_personal_code: field-personal-code"
            ]
        );
        // On another device, a day later.
        db.test_clock().advance(TimeDelta::days(1));
        let tx = db.reading(&anna()).await;
        let kept = draft(&tx, id).await.unwrap();
        let form = form("childbirth-benefit");
        let show = |name: &str| shown(form.field(name).unwrap(), &kept.raw, &kept.answers);
        assert_eq!(show("child_birth_date")["child_birth_date-day"], ["31"]);
        assert_eq!(show("child_given_name")["child_given_name"], [" Emīls "]);
        assert_eq!(kept.answers["child_given_name"], "Emīls");
        assert_eq!(kept.step, "child");
    }
}

#[tokio::test]
async fn a_question_revealed_on_the_same_page_is_asked_before_it_is_missed() {
    let db = TestDb::sqlite().await;
    let id = begin(&db, &anna()).await;
    let form = form("childbirth-benefit");
    let mut tx = db.writing(&anna()).await;
    let mut raw = typed(&form, "applicant", &childbirth());
    let save = |raw: RawInput, revision| SaveStep { draft: id, step: "applicant".to_owned(), raw, revision };
    let outcome = save_step(&mut tx, save(raw.clone(), 1)).await.unwrap();
    assert_eq!(outcome.next, Next::Step("child".to_owned()));

    // The same page with "guardian": the page did not have the date yet.
    let answers = samples_with("applicant_role", json!("guardian"));
    raw = typed(&form, "applicant", &childbirth());
    let mut guardian = RawInput::default();
    for field in ["applicant_given_name", "applicant_family_name", "applicant_personal_code", "applicant_role"] {
        guardian.push("_shown", field);
        guardian.push(field, answers[field].as_str().unwrap());
    }
    drop(raw);
    let outcome = save_step(&mut tx, save(guardian, 2)).await.unwrap();
    assert_eq!((outcome.next, outcome.errors), (Next::Same, Vec::new()));
    // Now the page shows it, and leaving it empty is an error.
    let outcome = save_step(&mut tx, save(typed(&form, "applicant", &answers), 3)).await.unwrap();
    assert_eq!(words(&outcome.errors), ["care_since: field-required"]);
}

fn samples_with(name: &str, value: serde_json::Value) -> Answers {
    super::samples::with(childbirth(), name, value)
}

#[tokio::test]
async fn an_unticked_box_and_a_skipped_step() {
    let db = TestDb::sqlite().await;
    let id = begin(&db, &anna()).await;
    let mut tx = db.writing(&anna()).await;
    let outcome = fill(&mut tx, id, &childbirth()).await;
    assert_eq!(outcome.next, Next::Check);
    let mut raw = RawInput::default();
    for field in ["declare_true", "declare_not_paid", "declare_changes"] {
        raw.push("_shown", field);
    }
    raw.push("declare_true", "true");
    let input = SaveStep { draft: id, step: "declarations".to_owned(), raw, revision: outcome.revision };
    let outcome = save_step(&mut tx, input).await.unwrap();
    assert_eq!(words(&outcome.errors), ["declare_not_paid: field-required", "declare_changes: field-required"]);
    let unknown = SaveStep { draft: id, step: "x".to_owned(), raw: RawInput::default(), revision: outcome.revision };
    assert_eq!(save_step(&mut tx, unknown).await.unwrap_err().kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn a_change_in_another_window_is_noticed() {
    let db = TestDb::sqlite().await;
    let id = begin(&db, &anna()).await;
    let form = form("childbirth-benefit");
    let input = SaveStep {
        draft: id,
        step: "applicant".to_owned(),
        raw: typed(&form, "applicant", &childbirth()),
        revision: 1,
    };
    let mut tx = db.writing(&anna()).await;
    save_step(&mut tx, input.clone()).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.writing(&anna()).await;
    assert_eq!(save_step(&mut tx, input).await.unwrap_err().kind(), ErrorKind::Stale);
}

#[tokio::test]
async fn somebody_elses_draft_looks_missing_to_everybody() {
    let db = TestDb::sqlite().await;
    let id = begin(&db, &anna()).await;
    let company = Party::Organisation(OrganisationId::new(Uuid::from_u128(9)));
    let officer =
        Caller::staff(PersonId::new(Uuid::from_u128(1)), Role::Officer, InstitutionId::new(Uuid::from_u128(5)));
    let strangers = [
        (Caller::client(PersonId::new(Uuid::from_u128(2))), ErrorKind::NotFound),
        (Caller::client_for(PersonId::new(Uuid::from_u128(1)), company, "x"), ErrorKind::NotFound),
        (officer, ErrorKind::NotFound),
        (Caller::anonymous(), ErrorKind::Unauthenticated),
    ];
    for (stranger, expected) in strangers {
        let mut tx = db.writing(&stranger).await;
        let missing = DraftId::new(Uuid::from_u128(404));
        for id in [id, missing] {
            assert_eq!(draft(&tx, id).await.unwrap_err().kind(), expected, "{stranger:?}");
            assert_eq!(files_of(&tx, id).await.unwrap_err().kind(), expected);
            assert_eq!(discard_draft(&mut tx, id).await.unwrap_err().kind(), expected);
            let input = SaveStep { draft: id, step: "child".to_owned(), raw: RawInput::default(), revision: 1 };
            assert_eq!(save_step(&mut tx, input).await.unwrap_err().kind(), expected);
            let case = kernel::CaseId::new(Uuid::from_u128(7));
            assert_eq!(complete(&mut tx, id, case, None).await.unwrap_err().kind(), expected);
        }
    }
    let visitor = db.writing(&Caller::anonymous()).await;
    assert_eq!(drafts_of(&visitor).await.unwrap_err().kind(), ErrorKind::Unauthenticated);
}

#[tokio::test]
async fn a_draft_expires_thirty_days_after_the_last_change_and_its_answers_are_forgotten() {
    let db = TestDb::sqlite().await;
    let id = begin(&db, &anna()).await;
    db.test_clock().advance(TimeDelta::days(20));
    let mut tx = db.writing(&anna()).await;
    fill(&mut tx, id, &childbirth()).await;
    tx.commit().await.unwrap();
    db.test_clock().advance(TimeDelta::days(20));
    assert!(draft(&db.reading(&anna()).await, id).await.is_ok());
    db.test_clock().advance(TimeDelta::days(10));
    let error = draft(&db.reading(&anna()).await, id).await.unwrap_err();
    assert_eq!((error.kind(), error.key()), (ErrorKind::Gone, "draft-expired"));
    assert!(drafts_of(&db.reading(&anna()).await).await.unwrap().is_empty());

    let mut tx = db.writing(&Caller::engine()).await;
    let timer = tx.claim_timer(&[EXPIRE_TIMER]).await.unwrap().unwrap();
    expire(&mut tx, timer.subject).await.unwrap();
    expire(&mut tx, timer.subject).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::engine()).await;
    let left = crate::store::find(tx.conn(), id).await.unwrap().unwrap();
    assert!(left.answers.is_empty() && left.raw == RawInput::default());
    assert_eq!(draft(&db.reading(&anna()).await, id).await.unwrap_err().kind(), ErrorKind::Gone);
    assert_ne!(begin(&db, &anna()).await, id);
}

#[tokio::test]
async fn a_timer_that_comes_too_early_ends_nothing_and_people_may_not_end_drafts() {
    let db = TestDb::sqlite().await;
    let id = begin(&db, &anna()).await;
    let mut tx = db.writing(&Caller::engine()).await;
    expire(&mut tx, id.uuid()).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.writing(&anna()).await;
    assert!(draft(&tx, id).await.is_ok());
    assert_eq!(expire(&mut tx, id.uuid()).await.unwrap_err().kind(), ErrorKind::Forbidden);
    drop(tx);
    // A new beginning after the time is over, before the timer came.
    db.test_clock().advance(TimeDelta::days(30));
    assert_ne!(begin(&db, &anna()).await, id);
}

#[tokio::test]
async fn a_discarded_draft_is_gone_and_the_log_names_no_answers() {
    let db = TestDb::sqlite().await;
    let id = begin(&db, &anna()).await;
    let mut tx = db.writing(&anna()).await;
    fill(&mut tx, id, &childbirth()).await;
    discard_draft(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&anna()).await;
    assert_eq!(draft(&tx, id).await.unwrap_err().kind(), ErrorKind::NotFound);
    let events = storage::events_of_stream(&tx, &storage::Stream::draft(id), 0, 100).await.unwrap();
    let kinds: Vec<&str> = events.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!((kinds[0], kinds[1], kinds[kinds.len() - 1]), ("draft.started", "draft.saved", "draft.discarded"));
    let counted = (events[0].text("service"), events[0].text("holder"));
    assert_eq!(counted, (Some("9999"), Some(&*holder().to_string())), "what figures are counted by");
    let log = format!("{events:?}");
    for answer in ["Emīls", "328000", "LV80", "anna@"] {
        assert!(!log.contains(answer), "{answer} is in the log");
    }
}
