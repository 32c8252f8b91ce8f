//! Branches: who keeps them, what is refused, and which are the nearest.

use super::{db, person};
use crate::{
    BRANCH_ADDED, BRANCH_CHANGED, BRANCH_CLOSED, Branch, BranchText, ChangeBranch, OpeningHours, Origin, Position,
    add_branch, branch_to_edit, branches, branches_of_codes, branches_to_edit, change_branch, close_branch,
    install_example_branches, install_reference_data, known_places, nearest_branches,
};
use kernel::{Caller, Error, ErrorKind, InstitutionId, LangText, PageRequest, Result, Role};
use storage::{Stream, events_of_stream};
use test_support::{TestDb, TestPostgres};

/// A branch at these degrees.
fn text(name: &str, north: f64, east: f64) -> BranchText {
    BranchText {
        name: LangText::new(name, ""),
        address: "Rīgas iela 1, Cēsis, LV-4101".to_owned(),
        position: Position::new(north, east).unwrap(),
        phone: Some("+371 64000000".to_owned()),
        hours: LangText::new("Darba dienās", "Working days"),
        opening: vec![OpeningHours { days: vec![1, 2], opens: "08:30".to_owned(), closes: "17:00".to_owned() }],
    }
}

async fn of(db: &TestDb, code: &str) -> InstitutionId {
    crate::by_code(&db.reading(&Caller::engine()).await, code).await.unwrap().unwrap().id
}

async fn staff(db: &TestDb, code: &str, role: Role) -> Caller {
    Caller::staff(person(1), role, of(db, code).await)
}

async fn add(db: &TestDb, who: &Caller, text: BranchText) -> Result<String> {
    let mut tx = db.writing(who).await;
    let code = add_branch(&mut tx, who.institution.unwrap(), text).await?;
    tx.commit().await?;
    Ok(code)
}

async fn seen(db: &TestDb, who: &Caller, code: &str) -> Branch {
    branch_to_edit(&db.reading(who).await, code).await.unwrap()
}

fn fields(error: &Error) -> Vec<&str> {
    error.field_errors().iter().map(|field| field.path.as_str()).collect()
}

async fn nearest(db: &TestDb, institutions: &[InstitutionId], codes: &[&str], limit: usize) -> Vec<String> {
    let tx = db.reading(&Caller::anonymous()).await;
    let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
    let cesis = Position::new(57.31, 25.27).unwrap();
    let near = nearest_branches(&tx, institutions, &codes, cesis, limit).await.unwrap();
    assert!(near.windows(2).all(|pair| pair[0].0 <= pair[1].0), "{near:?}");
    near.into_iter().map(|(_, branch)| branch.code).collect()
}

/// Adds, changes, closes; finds the nearest.
async fn kept(db: &TestDb) {
    let dace = staff(db, "VSAA", Role::ContactPerson).await;
    let vsaa = dace.institution.unwrap();
    assert_eq!(add(db, &dace, text("Liepājas filiāle", 56.505, 21.011)).await.unwrap(), "VSAA-1");
    assert_eq!(add(db, &dace, text("Cēsu filiāle", 57.61, 25.27)).await.unwrap(), "VSAA-2");
    let administrator = staff(db, "VSAA", Role::InstitutionAdministrator).await;
    assert_eq!(add(db, &administrator, text("Vecpiebalgas filiāle", 57.31, 25.72)).await.unwrap(), "VSAA-3");
    let cesis = seen(db, &dace, "VSAA-2").await;
    assert_eq!((cesis.revision, cesis.origin, &cesis.text), (1, Origin::Own, &text("Cēsu filiāle", 57.61, 25.27)));

    // A degree to the east is half as long as one to the north here: 0.45 of them are nearer than 0.3.
    assert_eq!(nearest(db, &[vsaa], &[], 1).await, ["VSAA-3"]);
    assert_eq!(nearest(db, &[vsaa], &[], 2).await, ["VSAA-3", "VSAA-2"]);
    assert_eq!(nearest(db, &[vsaa], &["VSAA-1", "VSAA-3"], 9).await, ["VSAA-3", "VSAA-1"]);
    assert_eq!(nearest(db, &[of(db, "NVA").await], &[], 9).await, Vec::<String>::new());
    assert_eq!(nearest(db, &[], &[], 9).await, Vec::<String>::new());

    let moved = ChangeBranch { code: "VSAA-2".to_owned(), revision: 1, text: text("Cēsis", 57.2, 25.2) };
    let mut tx = db.writing(&dace).await;
    change_branch(&mut tx, moved.clone()).await.unwrap();
    let stale = change_branch(&mut tx, moved).await.unwrap_err();
    assert_eq!((stale.kind(), stale.key()), (ErrorKind::Stale, "branch-changed"));
    close_branch(&mut tx, "VSAA-3", 1).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(seen(db, &dace, "VSAA-2").await.text.name.lv, "Cēsis");
    assert_eq!(nearest(db, &[vsaa], &[], 9).await, ["VSAA-2", "VSAA-1"]);

    let mut tx = db.writing(&dace).await;
    let again = close_branch(&mut tx, "VSAA-3", 2).await.unwrap_err();
    assert_eq!((again.kind(), again.key()), (ErrorKind::Conflict, "branch-closed"));
    drop(tx);
    // A code is never given twice.
    assert_eq!(add(db, &dace, text("Rīgas filiāle", 56.95, 24.1)).await.unwrap(), "VSAA-4");

    let tx = db.reading(&dace).await;
    let first = branches(&tx, vsaa, &PageRequest::first(2)).await.unwrap();
    let rest = branches(&tx, vsaa, &PageRequest::new(2, first.next.clone())).await.unwrap();
    let codes: Vec<&str> = first.items.iter().chain(&rest.items).map(|one| one.code.as_str()).collect();
    assert_eq!((codes, rest.next), (vec!["VSAA-1", "VSAA-2", "VSAA-4"], None));
    assert_eq!(branches_to_edit(&tx, vsaa, &PageRequest::first(9)).await.unwrap().items.len(), 4);
    let asked = ["VSAA", "VSAA-2", "VSAA-3", "VSAA-9", "vsaa-2"].map(str::to_owned);
    let known: Vec<String> = known_places(&tx, &asked).await.unwrap().into_iter().collect();
    assert_eq!(known, ["VSAA", "VSAA-2"], "closed and invented ones are not there");
    let whole = branches_of_codes(&tx, &asked).await.unwrap();
    assert_eq!(whole.into_values().map(|one| one.text.name.lv).collect::<Vec<_>>(), ["Cēsis"]);
    let whole = crate::of_codes(&tx, &asked).await.unwrap();
    assert_eq!(whole.into_values().map(|one| (one.code, one.id)).collect::<Vec<_>>(), [("VSAA".to_owned(), vsaa)]);
    let log = events_of_stream(&tx, &Stream::institution(vsaa), 0, 100).await.unwrap();
    let kinds: Vec<&str> = log.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(kinds, [BRANCH_ADDED, BRANCH_ADDED, BRANCH_ADDED, BRANCH_CHANGED, BRANCH_CLOSED, BRANCH_ADDED]);
    assert!(log.iter().all(|event| !event.data.to_string().contains("iela")), "events carry no texts");
}

