//! What holders tell their providers, and who has read it.

use crate::tests::{contact, db, institution};
use crate::{
    IssueInstruction, SERVICE_INSTRUCTED, SERVICE_INSTRUCTION_READ, SERVICE_INSTRUCTION_WITHDRAWN, instructions_about,
    issue_instruction, read_instruction, service, withdraw_instruction,
};
use chrono::{Days, NaiveDate};
use kernel::{Caller, ErrorKind, LangText, PersonId, Role, riga_date};
use storage::{Stream, events_of_stream};
use test_support::TestDb;
use uuid::Uuid;
use worktime::start_of_day;

async fn centre(db: &TestDb, person: u128) -> Caller {
    let own = institution(db, "VPVKAC-CESIS").await;
    Caller::staff(PersonId::new(Uuid::from_u128(person)), Role::Specialist, own)
}

async fn in_days(db: &TestDb, days: u64) -> NaiveDate {
    riga_date(db.reading(&Caller::engine()).await.now()).checked_add_days(Days::new(days)).unwrap()
}

fn telling(key: u128, text: &str, day: NaiveDate, replaces: Option<Uuid>) -> IssueInstruction {
    let text = LangText::new(text, "");
    IssueInstruction { key: Uuid::from_u128(key), code: "1007".into(), text, valid_from: Some(day), replaces }
}

