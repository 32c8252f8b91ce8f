//! The same use cases on PostgreSQL: sections, refused texts, lists, approval, proposals, instructions.

use super::saving::{save, typed};
use crate::tests::{contact, db_on};
use crate::{
    BulkKind, BulkTarget, DraftSeen, DraftState, IssueInstruction, OwnServices, Saved, Section, approve_list,
    discard_editing, instructions_about, issue_instruction, list_standing, occurrences, open_editing, openings,
    own_services, proposals_to, publish_draft, read_instruction, refused_text, reopen_service, send_proposal, service,
    set_four_eyes, withdraw_instruction, working_copies, working_copy,
};
use kernel::{Caller, LangText, PageRequest, PersonId, Role, riga_date};
use test_support::TestPostgres;
use uuid::Uuid;

#[tokio::test]
async fn editing_lives_on_postgresql_too() {
    let cluster = TestPostgres::start();
    let db = db_on(&cluster).await;
    let dace = contact(&db, "VSAA").await;
    let vsaa = dace.institution.unwrap();
    let (mine, late) = (
        typed(&db, &dace, Section::Basics, &[("summary/lv", "Pirmais")]).await,
        typed(&db, &dace, Section::Basics, &[("summary/lv", "Otrais")]).await,
    );
    assert!(matches!(save(&db, &dace, mine).await, Saved::Kept { revision: 1, .. }));
    let Saved::Refused(id) = save(&db, &dace, late).await else { panic!("was kept") };
    let again = typed(&db, &dace, Section::Basics, &[("summary/lv", "Trešais")]).await;
    assert!(matches!(save(&db, &dace, again).await, Saved::Kept { revision: 2, .. }));
    let tx = db.reading(&dace).await;
    assert_eq!(refused_text(&tx, "1007", id).await.unwrap().fields.len(), 1);
    let page = PageRequest::first(10);
    assert_eq!(working_copies(&tx, &[DraftState::Editing], &page).await.unwrap().items.len(), 1);
    let wanted = OwnServices { words: "piedz".into(), state: None };
    assert_eq!(own_services(&tx, vsaa, &wanted, &page).await.unwrap().items.len(), 1);
    let notice = BulkTarget { kind: BulkKind::Notice, old: String::new(), channel: None };
    assert!(occurrences(&tx, vsaa, &notice, &page).await.unwrap().items.len() > 5);
    let copy = working_copy(&tx, "1007").await.unwrap();
    let seen = DraftSeen { code: "1007".into(), revision: copy.draft.unwrap().revision };
    let digest = list_standing(&tx, vsaa).await.unwrap().digest;
    drop(tx);

    let mut tx = db.writing(&Caller::engine()).await;
    for wanted in [false, true] {
        set_four_eyes(&mut tx, vsaa, wanted).await.unwrap();
    }
    approve_list(&mut tx, vsaa, &digest).await.unwrap();
    let version = publish_draft(&mut tx, &seen).await.unwrap();
    let close = crate::CloseService { code: "1007".into(), version };
    crate::close_with_reason(&mut tx, close.clone(), "Likums").await.unwrap();
    reopen_service(&mut tx, close, "Atkal").await.unwrap();
    for _ in 0..2 {
        open_editing(&mut tx, "1007").await.unwrap();
    }
    discard_editing(&mut tx, "1007", 1).await.unwrap();
    tx.commit().await.unwrap();
    let cesis = institutions::by_code(&db.reading(&dace).await, "VPVKAC-CESIS").await.unwrap().unwrap().id;
    let ilze = Caller::staff(PersonId::new(Uuid::from_u128(7)), Role::Specialist, cesis);
    let mut tx = db.writing(&ilze).await;
    send_proposal(&mut tx, "1007", "Klienti jautā.").await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&dace).await;
    assert_eq!(proposals_to(&tx, false, &page).await.unwrap().items.len(), 1);
    assert_eq!(service(&tx, "1007").await.unwrap().description.summary.lv, "Trešais");
    assert_eq!(openings(&tx, "1007").await.unwrap().len(), 2);
    assert_eq!(list_standing(&tx, vsaa).await.unwrap().changed.len(), 1);
    drop(tx);

    let mut tx = db.writing(&dace).await;
    let today = riga_date(tx.now());
    let told = |key: u128, replaces: Option<Uuid>| IssueInstruction {
        key: Uuid::from_u128(key),
        code: "1007".into(),
        text: LangText::new("Pieņemiet kopijas.", ""),
        valid_from: today.succ_opt(),
        replaces,
    };
    let first = issue_instruction(&mut tx, told(90, None)).await.unwrap();
    let second = issue_instruction(&mut tx, told(91, Some(first))).await.unwrap();
    withdraw_instruction(&mut tx, second).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.writing(&ilze).await;
    for _ in 0..2 {
        read_instruction(&mut tx, first).await.unwrap();
    }
    tx.commit().await.unwrap();
    let seen = instructions_about(&db.reading(&dace).await, "1007").await.unwrap();
    assert_eq!((seen.current.len(), seen.past.len(), seen.reads.len()), (1, 1, 1));
}
