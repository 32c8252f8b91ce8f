//! Branches: who coordinates them, what a coordinator does, and what stays with the institution that answers.

use super::super::{contact, institution};
use super::{coordinator, house, new, platform, published, text};
use crate::{
    BranchOrder, COORDINATOR_SET, ConfirmSituation, CorrectionFilter, CorrectionState, ForwardCorrection,
    HandOverSituation, OrderSituations, PublishSituation, ReportCorrection, Resolution, ResolveCorrection,
    SITUATION_HANDED_OVER, SITUATIONS_ORDERED, SaveSituation, SetCoordinator, SituationBranch, WithdrawSituation,
    branch_order, confirm_situation, coordinated_branches, coordinators, correction, corrections, create_situation,
    ensure_coordinators, forward_correction, hand_over_situation, list_situations, order_situations, publish_situation,
    report_correction, resolve_correction, save_situation, set_coordinator, situation, situation_draft, situations_due,
    situations_to_edit, withdraw_situation,
};
use chrono::TimeDelta;
use kernel::{Caller, CorrectionId, ErrorKind, Locale, PageRequest, Result, Role};
use storage::{Event, LogPosition, Stream, events_after, events_of_stream};
use test_support::TestDb;

use SituationBranch::{Businesses, Residents};

async fn name(db: &TestDb, who: &Caller, branch: SituationBranch, code: &str, revision: i64) -> Result<()> {
    let institution = institution(db, code).await;
    let mut tx = db.writing(who).await;
    set_coordinator(&mut tx, SetCoordinator { branch, institution, revision }).await?;
    tx.commit().await
}

async fn branches(db: &TestDb, who: &Caller) -> Vec<SituationBranch> {
    coordinated_branches(&db.reading(who).await).await.unwrap()
}

async fn events(db: &TestDb, kind: &str) -> Vec<Event> {
    let tx = db.reading(&Caller::engine()).await;
    let all = events_after(&tx, LogPosition::default(), 10_000).await.unwrap();
    all.into_iter().filter(|event| event.kind == kind).collect()
}