// req: POR-16
#[tokio::test]
async fn an_institution_keeps_its_branches_and_the_nearest_is_found() {
    kept(&db().await).await;
}

// req: POR-16
#[tokio::test]
async fn an_institution_keeps_its_branches_and_the_nearest_is_found_on_postgresql() {
    let cluster = TestPostgres::start();
    let db = TestDb::postgres(&cluster).await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_reference_data(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    kept(&db).await;
}

// req: POR-16
#[tokio::test]
async fn what_cannot_be_a_branch_is_refused_by_field() {
    let db = db().await;
    let dace = staff(&db, "VSAA", Role::ContactPerson).await;
    // Vilnius, and a place whose degrees were exchanged.
    for (north, east) in [(54.69, 25.28), (25.27, 57.31)] {
        let error = add(&db, &dace, text("Filiāle", north, east)).await.unwrap_err();
        assert_eq!((error.kind(), fields(&error)), (ErrorKind::Invalid, vec!["latitude", "longitude"]));
    }
    let empty = BranchText {
        name: LangText::new(" ", "Branch"),
        address: String::new(),
        phone: Some("zvaniet".to_owned()),
        hours: LangText::new("x".repeat(501), ""),
        ..text("", 57.0, 25.0)
    };
    assert_eq!(fields(&add(&db, &dace, empty).await.unwrap_err()), ["name_lv", "address", "phone", "hours_lv"]);
    let tx = db.reading(&dace).await;
    assert!(branches(&tx, dace.institution.unwrap(), &PageRequest::first(9)).await.unwrap().items.is_empty());
}

// req: POR-16, ADM-07
#[tokio::test]
async fn branches_of_others_look_like_missing_ones() {
    let db = db().await;
    let dace = staff(&db, "VSAA", Role::ContactPerson).await;
    let code = add(&db, &dace, text("Filiāle", 57.0, 25.0)).await.unwrap();
    let other = staff(&db, "NVA", Role::ContactPerson).await;
    let vsaa = dace.institution.unwrap();
    for missing in [code.as_str(), "VSAA-77"] {
        let mut tx = db.writing(&other).await;
        let change = ChangeBranch { code: missing.to_owned(), revision: 1, text: text("x", 57.0, 25.0) };
        let error = change_branch(&mut tx, change).await.unwrap_err();
        assert_eq!((error.kind(), error.key()), (ErrorKind::NotFound, "branch"), "{missing}");
        assert_eq!(close_branch(&mut tx, missing, 1).await.unwrap_err().kind(), ErrorKind::NotFound);
        assert_eq!(branch_to_edit(&tx, missing).await.unwrap_err().kind(), ErrorKind::NotFound);
        assert_eq!(add_branch(&mut tx, vsaa, text("x", 57.0, 25.0)).await.unwrap_err().kind(), ErrorKind::NotFound);
    }
    let officer = staff(&db, "VSAA", Role::Officer).await;
    let mut tx = db.writing(&officer).await;
    assert_eq!(add_branch(&mut tx, vsaa, text("x", 57.0, 25.0)).await.unwrap_err().kind(), ErrorKind::Forbidden);
    assert_eq!(close_branch(&mut tx, &code, 1).await.unwrap_err().kind(), ErrorKind::Forbidden);
    assert_eq!(install_example_branches(&mut tx).await.unwrap_err().kind(), ErrorKind::Forbidden);
}

// req: POR-16
#[tokio::test]
async fn example_branches_stand_where_the_list_of_municipalities_says_and_come_once() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    assert_eq!(install_example_branches(&mut tx).await.unwrap(), 20);
    assert_eq!(install_example_branches(&mut tx).await.unwrap(), 0);
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    let all = branches(&tx, of(&db, "VSAA").await, &PageRequest::first(99)).await.unwrap().items;
    assert_eq!(all.len(), 10);
    for branch in &all {
        assert_eq!((branch.text.faults(), branch.origin), (Vec::new(), Origin::Example), "{}", branch.code);
        assert!(!branch.text.opening.is_empty() && branch.text.address.contains("paraugs"), "{}", branch.code);
    }
    let cesis = crate::by_code(&tx, "LV-022").await.unwrap().unwrap();
    assert_eq!(Some(all[0].text.position), cesis.position);
}