async fn issued(db: &TestDb, input: IssueInstruction) -> Uuid {
    let mut tx = db.writing(&contact(db, "VSAA").await).await;
    let id = issue_instruction(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// The words of those that hold or will, and of those that ended, as this caller sees them.
async fn words(db: &TestDb, caller: &Caller) -> (Vec<String>, Vec<String>) {
    let seen = instructions_about(&db.reading(caller).await, "1007").await.unwrap();
    let of = |list: Vec<crate::Instruction>| list.into_iter().map(|one| one.text.lv).collect();
    (of(seen.current), of(seen.past))
}

// req: CAT-32
#[tokio::test]
async fn a_holder_instructs_and_sees_who_of_which_provider_has_read() {
    let db = db().await;
    let (dace, ilze) = (contact(&db, "VSAA").await, centre(&db, 7).await);
    let today = in_days(&db, 0).await;
    let id = issued(&db, telling(90, " Pieņemiet arī kopijas. ", today, None)).await;
    // The same form sent twice is one instruction.
    assert_eq!(issued(&db, telling(90, "Pieņemiet arī kopijas.", today, None)).await, id);

    let seen = instructions_about(&db.reading(&ilze).await, "1007").await.unwrap();
    assert_eq!((seen.current.len(), seen.unread(), seen.may_issue), (1, 1, false));
    assert_eq!((seen.current[0].text.lv.as_str(), seen.current[0].author), ("Pieņemiet arī kopijas.", dace.person));
    let mut tx = db.writing(&ilze).await;
    assert_eq!(read_instruction(&mut tx, id).await.unwrap(), "1007");
    assert_eq!(read_instruction(&mut tx, id).await.unwrap(), "1007");
    tx.commit().await.unwrap();
    let seen = instructions_about(&db.reading(&ilze).await, "1007").await.unwrap();
    assert_eq!((seen.unread(), seen.own_read(id).is_some()), (0, true));
    // A colleague has not read it by that.
    let colleague = centre(&db, 8).await;
    assert_eq!(instructions_about(&db.reading(&colleague).await, "1007").await.unwrap().unread(), 1);

    let seen = instructions_about(&db.reading(&dace).await, "1007").await.unwrap();
    let reads: Vec<_> = seen.reads.iter().map(|read| (read.institution, Some(read.person))).collect();
    assert_eq!(reads, [(ilze.institution.unwrap(), ilze.person)]);
    assert_eq!(seen.providers, [institution(&db, "VPVKAC").await]);
    assert!(seen.may_issue && !seen.as_provider);

    let tx = db.reading(&Caller::engine()).await;
    let id = service(&tx, "1007").await.unwrap().id;
    let events = events_of_stream(&tx, &Stream::service(id), 0, 1000).await.unwrap();
    let kept: Vec<&str> =
        events.iter().map(|event| event.kind.as_str()).filter(|kind| kind.contains("instruct")).collect();
    assert_eq!(kept, [SERVICE_INSTRUCTED, SERVICE_INSTRUCTION_READ]);
    assert!(events.iter().all(|event| event.text("text").is_none()), "words do not stand in the log");
}

// req: CAT-32
#[tokio::test]
async fn another_instruction_takes_the_place_of_one_from_its_first_day_on() {
    let db = db().await;
    let (dace, ilze) = (contact(&db, "VSAA").await, centre(&db, 7).await);
    let (today, day) = (in_days(&db, 0).await, in_days(&db, 10).await);
    let first = issued(&db, telling(90, "Pirmais", today, None)).await;
    let second = issued(&db, telling(91, "Otrais", day, Some(first))).await;
    assert_eq!(words(&db, &ilze).await, (vec!["Pirmais".to_owned(), "Otrais".to_owned()], vec![]));
    let mut tx = db.writing(&dace).await;
    // Nobody replaces or withdraws what has been replaced, and nothing comes before what it replaces.
    let again = issue_instruction(&mut tx, telling(92, "Vēl", day, Some(first))).await.unwrap_err();
    assert_eq!((again.kind(), again.key()), (ErrorKind::Stale, "instruction-changed"));
    assert_eq!(withdraw_instruction(&mut tx, first).await.unwrap_err().kind(), ErrorKind::Stale);
    let early = issue_instruction(&mut tx, telling(92, "Vēl", today, Some(second))).await.unwrap_err();
    assert_eq!(early.field_errors()[0].key, "instruction-day-before");
    // Taken back before its day it leaves the first one in force.
    withdraw_instruction(&mut tx, second).await.unwrap();
    withdraw_instruction(&mut tx, second).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(words(&db, &ilze).await, (vec!["Pirmais".to_owned()], vec!["Otrais".to_owned()]));

    let third = issued(&db, telling(93, "Trešais", day, Some(first))).await;
    db.test_clock().set(start_of_day(day));
    assert_eq!(words(&db, &dace).await.0, ["Trešais"]);
    let mut tx = db.writing(&ilze).await;
    assert_eq!(read_instruction(&mut tx, first).await.unwrap_err().key(), "instruction-ended");
    read_instruction(&mut tx, third).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&dace).await;
    let past = instructions_about(&tx, "1007").await.unwrap().past;
    let replaced = past.iter().find(|one| one.id == first).unwrap().ended.clone().unwrap();
    assert_eq!((replaced.on, replaced.by, replaced.replaced_by), (day, dace.person, Some(third)));
    let id = service(&tx, "1007").await.unwrap().id;
    let events = events_of_stream(&tx, &Stream::service(id), 0, 1000).await.unwrap();
    let count = |kind: &str| events.iter().filter(|event| event.kind == kind).count();
    assert_eq!((count(SERVICE_INSTRUCTED), count(SERVICE_INSTRUCTION_WITHDRAWN)), (3, 1));
}

// req: CAT-32
#[tokio::test]
async fn only_the_contact_person_of_the_holder_instructs_and_only_providers_read() {
    let db = db().await;
    let today = in_days(&db, 0).await;
    let id = issued(&db, telling(90, "Pirmais", today, None)).await;
    let vsaa = institution(&db, "VSAA").await;
    let nobody = PersonId::new(Uuid::from_u128(9));
    let others = [
        Caller::staff(nobody, Role::Officer, vsaa),
        Caller::staff(nobody, Role::InstitutionAdministrator, vsaa),
        centre(&db, 7).await,
        contact(&db, "NVA").await,
        Caller::client(nobody),
    ];
    for who in &others {
        let mut tx = db.writing(who).await;
        let refused = issue_instruction(&mut tx, telling(91, "Vēl", today, None)).await.unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::Forbidden, "{who:?}");
    }
    let stranger = &others[3];
    let mut tx = db.writing(stranger).await;
    // What another institution may not do looks as if there were no such instruction.
    for refused in [withdraw_instruction(&mut tx, id).await, read_instruction(&mut tx, id).await] {
        assert_eq!(refused.unwrap_err().key(), "instruction");
    }
    assert_eq!(withdraw_instruction(&mut tx, Uuid::nil()).await.unwrap_err().key(), "instruction");
    assert_eq!(instructions_about(&tx, "1007").await.unwrap_err().kind(), ErrorKind::Forbidden);
    drop(tx);
    let dace = contact(&db, "VSAA").await;
    let mut tx = db.writing(&dace).await;
    assert_eq!(read_instruction(&mut tx, id).await.unwrap_err().key(), "instruction", "the holder does not provide it");
    let yesterday = today.pred_opt().unwrap();
    for (input, path, key) in [
        (telling(91, " ", today, None), "text_lv", "instruction-text"),
        (telling(91, &"ā".repeat(2001), today, None), "text_lv", "instruction-text"),
        (telling(91, "Klients 320000-00002", today, None), "text_lv", "instruction-personal-data"),
        (telling(91, "Vakar", yesterday, None), "valid_from", "instruction-day"),
    ] {
        let wrong = issue_instruction(&mut tx, input).await.unwrap_err();
        let field = &wrong.field_errors()[0];
        assert_eq!((field.path.as_str(), field.key.as_str()), (path, key));
    }
    let elsewhere = IssueInstruction { code: "1008".into(), ..telling(92, "Cits", today, Some(id)) };
    assert_eq!(issue_instruction(&mut tx, elsewhere).await.unwrap_err().key(), "instruction");
}