async fn reported(db: &TestDb, slug: &str) -> CorrectionId {
    let mut tx = db.writing(&Caller::anonymous()).await;
    let report = "Saite uz kalkulatoru nedarbojas.".to_owned();
    let input = ReportCorrection { slug: slug.into(), report, language: Locale::Lv };
    let id = report_correction(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Every report of a state that somebody has before them, page by page.
async fn seen(db: &TestDb, who: &Caller, state: CorrectionState) -> Vec<CorrectionId> {
    let tx = db.reading(who).await;
    let (mut request, mut found) = (PageRequest::first(2), Vec::new());
    loop {
        let page = corrections(&tx, CorrectionFilter { state }, &request).await.unwrap();
        found.extend(page.items.into_iter().map(|item| item.id));
        let Some(next) = page.next else { return found };
        request = PageRequest::new(2, Some(next));
    }
}

async fn slugs(db: &TestDb, branch: SituationBranch) -> Vec<String> {
    let tx = db.reading(&Caller::anonymous()).await;
    list_situations(&tx, Some(branch)).await.unwrap().into_iter().map(|line| line.slug).collect()
}

async fn editable(db: &TestDb, who: &Caller) -> Vec<String> {
    let tx = db.reading(who).await;
    let page = situations_to_edit(&tx, Locale::Lv, &PageRequest::first(100)).await.unwrap();
    page.items.into_iter().map(|line| line.slug).collect()
}

// req: POR-04
#[tokio::test]
async fn the_agency_and_the_ministry_coordinate_until_the_platform_names_others() {
    let db = house().await;
    let (vdaa, em, vid) = (coordinator(&db).await, contact(&db, "EM").await, contact(&db, "VID").await);
    assert_eq!((branches(&db, &vdaa).await, branches(&db, &em).await), (vec![Residents], vec![Businesses]));
    assert_eq!(branches(&db, &vid).await, []);
    let platform = platform(&db).await;
    assert_eq!(branches(&db, &platform).await, [Residents, Businesses]);
    assert_eq!(events(&db, COORDINATOR_SET).await.len(), 2);

    name(&db, &platform, Businesses, "VID", 1).await.unwrap();
    assert_eq!((branches(&db, &em).await, branches(&db, &vid).await), (vec![], vec![Businesses]));
    let told = events(&db, COORDINATOR_SET).await.pop().unwrap();
    assert_eq!((told.text("branch"), told.stream.kind.as_str()), (Some("businesses"), "situation_branch"));
    assert_eq!(told.text("before"), em.institution.map(|id| id.to_string()).as_deref());
    assert_eq!(told.text("coordinator"), vid.institution.map(|id| id.to_string()).as_deref());
    assert_eq!(told.actor.person, platform.person);

    // The same again says nothing new; who saw an older state is told so.
    name(&db, &platform, Businesses, "VID", 1).await.unwrap();
    assert_eq!(events(&db, COORDINATOR_SET).await.len(), 3);
    let stale = name(&db, &platform, Businesses, "UR", 1).await.unwrap_err();
    assert_eq!((stale.kind(), stale.key()), (ErrorKind::Stale, "situation-branch-changed"));
    // What comes with the program does not come back.
    let mut tx = db.writing(&Caller::engine()).await;
    assert_eq!(ensure_coordinators(&mut tx).await.unwrap(), 0);
    let said = coordinators(&tx).await.unwrap();
    assert_eq!(said.iter().map(|one| one.coordinator).collect::<Vec<_>>(), [vdaa.institution, vid.institution]);
}

// req: POR-04
#[tokio::test]
async fn only_the_platform_names_coordinators_and_only_institutions_that_exist() {
    let db = house().await;
    for (caller, kind) in [
        (coordinator(&db).await, ErrorKind::Forbidden),
        (Caller { role: Role::Auditor, ..coordinator(&db).await }, ErrorKind::Forbidden),
        (Caller::anonymous(), ErrorKind::Unauthenticated),
    ] {
        assert_eq!(name(&db, &caller, Residents, "VSAA", 1).await.unwrap_err().kind(), kind);
        assert_eq!(coordinators(&db.reading(&caller).await).await.unwrap_err().kind(), kind);
        assert_eq!(ensure_coordinators(&mut db.writing(&caller).await).await.unwrap_err().kind(), kind);
    }
    let institution = kernel::InstitutionId::new(uuid::Uuid::from_u128(5));
    let mut tx = db.writing(&platform(&db).await).await;
    let input = SetCoordinator { branch: Residents, institution, revision: 1 };
    assert_eq!(set_coordinator(&mut tx, input).await.unwrap_err().kind(), ErrorKind::NotFound);
}

// req: POR-04
#[tokio::test]
async fn without_a_coordinator_a_branch_is_the_platforms() {
    let db = super::super::db().await;
    let platform = platform(&db).await;
    assert_eq!(branches(&db, &coordinator(&db).await).await, []);
    assert_eq!(branches(&db, &platform).await, [Residents, Businesses]);
    let refused = {
        let input = new(&db, "jauna", &[]).await;
        create_situation(&mut db.writing(&coordinator(&db).await).await, input).await.unwrap_err()
    };
    assert_eq!((refused.kind(), refused.key()), (ErrorKind::Forbidden, "situation-branch-not-yours"));
    let input = new(&db, "jauna", &[]).await;
    create_situation(&mut db.writing(&platform).await, input).await.unwrap();
}

// req: POR-03, POR-04
#[tokio::test]
async fn the_institution_writes_and_checks_and_the_coordinator_publishes_and_withdraws() {
    let db = house().await;
    published(&db, "kopa", &[&["1007"]]).await;
    let (dace, vdaa) = (contact(&db, "VSAA").await, coordinator(&db).await);
    let mut tx = db.writing(&dace).await;
    let save = SaveSituation { slug: "kopa".into(), revision: 2, text: text("Labots", &[&["1007", "1001"]]) };
    assert_eq!(save_situation(&mut tx, save).await.unwrap(), 3);
    let draft = situation_draft(&tx, "kopa").await.unwrap();
    assert_eq!((draft.acts.publish, draft.acts.confirm, draft.coordinator), (false, true, vdaa.institution));
    let publish = PublishSituation { slug: "kopa".into(), revision: 3, note: String::new() };
    let refused = publish_situation(&mut tx, publish.clone()).await.unwrap_err();
    assert_eq!((refused.kind(), refused.key()), (ErrorKind::Forbidden, "situation-coordinator-only"));
    let withdraw = WithdrawSituation { slug: "kopa".into(), revision: 3 };
    assert_eq!(withdraw_situation(&mut tx, withdraw.clone()).await.unwrap_err().kind(), ErrorKind::Forbidden);
    tx.commit().await.unwrap();

    let waiting =
        situations_to_edit(&db.reading(&vdaa).await, Locale::Lv, &PageRequest::first(100)).await.unwrap().items;
    let waiting: Vec<String> = waiting.into_iter().filter(|line| line.unpublished).map(|line| line.slug).collect();
    assert_eq!(waiting, ["kopa"]);
    let mut tx = db.writing(&vdaa).await;
    assert_eq!(publish_situation(&mut tx, publish).await.unwrap(), 2);
    let confirm = ConfirmSituation { slug: "kopa".into(), revision: 4, note: String::new() };
    let refused = confirm_situation(&mut tx, confirm.clone()).await.unwrap_err();
    assert_eq!((refused.kind(), refused.key()), (ErrorKind::Forbidden, "situation-responsible-only"));
    tx.commit().await.unwrap();
    let mut tx = db.writing(&dace).await;
    confirm_situation(&mut tx, confirm).await.unwrap();
    tx.commit().await.unwrap();
    // The other branch's coordinator learns nothing of it.
    let withdraw = WithdrawSituation { revision: 5, ..withdraw };
    let mut tx = db.writing(&contact(&db, "EM").await).await;
    let foreign = withdraw_situation(&mut tx, withdraw.clone()).await.unwrap_err();
    assert_eq!((foreign.kind(), foreign.key()), (ErrorKind::NotFound, "situation"));
    drop(tx);
    let mut tx = db.writing(&vdaa).await;
    withdraw_situation(&mut tx, withdraw).await.unwrap();
}

// req: POR-03, POR-04
#[tokio::test]
async fn a_situation_is_handed_over_with_its_text_its_check_and_its_open_reports() {
    let db = house().await;
    let (dace, nva, vdaa) = (contact(&db, "VSAA").await, contact(&db, "NVA").await, coordinator(&db).await);
    let (open, done) = (reported(&db, "illness").await, reported(&db, "illness").await);
    let mut tx = db.writing(&dace).await;
    let end = ResolveCorrection { id: done, resolution: Resolution::Refused, answer: "Pareizi".into() };
    resolve_correction(&mut tx, end).await.unwrap();
    tx.commit().await.unwrap();
    let hand = |responsible, revision| HandOverSituation { slug: "illness".into(), revision, responsible };
    let (vsaa, to) = (dace.institution.unwrap(), nva.institution.unwrap());
    for (caller, kind) in
        [(&dace, ErrorKind::Forbidden), (&nva, ErrorKind::NotFound), (&Caller::anonymous(), ErrorKind::Unauthenticated)]
    {
        let mut tx = db.writing(caller).await;
        assert_eq!(hand_over_situation(&mut tx, hand(to, 2)).await.unwrap_err().kind(), kind, "{:?}", caller.role);
    }
    let mut tx = db.writing(&vdaa).await;
    let same = hand_over_situation(&mut tx, hand(vsaa, 2)).await.unwrap_err();
    assert_eq!(same.field_errors()[0].key, "situation-responsible-same");
    assert_eq!(hand_over_situation(&mut tx, hand(to, 1)).await.unwrap_err().kind(), ErrorKind::Stale);
    hand_over_situation(&mut tx, hand(to, 2)).await.unwrap();
    tx.commit().await.unwrap();

    assert!(editable(&db, &nva).await.contains(&"illness".to_owned()));
    assert!(!editable(&db, &dace).await.contains(&"illness".to_owned()));
    assert_eq!(situation_draft(&db.reading(&dace).await, "illness").await.unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(seen(&db, &nva, CorrectionState::Received).await, [open]);
    assert_eq!(seen(&db, &dace, CorrectionState::Received).await, []);
    assert_eq!(seen(&db, &dace, CorrectionState::Refused).await, [done], "what is over stays with who dealt with it");
    let t0 = db.reading(&Caller::engine()).await.now();
    db.test_clock().set(t0 + TimeDelta::days(89));
    let due = situations_due(&db.reading(&nva).await, to).await.unwrap();
    assert!(due.iter().any(|line| line.slug == "illness"), "{due:?}");
    let id = situation(&db.reading(&Caller::engine()).await, "illness").await.unwrap().id;
    let tx = db.reading(&Caller::engine()).await;
    let told = events_of_stream(&tx, &Stream::new("situation", id.uuid()), 0, 99).await.unwrap().pop().unwrap();
    assert_eq!((told.kind.as_str(), told.text("before")), (SITUATION_HANDED_OVER, Some(vsaa.to_string().as_str())));
}

// req: POR-04
#[tokio::test]
async fn the_coordinator_orders_what_is_published_in_its_branch() {
    let db = house().await;
    let (em, vdaa) = (contact(&db, "EM").await, coordinator(&db).await);
    let before = slugs(&db, Businesses).await;
    let residents = slugs(&db, Residents).await;
    let order = |revision, slugs: &[&String]| OrderSituations {
        branch: Businesses,
        revision,
        slugs: slugs.iter().map(|slug| (*slug).clone()).collect(),
    };
    for (caller, kind) in [(&vdaa, ErrorKind::Forbidden), (&Caller::anonymous(), ErrorKind::Unauthenticated)] {
        let mut tx = db.writing(caller).await;
        assert_eq!(order_situations(&mut tx, order(1, &[&before[3]])).await.unwrap_err().kind(), kind);
        assert_eq!(branch_order(&tx, Businesses).await.unwrap_err().kind(), kind);
    }
    let mut tx = db.writing(&em).await;
    let BranchOrder { revision, lines } = branch_order(&tx, Businesses).await.unwrap();
    assert_eq!((revision, lines.len()), (1, 4));
    let foreign = order_situations(&mut tx, order(1, &[&residents[0]])).await.unwrap_err();
    assert_eq!(foreign.kind(), ErrorKind::NotFound);
    order_situations(&mut tx, order(1, &[&before[3], &before[1]])).await.unwrap();
    // The order that they have now says nothing new, whatever was seen.
    order_situations(&mut tx, order(1, &[&before[3]])).await.unwrap();
    assert_eq!(order_situations(&mut tx, order(1, &[&before[0]])).await.unwrap_err().kind(), ErrorKind::Stale);
    tx.commit().await.unwrap();
    let wanted = [3, 1, 0, 2].map(|at: usize| before[at].clone());
    assert_eq!(slugs(&db, Businesses).await, wanted);
    assert_eq!(slugs(&db, Residents).await, residents);
    let told = events(&db, SITUATIONS_ORDERED).await;
    assert_eq!((told.len(), told[0].text("branch")), (1, Some("businesses")));
    assert_eq!(told[0].data["situations"].as_array().unwrap().len(), 4);
    // Who writes at one of them was not disturbed.
    assert_eq!(situation_draft(&db.reading(&em).await, &before[3]).await.unwrap().revision, 2);
}

// req: POR-03, POR-04
#[tokio::test]
async fn a_report_goes_to_the_coordinator_of_its_branch_who_passes_it_on() {
    let db = house().await;
    let (dace, vdaa, em) = (contact(&db, "VSAA").await, coordinator(&db).await, contact(&db, "EM").await);
    let mut of_residents = Vec::new();
    for slug in ["illness", "childbirth", "job-loss"] {
        of_residents.push(reported(&db, slug).await);
    }
    let business = reported(&db, "starting-business").await;
    assert_eq!(seen(&db, &vdaa, CorrectionState::Received).await, of_residents);
    assert_eq!(seen(&db, &em, CorrectionState::Received).await, [business]);
    assert_eq!(correction(&db.reading(&em).await, of_residents[0]).await.unwrap_err().kind(), ErrorKind::NotFound);

    let forward = ForwardCorrection { id: of_residents[0] };
    for (caller, kind) in [(&dace, ErrorKind::Forbidden), (&em, ErrorKind::NotFound)] {
        let mut tx = db.writing(caller).await;
        assert_eq!(forward_correction(&mut tx, forward.clone()).await.unwrap_err().kind(), kind);
    }
    let mut tx = db.writing(&vdaa).await;
    forward_correction(&mut tx, forward).await.unwrap();
    // The coordinator may end a report too: it brings the text up to date.
    let end = ResolveCorrection { id: of_residents[1], resolution: Resolution::Elsewhere, answer: "Aprakstā.".into() };
    resolve_correction(&mut tx, end).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(seen(&db, &dace, CorrectionState::Forwarded).await, [of_residents[0]]);
    assert_eq!(seen(&db, &vdaa, CorrectionState::Received).await, [of_residents[2]]);

    // An institution that answers for situations of a branch it coordinates has each report before it once.
    name(&db, &platform(&db).await, Residents, "VSAA", 1).await.unwrap();
    let again = reported(&db, "illness").await;
    assert_eq!(seen(&db, &dace, CorrectionState::Received).await, [of_residents[2], again]);
    assert_eq!(seen(&db, &vdaa, CorrectionState::Received).await, []);
}
